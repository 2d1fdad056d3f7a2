/**
 * Organisations whose codes the documentation of the directory uses, with the numbers of the relationships that it reads. All else about
 * them is made up here: they are not those that really have the codes.
 */
import type { StatedEntry, TestOrganisation } from '../../src/organisation-register.ts';
import type { Organisation } from '../../src/population.ts';
import { ods, square } from '../places.ts';

type Row = readonly [code: string, name: string, kind: Organisation['kind'], stated?: StatedEntry];

const [network, location] = [ods('U36842'), ods('97R')];
const [trust, formerTrust, formerRegion] = [ods('RR8'), ods('RJY'), ods('Q72')];

const rows: readonly Row[] = [
  ['RR8', 'Trevelyan Teaching Hospitals Trust', 'trust', { successions: [{ kind: 'predecessor', other: formerTrust, on: '2019-07-01' }] }],
  [
    'U36842',
    'Trevelyan Primary Care Network',
    'primary-care-network',
    { relationships: [{ id: '648449', code: 'RE4', to: location, start: '2020-04-01' }] },
  ],
  ['97R', 'NHS Trevelyan ICB - 97R', 'sub-icb-location'],
  [
    'G81086',
    'Trevelyan Surgery',
    'gp-practice',
    {
      opened: '1974-04-01',
      relationships: [
        { id: '256248', code: 'RE5', to: formerRegion, start: '2013-04-01', end: '2019-03-31' },
        { id: '383689', code: 'RE4', to: location, start: '2020-04-01' },
        { code: 'RE6', to: location, start: '2020-04-01' },
        { id: '617400', code: 'RE8', to: network, start: '2019-10-01' },
      ],
    },
  ],
  ['FDC49', 'Trevelyan Pharmacy', 'pharmacy'],
  ['FCE71', 'Boar Lane Pharmacy', 'pharmacy', { relationships: [{ id: '716945', code: 'RE4', to: location, start: '2022-07-01' }] }],
  ['AQN', 'Trevelyan Care Services', 'other', { roles: [{ code: 'RO172' }] }],
  ['C4O9I', 'Trevelyan Pathology', 'other', { opened: '2021-02-01', relationships: [{ code: 'RE3', to: trust, start: '2021-02-01' }] }],
  [
    'RJY',
    'Boar Lane Hospitals Trust',
    'trust',
    {
      opened: '1998-04-01',
      closed: '2019-06-30',
      lastChanged: '2019-07-01',
      successions: [{ kind: 'successor', other: trust, on: '2019-07-01' }],
    },
  ],
  ['4VE03', 'Trevelyan Infirmary', 'hospital', { relationships: [{ code: 'RE6', to: trust, start: '2010-04-01' }] }],
  ['Q72', 'Northern Provinces', 'region', { opened: '2013-04-01', closed: '2019-03-31', lastChanged: '2019-04-01', isReferenceOnly: true }],
];

export const organisations: readonly TestOrganisation[] = rows.map(([code, name, kind, stated], n) => ({
  ods: ods(code),
  name: `${name} (fictional)`,
  kind,
  address: { id: code, use: 'work', lines: square, postcode: 'LS1 6AE', uprn: String(990000000018 + n) },
  phone: `0113496${String(18 + n).padStart(4, '0')}`,
  ...(stated && { stated }),
}));
