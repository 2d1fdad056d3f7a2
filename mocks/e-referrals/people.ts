/** The patients of the published referrals. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { published } from '../published-person.ts';

const referred = 'A patient of the published referrals.';

export const people = {
  referredPatient: published('9912003888', 'Whimbrel', ['Rowena'], 'female', '1958-09-14', 1, referred),
  reviewedPatient: published('1000000001', 'Whimbrel', ['Alastair'], 'male', '1961-02-07', 1, referred),
  rejectedPatient: published('9462979626', 'Whimbrel', ['Imogen'], 'female', '1983-11-30', 1, referred),
} as const satisfies PersonaTable;
