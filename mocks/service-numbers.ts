/** Numbers of services in the directory of services. The code of the organisation is in each, so that one leads back to the other. */

const first = 2000;
/** An organisation has no more services than these. */
const each = 16;

export const serviceNumber = (ods: string, n = 0): number => first + Number.parseInt(ods, 36) * each + n;

/** The code of the organisation whose service it would be, if there is one. */
export const providerOfService = (number: number): string =>
  Math.floor((number - first) / each)
    .toString(36)
    .toUpperCase();
