/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'gp-connect-appointments.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  { where: /response (200|201|4XX) header x-(request|correlation)-id/, why: 'Every answer mirrors both ids, as the platform does.' },
  { where: /response (200|201) header (etag|location)/, why: 'The guides of the API have them; the published contract names no header.' },
  { where: /^cancel-appointment: parameter header if-match/, why: 'The guides ask for it, the published contract does not: optional.' },
  {
    where: /(request|response (200|201|4XX))( application\/fhir\+json)? field \//,
    why: 'Published as any object; the fields are those of its examples and of the profiles it names.',
  },
];

export const refused: readonly Explanation[] = [
  {
    where: /^post-Appointment default: 422/,
    why: 'Its participants, times and slots lie astray in `contained`: what is left is no appointment, and the guides of the API refuse it.',
  },
  {
    where: /^put-Appointment-id default: 422/,
    why: 'It cancels an appointment of 2017, by another id than the one of its path.',
  },
];
