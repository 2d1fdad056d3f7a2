/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'gp-connect-prescriptions.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  { where: /response (200|201|4XX) header x-(request|correlation)-id/, why: 'Every answer mirrors both ids, as the platform does.' },
  {
    where: /(request|response (200|201|4XX))( application\/fhir\+json)? field \//,
    why: 'Published as any object; the fields are those of its examples and of the profiles it names.',
  },
  { where: /parameter query authored-?on schema/, why: 'Its text asks for two of them to make a range, which a list says.' },
  { where: /^get-task: parameter query patient/, why: 'Its text asks for the patient or the id of a request, its schema for the patient.' },
  { where: /cancel-task|patch \/Task/i, why: 'Withdrawn from the published contract, and routed for whoever asks for that of 2023.' },
];
