/** The organisation of the published examples: it refers, and it has the services that are referred to. */
import type { TestOrganisation } from '../../src/organisation-register.ts';
import { ods } from '../places.ts';

export const publishedOrganisation = ods('R69');

export const organisations: readonly TestOrganisation[] = [
  {
    ods: publishedOrganisation,
    name: 'Cicero Clinic',
    kind: 'trust',
    address: { id: 'R69', use: 'work', lines: ['1 Forum Street', '', '', 'Wakefield', 'West Yorkshire'], postcode: 'WF1 2AB' },
    phone: '01134960069',
  },
];
