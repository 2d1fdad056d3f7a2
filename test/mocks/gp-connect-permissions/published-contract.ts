/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'gp-connect-user-permissions.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /^updatePatientPermissions/,
    why: 'The request for more was withdrawn in 2024; it is here for whoever asks by the contract of 2023.',
  },
  { where: /response 4XX header x-(request|correlation)-id/, why: 'Errors mirror both ids, as the platform does.' },
];
