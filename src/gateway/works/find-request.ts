/**
 * A request to an operation that works: one that was refused, or what is known of one, with as little of it changed as makes it work. Each
 * draft is tried out, so what is shown has been answered.
 */
import { sampleRequest } from '../../answer/sample/sample-request.ts';
import type { Operation } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { TRIED_STEPS } from '../../contract/limits.ts';
import { PRESENT } from '../../plan/list/row-index.ts';
import type { OperationPlan } from '../../plan/operation-plan.ts';
import type { Store } from '../../workspace/store/store.ts';
import { decodeUrl } from '../request/path.ts';
import { canBeSent, draftOf, has, wired, without, withParameter, type RequestDraft } from './draft.ts';
import { withDemanded, mendDraft, withModelBody } from './mend-draft.ts';
import type { Outcome, TryOut } from './try-out.ts';
import { personSearches, shownFor, type KnownValues } from './values.ts';

export interface RequestSearch {
  readonly plan: OperationPlan;
  readonly values: KnownValues;
  readonly store: Store;
  /** What the contract says is right. */
  readonly model: RequestDraft;
  /** What is known of the request that it is to be like; a sample stands in for the rest. */
  readonly sent?: Partial<Pick<RequestDraft, 'path' | 'query' | 'headers' | 'body'>>;
  readonly tryOut: TryOut;
  /** No other draft is tried. */
  readonly isWanted?: (draft: RequestDraft) => boolean;
  /** Drafts that are tried at most. */
  readonly tries?: number;
}

/** Drafts that are tried where nobody says how many. */
const MOST_TRIES = 24;
/** Times that one draft is mended by the faults of its own answer. */
const MOST_MENDINGS = 6;
/** Optional parameters, and ids, that are tried one by one. */
const MOST_OF_A_KIND = 10;

export interface TriedRequest {
  readonly draft: RequestDraft;
  readonly status: number;
  readonly works: boolean;
  /** It works, and what it is answered with is not empty. */
  readonly finds: boolean;
  readonly answer: () => Promise<string>;
}

export interface FoundRequest {
  /** The best that was tried; where nothing works, the first. */
  readonly best?: TriedRequest;
  /** What the client's own request is refused for once what it was refused for is put right, in the order in which it would be told. */
  readonly next: readonly string[];
  /** What it does, where it is not what was asked for. */
  readonly note?: string;
}

/** Where nothing works, a request that makes something again: after the last item is gone nothing else does. */
export async function findRequestOrMaker(search: RequestSearch): Promise<FoundRequest> {
  const found = await findRequest(search);
  if (found.best?.works) return found;
  const { plan, sent = {} } = search;
  const { replace, create } = plan.state?.resource.operations ?? {};
  for (const operation of [replace, create]) {
    if (!operation || operation === plan.operation) continue;
    const { path = {} } = sent;
    const model = modelOf(search.values, operation);
    const { best } = await findRequest({ ...search, plan: plan.api.of(operation), model, sent: { path } });
    if (best?.works) return { best, next: found.next, note: makesSomething };
  }
  return found;
}

const makesSomething = 'Nothing is left that this operation could work with: the request shown makes something again.';

export function modelOf({ plan, now }: KnownValues, operation: Operation, extent: 'required' | 'full' = 'required'): RequestDraft {
  const sample = () => sampleRequest(plan.generator, operation, { key: operation.id, now, extent });
  return plan.contract.work.within(TRIED_STEPS, () => draftOf(operation, sample()));
}

export async function findRequest(search: RequestSearch): Promise<FoundRequest> {
  const { plan, values, model, sent = {}, tryOut, isWanted = () => true, tries = MOST_TRIES } = search;
  const { operation } = plan;
  const tried = new Set<string>();
  const next: string[] = [];
  let best: TriedRequest | undefined;

  async function attempt(draft: RequestDraft): Promise<Outcome | undefined> {
    const request = wired(draft);
    const key = JSON.stringify(request);
    if (tried.has(key) || tried.size >= tries || !canBeSent(request) || !isWanted(draft)) return undefined;
    tried.add(key);
    const outcome = await tryOut(request);
    const works = outcome.status < 400 && outcome.operation === operation.id;
    const finds = works && (await findsSomething(operation, outcome));
    if (!best || finds || (works && !best.works)) best = { draft, status: outcome.status, works, finds, answer: outcome.text };
    return outcome;
  }

  /** As far as it can be mended; the last of it is the best where it finds something. */
  async function mendedUntilItWorks(
    first: RequestDraft,
    told: string[] = [],
  ): Promise<{ readonly last: RequestDraft; readonly outcome?: Outcome }> {
    let draft = first;
    for (let round = 0; ; round++) {
      const outcome = await attempt(draft);
      if (!outcome || best?.finds || round >= MOST_MENDINGS) return { last: draft };
      if (outcome.message !== undefined && !told.includes(outcome.message)) told.push(outcome.message);
      const mended = mendDraft(draft, outcome, model, values);
      if (JSON.stringify(wired(mended)) === JSON.stringify(wired(draft))) return { last: draft, outcome };
      draft = mended;
    }
  }

  const own = withDemanded({ ...model, query: [], headers: {}, ...sent }, model, values);
  const { last, outcome } = await mendedUntilItWorks(own, next);
  for (const base of [() => last, () => model, () => modelOf(values, operation, 'full')]) {
    if (best?.finds || tried.size >= tries) break;
    const from = base();
    for (const changed of changes(from, { ...search, problem: from === last ? outcome?.problem : undefined })) {
      if (best?.finds || tried.size >= tries) break;
      await mendedUntilItWorks(await changed());
    }
  }
  return { ...(best && { best }), next };
}

