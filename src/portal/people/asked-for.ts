/** What a visitor's search asks: the fields of the form that were filled in. */
import type { operations } from '../../generated/sandbox-control.types.ts';

/** Who somebody is, one thing at a time. */
export const describingFields = ['family', 'given', 'gender', 'born', 'gp', 'postcode', 'place', 'trait', 'fuzzy', 'history'] as const;

/** What somebody has to be, rather than who they are. */
export const needFields = [
  'age',
  'turns',
  'newborn',
  'startsSchool',
  'livesWith',
  'livesIn',
  'deprived',
  'rural',
  'moved',
  'newToEngland',
  'maritalStatus',
  'sameSexCouple',
  'children',
  'childrenAtHome',
  'loneParent',
  'twin',
  'carer',
  'nextOfKin',
  'bereaved',
  'bornAbroad',
  'bornIn',
  'language',
  'ethnicity',
  'religion',
  'pharmacy',
  'died',
  'pregnant',
  'gaveBirth',
  'condition',
  'withoutCondition',
  'frail',
  'endOfLife',
  'allergy',
  'behindOnVaccinations',
  'due',
  'vaccinated',
  'on',
  'medicines',
  'reviewDue',
  'waiting',
  'twoWeekWait',
  'appointment',
  'inHospital',
  'discharged',
  'consulted',
  'adjustment',
  'smoker',
  'lastHba1c',
  'lastSystolic',
  'lastBmi',
  'lastEgfr',
  'lastCholesterol',
  'lastPeakFlow',
  'lastPhq9',
] as const satisfies readonly (keyof NonNullable<operations['list-people']['parameters']['query']>)[];

export const askedFields = ['q', ...describingFields, ...needFields] as const;

export type NeedField = (typeof needFields)[number];
export type AskedField = (typeof askedFields)[number];

export type AskedFor = Readonly<Partial<Record<AskedField, string>>>;

export function readAsked(query: URLSearchParams): AskedFor {
  return Object.fromEntries(
    askedFields.flatMap((field) => {
      const text = query.get(field)?.trim() ?? '';
      return text === '' ? [] : [[field, text]];
    }),
  );
}

/** As many as one page shows. */
export const perPage = 50;

interface Extent {
  readonly skip?: number;
  readonly limit?: number;
}

/** Of the sandbox's own API. */
export const searchPath = (asked: AskedFor, { skip = 0, limit = perPage }: Extent = {}): string =>
  `/people?${new URLSearchParams({ ...asked, limit: String(limit), ...(skip > 0 && { skip: String(skip) }) }).toString()}`;

/** Words of need that were understood stand in fields of their own from then on. */
export function inFields(
  { q, ...fields }: AskedFor,
  understood: readonly { readonly name: string; readonly value: string }[] = [],
): AskedFor {
  if (understood.length === 0) return q === undefined ? fields : { q, ...fields };
  return { ...fields, ...readAsked(new URLSearchParams(understood.map(({ name, value }) => [name, value]))) };
}
