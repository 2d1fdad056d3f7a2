/** GET (or `_search`) of a collection: what is published and what clients made, filtered, sorted and cut into pages. */
import type { Json } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import { bareValue } from '../../../meaning/roles/check-role.ts';
import type { Call, Problem, Reply } from '../../../mock.ts';
import type { ListPage } from '../../../plan/list/envelope/write-page.ts';
import type { ListPlan } from '../../../plan/list/list-plan.ts';
import type { AskedPage } from '../../../plan/list/paging/paging.ts';
import type { Acknowledgement } from '../../../plan/write/acknowledgement.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import { placeId } from '../../../plan/resource/id-plan.ts';
import { shownRow } from '../acknowledge.ts';
import type { Bodies } from '../bodies.ts';
import { isTouched, missingParent } from '../current.ts';
import { pageTold } from './page-told.ts';
import { readRequest } from './list-request.ts';
import { findRows, type RowsFound } from './find-rows.ts';
import type { Listed } from './listed.ts';
import { itemPathOf } from '../make-row.ts';

export function list(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const listPlan = plan.list();
  if (!listPlan) return undefined;
  const { resource, success } = plan;
  const orphan = missingParent(resource, call, bodies);
  if (orphan) return orphan;
  const request = readRequest(call);
  const asked = listPlan.paging.read(request.given);
  if ('problem' in asked) return asked;
  const { criteria, unknown } = listPlan.search.read(request.values, call.clock.now());
  const sort = listPlan.sort.read(request.values);
  const { view, search } = listPlan;
  const inView = view ? [search.criterion(view, String(call.path[view.name] ?? ''), call.clock.now())] : [];
  const sorted = sort?.filter(({ field }) => field);
  const rowsFrom = ({ start, size, after }: Pick<AskedPage, 'start' | 'size' | 'after'>): RowsFound | undefined =>
    findRows({ plan: listPlan, resource, call, bodies, criteria: [...inView, ...criteria], sort: sorted, start, size, after });
  const found = rowsFrom(asked) ?? listPlan.paging.unknownCursor(asked.after ?? '') ?? rowsFrom({ start: 0, size: asked.size });
  if (!found || 'problem' in found) return found;
  const names = criteria.map(({ name }) => name);
  if (
    found.total === 0 &&
    contractAnswers(plan, call, bodies, { found, names, person: listPlan.personIn({ path: call.path, query: request.values }) })
  )
    return undefined;
  for (const name of unknown) call.note(`The parameter ${name} matches no member of these resources; it was left out of the search.`);
  for (const { name, field } of sort ?? []) if (!field) call.note(`These resources have no ${name} to be sorted by; it was left out.`);
  if (found.rows.some(({ mended }) => mended))
    call.note('A published example that breaks its own schema is shown mended; --examples published shows it as it is.');
  const page = pageTold(listPlan, call, asked, found);
  return {
    status: success.status,
    headers: pageHeaders(listPlan, page),
    rendered: pageText(plan, listPlan, call, bodies, { found, page }),
  };
}

/**
 * Where nobody has written here, the contract answers a search that it shows itself, one for a person of the world (what is published under
 * other numbers, or under none, is not theirs), and one of a collection of which it shows no item.
 */
function contractAnswers(
  { resource }: StatePlan,
  call: Call,
  bodies: Bodies,
  { found, names, person }: { readonly found: RowsFound; readonly names: readonly string[]; readonly person: Json | undefined },
): boolean {
  const isShown = names.length > 0 && isPublishedSearch(call, names);
  const isOfTheWorld =
    person !== undefined &&
    bareValue(String(person)) === bodies.asked(call) &&
    call.population.find(bareValue(String(person))) !== undefined;
  return (!found.hasItems || isShown || isOfTheWorld) && !isTouched(resource, call);
}

function isPublishedSearch(call: Call, names: readonly string[]): boolean {
  return names.every((name) => {
    const parameter = call.operation.parameters.find((p) => p.in === 'query' && p.name === name);
    return parameter?.examples.some((example) => JSON.stringify(example.value) === JSON.stringify(call.query[name])) ?? false;
  });
}

interface Shown {
  readonly found: RowsFound;
  readonly page: ListPage;
}

function pageHeaders({ headers }: ListPlan, page: ListPage): Readonly<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const { name, write } of headers) {
    const value = write(page);
    if (value !== undefined) written[name] = value;
  }
  return written;
}

function pageText(plan: StatePlan, listPlan: ListPlan, call: Call, bodies: Bodies, { found, page: facts }: Shown): string {
  const { resource, operation, success } = plan;
  const at = success.media?.schema;
  const { page, element } = listPlan.writers(call.seed, () => (at ? bodies.value(call, at, '', `frame ${operation.id}`) : undefined));
  const owner = resource.view?.of ?? resource;
  const texts = found.rows.map((row, i) =>
    element({
      text: listedText(plan, listPlan.listed, call, bodies, row),
      id: row.id,
      address: row.id === undefined || owner.itemPath === undefined ? undefined : call.url(itemPathOf(owner, call, row.id)),
      cursor: () => listPlan.paging.cursor(found.start + i + 1, row.id) ?? '',
    }),
  );
  return page(facts, texts.join(','));
}

/** The item as it is kept, where the list shows no less. */
function listedText(plan: StatePlan, as: Acknowledgement, call: Call, bodies: Bodies, { id = '', text, body, isBytes }: Listed): string {
  if (as.kind !== 'id' && isBytes) return JSON.stringify(aboutBytes(plan, call, bodies, id));
  if (as.kind === 'row') return text;
  const row = { version: 1, updated: '', text };
  const shown = shownRow(plan, call, bodies, as, { id, made: { row, body: body() }, model: () => undefined });
  return shown === undefined ? text : JSON.stringify(shown);
}

/** What a list tells of a file that was sent: made, but for its id. */
function aboutBytes(plan: StatePlan, call: Call, bodies: Bodies, id: string): Json {
  const at = plan.list()?.itemAt;
  const made = at ? bodies.value(call, at, '', `${plan.resource.collection} ${id}`) : {};
  return isObject(made) ? placeId(made, plan.resource.id, id) : made;
}
