/** The patients of the practice whose app accounts the official sandbox lists on several pages. Their names are made up here. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { published } from '../published-person.ts';

const on = 'Among the app accounts of the practice T00001, with notifications on.';
const off = 'Among the app accounts of the practice T00001, with notifications off.';

export const people = {
  firstAppAccount: published('9999999018', 'Nuthatch', ['Rosa'], 'female', '1983-06-21', 1, on),
  secondAppAccount: published('9999999026', 'Nuthatch', ['Idris'], 'male', '1981-09-02', 1, off),
  thirdAppAccount: published('9999999034', 'Nuthatch', ['Petra'], 'female', '1952-03-17', 1, off),
  fourthAppAccount: published('9999999042', 'Nuthatch', ['Callum'], 'male', '1999-12-05', 1, off),
  fifthAppAccount: published('9999999050', 'Nuthatch', ['Noreen'], 'female', '1967-07-28', 1, off),
  sixthAppAccount: published('9999999069', 'Nuthatch', ['Tobias'], 'male', '1974-01-11', 1, off),
  seventhAppAccount: published('9999999077', 'Nuthatch', ['Yasmin'], 'female', '1990-10-30', 1, off),
  eighthAppAccount: published('9999999085', 'Nuthatch', ['Gwilym'], 'male', '1946-05-24', 1, off),
  ninthAppAccount: published('9999999093', 'Nuthatch', ['Delia'], 'female', '2001-02-13', 1, off),
  tenthAppAccount: published('9999999107', 'Nuthatch', ['Marek'], 'male', '1988-08-08', 1, off),
} as const satisfies PersonaTable;
