/** The patient of a published notification whom no other API has. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { published } from '../published-person.ts';

export const people = {
  dispensedPatient: published(
    '9449304106',
    'Dunnock',
    ['Beryl'],
    'female',
    '1946-09-12',
    2,
    'The patient of a published dispense notification.',
  ),
} as const satisfies PersonaTable;
