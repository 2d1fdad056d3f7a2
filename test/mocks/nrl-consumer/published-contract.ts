/**
 * What our contract says otherwise than the published one, and why. The published schema wants each extension of a content to fit one of three
 * alternatives, and the third takes whatever fits the others: no pointer that is right fits it. Ours are alternatives of which any will do.
 */
import type { Explanation } from '../explanation.ts';

export const published = 'nrl-consumer.json';

export const explained: readonly Explanation[] = [
  { where: /^readDocument: only ours$/, why: 'An extension: pointers that come with the sandbox lead to documents in it.' },
  { where: /^countDocumentReference: only ours$/, why: 'The service of 2024 has it and the present contract does not.' },
  { where: /response 4XX header x-(request|correlation)-id/, why: 'Errors mirror both ids, as the platform does.' },
];
