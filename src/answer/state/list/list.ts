/** GET (or `_search`) of a collection: what is published and what clients made, filtered, sorted and cut into pages. */
import type { Json } from '../../../contract/contract.ts';
import { bareValue } from '../../../meaning/roles/check-role.ts';
import { askedIn } from '../../../mock/any-call.ts';
import type { Call } from '../../../mock/call.ts';
import { isProblem, type Problem } from '../../../mock/problem.ts';
import type { Reply } from '../../../mock/reply.ts';
import type { ListPage } from '../../../plan/list/envelope/write-page.ts';
import type { ListPlan } from '../../../plan/list/list-plan.ts';
import type { AskedPage } from '../../../plan/list/paging/paging.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import { entrySearch, isEntrySearch } from '../../told/entry-search.ts';
import type { ToldSource } from '../../told/record-teller.ts';
import { headerValues, secondOf } from '../../body/request-values.ts';
import type { Bodies } from '../bodies.ts';
import { isTouched, missingParent } from '../current.ts';
import { pageTold } from './page-told.ts';
import { isReverseChain, reverseChains } from './referred-by.ts';
import { resolveReference } from './resolve-reference.ts';
import { writeList } from './write-list.ts';
import type { Criterion } from '../../../plan/list/search/search.ts';
import type { SortKey } from '../../../plan/list/search/sort.ts';
import { readRequest } from './list-request.ts';
import { findRows, type RowsFound } from './find-rows.ts';

export function list(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const listPlan = plan.list();
  if (!listPlan) return undefined;
  const orphan = missingParent(plan.resource, call, bodies);
  if (orphan) return orphan;
  const source = bodies.records.source(call, plan.resource);
  if (source) call.note(source.words);
  const listing = { plan, listPlan, call, bodies, source };
  if (!source || !isAsRecorded(plan, call)) return answered(listing);
  // Nothing but the record has a part in it, and whoever writes into that has it told anew.
  const key = JSON.stringify(['page', call.path, call.search, headerValues(plan.api.of(plan.operation).headers, call), secondOf(call)]);
  const told = call.cached<Reply>(key, () => asValue(answered(listing)));
  return isProblem(told) && told.problem === unanswered.problem ? answered(listing) : told;
}

/** Nobody has written anything of this API, and nothing was sent that the answer may hang on. */
const isAsRecorded = ({ api }: StatePlan, call: Call): boolean =>
  call.body === undefined && api.resources().every(({ collection }) => call.store.count(collection) === 0);

const unanswered: Problem = { problem: 'not-implemented', message: 'The contract answers.' };

/** With its body as a value, to be kept as text. */
function asValue(reply: Reply | Problem | undefined): Reply | Problem {
  if (!reply) return unanswered;
  if (isProblem(reply) || reply.rendered === undefined) return reply;
  const { rendered, ...rest } = reply;
  const body: Json = JSON.parse(rendered);
  return { ...rest, body };
}

interface Listing {
  readonly plan: StatePlan;
  readonly listPlan: ListPlan;
  readonly call: Call;
  readonly bodies: Bodies;
  readonly source: ToldSource | undefined;
}

