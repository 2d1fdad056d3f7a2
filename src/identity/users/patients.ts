/** The patients to sign in as: an account for every kind that NHS login knows, each of somebody in the population. */
import type { Patient } from './user.ts';

/** Account ids of one shape, told apart by their end. */
const account = (n: number): string => `5f0c2a6e-8f0b-4b0e-9c51-${String(n).padStart(12, '0')}`;

const parent = { sub: account(9), nhsNumber: '9990000387' };

const accounts: readonly Omit<Patient, 'kind'>[] = [
  {
    id: 'patient-p9',
    meaning: 'A patient whose identity is proved in full (P9), linked to a GP practice.',
    sub: account(1),
    nhsNumber: '9912003071',
    proofing: 'P9',
    email: 'maya.curlew@example.org',
    phone: '+447700900001',
  },
  {
    id: 'patient-p9-other-phone',
    meaning: 'At P9, with a telephone number that the patient’s record does not have.',
    sub: account(2),
    nhsNumber: '9903002157',
    proofing: 'P9',
    email: 'noor.goldcrest@example.org',
    phone: '+447700900002',
    hasOtherPhone: true,
  },
  {
    id: 'patient-p5',
    meaning: 'A patient who is only partly proved (P5): has a profile, and may not see health records.',
    sub: account(3),
    nhsNumber: '9990000336',
    proofing: 'P5',
    email: 'student@example.org',
    phone: '+447700900003',
  },
  {
    id: 'patient-p0',
    meaning: 'An account with an e-mail address and nothing proved (P0).',
    sub: account(4),
    nhsNumber: '9990000352',
    proofing: 'P0',
    email: 'leapling@example.org',
    phone: '+447700900004',
  },
  {
    id: 'patient-refuses-consent',
    meaning: 'Signs in and then refuses to share anything: the application gets access_denied and no code.',
    sub: account(5),
    nhsNumber: '9990000204',
    proofing: 'P9',
    email: 'no.thanks@example.org',
    phone: '+447700900005',
    refusesConsent: true,
  },
  {
    id: 'patient-step-up',
    meaning: 'At P5 until an application asks for P9: then proves who she is on the way.',
    sub: account(6),
    nhsNumber: '9990000190',
    proofing: 'P5',
    email: 'step.up@example.org',
    phone: '+447700900006',
  },
  {
    id: 'patient-deceased',
    meaning: 'A patient who has died, with an account that nobody has closed.',
    sub: account(7),
    nhsNumber: '9990000131',
    proofing: 'P9',
    email: 'deceased@example.org',
    phone: '+447700900007',
  },
  {
    id: 'patient-restricted',
    meaning: 'A patient whose record is restricted: where she is must not be told.',
    sub: account(8),
    nhsNumber: '9990000077',
    proofing: 'P9',
    email: 'restricted@example.org',
    phone: '+447700900008',
  },
  {
    id: 'patient-parent',
    meaning: 'A parent at P9 who acts for a child.',
    ...parent,
    proofing: 'P9',
    email: 'rohan.redwing@example.org',
    phone: '+447700900987',
  },
  {
    id: 'patient-child-with-proxy',
    meaning: 'A child whose father signs in for her: the ID token has her NHS number, and his own token in act.sub.',
    sub: account(10),
    nhsNumber: '9990000379',
    proofing: 'P9',
    email: 'rohan.redwing@example.org',
    phone: '+447700900987',
    proxy: parent,
  },
];

export const patients: readonly Patient[] = accounts.map((one) => ({ kind: 'patient', ...one }));
