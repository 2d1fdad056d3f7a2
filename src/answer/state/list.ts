/** GET (or `_search`) of a collection: what is published and what clients made, filtered, sorted and cut into pages. */
import type { Json } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Call, Problem, Reply } from '../../mock.ts';
import { bareValue, isRole } from '../../meaning/roles/check-role.ts';
import { itemsAt, recogniseEnvelope, wrapPage } from '../../plan/list/envelope.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import { shownAs } from '../../plan/write/acknowledgement.ts';
import { identitiesOf } from '../../plan/resource/id-plan.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import { shownRow } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { inventedId, currentItem, missingParent, parentKey, publishedBody, shownUnderThisParent } from './current.ts';
import { itemPathOf } from './make-row.ts';
import { isPagingName, readPaging } from '../../plan/list/paging.ts';
import { decodeRow } from './row.ts';
import { tellsOf } from './tells-of.ts';
import { matches, sortItems, valuesFor } from '../../plan/list/search.ts';

interface State {
  readonly items: readonly Json[];
  /** True once a client has written anything in this collection. */
  readonly touched: boolean;
}

export function list(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { api, resource, success } = plan;
  const envelope = success.media?.schema && recogniseEnvelope(api.meaning, success.media.schema);
  if (!envelope || !success.media?.schema) return undefined;
  const orphan = missingParent(resource, call, bodies);
  if (orphan) return orphan;
  const all = stateOf(resource, call, bodies);
  const seen = resource.view && String(call.path[resource.view.by] ?? '');
  const state = seen === undefined ? all : { ...all, items: all.items.filter((item) => tellsOf(item, seen)) };
  if (!state.touched && state.items.length === 0) return undefined;
  const paging = readPaging(call);
  if ('problem' in paging) return paging;
  const { kept, names, person } = filter(resource, call, bodies, state.items);
  // While nobody has written here, the contract answers a search that it shows itself, and one for a person of the world: what is
  // published under other numbers, or under none, is not theirs.
  const shown = kept.length === 0 && names.length > 0 && isPublishedSearch(call, names);
  const unmet = person !== undefined && (kept.length === 0 || !names.includes(person)) && isOfTheWorld(call, bodies);
  if (!state.touched && (shown || unmet)) return undefined;
  const sort = query(call)['_sort'] ?? query(call)['sort'];
  const ordered = typeof sort === 'string' ? sortItems(kept, sort) : kept;
  const items = paging.size === undefined ? ordered.slice(paging.start) : ordered.slice(paging.start, paging.start + paging.size);
  const link = (start: number): string =>
    call.url(
      call.operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(String(call.path[name] ?? ''))) +
        queryText(call, paging.link(start)),
    );
  const told = shownAs(api, resource, itemsAt(api.meaning, success.media.schema));
  const listed = (body: Json): Json | undefined => {
    const id = identitiesOf(body, resource.id)[0] ?? '';
    return told.kind === 'row'
      ? body
      : shownRow(plan, call, bodies, told, { id, made: { row: { version: 1, updated: '', text: '' }, body }, model: () => undefined });
  };
  const end = paging.start + items.length;
  const page = wrapPage(envelope, {
    items: items.map((item) => listed(item) ?? item),
    total: kept.length,
    links: {
      self: link(paging.start),
      ...(end < ordered.length ? { next: link(end) } : {}),
      ...(paging.start > 0 && paging.size !== undefined ? { prev: link(Math.max(0, paging.start - paging.size)) } : {}),
    },
    addressOf: (item) => {
      const id = identitiesOf(item, resource.id)[0];
      return id === undefined || resource.itemPath === undefined ? undefined : call.url(itemPathOf(resource, call, id));
    },
  });
  // While nobody has written here, an example that the contract publishes for this list is better than a page that breaks its schema.
  if (!state.touched && success.media?.schema && call.check(success.media.schema, page).length > 0) return undefined;
  return { status: success.status, body: completePage(plan, call, bodies, page) };
}

