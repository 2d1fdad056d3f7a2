/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'eps-custom-prescription-status-update.json';

export const explained: readonly Explanation[] = [
  {
    where: /parameter header (api-key|x-correlation-id)/,
    why: 'The key is a security scheme of ours, by the name that the platform has for it; an id to follow is taken by all.',
  },
  { where: /request field/, why: 'Published as an example alone; ours says what the service checks.' },
  {
    where: /response (2XX|20[012]|400|409|[45]XX)\b/,
    why: 'Published as ranges, and of failures without a body: ours name each status and its body, also of what is ignored.',
  },
];