type Change = () => RequestDraft | Promise<RequestDraft>;

/** One change each, the likeliest and least first. */
function* changes(
  base: RequestDraft,
  { plan, values, store, model, tryOut, problem }: RequestSearch & { readonly problem: Outcome['problem'] },
): Generator<Change> {
  const { operation } = plan;
  const conflict = problem === 'version-conflict' || problem === 'precondition-failed' || problem === 'precondition-required';
  if (conflict) yield () => withVersion(base, tryOut);
  if (problem !== 'not-found' && problem !== 'gone') {
    for (const search of personSearches(values, base)) {
      yield () =>
        search.reduce((draft, [parameter, value]) => (has(draft, parameter) ? draft : withParameter(draft, parameter, value)), base);
    }
    for (const search of personSearches(values, { ...base, query: [] })) {
      yield () => search.reduce((draft, [parameter, value]) => withParameter(draft, parameter, value), { ...base, query: model.query });
    }
  }
  yield () => base;
  for (const ids of knownIds(plan, store).slice(0, MOST_OF_A_KIND)) yield () => ({ ...base, path: { ...base.path, ...ids } });
  yield () => ({ ...base, path: model.path });
  for (const ids of knownIds(plan, store).slice(0, 2)) yield () => withVersion({ ...base, path: { ...base.path, ...ids } }, tryOut);
  yield () => withVersion({ ...base, path: model.path }, tryOut);
  yield () => withModelBody(base, model);
  yield () => withVersion(withModelBody({ ...base, path: model.path }, model), tryOut);
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  for (const parameter of query.filter((one) => has(base, one)).slice(0, MOST_OF_A_KIND))
    yield () => withParameter(base, parameter, parameter.required ? shownFor(values, operation, parameter) : undefined);
  yield () => ({ ...base, query: model.query });
  yield () => ({ ...base, headers: { ...model.headers, ...typeOf(base) } });
  for (const parameter of query.filter((one) => !has(base, one) && one.examples.length > 0).slice(0, MOST_OF_A_KIND))
    yield () => withParameter(base, parameter, shownFor(values, operation, parameter));
}

const typeOf = ({ headers }: RequestDraft): RequestDraft['headers'] => {
  const type = headers['content-type'];
  return type === undefined ? {} : { 'content-type': type };
};

/** The version that the item has now, where it is read by the same path. */
async function withVersion(draft: RequestDraft, tryOut: TryOut): Promise<RequestDraft> {
  const parameter = draft.operation.parameters.find((one) => one.in === 'header' && /^(if-match|e-tag)$/i.test(one.name));
  if (!parameter) return draft;
  const { body: _, ...others } = without(without(draft, 'content-type'), parameter.name.toLowerCase());
  const read = await tryOut({ ...wired(others), method: 'GET' });
  const tag = read.header('etag') ?? read.header('e-tag');
  return tag === undefined || read.status >= 300 ? draft : withParameter(draft, parameter, tag);
}

/** Ids of items that are there, as the path's parameters: those that clients made first, then those that the contract publishes. */
function knownIds({ state, below }: OperationPlan, store: Store): readonly Readonly<Record<string, string>>[] {
  const resource = state?.resource ?? below;
  if (!resource || resource.itemParameter === undefined) return [];
  const { itemParameter, parents, view } = resource;
  const { collection } = view?.of ?? resource;
  const rows = store.count(collection) === 0 ? [] : store.find(collection, [{ name: PRESENT, from: '' }], { limit: 3 });
  const made = rows.map(({ key }) => {
    const ids = key.split('/').map((id) => decodeUrl(id) ?? id);
    const names = [...parents, itemParameter].slice(-ids.length);
    return Object.fromEntries(names.map((name, index) => [name, ids[index] ?? '']));
  });
  const published = resource.published();
  const shownParents = Object.fromEntries(
    parents.flatMap((name) => (published.parents[name]?.[0] === undefined ? [] : [[name, published.parents[name][0]]])),
  );
  const shown = [...new Set([...published.ids, ...published.rows.keys()])].map((id) => ({ ...shownParents, [itemParameter]: id }));
  return [...made, ...shown];
}

/** A search that finds nobody, or says so in an outcome, shows little. */
async function findsSomething(operation: Operation, outcome: Outcome): Promise<boolean> {
  if (operation.method !== 'get' || !/json/.test(outcome.header('content-type') ?? '')) return true;
  const body: unknown = JSON.parse((await outcome.text()) || 'null');
  if (isArray(body)) return body.length > 0;
  if (!isObject(body)) return true;
  if (body['resourceType'] === 'OperationOutcome' || body['total'] === 0) return false;
  const lists = Object.values(body).filter((value) => isArray(value));
  return lists.length === 0 || lists.some((list) => list.length > 0) || body['resourceType'] !== 'Bundle';
}
