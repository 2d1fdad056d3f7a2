/** UUIDs: how they are told, and those in the shape of version 4 that depend on nothing but what they are made of. */

/** Of any version. */
export const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Of at least 32 hexadecimal digits. `variant` is the one that tells which kind of UUID it is: 8, 9, a or b. */
export function uuidOfHex(hex: string, variant = '8'): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Of four numbers in [0, 1), one for each part of it. */
export function uuidBy(chance: (part: number) => number, variant?: string): string {
  const eightDigits = (part: number): string =>
    Math.floor(chance(part) * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return uuidOfHex([0, 1, 2, 3].map(eightDigits).join(''), variant);
}
