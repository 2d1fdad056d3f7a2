/**
 * What our contract says otherwise than the published one, and why. The published schema wants each extension of a content to fit one of three
 * alternatives, and the third takes whatever fits the others: no pointer that is right fits it. Ours are alternatives of which any will do.
 */
import type { Explanation } from '../explanation.ts';

export const published = 'nrl-producer.json';

export const explained: readonly Explanation[] = [
  { where: /^readDocument: only ours$/, why: 'An extension: pointers that come with the sandbox lead to documents in it.' },
  { where: /^upsertDocumentReference: only ours$/, why: 'The service of 2024 has it and the present contract does not.' },
  { where: /response (200|201|4XX) header x-(request|correlation)-id/, why: 'Every answer mirrors both ids, as the platform does.' },
  {
    where: /^createDocumentReference: response 201 header location/,
    why: 'The service sends it; the published contract shows the body alone.',
  },
  {
    where: /^(update|delete)DocumentReference: response 200 (application\/fhir\+json;version=1 )?field/,
    why: 'Published with an example and no schema; the example is an OperationOutcome.',
  },
];

export const refused: readonly Explanation[] = [
  { where: /^updateDocumentReference default: 400/, why: 'Sent to the address of another pointer than its own.' },
];
