/** The patient whose replies the documentation shows. The name is made up here. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { published } from '../published-person.ts';

export const people = {
  replyingPatient: published('9692113841', 'Dunlin', ['Farah'], 'female', '1978-04-09', 2, 'Replies to a message in the NHS App.'),
} as const satisfies PersonaTable;
