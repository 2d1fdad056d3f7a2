/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'eps-clinical-prescription-tracker.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /parameter header (nhsd-|x-request-id|x-correlation-id)/,
    why: 'The service wants five of them at both operations, and says of all that are missing at once: published of one operation, and without the identity.',
  },
  { where: /parameter query (low|high)date/, why: 'The service reads both, the published contract leaves them out.' },
  {
    where: /response 200 field \/entry\[\]\/resource/,
    why: 'Published as one schema for each kind of resource, with the members of each: ours names what all have in common.',
  },
  { where: /\/coding\[\]\/version/, why: 'The shared form of a coding: none is sent.' },
];
