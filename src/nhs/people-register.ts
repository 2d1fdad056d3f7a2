/**
 * People as one API holds them: a workspace's changed records over the people of the population. Changed records are found by birth
 * date and family name, now or once, without all of them being read; a number that was superseded leads to the one that stands for it.
 */
import { parseNhsNumber } from '../fhir/nhs-number.ts';
import type { Call } from '../mock/call.ts';
import type { Person } from '../population.ts';

/** How a record stands. */
export type RecordStanding =
  | { readonly kind: 'live' }
  | { readonly kind: 'superseded'; readonly by: string }
  | { readonly kind: 'invalidated' };

export type Holdings = Pick<Call, 'store' | 'population'>;

export interface Born {
  readonly from: string;
  readonly to: string;
}

/** How an API holds a person. */
export interface Holding<R> {
  /** What the names of its collections begin with: the API's own name. */
  readonly api: string;
  /** Somebody whom nobody has changed. */
  recordOf(person: Person): R;
  numberOf(record: R): string;
  /** Now or once. */
  birthDatesOf(record: R): readonly string[];
  /** Now or once, folded. */
  familiesOf(record: R): readonly string[];
}

export interface PeopleRegister<R> {
  find(held: Holdings, nhsNumber: string): R | undefined;
  /** The record that stands for this number now: the survivor, where it was superseded. */
  surviving(held: Holdings, nhsNumber: string): R | undefined;
  isChanged(held: Pick<Holdings, 'store'>, nhsNumber: string): boolean;
  /** Changed records with a birth date in the range; of one family name, where it is given folded and whole. */
  changed(held: Pick<Holdings, 'store'>, born: Born, family?: string): R[];
  isAnyChanged(held: Pick<Holdings, 'store'>, born: Born): boolean;
  save(held: Pick<Holdings, 'store'>, record: R): void;
  /** Saves a record under a number that had none. `document` is its JSON. */
  add(held: Pick<Holdings, 'store'>, record: R, document?: string): void;
  /** A number that nobody has: the population's spare ones first, then the 998 range, which is never issued either. */
  allocateNumber(held: Holdings): string;
}

/** The collection of an API that holds the records which its workspace has changed, by NHS number: each as `{ standing, … }`. */
export const changedRecords = (api: string): string => `${api}/patient`;

/** Merges of merges that are followed. */
const mostHops = 5;

export function peopleRegister<R extends { readonly standing: RecordStanding }>(holding: Holding<R>): PeopleRegister<R> {
  const records = changedRecords(holding.api);
  /** Keys are `{birth date}/{NHS number}`, documents the family names of that record: of those, one is looked for as text. */
  const byBirthDate = `${holding.api}/patient-by-birth-date`;
  const counters = `${holding.api}/counter`;

  // Only `add` writes these documents.
  const read = (document: string): R => JSON.parse(document) as R;

  function find({ store, population }: Holdings, nhsNumber: string): R | undefined {
    const changed = store.get(records, nhsNumber);
    if (changed !== undefined) return read(changed);
    const person = population.find(nhsNumber);
    return person && holding.recordOf(person);
  }

  function add({ store }: Pick<Holdings, 'store'>, record: R, document = JSON.stringify(record)): void {
    const number = holding.numberOf(record);
    store.put(records, number, document);
    const families = JSON.stringify(holding.familiesOf(record));
    for (const birthDate of holding.birthDatesOf(record)) store.put(byBirthDate, `${birthDate}/${number}`, families);
  }

  function* changedNumbers(store: Holdings['store'], { from, to }: Born): Generator<readonly [number: string, families: string]> {
    for (const [key, families] of store.list(byBirthDate, sharedStart(from, to))) {
      const [birthDate = '', number = ''] = key.split('/');
      if (birthDate >= from && birthDate <= to) yield [number, families];
    }
  }

  return {
    find,
    add,
    surviving(held, nhsNumber) {
      let record = find(held, nhsNumber);
      for (let hops = 0; record?.standing.kind === 'superseded' && hops < mostHops; hops += 1) record = find(held, record.standing.by);
      return record;
    },
    isChanged: ({ store }, nhsNumber) => store.get(records, nhsNumber) !== undefined,
    changed({ store }, born, family) {
      const found = new Map<string, R>();
      // Quoted as it would be among the names: a name that only contains it is left out, and whoever asks decides about the rest.
      const name = family === undefined ? '' : JSON.stringify(family);
      for (const [number, families] of changedNumbers(store, born)) {
        if (found.has(number) || !families.includes(name)) continue;
        const document = store.get(records, number);
        if (document !== undefined) found.set(number, read(document));
      }
      return [...found.values()];
    },
    isAnyChanged: ({ store }, born) => changedNumbers(store, born).next().done !== true,
    save({ store }, record) {
      const number = holding.numberOf(record);
      const before = store.get(records, number);
      if (before !== undefined)
        for (const birthDate of holding.birthDatesOf(read(before))) store.delete(byBirthDate, `${birthDate}/${number}`);
      add({ store }, record);
    },
    allocateNumber(held) {
      const { store, population } = held;
      for (;;) {
        const n = Number(store.get(counters, 'allocated') ?? '0');
        store.put(counters, 'allocated', String(n + 1));
        const number = population.spareNumber(n) ?? parseNhsNumber(withCheckDigit(998_000_000 + n));
        if (number !== undefined && find(held, number) === undefined) return number;
      }
    },
  };
}

function withCheckDigit(nine: number): string {
  const digits = String(nine);
  const sum = [...digits].reduce((total, digit, position) => total + (10 - position) * Number(digit), 0);
  return digits + ((11 - (sum % 11)) % 11);
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
