/**
 * The organisations of the official sandbox, so that what is searched for there is found here: a practice, two pharmacies, the places of
 * Bletchley and the pharmacies of B11. Their codes and towns are those of its tests; names, streets and hours are made up.
 */
import type { OpenHours, Point, Premises, TestOrganisation } from '../../src/organisation-register.ts';
import { ods } from '../places.ts';

interface Sketch {
  readonly code: string;
  readonly name: string;
  readonly kind: 'gp-practice' | 'pharmacy' | 'dentist';
  /** Street, locality, town, county, postcode. */
  readonly at: readonly [string, string, string, string, string];
  readonly point: Point;
  readonly phone: string;
  readonly more?: Partial<Pick<Premises, 'sellsAtADistance' | 'facilities' | 'week'>>;
}

function organisation({ code, name, kind, at: [street, locality, town, county, postcode], point, phone, more }: Sketch): TestOrganisation {
  return {
    ods: ods(code),
    name,
    kind,
    address: { id: code, use: 'work', lines: ['', street, locality, town, county], postcode },
    phone,
    stated: { premises: { point, ...more } },
  };
}

const nineToSix: readonly OpenHours[] = [{ from: 540, to: 1080 }];
const aroundLunch: readonly OpenHours[] = [
  { from: 540, to: 780 },
  { from: 840, to: 1080 },
];
const weekOf = (day: readonly OpenHours[], saturday: OpenHours): Premises['week'] => ({
  general: [day, day, day, day, day, [saturday], []],
});

const plants =
  'Alder Bracken Campion Damson Elder Foxglove Gorse Hazel Iris Juniper Knapweed Lavender Mallow Nettle Oak Primrose Quince Rowan Sorrel Tansy Violet Willow'.split(
    ' ',
  );

/** Two of its pharmacies can be entered in a wheelchair, and two of its places close at two in the afternoon. */
function inBletchley(plant: string, n: number): TestOrganisation {
  const [kind, name]: readonly [Sketch['kind'], string] = n < 16 ? ['pharmacy', `${plant} Pharmacy`] : ['dentist', `${plant} Dental Care`];
  return organisation({
    code: `FZB${String(n + 1).padStart(2, '0')}`,
    name,
    kind,
    at: [`${n + 1} ${plant} Way`, 'Bletchley', 'Milton Keynes', 'Buckinghamshire', `MK3 0A${'ABDEFGHJLN'[n % 10]}`],
    point: { latitude: 51.99 + n * 0.0011, longitude: -0.735 - (n % 7) * 0.0013 },
    phone: `01632960${String(300 + n)}`,
    more: {
      facilities: [{ name: n === 2 || n === 9 ? 'Wheelchair access' : 'Step-free access', group: 'Accessibility', has: true }],
      week: weekOf(n % 3 === 0 ? aroundLunch : nineToSix, { from: 540, to: n === 4 || n === 17 ? 840 : 780 }),
    },
  });
}

const inB11 = (plant: string, n: number): TestOrganisation =>
  organisation({
    code: `FZC${String(n + 1).padStart(2, '0')}`,
    name: `${plant} Lane Chemist`,
    kind: 'pharmacy',
    at: [`${n + 1} ${plant} Lane`, 'Sparkhill', 'Birmingham', 'West Midlands', `B11 0A${'ABDEFGHJLNPQ'[n]}`],
    point: { latitude: 52.45 + n * 0.0012, longitude: -1.868 + (n % 5) * 0.0017 },
    phone: `01214960${String(100 + n)}`,
  });

/** What is searched for in the official sandbox, where the name here does not have it. */
export const alsoFoundBy: Readonly<Record<string, readonly string[]>> = { FLM49: ['pharmacy2u'] };

export const organisations: readonly TestOrganisation[] = [
  organisation({
    code: 'Y02494',
    name: 'Larkspur Row Surgery',
    kind: 'gp-practice',
    at: ['40 Larkspur Row', '', 'Leeds', 'West Yorkshire', 'LS9 0AB'],
    point: { latitude: 53.7982, longitude: -1.5175 },
    phone: '01134960040',
  }),
  organisation({
    code: 'FKH23',
    name: 'Harebell Court Pharmacy',
    kind: 'pharmacy',
    at: ['2 Harebell Court', '', 'Bristol', 'Bristol', 'BS1 0AD'],
    point: { latitude: 51.4538, longitude: -2.5918 },
    phone: '01174960041',
    more: { week: weekOf(nineToSix, { from: 540, to: 1020 }) },
  }),
  organisation({
    code: 'FLM49',
    name: 'Trevelyan Online Pharmacy',
    kind: 'pharmacy',
    at: ['3 Trevelyan Square', '', 'Leeds', 'West Yorkshire', 'LS1 6AE'],
    point: { latitude: 53.7964, longitude: -1.5456 },
    phone: '01134960042',
    more: { sellsAtADistance: true },
  }),
  ...plants.map(inBletchley),
  ...plants.slice(0, 12).map(inB11),
];
