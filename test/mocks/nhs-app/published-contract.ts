/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'nhs-app.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /^create-(in-app: request application\/fhir\+json|notification: request application\/json): only ours$/,
    why: 'Each operation publishes one of the two types; the official tests send both to both.',
  },
  {
    where: /^create-(in-app: (request|response 201) field \/payload\[\]\/contentReference|notification: .*\/contentString)/,
    why: 'Each operation publishes one kind of payload; the official tests send both to both.',
  },
  { where: /\/statusReason/, why: 'Published as a text, yet an object in its own examples and in the callback.' },
  { where: /field \/total: only ours$/, why: 'It stands in the published example.' },
  { where: /^get-receipt-report: response 404/, why: 'A day without receipts is answered so; the published contract leaves it out.' },
];
