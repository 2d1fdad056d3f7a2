/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'spine-directory-service.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header apikey/, why: 'Ours is the security scheme; no key is asked for.' },
  {
    where: /response (400|404|405|406|500|502|504) (application\/fhir\+json|field )/,
    why: 'Published without a body; the service answers an OperationOutcome.',
  },
  { where: /response 401/, why: 'The service refuses a wrong key; published without that status.' },
  { where: /response 200 header x-correlation-id/, why: 'The service sends the id back, or one of its own.' },
  { where: /\/valueInteger: only ours/, why: 'The number of retries is a number in the answers of the service.' },
  { where: /\/(connectionType|coding\[\])\/version: only ours/, why: 'Any coding may name the version of its code system.' },
];
