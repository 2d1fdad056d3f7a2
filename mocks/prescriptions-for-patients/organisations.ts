/** Pharmacies of the test people: of the published codes, one whose system says nothing of prescriptions, and one that has closed. All made up. */
import type { StatedEntry, TestOrganisation } from '../../src/organisation-register.ts';
import { ods, square } from '../places.ts';

const rows: readonly (readonly [code: string, name: string, stated?: StatedEntry])[] = [
  ['VNE51', 'Larkspur Row Pharmacy'],
  ['FA565', 'Harebell Chemist'],
  ['FNT49', 'Pharmacy of Few Words'],
  ['FCL05', 'Old Square Pharmacy', { closed: '2024-03-31' }],
];

export const organisations: readonly TestOrganisation[] = rows.map(([code, name, stated], n) => ({
  ods: ods(code),
  name,
  kind: 'pharmacy',
  address: { id: code, use: 'work', lines: square, postcode: 'LS1 6AE' },
  phone: `0113 496 00${80 + n}`,
  ...(stated && { stated }),
}));
