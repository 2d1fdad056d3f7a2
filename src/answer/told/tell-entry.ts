/** An entry of a record as a resource of a contract. */
import type { ClinicalRecord, Entry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { lazily } from '../../contract/lazily.ts';
import { aboutRecord } from '../../fhir/clinical/about.ts';
import { resourceOfEntry } from '../../fhir/clinical/write-entry.ts';
import type { Generator } from '../../making/generate.ts';
import { isAccepted } from '../../plan/examples/example-mending.ts';
import { layOver, type LaidOver } from '../../plan/told/lay-over.ts';
import type { ToldResources } from '../../plan/told/told-items.ts';
import type { Population } from '../../population.ts';
import { containing } from './contained.ts';
import { modelFor } from './model-for.ts';
import { writeReferred } from './referred-to.ts';
import { settledReferences } from './settle-references.ts';

export interface TellEntry {
  readonly generator: Generator;
  readonly population: Population;
  readonly now: number;
  /** The collection's path. */
  readonly path: string;
  readonly told: ToldResources;
  readonly record: ClinicalRecord;
}

/** Undefined where the entry is told in no resource of the type. */
export function tellEntry(entry: Entry, telling: TellEntry): LaidOver | undefined {
  const { generator, population, path, told, record } = telling;
  const { type, version, example, at, kinds } = told;
  const { refer, complete } = containing(example, record);
  const writing = { version, about: aboutRecord(record, population, refer) };
  const written = resourceOfEntry(entry, type, writing);
  if (!written) return undefined;
  const whole = (resource: JsonObject): JsonObject =>
    complete(resource, (kind, id) => writeReferred(kind, id, record, { population, version, kinds }));
  const model = lazily(() => {
    const shown = modelFor(entry, { ...telling, person: record.person });
    return shown && whole(shown);
  });
  const laid = layOver(generator, path, told, { resource: whole(written), model });
  const settled = settledReferences(laid.resource, entry, writing);
  const fits = at === undefined || isAccepted(generator.meaning.contract, at, settled);
  return fits || !laid.fits ? { resource: settled, fits } : laid;
}
