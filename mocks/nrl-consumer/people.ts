/** Whom the documentation of the record locator's sandbox names, besides those that others share. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { published } from '../published-person.ts';

export const people = {
  pointerPatient: published(
    '9999999999',
    'Shoveler',
    ['Maud'],
    'female',
    '1951-06-07',
    2,
    'The other patient of the published record pointers.',
  ),
} as const satisfies PersonaTable;
