/** What is understood of a list: where its items stand, how it is paged, searched and sorted, and what is written of a page. */
import type { Json, Operation, Parameter, SchemaAt } from '../../contract/contract.ts';
import type { ApiPlan } from '../api-plan.ts';
import type { SuccessPlan } from '../operation-plan.ts';
import { shownAs as showRow, type Acknowledgement } from '../write/acknowledgement.ts';
import { mended } from '../examples/mend.ts';
import { collectionName, sameName } from '../resource/names.ts';
import { asked } from './asked-by.ts';
import { memberAt, planId, type IdPlan } from '../resource/id-plan.ts';
import { membersOf } from '../resource/members.ts';
import type { Resource } from '../resource/resource.ts';
import type { Call } from '../../mock/call.ts';
import { lazily, lazilyFor } from '../../contract/lazily.ts';
import { isItem, itemShape, itemsIn, kindsOf, type Envelope } from './envelope/envelope.ts';
import { planFrame, type Frame, type Writers } from './envelope/frame.ts';
import { leadOn, tellOfMore } from './envelope/page-facts.ts';
import { pageHeaders, type PageHeader } from './envelope/page-headers.ts';
import { heldIn, type SearchedField } from './search/field.ts';
import type { Held } from './search/held.ts';
import { overlaid, shapeOfExample, shapeOfSchema, type Shape } from './envelope/shape.ts';
import { planInclude, type IncludePlan } from './include.ts';
import { planParts, type PartsPlan } from './parts.ts';
import { planPaging, type Paging } from './paging/paging.ts';
import { isPatientName } from '../told/patient-names.ts';
import { resourceSchemas } from '../told/resource-schemas.ts';
import { planToldItems, type ToldItems } from '../told/told-items.ts';
import { isOuter } from './search/members.ts';
import { planSearch, type SearchPlan } from './search/search.ts';
import { searched, viewParameter, type SearchParameter } from './search/parameter.ts';
import { planSort, type SortPlan } from './search/sort.ts';

export interface ListPlan extends Searching {
  /** Where it is a view of another collection: what its items hold of whom the path names. */
  readonly view: SearchParameter | undefined;
  /** How a row is shown as an item of this list. */
  readonly listed: Acknowledgement;
  /** Where in a row the item stands that the list shows just so: `data`, where one is read inside of that. */
  readonly inside: readonly string[] | undefined;
  /** The schema of an item of it. */
  readonly itemAt: SchemaAt | undefined;
  readonly include: IncludePlan;
  readonly parts: PartsPlan;
  /** Headers that tell of a page. */
  readonly headers: readonly PageHeader[];
  /** Items that the list itself publishes, as rows of the collection are kept: for one of which no other example shows any. */
  shown(how: { readonly mends: boolean }): readonly Json[];
  /** Writers of pages for a workspace of this seed. */
  writers(seed: number, generate: () => Json | undefined): Writers;
  /** What a published item holds for a search, read once. */
  heldByPublished(body: Json, field: SearchedField): readonly Held[];
  /** A published body as the list shows it, written once; undefined where it can be no item of this list. */
  shownAs(body: Json): PublishedItem | undefined;
  /** What a request gives for the parameter that names a person. */
  personIn(given: { readonly path: Call['path']; readonly query: Call['query'] }): Json | undefined;
  /** What of a clinical record the items of this list tell, where they do. */
  told(): ToldItems | undefined;
  /** What its contract says of the types of resource that a page may hold; empty where it says nothing. */
  readonly ofType: () => ReadonlyMap<string, SchemaAt>;
  /** Whether a parameter, declared or not, names a patient. */
  isPatientName(name: string): boolean;
  /** True of a parameter that is heard whether or not it is declared. */
  isHeard(name: string): boolean;
}

/** How a list is asked, as far as rows are to be found by it. */
export interface Searching {
  readonly frame: Frame;
  /** The path of links to other pages: of the GET that answers what a `_search` is sent for, where there is one. */
  readonly linkPath: string;
  readonly paging: Paging;
  readonly search: SearchPlan;
  readonly sort: SortPlan;
}

export interface PublishedItem {
  readonly text: string;
  readonly published: Json;
  body(): Json;
}

