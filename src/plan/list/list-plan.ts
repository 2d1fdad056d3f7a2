/** What is understood of a list: where its items stand, how it is paged, searched and sorted, and what is written of a page. */
import type { Json, Operation, Parameter, SchemaAt } from '../../contract/contract.ts';
import type { ApiPlan } from '../api-plan.ts';
import type { SuccessPlan } from '../operation-plan.ts';
import { collectionName } from '../resource/names.ts';
import type { PublishedRow } from '../resource/published.ts';
import type { Resource } from '../resource/resource.ts';
import type { Call } from '../../mock.ts';
import { lazilyFor } from '../../contract/lazily.ts';
import { isItem, itemsIn, kindsOf, type Envelope } from './envelope/envelope.ts';
import { planFrame, type Frame, type Writers } from './envelope/frame.ts';
import { factsIn, leadOn, tellOfMore } from './envelope/page-facts.ts';
import { pageHeaders, type PageHeader } from './envelope/page-headers.ts';
import { heldIn, type Field } from './search/field.ts';
import type { Held } from './search/held.ts';
import { overlaid, shapeOfExample, shapeOfSchema, type Shape } from './envelope/shape.ts';
import { planPaging, type Paging } from './paging/paging.ts';
import { planSearch, type SearchPlan } from './search/search.ts';
import { searched, viewParameter, type SearchParameter } from './search/parameter.ts';
import { planSort, type SortPlan } from './search/sort.ts';

export interface ListPlan {
  readonly frame: Frame;
  readonly paging: Paging;
  readonly search: SearchPlan;
  readonly sort: SortPlan;
  /** The schema of an item as it is listed. */
  readonly itemAt: SchemaAt | undefined;
  /** Headers that tell of a page. */
  readonly headers: readonly PageHeader[];
  /** Where it is a view of another collection: what its items hold of whom the path names. */
  readonly view: SearchParameter | undefined;
  /** Items that the list itself publishes, for a collection none of whose items has an id. */
  readonly shown: readonly Shown[];
  /** Writers of pages for a workspace of this seed. */
  writers(seed: number, generate: () => Json | undefined): Writers;
  /** What a published item holds for a search, read once. */
  heldByPublished(body: Json, field: Field): readonly Held[];
  /** A published item, mended where it breaks its schema. Undefined where it can be no item of this list. */
  shownAs(row: PublishedRow, how: { readonly mends: boolean }): Omit<Shown, 'id'> | undefined;
  /** What a request gives for the parameter that names a person. */
  personIn(given: { readonly path: Call['path']; readonly query: Call['query'] }): Json | undefined;
}

export interface Shown {
  readonly id: undefined;
  readonly text: string;
  readonly published: Json;
  body(): Json;
}

export interface ListQuestion {
  readonly api: Pick<ApiPlan, 'contract' | 'meaning'>;
  readonly operation: Operation;
  readonly resource: Resource;
  readonly success: SuccessPlan;
}

export function planList({ api, operation, resource, success }: ListQuestion): ListPlan | undefined {
  const { contract, meaning } = api;
  const name = collectionName(resource.path);
  const item = itemOf(api, resource);
  const frame = success.media && planFrame(meaning, success.media, { name, certain: true, ...(item ? { item } : {}) });
  if (!frame) return undefined;
  const { envelope } = frame;
  const fhir = envelope.bundle || (item !== undefined && kindsOf(item).length > 0);
  const about = { meaning, operation, item, name, fhir, id: resource.id, itemParameter: resource.itemParameter };
  const shapeOf = (parameter: Parameter): Shape =>
    parameter.schema ? shapeOfSchema(meaning.read, parameter.schema) : shapeOfExample(parameter.examples[0]?.value ?? null);
  const facts = factsIn(envelope.body, envelope.path);
  const paging = planPaging({
    contract,
    operation,
    shapeOf,
    item,
    bundle: envelope.bundle,
    tellsOfMore: envelope.bundle || tellOfMore(facts),
  });
  const sort = planSort(operation, searched({ ...about, names: [] }));
  const search = planSearch(about, (parameter) => paging.names.has(parameter) || sort.names.has(parameter) || isControl(parameter));
  const persons = operation.parameters.filter(
    (parameter) =>
      (parameter.in === 'query' || parameter.in === 'path') && meaning.parameterRole(operation, parameter) === 'patient.nhsNumber',
  );
  const held = lazilyFor((field: Field) => lazilyFor((body: Json) => heldIn(field, body)));
  const asPublished = lazilyFor((row: PublishedRow) => shownRow(envelope, row.body));
  const mended = lazilyFor((row: PublishedRow) => (row.fits ? asPublished(row) : shownRow(envelope, row.fitting())));
  const written = new Map<number, Writers>();
  return {
    frame,
    view: resource.view && viewParameter(resource.view.by),
    paging,
    search,
    sort,
    itemAt: within(envelope.element, envelope.wrapping)?.at,
    headers: pageHeaders(success.response.headers, envelope.bundle || leadOn(facts)),
    shown: (success.media?.examples ?? [])
      .slice(0, 1)
      .flatMap(({ value }) =>
        itemsIn(envelope, value).map((body): Shown => ({ id: undefined, text: JSON.stringify(body), published: body, body: () => body })),
      ),
    writers(seed, generate) {
      const known = written.get(seed) ?? frame.writers(generate);
      if (written.size >= mostSeeds) written.clear();
      written.set(seed, known);
      return known;
    },
    heldByPublished: (body, field) => held(field)(body),
    shownAs: (row, { mends }) => (mends ? mended(row) : asPublished(row)),
    personIn: ({ path, query }) =>
      persons.map((one) => (one.in === 'path' ? path[one.name] : query[one.name])).find((value) => value !== undefined),
  };
}

/** Workspaces whose generated envelopes are kept. */
const mostSeeds = 16;

function shownRow(envelope: Envelope, body: Json): Omit<Shown, 'id'> | undefined {
  return isItem(envelope, body) ? { text: JSON.stringify(body), body: () => body, published: body } : undefined;
}

function within(shape: Shape | undefined, path: readonly string[]): Shape | undefined {
  let here = shape;
  for (const step of path) here = here?.members.get(step)?.();
  return here;
}

/** Parameters that say how to answer, not what to look for. */
const control =
  /^(?:_(?:include|revinclude|summary|elements|total|format|pretty|contained|containedtype|score|list|query|fuzzy-match|exact-match|history|max-results)|\$?(?:format|select|expand|count)|fields(?:\[.*\])?|include|embed|expand|lang|locale|api-version|pretty|format)(?::|$)/i;
export const isControl = (name: string): boolean => control.test(name);

/** An item as it is read, with what its examples show where its schema says too little. */
export function itemOf({ meaning }: Pick<ApiPlan, 'meaning'>, { shape, published }: Resource): Shape | undefined {
  const [first] = published().rows.values();
  const shown = first && shapeOfExample(first.body);
  const declared = shape && shapeOfSchema(meaning.read, shape);
  return declared && shown ? overlaid(declared, shown) : (declared ?? shown);
}
