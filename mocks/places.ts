/** Made-up addresses and organisations: where test people live, and where they are registered. */
import type { StatedEntry, TestOrganisation } from '../src/organisation-register.ts';
import type { Address, OdsCode, Organisation } from '../src/population.ts';

export const square: Address['lines'] = ['1 Trevelyan Square', 'Boar Lane', 'City Centre', 'Leeds', 'West Yorkshire'];
export const cottages: Address['lines'] = ['', '12 Larkspur Row', '', 'Leeds', 'West Yorkshire'];
export const flats: Address['lines'] = ['Flat 4', '30 Harebell Court', '', 'Bristol', 'Bristol'];
export const practice = 'Y90001';

/** Fictional organisations whose codes the official examples use. */
const fictional: readonly (readonly [ods: string, name: string, kind: Organisation['kind'], stated?: StatedEntry])[] = [
  ['Y12345', 'Trevelyan Practice', 'gp-practice'],
  ['Y23456', 'Trevelyan Dispensary', 'pharmacy'],
  ['Y34567', 'Trevelyan Appliances', 'other', { roles: [{ code: 'RO94' }] }],
];

export const organisations: readonly TestOrganisation[] = fictional.map(([code, name, kind, stated], n) => ({
  ods: ods(code),
  name,
  kind,
  address: { id: code, use: 'work', lines: square, postcode: 'LS1 6AE' },
  phone: `0113496${String(10 + n).padStart(4, '0')}`,
  ...(stated && { stated }),
}));

/** Six characters, as the brand promises: a test checks the constants of the tables of test people. */
export function ods(code: string): OdsCode {
  return code as OdsCode;
}
