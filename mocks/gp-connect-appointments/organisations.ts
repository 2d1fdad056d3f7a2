/** A practice whose patients cannot cancel online: see practice-rules.ts. */
import type { TestOrganisation } from '../../src/organisation-register.ts';
import { ods, square } from '../places.ts';

export const organisations: readonly TestOrganisation[] = [
  {
    ods: ods('Y55511'),
    name: 'Wryneck Practice, where nobody cancels online',
    kind: 'gp-practice',
    address: { id: 'Y55511', use: 'work', lines: square, postcode: 'LS1 6AE' },
    phone: '01134960091',
  },
];
