/**
 * A request that works, made of one that was refused: its own method, address, headers and body, with as little of it changed as
 * makes it work. Each draft is tried out, so what is shown has been answered.
 */
import { sampleRequest } from '../../answer/sample/sample-request.ts';
import type { Operation } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { PRESENT } from '../../plan/list/row-index.ts';
import type { OperationPlan } from '../../plan/operation-plan.ts';
import type { Store } from '../../workspace/store/store.ts';
import { decodeUrl } from '../request/path.ts';
import { draftOf, has, wired, without, withParameter, type RequestDraft, type WireRequest } from './draft.ts';
import { withDemanded, mendDraft, withModelBody } from './mend-draft.ts';
import type { Outcome, TryOut } from './try-out.ts';
import { personSearches, shownFor, type KnownValues } from './values.ts';

export interface Refused {
  readonly plan: OperationPlan;
  readonly values: KnownValues;
  readonly store: Store;
  /** As it was sent, where that is known; a sample stands in for what is not. */
  readonly sent: Partial<Pick<RequestDraft, 'path' | 'query' | 'headers' | 'body'>>;
  readonly tryOut: TryOut;
}

/** Drafts that are tried at most. */
const MOST_TRIES = 24;
/** Times that one draft is mended by the faults of its own answer. */
const MOST_MENDINGS = 6;
/** Optional parameters, and ids, that are tried one by one. */
const MOST_OF_A_KIND = 10;

export interface FoundRequest {
  /** Undefined where nothing that was tried works. */
  readonly request?: WireRequest;
  /** The parts that it is made of. */
  readonly draft?: RequestDraft;
  /** What the client's own request is refused for once what it was refused for is put right, in the order in which it would be told. */
  readonly next: readonly string[];
  /** What it does, where it is not what was asked for. */
  readonly note?: string;
}

export async function findRequest(refused: Refused): Promise<FoundRequest> {
  const next: string[] = [];
  // No client may send it (Fetch §2.2.1).
  if (refused.plan.operation.method === 'trace') return { next };
  const draft = await searchRequest(refused, next);
  if (draft) return { request: wired(draft), draft, next };
  const { state, api } = refused.plan;
  // After the last item is gone only what makes one works.
  const { replace, create } = state?.resource.operations ?? {};
  for (const operation of [replace, create]) {
    if (!operation || operation === refused.plan.operation) continue;
    const { path = {} } = refused.sent;
    const made = await searchRequest({ ...refused, plan: api.of(operation), sent: { path } }, []);
    if (made)
      return {
        request: wired(made),
        draft: made,
        next,
        note: 'Nothing is left that this operation could work with: the request shown makes something again.',
      };
  }
  return { next };
}

async function searchRequest(refused: Refused, next: string[]): Promise<RequestDraft | undefined> {
  const { plan, values, tryOut } = refused;
  const { operation } = plan;
  const sampled = (extent: 'required' | 'full'): RequestDraft =>
    draftOf(operation, sampleRequest(values.plan.generator, operation, { key: operation.id, now: values.now, extent }));
  const model = sampled('required');
  const tried = new Set<string>();
  /** Works, but finds nothing: shown where nothing better is found. */
  let poor: RequestDraft | undefined;

  async function attempt(draft: RequestDraft): Promise<'works' | Outcome | undefined> {
    const request = wired(draft);
    const key = JSON.stringify(request);
    if (tried.has(key) || tried.size >= MOST_TRIES) return undefined;
    tried.add(key);
    const outcome = await tryOut(request);
    if (outcome.status >= 400 || outcome.operation !== operation.id) return outcome;
    if (await findsSomething(operation, outcome)) return 'works';
    poor ??= draft;
    return outcome;
  }

  async function mendedUntilItWorks(
    first: RequestDraft,
    told: string[] = [],
  ): Promise<{ readonly works?: RequestDraft; readonly last: RequestDraft; readonly outcome?: Outcome }> {
    let draft = first;
    for (let round = 0; ; round++) {
      const result = await attempt(draft);
      if (result === 'works') return { works: draft, last: draft };
      if (!result || round >= MOST_MENDINGS) return { last: draft };
      if (result.message !== undefined && !told.includes(result.message)) told.push(result.message);
      const next = mendDraft(draft, result, model, values);
      if (JSON.stringify(wired(next)) === JSON.stringify(wired(draft))) return { last: draft, outcome: result };
      draft = next;
    }
  }

  const own = withDemanded({ ...model, query: [], headers: {}, ...refused.sent }, model, values);
  const { works, last, outcome } = await mendedUntilItWorks(own, next);
  if (works) return works;
  const bases = [last, model, sampled('full')];
  for (const [index, base] of bases.entries()) {
    for (const changed of changes(base, { ...refused, model, problem: index === 0 ? outcome?.problem : undefined })) {
      if (tried.size >= MOST_TRIES) return poor;
      const found = (await mendedUntilItWorks(await changed())).works;
      if (found) return found;
    }
  }
  return poor;
}

type Change = () => RequestDraft | Promise<RequestDraft>;

/** One change each, the likeliest and least first. */
function* changes(
  base: RequestDraft,
  { plan, values, store, model, tryOut, problem }: Refused & { readonly model: RequestDraft; readonly problem: Outcome['problem'] },
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
export async function findsSomething(operation: Operation, outcome: Outcome): Promise<boolean> {
  if (operation.method !== 'get' || !/json/.test(outcome.header('content-type') ?? '')) return true;
  const body: unknown = JSON.parse((await outcome.text()) || 'null');
  if (isArray(body)) return body.length > 0;
  if (!isObject(body)) return true;
  if (body['resourceType'] === 'OperationOutcome' || body['total'] === 0) return false;
  const lists = Object.values(body).filter((value) => isArray(value));
  return lists.length === 0 || lists.some((list) => list.length > 0) || body['resourceType'] !== 'Bundle';
}
