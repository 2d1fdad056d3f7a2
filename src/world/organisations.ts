/** Practices, pharmacies, trusts, integrated care boards and regions, with codes from fictional blocks and a hierarchy. */
import type { OdsCode, Organisation } from '../population.ts';
import { spotOf } from './addresses.ts';
import { objectId } from './object-id.ts';
import { field } from './fields.ts';
import { hash, pick } from './hash.ts';
import { localities, streetNames, type Town, towns } from './places.ts';

const pharmaciesPerPractice = 1.7;
const practicesPerBoard = 8;
const practicesPerTrust = 4;
const boardsPerRegion = 3;
const national = 'X26';
/** Homes of organisations are numbered far above people's, so that no one lives in a surgery. */
const premises = 0x10000000;

export interface Organisations {
  byCode(code: string): Organisation | undefined;
  all(kind?: Organisation['kind']): Iterable<Organisation>;
  practiceCode(practice: number): OdsCode;
  /** The number of a practice of the world, from its code. */
  practiceNumber(code: string): number | undefined;
  town(practice: number): Town;
  /** A pharmacy near a practice, chosen by a number. */
  pharmacyNear(practice: number, choice: number): OdsCode;
  trustFor(practice: number): OdsCode;
}

/** `extra` are organisations that personas need; their codes win. */
export function organisationsOf(seed: number, practices: number, extra: readonly Organisation[]): Organisations {
  const counts = {
    'gp-practice': practices,
    pharmacy: Math.round(practices * pharmaciesPerPractice),
    trust: Math.min(36, Math.max(2, Math.round(practices / practicesPerTrust))),
    icb: Math.min(36, Math.max(2, Math.round(practices / practicesPerBoard))),
    region: 0,
    other: 1,
  };
  counts.region = Math.max(1, Math.round(counts.icb / boardsPerRegion));
  const order = ['region', 'icb', 'trust', 'gp-practice', 'pharmacy'] as const;
  type Kind = (typeof order)[number];

  const codes: Readonly<Record<Kind, (n: number) => string>> = {
    'gp-practice': (n) => `Y9${String(n + 1).padStart(4, '0')}`,
    pharmacy: (n) => `FZ${String(n + 1).padStart(3, '0')}`,
    trust: (n) => `RZ${n.toString(36).toUpperCase()}`,
    icb: (n) => `QZ${n.toString(36).toUpperCase()}`,
    region: (n) => `YZ${n.toString(36).toUpperCase()}`,
  };
  const parentKind: Readonly<Record<Kind, Kind | undefined>> = {
    'gp-practice': 'icb',
    pharmacy: 'icb',
    trust: 'icb',
    icb: 'region',
    region: undefined,
  };
  const known = new Map<string, Organisation>(extra.map((each) => [each.ods, each]));

  /** The nth of one kind stands beside the matching one of another: both run along the same list of towns. */
  const beside = (n: number, from: Kind, to: Kind): number => Math.min(counts[to] - 1, Math.floor((n * counts[to]) / counts[from]));
  const townOf = (kind: Kind, n: number): Town => townAt(Math.floor((n * towns.length) / counts[kind]));
  const ods = (code: string): OdsCode => code as OdsCode; // the codes made here have the shape that the brand promises

  function make(kind: Kind, n: number): Organisation {
    const key = premises + order.indexOf(kind) * 0x10000 + n;
    const town = townOf(kind, n);
    const up = parentKind[kind];
    return {
      ods: ods(codes[kind](n)),
      name: nameOf(kind, n, key, town),
      kind,
      address: { id: objectId(seed, key, field.addressId), use: 'work', ...spotOf(seed, key, 0, town) },
      phone: phoneOf(town, hash(seed, key, field.homePhone)),
      parent: ods(up === undefined ? national : codes[up](beside(n, kind, up))),
    };
  }

  function nameOf(kind: Kind, n: number, key: number, town: Town): string {
    const word = streetNames[(pick(seed, 0, field.organisation, streetNames.length) + n) % streetNames.length] ?? '';
    const practiceKinds = ['Surgery', 'Medical Centre', 'Health Centre', 'Medical Practice', 'Family Practice'] as const;
    switch (kind) {
      case 'gp-practice':
        return `${word} ${practiceKinds[hash(seed, key, field.organisation) % practiceKinds.length] ?? 'Surgery'}, ${town.name}`;
      case 'pharmacy':
        return `${word} Pharmacy, ${town.name}`;
      case 'trust':
        return `${town.name} and ${localities[n % localities.length] ?? ''} Hospitals Trust (fictional)`;
      case 'icb':
        return `${town.county} and ${word} Integrated Care Board (fictional)`;
      case 'region':
        return `${town.county} and Neighbours Region (fictional)`;
    }
  }

  function byCode(code: string): Organisation | undefined {
    const asked = code.toUpperCase();
    const fixed = known.get(asked);
    if (fixed !== undefined) return fixed;
    if (asked === national) return nationalBody(ods(national));
    const numbered = numberOf(asked);
    return numbered === undefined ? undefined : make(numbered.kind, numbered.n);
  }

  function numberOf(code: string): { kind: Kind; n: number } | undefined {
    const match = /^(?:Y9(\d{4})|FZ(\d{3})|RZ([0-9A-Z])|QZ([0-9A-Z])|YZ([0-9A-Z]))$/.exec(code);
    if (match === null) return undefined;
    const [, practice, pharmacy, trust, icb, region] = match;
    const [kind, n]: [Kind, number] =
      practice !== undefined
        ? ['gp-practice', Number(practice) - 1]
        : pharmacy !== undefined
          ? ['pharmacy', Number(pharmacy) - 1]
          : trust !== undefined
            ? ['trust', parseInt(trust, 36)]
            : icb !== undefined
              ? ['icb', parseInt(icb, 36)]
              : ['region', parseInt(region ?? '', 36)];
    return n >= 0 && n < counts[kind] ? { kind, n } : undefined;
  }

  return {
    byCode,
    *all(kind) {
      for (const each of known.values()) if (kind === undefined || each.kind === kind) yield each;
      if (kind === undefined || kind === 'other') yield nationalBody(ods(national));
      for (const each of order) {
        if (kind !== undefined && kind !== each) continue;
        for (let n = 0; n < counts[each]; n += 1) if (!known.has(codes[each](n))) yield make(each, n);
      }
    },
    practiceCode: (practice) => ods(codes['gp-practice'](practice)),
    practiceNumber(code) {
      const numbered = numberOf(code.toUpperCase());
      return numbered?.kind === 'gp-practice' ? numbered.n : undefined;
    },
    town: (practice) => townOf('gp-practice', practice),
    pharmacyNear(practice, choice) {
      const from = beside(practice, 'gp-practice', 'pharmacy');
      const to = Math.max(from + 1, beside(practice + 1, 'gp-practice', 'pharmacy'));
      return ods(codes.pharmacy(from + (choice % (to - from))));
    },
    trustFor: (practice) => ods(codes.trust(beside(practice, 'gp-practice', 'trust'))),
  };
}

function townAt(n: number): Town {
  return towns[Math.min(towns.length - 1, n)] ?? { name: 'London', county: 'Greater London', district: 'SE6', dial: '020 7946 0' };
}

/** The code that real systems use for the national body, since clients send it. */
function nationalBody(ods: OdsCode): Organisation {
  const lines = ['', '1 Example Square', '', 'Leeds', 'West Yorkshire'] as const;
  return {
    ods,
    name: 'National body (sandbox)',
    kind: 'other',
    address: { id: 'X26', use: 'work', lines, postcode: 'LS70 1AA' },
    phone: '0113 496 0000',
  };
}

/** A number in the town's range for drama. */
export function phoneOf(town: Town, choice: number): string {
  return `${town.dial}${String(choice % 1000).padStart(3, '0')}`;
}
