/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'eligibility-signposting.json';

export const explained: readonly Explanation[] = [
  { where: /response \d{3} header x-(request|correlation)-id/, why: 'Every answer mirrors both ids; the published text says so in words.' },
  { where: /response 403/, why: 'The service refuses who asks about somebody else; the published contract leaves it out.' },
];
