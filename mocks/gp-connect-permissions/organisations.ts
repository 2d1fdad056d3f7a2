/** Practices that are set up otherwise than most, for patients who come by GP Connect. Their settings stand in mocks/gp-practice/practices.ts. */
import type { TestOrganisation } from '../../src/organisation-register.ts';
import { ods, square } from '../places.ts';

const rows = [
  ['Y55501', 'Brambling Practice, which offers nothing by GP Connect'],
  ['Y55502', 'Linnet Practice, which the gateway cannot reach'],
  ['Y55504', 'Greenfinch Practice, which keeps results and documents to itself'],
  ['Y55503', 'Siskin Practice, which opens all of the record'],
] as const;

export const organisations: readonly TestOrganisation[] = rows.map(([code, name], n) => ({
  ods: ods(code),
  name,
  kind: 'gp-practice',
  address: { id: code, use: 'work', lines: square, postcode: 'LS1 6AE' },
  phone: `0113496${String(80 + n).padStart(4, '0')}`,
}));
