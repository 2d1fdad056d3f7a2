/** `export`: people of the world as lines of CSV or of JSON, one by one, so that any number fits in memory. */
import type { Person, Population } from '../../population.ts';
import { csvLine } from '../../contract/csv-line.ts';

export type ExportFormat = 'csv' | 'ndjson';
export const exportFormats: readonly ExportFormat[] = ['csv', 'ndjson'];

export interface ExportOptions {
  readonly count: number;
  readonly format: ExportFormat;
  /** Told how many have been written, now and then and at the end. */
  readonly progress?: (done: number) => void;
}

const progressEvery = 1_000;

const columns: readonly (readonly [string, (person: Person) => string | undefined])[] = [
  ['nhs_number', ({ nhsNumber }) => nhsNumber],
  ['prefix', ({ names }) => names[0]?.prefix],
  ['given', ({ names }) => names[0]?.given.join(' ')],
  ['family', ({ names }) => names[0]?.family],
  ['gender', ({ gender }) => gender],
  ['birth_date', ({ birthDate }) => birthDate],
  ['death_date', ({ death }) => death?.date],
  ['address', ({ addresses }) => addresses[0]?.lines.filter((line) => line !== '').join(', ')],
  ['postcode', ({ addresses }) => addresses[0]?.postcode],
  ['phone', ({ telecoms }) => telecoms.find(({ system }) => system === 'phone')?.value],
  ['email', ({ telecoms }) => telecoms.find(({ system }) => system === 'email')?.value],
  ['gp_practice', ({ registrations }) => registrations.find(({ period }) => period.end === undefined)?.practice],
  ['pharmacy', ({ pharmacy }) => pharmacy],
  ['ethnicity', ({ ethnicity }) => ethnicity],
  ['language', ({ language }) => language],
  ['restricted', ({ restricted }) => String(restricted)],
];

/** Different people, spread evenly over the whole world; no more than it has. A CSV begins with its header. */
export function* exportPeople(population: Population, { count, format, progress }: ExportOptions): Generator<string> {
  if (format === 'csv') yield columns.map(([name]) => name).join();
  const seen = new Set<string>();
  const wanted = Math.min(count, population.size);
  const step = Math.max(1, Math.floor(population.size / Math.max(1, wanted)));
  for (let n = 0; n < population.size && seen.size < wanted; n += 1) {
    // Every step-th person first; once round, those in between.
    const index = ((n * step) % population.size) + Math.floor((n * step) / population.size);
    const person = population.at(index);
    if (seen.has(person.nhsNumber)) continue;
    seen.add(person.nhsNumber);
    yield format === 'csv' ? csvLine(columns.map(([, read]) => read(person) ?? '')) : JSON.stringify(person);
    if (seen.size % progressEvery === 0) progress?.(seen.size);
  }
  progress?.(seen.size);
}
