/** Patients with whom something of appointments can be tried that others do not have. */
import type { PersonaTable } from '../../src/world/personas/persona.ts';
import { flats } from '../places.ts';

export const people = {
  cannotCancelOnline: {
    meaning: 'Registered where patients cannot cancel appointments online.',
    person: {
      nhsNumber: '9990001499',
      given: ['Edie'],
      family: 'Wryneck',
      gender: 'female',
      birthDate: '1986-03-08',
      since: '2014-03-03',
      lines: flats,
      postcode: 'BS61 4EF',
      practice: 'Y55511',
    },
  },
} as const satisfies PersonaTable;
