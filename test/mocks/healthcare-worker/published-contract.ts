/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'healthcare-worker.json';

export const explained: readonly Explanation[] = [
  {
    where: /response (4|5)\d\d (application\/fhir\+json|field|\/)/,
    why: 'Published without any body; its text promises an OperationOutcome, which is written here.',
  },
];
