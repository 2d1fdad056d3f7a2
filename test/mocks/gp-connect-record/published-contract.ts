/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'gp-connect-access-record.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  { where: /response \w{3} header x-(request|correlation)-id/, why: 'Every answer mirrors both ids, as the platform does.' },
  {
    where: /(request|response \w{3}) field \/.*: only ours$/,
    why: 'Every body is published as an object and no more. Ours has the fields of the published examples and of the guides.',
  },
];

/** Examples that break a rule of the service's, as its providers' test pack has it. */
export const refused: readonly Explanation[] = [
  {
    where: /^get-structured-record fullRecordRequest: 422 .*INVALID_PARAMETER/,
    why: 'Beside consultations and problems, parts of immunisations and filters of problems are refused.',
  },
];
