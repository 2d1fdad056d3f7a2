/** The one organisation of the official sandbox; its name and address are made up here. */
import type { Organisation } from '../../src/population.ts';
import { ods, square } from '../places.ts';

export const official = 'ABC123';

export const organisations: readonly Organisation[] = [
  {
    ods: ods(official),
    name: 'Alphabet Street Surgery',
    kind: 'gp-practice',
    address: { id: official, use: 'work', lines: square, postcode: 'LS1 6AE' },
    phone: '01134960013',
  },
];
