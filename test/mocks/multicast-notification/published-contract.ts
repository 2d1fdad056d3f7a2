/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'multicast-notification.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /response \d+ header x-(correlation-id|amzn-requestid): only ours$/,
    why: 'Every answer mirrors the one and carries the other, as the published text and the service have it.',
  },
  { where: /^update-subscription: response 404/, why: 'The official sandbox answers so, and the contract leaves it out.' },
  {
    where: /^update-subscription: response 400 .*\/validationErrors/,
    why: 'Published for the id alone, while the body is held to the same rules as at creation.',
  },
];
