/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'eps-prescription-status-update.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /response (2XX|20[01]|400|409|[45]XX)\b(?! field)/,
    why: 'Published as ranges, and of failures without a body: ours name each status and its body.',
  },
  {
    where: /response (2XX|20[01]|400|409|[45]XX) field/,
    why: 'As above; all that is answered is a Bundle of the same shape, whose entries may name a Task.',
  },
  {
    where: /request field/,
    why: 'What has to be there, and which values are known, is checked by the service, in its words: ours has the types alone.',
  },
  { where: /callback: request/, why: 'The body is that of NHS Notify, which the published contract points to.' },
];
