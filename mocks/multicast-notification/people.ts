/** Whom the published sandbox's events are about, besides those that others share. The name is made up here. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { published } from '../published-person.ts';

export const people = {
  eventSubject: published('9912003888', 'Lapwing', ['Edie'], 'female', '2016-09-13', 2, 'The patient of the published events.'),
} as const satisfies PersonaTable;
