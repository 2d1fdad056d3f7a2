/** What of a clinical record the items of a collection in plain JSON tell, read from its name and from what an item looks like. */
import { isObject } from '../../contract/json.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Generator } from '../../making/generate.ts';
import { generateChecked, SOME_DAY } from '../../making/generate.ts';
import { planPlainItem, type PlainItem } from '../../making/record/plain-item.ts';
import { entriesNamed, type EntriesNamed } from '../../making/record/which-entries.ts';
import { nobody } from '../../population.ts';
import type { Published } from '../resource/published.ts';
import { collectionName } from '../resource/names.ts';
import type { Resource } from '../resource/resource.ts';
import { isPatientName } from './patient-names.ts';

export interface PlainItems {
  readonly named: EntriesNamed;
  /** An item as the contract has it; undefined where it says too little for an entry to be told in it. */
  item(): PlainItem | undefined;
}

type Collection = Pick<Resource, 'path' | 'shape' | 'single' | 'all'>;

/** Undefined where the name is none of a kind of entry, or no request for them names a patient: what is called a report or a document may be anything. */
export function planPlainItems(
  generator: Generator,
  { path, shape, single, all }: Collection,
  published: () => Published,
): PlainItems | undefined {
  const { meaning } = generator;
  const named = single ? undefined : entriesNamed(collectionName(path));
  const asksForPatient = all.some(({ operation }) => operation.parameters.some(({ name }) => isPatientName(meaning, operation, name)));
  if (!named || !asksForPatient) return undefined;
  const item = lazily(() => {
    const [shown] = [...published().rows.values()].map((row) => row.fitting()).filter(isObject);
    if (shown?.['resourceType'] !== undefined) return undefined;
    if (shown) return planPlainItem(meaning, named.kind, shown, shape);
    if (!shape) return undefined;
    const { value } = generateChecked({ generator, at: shape, key: `an item of ${path}`, now: SOME_DAY, population: nobody });
    return isObject(value) && value['resourceType'] === undefined ? planPlainItem(meaning, named.kind, value, shape) : undefined;
  });
  return { named, item };
}
