/**
 * The staff to sign in as. The first four have the ids that the platform's own mock of CIS2 publishes; the others are ours. Role and
 * activity codes are those of the national database of roles (NHS England, National RBAC Database); who has which is ours.
 */
import type { Worker, WorkerRole } from './user.ts';

type Kind = Pick<WorkerRole, 'name' | 'code' | 'activities'>;

const trace = ['B0020', 'Perform Patient Trace'] as const;
const summary = ['B0370', 'View Summary Health Records'] as const;
const detailed = ['B0380', 'Perform Detailed Health Record'] as const;

const clinician: Kind = {
  name: '"Clinical":"Clinical Provision":"Clinical Practitioner Access Role"',
  code: 'S8000:G8000:R8000',
  activities: [trace, summary, detailed, ['B0420', 'Independent Prescribing']],
};
const pharmacist: Kind = {
  name: '"Clinical":"Clinical Provision":"Health Professional Access Role"',
  code: 'S8000:G8000:R8003',
  activities: [trace, summary, ['B0570', 'Perform Pharmacy Activities']],
};
const support: Kind = {
  name: '"Support":"Support":"Admin/Clinical Support Access Role"',
  code: 'S8001:G8002:R8008',
  activities: [trace, ['B0145', 'Amend Patient Demographics']],
};
const receptionist: Kind = {
  name: '"Support":"Support":"Receptionist Access Role"',
  code: 'S8001:G8002:R8009',
  activities: [trace],
};

const at = (organisation: string, n: number, kind: Kind): WorkerRole => ({
  id: `6560144521${String(n).padStart(2, '0')}`,
  organisation,
  organisationId: `6560080451${String(n).padStart(2, '0')}`,
  ...kind,
});

const staff: readonly Omit<Worker, 'kind'>[] = [
  {
    id: '656005750104',
    meaning: 'A general practitioner with one role, which is chosen by itself.',
    title: 'Dr',
    given: 'Oriole',
    family: 'Fieldfare',
    aal: 3,
    roles: [at('Y90001', 1, clinician)],
    registrations: { gmc_id: 'C9000104' },
  },
  {
    id: '656005750105',
    meaning: 'A hospital doctor with three roles at three organisations, of which one is chosen at each log-in.',
    title: 'Dr',
    given: 'Piers',
    family: 'Dunnock',
    aal: 3,
    roles: [at('RZ0', 2, clinician), at('RZ1', 3, clinician), at('Y90001', 4, support)],
    registrations: { gmc_id: 'C9000105' },
  },
  {
    id: '656005750106',
    meaning: 'A community pharmacist.',
    title: 'Ms',
    given: 'Lark',
    family: 'Siskin',
    aal: 3,
    roles: [at('FZ001', 5, pharmacist)],
    registrations: { gphc_id: '9000106' },
  },
  {
    id: '656005750107',
    meaning: 'A receptionist of a general practice.',
    title: 'Mr',
    given: 'Merlin',
    family: 'Pipit',
    aal: 3,
    roles: [at('Y90001', 6, receptionist)],
  },
  {
    id: '999000000108',
    meaning: 'An administrator of a hospital.',
    title: 'Mx',
    given: 'Robin',
    family: 'Wheatear',
    aal: 3,
    roles: [at('RZ0', 7, support)],
  },
  {
    id: '999000000109',
    meaning: 'A member of staff without any role: signs in, and may do nothing that needs one.',
    title: 'Mrs',
    given: 'Avocet',
    family: 'Stint',
    aal: 3,
    roles: [],
  },
  {
    id: '999000000110',
    meaning: 'A nurse whose authenticator reaches AAL2 only: let in where AAL2 is enough.',
    title: 'Ms',
    given: 'Linnet',
    family: 'Serin',
    aal: 2,
    roles: [at('Y90001', 8, { ...clinician, name: '"Clinical":"Clinical Provision":"Nurse Access Role"', code: 'S8000:G8000:R8001' })],
    registrations: { nmc_id: '90A0110E' },
  },
];

export const workers: readonly Worker[] = staff.map((one) => ({ kind: 'worker', ...one }));
