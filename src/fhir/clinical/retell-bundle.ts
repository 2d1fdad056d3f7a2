/**
 * Whole Bundles told again of another record: a published one gives the shape, the record what is in it. A summary with its Composition,
 * a record as Lists of areas, or prescriptions that are Bundles each.
 */
import type { ClinicalRecord, Entry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Population } from '../../population.ts';
import { aroundBundle, type Around } from './around.ts';
import type { FhirVersion } from './about.ts';
import { askedAreas, type AskedParts } from './asked-areas.ts';
import { idFor, bundleModel, resourceTypeOf, urn, type BundleModel } from './bundle-model.ts';
import type { PrintDocument } from './documents.ts';
import { elementsAt, stringAt } from './element.ts';
import { medicineId } from './medicine-elements.ts';
import { typesThatTell } from './referents.ts';
import { retoldComposition, summaryId } from './retell-composition.ts';
import { areaOfList, consultationLists, consultationOf, retoldList, topicOf, type ListedArea, type Listing } from './retell-list.ts';
import { selectedEntries, type SelectedEntries } from './selected-entries.ts';
import { writeEntry } from './write-entry.ts';

export interface Retelling {
  readonly version: FhirVersion;
  readonly population: Population;
  /** Of the answer, in place of a timestamp. */
  readonly timestamp: string;
  /** The Parameters that ask for parts of the record; all of it where there are none. */
  readonly asked?: JsonObject;
  /** What the addresses of entries begin with, where the example has addresses of a server. */
  readonly base?: string;
  /** Fits a resource that was written to what its contract wants; `example` is the published one of its type, where there is one. */
  shape?(resource: JsonObject, example: JsonObject | undefined): JsonObject;
  readonly print?: PrintDocument;
}

/** Of several published Bundles of one answer, the one that tells of most. */
export function fullestBundle(examples: readonly JsonObject[]): JsonObject | undefined {
  const weight = (bundle: JsonObject): number => {
    const { types, byType } = bundleModel(bundle);
    return types.length + new Set(byType.get('List')?.map((list) => stringAt(list, 'title') ?? '')).size;
  };
  return examples.toSorted((a, b) => weight(b) - weight(a))[0];
}

export function retellBundle(example: JsonObject, record: ClinicalRecord, retelling: Retelling): JsonObject {
  const model = bundleModel(example);
  const inside = model.byType.get('Bundle')?.[0];
  const entries = inside ? prescriptions(model, bundleModel(inside), record, retelling) : told(model, record, retelling);
  return framed(model, entries, record, retelling);
}

/** The members of a Bundle beside its entries: ids are the person's, and times those of the answer. */
function framed(
  { bundle, types }: BundleModel,
  entry: readonly JsonObject[],
  record: ClinicalRecord,
  { timestamp }: Retelling,
): JsonObject {
  const { entry: _, link: __, total, ...members } = bundle;
  const own = record.person.nhsNumber;
  const countsAll = total === elementsAt(bundle, 'entry').length;
  const matches = entry.filter((each) => stringAt(each, 'search', 'mode') !== 'include');
  const hasSummary = types.includes('Composition');
  const id = hasSummary ? summaryId(own) : idFor('bundle', own);
  return {
    ...members,
    ...('id' in members && { id }),
    ...(isObject(members['identifier']) && { identifier: { ...members['identifier'], value: id } }),
    ...('timestamp' in members && { timestamp }),
    ...(isObject(members['meta']) && 'lastUpdated' in members['meta'] && { meta: { ...members['meta'], lastUpdated: timestamp } }),
    ...(total !== undefined && { total: countsAll ? entry.length : matches.length }),
    ...(entry.length > 0 && { entry }),
  };
}

/** A Bundle for each prescription, of the requests on it and those whom they name. */
function prescriptions(model: BundleModel, inside: BundleModel, record: ClinicalRecord, retelling: Retelling): readonly JsonObject[] {
  const groups = Map.groupBy(record.of('issue'), ({ prescription }) => prescription);
  // The latest first.
  return [...groups].toReversed().map(([prescription, issues]) => {
    const id = idFor('prescription', prescription);
    const ids = new Set(issues.map((issue) => issue.id));
    const only: ClinicalRecord = {
      ...record,
      of: (kind) => (kind === 'issue' ? record.of(kind).filter((entry) => ids.has(entry.id)) : []),
    };
    const { entry: _, ...members } = inside.bundle;
    const resource: JsonObject = { ...members, ...('id' in members && { id }), entry: told(inside, only, retelling) };
    const address = model.base === undefined ? undefined : model.base === urn ? `${urn}${id}` : `${model.base}Bundle/${id}`;
    return {
      ...(address !== undefined && { fullUrl: address }),
      ...(model.search !== undefined && { search: model.search }),
      resource,
    };
  });
}

