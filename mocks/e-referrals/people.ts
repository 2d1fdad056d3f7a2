/** The patients of the published referrals, besides one whom others share. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { published } from '../published-person.ts';

const referred = 'A patient of the published referrals.';

export const people = {
  reviewedPatient: published('1000000001', 'Whimbrel', ['Alastair'], 'male', '1961-02-07', 1, referred),
  rejectedPatient: published('9462979626', 'Whimbrel', ['Imogen'], 'female', '1983-11-30', 1, referred),
} as const satisfies PersonaTable;
