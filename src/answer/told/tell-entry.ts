/** An entry of a record as a resource of a contract. */
import type { ClinicalRecord, Entry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { lazily } from '../../contract/lazily.ts';
import { unlessBeyond } from '../../contract/work.ts';
import { aboutRecord } from '../../fhir/clinical/about.ts';
import type { PrintDocument } from '../../fhir/clinical/documents.ts';
import { resourceOfEntry } from '../../fhir/clinical/write-entry.ts';
import type { Generator } from '../../making/generate.ts';
import { isAccepted } from '../../plan/examples/example-mending.ts';
import { layOver, type LaidOver } from '../../plan/told/lay-over.ts';
import type { ToldItems } from '../../plan/told/told-items.ts';
import type { Population } from '../../population.ts';
import { cutToFit } from '../state/leave-out.ts';
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
  readonly told: ToldItems;
  readonly record: ClinicalRecord;
  /** Where the bytes of a document are, where the API has them. */
  bytesAt(id: string): string | undefined;
  readonly print: PrintDocument;
  /** Under which it stands in the API. */
  readonly id: string;
}

/** What of the steps that a request may take one resource is given. */
const STEPS_TO_CUT = 200_000;

/** Undefined where the entry is told in no resource of the type, or the contract has no code for it. */
export function tellEntry(entry: Entry, telling: TellEntry): LaidOver | undefined {
  const { generator, population, path, told, record, bytesAt, id } = telling;
  const { type, version, example, at, kinds } = told;
  const { refer, complete } = containing(example, { record, bytesAt });
  const writing = { version, about: aboutRecord(record, population, refer), print: telling.print };
  const found = resourceOfEntry(entry, type, writing);
  if (!found) return undefined;
  const written = found['id'] === id ? found : { ...found, id };
  const whole = (resource: JsonObject): JsonObject =>
    complete(resource, (kind, id) => writeReferred(kind, id, record, { population, version, kinds }));
  const model = lazily(() => {
    const shown = modelFor(entry, { ...telling, person: record.person });
    return shown && whole(shown);
  });
  const laid = layOver(generator, path, told, { resource: whole(written), model });
  if (!laid) return undefined;
  const settled = settledReferences(laid.resource, entry, writing);
  const { contract } = generator.meaning;
  if (at === undefined || isAccepted(contract, at, settled)) return { resource: settled, fits: true };
  if (laid.fits) return laid;
  const kept = unlessBeyond(
    () => contract.work.within(STEPS_TO_CUT, () => cutToFit(contract, at, settled).kept),
    () => settled,
  );
  return isObject(kept) ? { resource: kept, fits: isAccepted(contract, at, kept) } : { resource: settled, fits: false };
}