/** What an envelope requires besides what a page says is made, but for links: there is another page or there is none. */
function completePage({ success }: StatePlan, call: Call, bodies: Bodies, page: Json): Json {
  const { media, response } = success;
  if (!isObject(page) || !media?.schema || call.check(media.schema, page).length === 0) return page;
  const model = bodies.model(call, response, media);
  const links = Object.fromEntries(['next', 'previous', 'prev'].map((name) => [name, null]));
  const made = isObject(model)
    ? Object.fromEntries(Object.entries(model).map(([name, value]) => [name, links[name] === null ? null : value]))
    : {};
  return { ...made, ...page };
}

function stateOf(resource: Resource, call: Call, bodies: Bodies): State {
  const prefix = parentKey(resource, call);
  const rows = new Map(call.store.list(resource.collection, prefix));
  const published = resource.published();
  const items: Json[] = [];
  if (shownUnderThisParent(resource, call, published)) {
    for (const [id, row] of published.rows) {
      if (row.primary && !rows.has(prefix + encodeURIComponent(id))) items.push(publishedBody(resource, call, bodies, { id, row }));
    }
  }
  for (const [key, document] of rows) {
    if (key.slice(prefix.length).includes('/')) continue;
    const row = decodeRow(document);
    if (!row.deleted && row.binary === undefined) items.push(JSON.parse(row.text));
  }
  const invented = inventedId(resource, call);
  const item = invented === undefined ? undefined : currentItem(resource, call, bodies, invented);
  if (item !== undefined && item !== 'deleted') items.push(JSON.parse(item.row.text));
  return { items, touched: rows.size > 0 };
}

/** What the request searches by: the query, or the form of a `_search`. */
function query(call: Call): Readonly<Record<string, Json | undefined>> {
  return call.operation.method === 'post' && isObject(call.body) ? { ...call.query, ...call.body } : call.query;
}

interface Filtered {
  readonly kept: readonly Json[];
  /** Parameters that the items were searched by. */
  readonly names: readonly string[];
  /** The parameter that names a person, whether or not the items could be searched by it. */
  readonly person?: string;
}

function filter(resource: Resource, call: Call, bodies: Bodies, items: readonly Json[]): Filtered {
  const names: string[] = [];
  let kept = items;
  let person: string | undefined;
  for (const [name, wanted] of Object.entries(query(call))) {
    if (
      wanted === undefined ||
      isPagingName(name) ||
      /^(_sort|sort|_include|_revinclude|_format|_summary|_elements|_total|_fuzzy-match|_history|_exact-match)(:|$)/.test(name)
    )
      continue;
    const number = bareValue(String(wanted));
    const isPerson = isRole('patient.nhsNumber', number) && number === bodies.asked(call);
    if (isPerson) person = name;
    // A person may be named deeper than by a member of the parameter's name.
    const valuesIn = (item: Json): readonly Json[] | undefined => {
      const values = valuesFor(item, name) ?? (isPerson ? bodies.numbersIn(item) : undefined);
      return values?.length === 0 ? undefined : values;
    };
    const searchable = items.filter((item) => valuesIn(item) !== undefined);
    if (searchable.length === 0 && !declaredByItems(resource, name)) {
      call.note(`The parameter ${name} matches no member of these resources; it was left out of the search.`);
      continue;
    }
    names.push(name);
    kept = kept.filter((item) => {
      const values = valuesIn(item);
      return values !== undefined && (matches(values, wanted) || (isPerson && values.includes(number)));
    });
  }
  return { kept, names, ...(person === undefined ? {} : { person }) };
}

/** True where a published item has the member, even though none in this state does. */
function declaredByItems(resource: Resource, name: string): boolean {
  return [...resource.published().rows.values()].some((row) => valuesFor(row.body, name) !== undefined);
}

function isPublishedSearch(call: Call, names: readonly string[]): boolean {
  return names.every((name) => {
    const parameter = call.operation.parameters.find((p) => p.in === 'query' && p.name === name);
    return parameter?.examples.some((example) => JSON.stringify(example.value) === JSON.stringify(call.query[name])) ?? false;
  });
}

function isOfTheWorld(call: Call, bodies: Bodies): boolean {
  return call.population.find(bodies.asked(call) ?? '') !== undefined;
}

function queryText(call: Call, change: Readonly<Record<string, string>>): string {
  const parts = new Map<string, string>();
  for (const [name, value] of Object.entries({ ...call.query, ...change })) if (value !== undefined) parts.set(name, String(value));
  return parts.size === 0
    ? ''
    : `?${[...parts].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`;
}