function answered({ plan, listPlan, call, bodies, source }: Listing): Reply | Problem | undefined {
  const { resource, success } = plan;
  const request = readRequest(call);
  const asked = listPlan.paging.read(request.given);
  if ('problem' in asked) return asked;
  const { criteria, unknown, notes } = listPlan.search.read(request.values, call.clock.now());
  const sort = listPlan.sort.read(request.values);
  const { view, search } = listPlan;
  const inView = view ? [search.criterion(view, String(call.path[view.name] ?? ''), call.clock.now())] : [];
  const chained = reverseChains(plan, call, bodies, request);
  const sorted = sort?.filter(({ field }) => field);
  const resolve = (reference: string): Json | undefined => resolveReference({ plan, call, bodies, source }, reference)?.body;
  const rowsFrom = ({ start, size, after }: Pick<AskedPage, 'start' | 'size' | 'after'>): RowsFound | undefined =>
    findRows({
      plan: listPlan,
      resource,
      call,
      bodies,
      source,
      isAsked: entrySearch(request.values),
      resolve,
      criteria: [...inView, ...chained, ...criteria],
      sort: sorted,
      start,
      size,
      after,
    });
  const beyond = tooMuchToCompare(plan, call, { criteria, sort: sorted ?? [] });
  if (beyond) return beyond;
  const parts = listPlan.parts.read(request.given);
  const { size } = parts.countsOnly || call.operation.path.endsWith('/_count') ? { size: 0 } : asked;
  const found = rowsFrom({ ...asked, size }) ?? listPlan.paging.unknownCursor(asked.after ?? '') ?? rowsFrom({ start: 0, size });
  if (!found || 'problem' in found) return found;
  const names = criteria.map(({ name }) => name);
  if (
    !source &&
    found.total === 0 &&
    contractAnswers(plan, call, bodies, { found, names, person: listPlan.personIn({ path: call.path, query: request.values }) })
  )
    return undefined;
  const unheard = source ? unknown.filter((name) => !isEntrySearch(name)) : unknown;
  noteHow(listPlan, call, { unknown: unheard, notes, unsorted: (sort ?? []).flatMap(({ name, field }) => (field ? [] : [name])) });
  if (found.rows.some(({ mended }) => mended))
    call.note('A published example that breaks its own schema is shown mended; --examples published shows it as it is.');
  const page = pageTold(listPlan, call, { ...asked, size }, found);
  const inclusions = listPlan.include.read(request.given);
  return {
    status: success.status,
    headers: pageHeaders(listPlan, page),
    rendered: writeList({ plan, list: listPlan, call, bodies, source }, { found, page, part: parts.part, inclusions }),
  };
}

/** Values that each item is compared with in any case, and how many comparisons are one step. */
const FEW = 64;
const COMPARISONS_PER_STEP = 16;

/** Every item may have to be held to every value that is asked for. */
function tooMuchToCompare(
  { api, resource }: StatePlan,
  call: Call,
  { criteria, sort }: { readonly criteria: readonly Criterion[]; readonly sort: readonly SortKey[] },
): Problem | undefined {
  const values = criteria.reduce((sum, criterion) => sum + criterion.values, sort.length);
  if (values <= FEW) return undefined;
  const items = call.store.count(resource.collection) + resource.published().rows.size;
  const steps = (values * items) / COMPARISONS_PER_STEP;
  const { work } = api.contract;
  if (steps > work.left())
    return {
      problem: 'invalid-value',
      message: `The search asks for ${values} values, each of which ${items} items would be compared with: ask for fewer values at once.`,
    };
  work.spend(steps);
  return undefined;
}

interface Unmet {
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
  readonly unsorted: readonly string[];
}

/** What of the request was heard although nobody lists it, and what was not, although it is listed. */
function noteHow({ isHeard }: ListPlan, call: Call, { unknown, notes, unsorted }: Unmet): void {
  for (const name of call.undeclared.filter((one) => isHeard(one) || isReverseChain(one)))
    call.note(
      `The query parameter ${name} was heard, although the contract does not list it: it is one of FHIR's own, or of a link to another page.`,
    );
  for (const line of notes) call.note(line);
  for (const name of unknown) call.note(`The parameter ${name} matches no member of these resources; it was left out of the search.`);
  for (const name of unsorted) call.note(`These resources have no ${name} to be sorted by; it was left out.`);
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
  const sent = call.body === undefined ? undefined : JSON.stringify(call.body);
  if (
    sent !== undefined &&
    call.operation.body?.content.some(({ examples }) => examples.some(({ value }) => JSON.stringify(value) === sent))
  )
    return true;
  const asked = askedIn(call);
  return names.every((name) => {
    const parameter = call.operation.parameters.find((p) => p.in === 'query' && p.name === name);
    return parameter?.examples.some((example) => JSON.stringify(example.value) === JSON.stringify(asked[name])) ?? false;
  });
}

function pageHeaders({ headers }: ListPlan, page: ListPage): Readonly<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const { name, write } of headers) {
    const value = write(page);
    if (value !== undefined) written[name] = value;
  }
  return written;
}
