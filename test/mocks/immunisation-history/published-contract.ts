/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'immunisation-history.json';

export const explained: readonly Explanation[] = [
  {
    where: /parameter header (authorization|accept)/,
    why: 'OpenAPI ignores header parameters of these names; ours are the security scheme and the media types, and a version is said in words.',
  },
  { where: /response 200 header version/, why: 'The service says which version answered; the published contract leaves it out.' },
  { where: /response 404/, why: 'The gateway refuses headers that it sets itself, in a shape of its own, which is not published.' },
  { where: /response 4XX header x-correlation-id/, why: 'Errors mirror the id, as the platform does.' },
  {
    where: /\/entry\[\]\/resource\/statusReason/,
    why: 'Vaccinations that were not given are answered too, with a reason; the published schema knows only completed ones.',
  },
  {
    where: /\/entry\[\]\/resource\/(id|site|location)|\/actor\/display/,
    why: 'The service sends these members, as the published example does; the published schema leaves them out.',
  },
];
