/**
 * The organisations of the official sandbox, so that what is searched for there is found here: a branch surgery, two pharmacies, those of
 * Bletchley and those of B11. Their codes and places are those of its tests; names, streets and hours are made up.
 */
import type { OpenHours, Point, Premises } from '../../src/organisation-register.ts';
import type { Organisation } from '../../src/population.ts';
import { ods } from '../places.ts';

/** How an organisation of the index is known besides what is told of it. */
export interface Listed {
  readonly premises: Premises;
  /** Words that its name does not have, and by which it is found as well. */
  readonly alsoFoundBy?: readonly string[];
}

interface Sketch {
  readonly code: string;
  readonly name: string;
  readonly kind: Premises['kind'];
  /** Street, locality, town, county, postcode. */
  readonly at: readonly [string, string, string, string, string];
  readonly point: Point;
  readonly phone: string;
  readonly more?: Partial<Pick<Premises, 'sellsAtADistance' | 'facilities' | 'contacts' | 'week'>>;
}

const shut: readonly OpenHours[] = [];
const weekOf = (day: readonly OpenHours[], saturday: readonly OpenHours[]) => [day, day, day, day, day, saturday, shut];
const nineToSix = [{ from: 540, to: 1080 }];
const aroundLunch = [
  { from: 540, to: 780 },
  { from: 840, to: 1080 },
];
const stepFree = [{ name: 'Step-free access', group: 'Accessibility', has: true }] as const;
const wheelchairs = [{ name: 'Wheelchair access', group: 'Accessibility', has: true }] as const;

const plants =
  'Alder Bracken Campion Damson Elder Foxglove Gorse Hazel Iris Juniper Knapweed Lavender Mallow Nettle Oak Primrose Quince Rowan Sorrel Tansy Violet Willow'.split(
    ' ',
  );

const servicesOf: Readonly<Partial<Record<Premises['kind'], readonly string[]>>> = {
  pharmacy: ['Pharmacy First', 'Blood pressure check'],
  'gp-practice': ['Asthma clinic', 'Diabetes clinic'],
  dentist: ['Urgent dental care'],
};

function listed({ code, name, kind, at: [street, locality, town, county, postcode], point, phone, more }: Sketch): Premises {
  const organisation: Organisation = {
    ods: ods(code),
    name,
    kind: kind === 'pharmacy' || kind === 'gp-practice' ? kind : 'other',
    address: { id: code, use: 'work', lines: ['', street, locality, town, county], postcode },
    phone,
  };
  return {
    organisation,
    kind,
    address: organisation.address,
    point,
    week: { general: weekOf(nineToSix, [{ from: 540, to: 1020 }]) },
    exceptions: [],
    contacts: [{ kind: 'telephone', value: phone }],
    facilities: stepFree,
    services: servicesOf[kind] ?? [],
    ...more,
  };
}

/** What each of Bletchley's is: two of its pharmacies can be entered in a wheelchair, and two places close at two in the afternoon. */
function inBletchley(plant: string, n: number): Premises {
  const [kind, name]: readonly [Premises['kind'], string] =
    n < 16 ? ['pharmacy', `${plant} Pharmacy`] : n < 20 ? ['dentist', `${plant} Dental Care`] : ['optician', `${plant} Opticians`];
  const saturday = n === 4 || n === 17 ? [{ from: 540, to: 840 }] : [{ from: 540, to: 780 }];
  return listed({
    code: `FZB${String(n + 1).padStart(2, '0')}`,
    name,
    kind,
    at: [`${n + 1} ${plant} Way`, 'Bletchley', 'Milton Keynes', 'Buckinghamshire', `MK3 0A${'ABDEFGHJLN'[n % 10]}`],
    point: { latitude: 51.99 + n * 0.0011, longitude: -0.735 - (n % 7) * 0.0013 },
    phone: `01632960${String(300 + n)}`,
    more: {
      facilities: n === 2 || n === 9 ? wheelchairs : stepFree,
      week: { general: weekOf(n % 3 === 0 ? aroundLunch : nineToSix, saturday) },
    },
  });
}

const inB11 = (plant: string, n: number): Premises =>
  listed({
    code: `FZC${String(n + 1).padStart(2, '0')}`,
    name: `${plant} Lane Chemist`,
    kind: 'pharmacy',
    at: [`${n + 1} ${plant} Lane`, 'Sparkhill', 'Birmingham', 'West Midlands', `B11 0A${'ABDEFGHJLNPQ'[n]}`],
    point: { latitude: 52.45 + n * 0.0012, longitude: -1.868 + (n % 5) * 0.0017 },
    phone: `01214960${String(100 + n)}`,
  });

export const officialPremises: readonly Listed[] = [
  {
    premises: listed({
      code: 'Y02494',
      name: 'Larkspur Row Surgery',
      kind: 'gp-practice',
      at: ['40 Larkspur Row', '', 'Leeds', 'West Yorkshire', 'LS9 0AB'],
      point: { latitude: 53.7982, longitude: -1.5175 },
      phone: '01134960040',
    }),
  },
  {
    premises: listed({
      code: 'FKH23',
      name: 'Harebell Court Pharmacy',
      kind: 'pharmacy',
      at: ['2 Harebell Court', '', 'Bristol', 'Bristol', 'BS1 0AD'],
      point: { latitude: 51.4538, longitude: -2.5918 },
      phone: '01174960041',
    }),
  },
  {
    alsoFoundBy: ['pharmacy2u'],
    premises: listed({
      code: 'FLM49',
      name: 'Trevelyan Online Pharmacy',
      kind: 'pharmacy',
      at: ['3 Trevelyan Square', '', 'Leeds', 'West Yorkshire', 'LS1 6AE'],
      point: { latitude: 53.7964, longitude: -1.5456 },
      phone: '01134960042',
      more: {
        sellsAtADistance: true,
        contacts: [
          { kind: 'telephone', value: '01134960042' },
          { kind: 'website', value: 'https://www.trevelyan-online.example' },
          { kind: 'email', value: 'orders@trevelyan-online.example' },
        ],
      },
    }),
  },
  ...plants.map((plant, n) => ({ premises: inBletchley(plant, n) })),
  ...plants.slice(0, 12).map((plant, n) => ({ premises: inB11(plant, n) })),
];

export const organisations: readonly Organisation[] = officialPremises.map(({ premises }) => premises.organisation);
