/** Organisations whose codes the published examples of the directory use. Everything else about them is made up here. */
import type { Organisation } from '../../src/population.ts';
import { ods, square } from '../places.ts';

export const organisations: readonly Organisation[] = [
  {
    ods: ods('RR8'),
    name: 'Trevelyan Teaching Hospitals Trust (fictional)',
    kind: 'trust',
    address: { id: 'RR8', use: 'work', lines: square, postcode: 'LS1 6AE' },
    phone: '0113 496 0018',
  },
  {
    ods: ods('U36842'),
    name: 'Trevelyan Primary Care Network (fictional)',
    kind: 'other',
    address: { id: 'U36842', use: 'work', lines: square, postcode: 'LS1 6AE' },
    phone: '0113 496 0042',
  },
];
