/** Whom a test means: a user by name, by the id of the account, by e-mail address, or anybody in the population by NHS number. */
import { parseNhsNumber } from '../../fhir/nhs-number.ts';
import type { Population } from '../../population.ts';
import { patients } from './patients.ts';
import type { Patient, Worker } from './user.ts';
import { workers } from './workers.ts';

export function findPatient(hint: string, population: Population): Patient | undefined {
  const known = patients.find(({ id, sub, email, nhsNumber }) => [id, sub, email, nhsNumber].includes(hint));
  return known ?? anyPatient(hint, population);
}

export function findWorker(hint: string): Worker | undefined {
  return workers.find(({ id }) => id === hint);
}

/** Of whom nothing is written down: proved in full, with the account that their number stands for. */
function anyPatient(hint: string, population: Population): Patient | undefined {
  const number = parseNhsNumber(hint);
  const person = number && population.find(number);
  if (!number || !person) return undefined;
  return {
    kind: 'patient',
    id: number,
    meaning: 'Somebody in the population, proved in full (P9).',
    sub: `a0000000-0000-4000-8000-00${number}`,
    nhsNumber: number,
    proofing: 'P9',
    email: `patient.${number}@example.org`,
    phone: person.telecoms.find(({ system }) => system === 'phone')?.value ?? '+447700900999',
  };
}