export interface ListQuestion {
  readonly api: ApiPlan;
  readonly operation: Operation;
  readonly resource: Resource;
  readonly success: SuccessPlan;
}

type SearchQuestion = Omit<ListQuestion, 'api'> & { readonly api: Pick<ApiPlan, 'contract' | 'meaning'> };

export function planSearching({ api, operation, resource, success }: SearchQuestion): Searching | undefined {
  const name = collectionName(resource.path);
  const item = itemOf(api, resource);
  const asking = asked(api.meaning, operation);
  const frame =
    success.media && planFrame(api.meaning, success.media, { name, certain: true, ...(item ? { item } : {}) }, asking.parameters);
  const about = { operation: asking, name, item, frame, id: resource.id, itemParameter: resource.itemParameter };
  return frame && searchingOf(api, { ...about, frame });
}

/** The same for an answer that its contract alone gives, where that is a list of anything. */
export function planPublishedSearch(api: SearchQuestion['api'], operation: Operation, success: SuccessPlan): Searching | undefined {
  const { meaning } = api;
  const path = operation.path.replace(/\/_search$/, '');
  const name = collectionName(path);
  const asking = asked(meaning, operation);
  const frame = success.media && planFrame(meaning, success.media, { name, certain: false }, asking.parameters);
  if (!frame) return undefined;
  const item = itemShape(frame.envelope);
  const id = planId({ meaning, operation: undefined, path, parameter: undefined, shape: item?.at, sent: undefined, shown: undefined });
  return searchingOf(api, { operation: asking, name, item, frame, id, itemParameter: undefined });
}

interface Searched {
  readonly operation: Operation;
  readonly name: string;
  readonly item: Shape | undefined;
  readonly frame: Frame;
  readonly id: IdPlan;
  readonly itemParameter: string | undefined;
}

function searchingOf(
  { contract, meaning }: SearchQuestion['api'],
  { operation, name, item, frame, id, itemParameter }: Searched,
): Searching {
  const { bundle } = frame.envelope;
  const fhir = bundle || (item !== undefined && kindsOf(item).length > 0);
  const about = { meaning, operation, item, name, fhir, id, itemParameter };
  const shapeOf = (parameter: Parameter): Shape =>
    parameter.schema ? shapeOfSchema(meaning.read, parameter.schema) : shapeOfExample(parameter.examples[0]?.value ?? null);
  const paging = planPaging({ contract, operation, shapeOf, item, bundle, tellsOfMore: bundle || tellOfMore(frame.facts) });
  const items = searched({ ...about, names: [] });
  const sort = planSort(operation, items);
  // A word without a mark of its own (`count`, `lang`) may be a member of the items, and is then looked for in them.
  const isWanted = (parameter: string): boolean =>
    /^[a-z]/i.test(parameter) && items.members.some((member) => isOuter(member, (step) => sameName(step, parameter)));
  const isOther = (parameter: string): boolean =>
    paging.names.has(parameter) || sort.names.has(parameter) || (isControl(parameter) && !isWanted(parameter));
  const collection = operation.path.replace(/\/_search$/, '');
  const linkPath = contract.operations.some(({ method, path }) => method === 'get' && path === collection) ? collection : operation.path;
  return { frame, linkPath, paging, sort, search: planSearch(about, isOther) };
}