interface Telling extends SelectedEntries {
  readonly model: BundleModel;
  readonly record: ClinicalRecord;
  readonly retelling: Retelling;
  readonly around: Around;
}

function told(model: BundleModel, record: ClinicalRecord, retelling: Retelling): readonly JsonObject[] {
  const { asked, shape = (resource: JsonObject) => resource } = retelling;
  const around = aroundBundle(model, { record, ...retelling });
  const asks = asked && askedAreas(asked);
  const { kinds, of } = selectedEntries(model, record, { version: retelling.version, asks });
  const telling: Telling = { model, record, retelling, around, kinds, of };
  for (const entry of kinds.flatMap(of)) hold(entry, telling);
  const resources = [
    ...kinds.flatMap(of).flatMap((entry) => resourcesOf(entry, telling)),
    ...lists(telling, asks),
    ...compositions(telling),
  ];
  const all = distinct([...resources, ...around.resources()]);
  const order = (resource: JsonObject): number =>
    (model.types.indexOf(resourceTypeOf(resource)) + model.types.length + 1) % (model.types.length + 1);
  return all
    .toSorted((a, b) => order(a) - order(b))
    .map((resource) => {
      const type = resourceTypeOf(resource);
      const fullUrl = around.address(type, stringAt(resource, 'id') ?? '');
      return {
        ...(fullUrl !== undefined && { fullUrl }),
        resource: shape(resource, exampleOf(resource, model)),
        ...(model.search !== undefined && { search: model.search }),
      };
    });
}

/** The published resource that is most like it: plans and orders are of one type, and look otherwise. */
function exampleOf(resource: JsonObject, { byType }: BundleModel): JsonObject | undefined {
  const ofType = byType.get(resourceTypeOf(resource)) ?? [];
  return ofType.find(({ intent }) => intent === resource['intent']) ?? ofType[0];
}

/** Of those that tell the entry, the types that the model has; all of them where its list is empty there. */
function typesOf({ kind }: Entry, { model, retelling }: Telling): readonly string[] {
  const types = typesThatTell(kind, retelling.version);
  const here = types.filter((type) => model.types.includes(type));
  return here.length > 0 ? here : types;
}

function hold(entry: Entry, telling: Telling): void {
  const { around } = telling;
  for (const type of typesOf(entry, telling))
    around.hold(type, type === 'Medication' && 'medicine' in entry ? medicineId(entry) : entry.id);
  if (entry.kind !== 'encounter') return;
  around.hold('List', consultationOf(entry));
  around.hold('List', topicOf(entry));
}

function resourcesOf(entry: Entry, telling: Telling): readonly JsonObject[] {
  const types = typesOf(entry, telling);
  const { print } = telling.retelling;
  return writeEntry(entry, { ...telling.around.writing, ...(print && { print }) }).filter((resource) =>
    types.includes(resourceTypeOf(resource)),
  );
}

function lists(telling: Telling, asks: AskedParts | undefined): readonly JsonObject[] {
  const { model, around, of, kinds, record } = telling;
  const { writing } = around;
  const listing: Listing = { writing, model, asOf: record.asOf, told: (kind) => (kinds.includes(kind) ? of(kind) : []) };
  const ofAreas = (model.byType.get('List') ?? []).flatMap((list) => {
    const area = 'encounter' in list ? undefined : areaOfList(list, writing.version);
    const isAsked = area !== undefined && (asks === undefined || isListAsked(area, asks));
    return isAsked ? [retoldList(list, area, listing)] : [];
  });
  return [...ofAreas, ...consultationLists(listing.told('encounter'), listing)];
}

/** What is only found through something else has a list where that is asked for, and it is not itself. */
function isListAsked({ from, kinds }: ListedArea, asks: AskedParts): boolean {
  const isNamed = kinds.some((kind) => asks.asksFor(kind));
  if (from === undefined) return isNamed;
  return !isNamed && kinds.length > 0 && asks.asksFor(from === 'problems' ? 'condition' : 'encounter');
}

function compositions({ model, around, of, kinds, record }: Telling): readonly JsonObject[] {
  const summarising = { writing: around.writing, asOf: record.asOf, of, isHeld: ({ kind }: Entry) => kinds.includes(kind) };
  return (model.byType.get('Composition') ?? []).map((example) => retoldComposition(example, summarising));
}

/** Medicines that two of the entries share come once. */
function distinct(resources: readonly JsonObject[]): readonly JsonObject[] {
  const seen = new Set<string>();
  return resources.filter((resource) => {
    const id = stringAt(resource, 'id');
    if (id === undefined) return true;
    const key = `${resourceTypeOf(resource)}/${id}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
