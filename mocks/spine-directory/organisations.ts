/** The organisations of the official sandbox's two systems, and the maker of the systems of everybody else. Names and addresses are made up. */
import type { TestOrganisation } from '../../src/organisation-register.ts';
import { ods, square } from '../places.ts';

const rows: readonly (readonly [code: string, name: string, kind: TestOrganisation['kind']])[] = [
  ['YES', 'An organisation for trying things out', 'other'],
  ['B82617', 'A practice for trying things out', 'gp-practice'],
  ['Z9S9Z', 'Larkspur Systems (fictional)', 'other'],
];

export const organisations: readonly TestOrganisation[] = rows.map(([code, name, kind], n) => ({
  ods: ods(code),
  name,
  kind,
  address: { id: code, use: 'work', lines: square, postcode: 'LS1 6AE' },
  phone: `0113 496 00${60 + n}`,
}));
