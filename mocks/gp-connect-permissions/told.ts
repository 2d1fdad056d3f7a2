/** Permissions as this API tells them. */
import type { components } from '../../src/generated/gp-connect-permissions.types.ts';
import type { AskedFor, OnlineAccess } from '../gp-practice/online-access.ts';

export function told({
  effectiveDate,
  current,
  historical,
  prescriptions,
  requests,
}: OnlineAccess): components['schemas']['PatientPermissions'] {
  return {
    medicalRecord: { effectiveDate, current: { accessLevel: current }, historical: { accessLevel: historical } },
    prescriptions: { accessLevel: prescriptions },
    requests: requests.map(({ asked, ...request }) => ({ ...request, ...pending({ asked }) })),
  };
}

export const pending = ({ asked }: Pick<AskedFor, 'asked'>) => ({
  status: 'pending' as const,
  createdDateTime: asked,
  message: 'The practice decides within five days.',
});
