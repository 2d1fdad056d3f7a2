/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'nhs-notify.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /^post-v1-(message|channel)-callbacks: only published$/,
    why: 'Published as paths with a placeholder for the address of the client, who serves them; ours are webhooks.',
  },
  { where: /^(get|put)-routing-plan: only ours$/, why: 'The service agrees plans with each client; a tester writes them here.' },
];
