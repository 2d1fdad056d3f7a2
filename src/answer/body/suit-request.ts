/** Makes a published or generated body suit the request at hand: about whom and what it asks for, when it asks, the part of a list it asks for, and what it says. */
import type { Json, MediaType } from '../../contract/contract.ts';
import type { Bound, RequestValues } from '../../meaning/bound.ts';
import { studied, type StudiedBody } from '../../meaning/studied-body.ts';
import { movedBy } from '../../meaning/timeline.ts';
import type { Call } from '../../mock/call.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import type { Searching } from '../../plan/list/list-plan.ts';
import { idLike } from '../../making/leaves/identifiers.ts';
import { chanceOf } from '../../making/seed.ts';
import { madeNow } from '../../making/binding/dates.ts';
import { echo } from './echo.ts';
import { applyAccepted } from '../../making/binding/edits.ts';
import { rebind } from '../../making/binding/rebind.ts';
import { secondOf } from './request-values.ts';
import { daysIntoWindow, narrowed, searchedPage, type PageOf } from './searched-page.ts';

export interface Suiting {
  readonly plan: ApiPlan;
  readonly call: Call;
  readonly media: MediaType;
  readonly request: RequestValues;
  readonly bound: Bound;
  /** It tells of a success, and was neither asked for by name nor is it to go out as published. */
  readonly free: boolean;
  /** What the ids of copies depend on. */
  readonly key: string;
}

/** A published body, told of this request. */
export function suitedExample(suiting: Suiting, body: StudiedBody): Json {
  const { plan, call, media, bound, free } = suiting;
  const { meaning } = plan;
  const at = media.schema;
  const searching = free ? searchOf(suiting) : undefined;
  const part = searching ? narrowed(searching, call, body.value) : body.value;
  const own = part === body.value ? body : studied(meaning, part, at, call.operation);
  const value = rebind({
    meaning,
    body: own,
    bound,
    population: call.population,
    now: secondOf(call),
    moves: free,
    ...(at ? { at } : {}),
  });
  return suited(suiting, value, searching && { searching, strict: true, isPart: part !== body.value });
}

/** A generated body, which was made about this request already. */
export function suitedMade(suiting: Suiting, value: Json): Json {
  const searching = suiting.free ? searchOf(suiting) : undefined;
  return suited(suiting, value, searching && { searching, strict: false, isPart: false });
}

/** How the operation is searched, where this is the list that it answers with and something is asked of it. */
function searchOf({ plan, call, media }: Suiting): Searching | undefined {
  const { success, search } = plan.of(call.operation);
  const isAsked = Object.keys(call.query).length > 0 || call.undeclared.length > 0 || call.body !== undefined;
  return isAsked && success?.media === media ? search() : undefined;
}

function suited(suiting: Suiting, value: Json, list: Pick<PageOf, 'searching' | 'strict' | 'isPart'> | undefined): Json {
  const { plan, call, media, request, free, key } = suiting;
  const { meaning, contract } = plan;
  const at = media.schema;
  let suits = value;
  if (list) suits = searchedPage({ ...list, call, value: inWindow(suiting, list.searching, suits) });
  if (!free || !at) return suits;
  if (call.operation.method !== 'get') suits = madeNow({ meaning, at, now: secondOf(call) }, suits);
  const chance = chanceOf(`${key} ids of copies`);
  return request.body
    ? echo({ contract, meaning, at, value: suits, sent: request.body, fresh: (id, label) => idLike(id, chance, label) })
    : suits;
}

/** The list with its dates where the search looks, moved by whole days, by weeks where that will do. */
function inWindow({ plan: { meaning }, call, media }: Suiting, searching: Searching, value: Json): Json {
  const { operation } = call;
  const moved = (body: Json, days: number, at: MediaType['schema']): Json => {
    const { happenings, faulty } = studied(meaning, body, at, operation);
    const edits = happenings().map(({ leaf, text }) => ({ tokens: leaf.tokens, value: movedBy(text, days) }));
    return applyAccepted(body, edits, faulty, (edited) => (at ? meaning.contract.check(at, edited) : []));
  };
  const days = daysIntoWindow(searching, call, value, (item, by) => moved(item, by, undefined));
  return days === 0 ? value : moved(value, days, media.schema);
}
