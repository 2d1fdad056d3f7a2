/** Patients whom messages reach, or do not; and those of the practice whose app accounts the official sandbox lists on several pages. Their names are made up here. */
import type { PersonaEntry, PersonaTable } from '../../src/world/personas/persona.ts';
import { cottages, practice } from '../places.ts';
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

  unreadAppMessages: reached(
    '9990000700',
    'Dotterel',
    ['Isla'],
    '07700900461',
    'Has the NHS App with notifications on, and never reads what comes.',
  ),
  wrongPhone: reached(
    '9990000719',
    'Dotterel',
    ['Hugo'],
    '07700900002',
    'Has a mobile number to which no text can be delivered, and no NHS App.',
  ),
  busyPhone: reached('9990000727', 'Dotterel', ['Mina'], '07700900003', 'Has a mobile number that takes no texts for now, and no NHS App.'),
  refusedEmail: reached(
    '9990000735',
    'Dotterel',
    ['Theo'],
    '07700900462',
    'Has an email address that takes nothing, and no NHS App.',
    'perm-fail@simulator.notify',
  ),
  malformedPhone: reached('9990000743', 'Dotterel', ['Cora'], '0770090', 'Has a mobile number on record that is none, and no NHS App.'),
} as const satisfies PersonaTable;

/** Somebody with a mobile number and an email address. */
function reached(
  nhsNumber: string,
  family: string,
  given: readonly string[],
  mobile: string,
  meaning: string,
  email = `${given[0]?.toLowerCase()}.dotterel@example.com`,
): PersonaEntry {
  return {
    meaning,
    person: {
      nhsNumber,
      family,
      given,
      prefix: 'Mx',
      gender: 'unknown',
      birthDate: '1986-03-09',
      lines: cottages,
      postcode: 'LS71 2AB',
      practice,
      telecoms: [
        { id: '789', system: 'phone', use: 'mobile', value: mobile },
        { id: '790', system: 'email', use: 'home', value: email },
      ],
    },
  };
}