export function planList({ api, operation, resource, success }: ListQuestion): ListPlan | undefined {
  const searching = planSearching({ api, operation, resource, success });
  if (!searching) return undefined;
  const { envelope, facts } = searching.frame;
  const { meaning } = api;
  const asking = asked(meaning, operation);
  const persons = asking.parameters.filter(
    (parameter) =>
      (parameter.in === 'query' || parameter.in === 'path') && meaning.parameterRole(asking, parameter) === 'patient.nhsNumber',
  );
  const itemAt = itemShape(envelope)?.at;
  const listed = showRow(api, resource, itemAt);
  const held = lazilyFor((field: SearchedField) => lazilyFor((body: Json) => heldIn(field, body)));
  const items = lazily(() => (success.media?.examples ?? []).slice(0, 1).flatMap(({ value }) => itemsIn(envelope, value)));
  const publishedItems = lazily(() => items().map((item) => asRow(listed, item)));
  const mendedItems = lazily(() => items().map((item) => asRow(listed, fittingItem(api, operation, itemAt, item))));
  const written = new Map<number, Writers>();
  return {
    ...searching,
    view: resource.view && viewParameter(resource.view.by),
    listed,
    inside: insideOf(api, resource, listed, itemAt),
    itemAt,
    parts: planParts(operation, { item: itemShape(envelope), fhir: envelope.bundle }),
    include: planInclude(operation, envelope, success.media),
    headers: pageHeaders(success.response.headers, envelope.bundle || leadOn(facts)),
    shown: ({ mends }) => (mends ? mendedItems() : publishedItems()),
    writers(seed, generate) {
      const known = written.get(seed) ?? searching.frame.writers(generate);
      if (written.size >= mostSeeds) written.clear();
      written.set(seed, known);
      return known;
    },
    heldByPublished: (body, field) => held(field)(body),
    shownAs: lazilyFor((body: Json) => shownAs(envelope, body)),
    ofType: lazily(() => (success.media?.schema && envelope.bundle ? resourceSchemas(meaning, success.media.schema) : new Map())),
    told: lazily(() => resource.told() && (listedItems(api, resource, operation, itemAt) ?? resource.told())),
    isPatientName: (name) => isPatientName(meaning, asking, name),
    isHeard: (name) => searching.paging.names.has(name) || searching.sort.names.has(name) || (envelope.bundle && habit.test(name)),
    personIn: ({ path, query }) =>
      persons.map((one) => (one.in === 'path' ? path[one.name] : query[one.name])).find((value) => value !== undefined),
  };
}

/** As this list shows them: a read may show more, or less. */
const listedItems = (
  { contract, meaning }: ApiPlan,
  { path }: Resource,
  operation: Operation,
  shape: SchemaAt | undefined,
): ToldItems | undefined => planToldItems(contract, meaning, { path, shape, single: false, all: [{ operation, interaction: 'list' }] });

function insideOf(
  { meaning }: ApiPlan,
  { shape }: Resource,
  listed: Acknowledgement,
  itemAt: SchemaAt | undefined,
): readonly string[] | undefined {
  if (listed.kind !== 'part' || listed.names !== undefined || listed.from.length === 0 || !itemAt) return undefined;
  const held = memberAt(meaning, membersOf(meaning, shape), listed.from);
  return held && meaning.read(held).pointer === meaning.read(itemAt).pointer ? listed.from : undefined;
}

/** Workspaces whose generated envelopes are kept. */
const mostSeeds = 16;

/** An item that a list publishes, as a row would be kept: inside of what a read has around it. */
function asRow(listed: Acknowledgement, item: Json): Json {
  const around = listed.kind === 'part' ? listed.from : [];
  return around.reduceRight((inside: Json, name): Json => ({ [name]: inside }), item);
}

function fittingItem({ contract, generator }: ApiPlan, operation: Operation, at: SchemaAt | undefined, item: Json): Json {
  const breaks = at && contract.check(at, item).some(({ keyword }) => keyword !== 'cost');
  return breaks ? mended({ generator, operation, at, value: item }) : item;
}

function shownAs(envelope: Envelope, body: Json): PublishedItem | undefined {
  return isItem(envelope, body) ? { text: JSON.stringify(body), published: body, body: () => body } : undefined;
}

/** What any search of FHIR may say of its answer (R4 §3.1.1.5). */
const habit = /^_(?:include|revinclude|summary|elements)(?::(?:iterate|recurse))?$/;

/** Parameters that say how to answer, not what to look for. */
const control =
  /^(?:_(?:has|include|revinclude|summary|elements|total|format|pretty|contained|containedtype|score|list|query|fuzzy-match|exact-match|history|max-results)|\$?(?:format|select|expand|count)|fields(?:\[.*\])?|include|embed|expand|lang|locale|api-version|pretty|format)(?::|$)/i;
export const isControl = (name: string): boolean => control.test(name);

/** An item as it is read, with what its examples show where its schema says too little. */
export function itemOf({ meaning }: Pick<ApiPlan, 'meaning'>, { shape, published }: Resource): Shape | undefined {
  const [first] = published().rows.values();
  const shown = first && shapeOfExample(first.body);
  const declared = shape && shapeOfSchema(meaning.read, shape);
  return declared && shown ? overlaid(declared, shown) : (declared ?? shown);
}
