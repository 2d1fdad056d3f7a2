/** Whom the published sandbox shows a record or documents of, besides those that others share. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { published } from '../published-person.ts';

export const people = {
  recordPatient: published('9465701947', 'Whinchat', ['Tamsin'], 'female', '1974-03-18', 2, 'The patient of the published record.'),
  letterPatient: published('9476719931', 'Wheeldon', ['Jessamy'], 'female', '1952-05-31', 2, 'The patient of the published documents.'),
} as const satisfies PersonaTable;
