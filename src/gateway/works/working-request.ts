/** A request to one operation that works, in parts, and about a person where one is asked for. */
import { bodyOfPerson, sampleRequest } from '../../answer/sample/sample-request.ts';
import type { Json, Operation, Parameter } from '../../contract/contract.ts';
import { bodyShape, parseJson } from '../../contract/json.ts';
import { TRIED_STEPS } from '../../contract/limits.ts';
import { isJsonType } from '../../contract/media-type.ts';
import { isOverBudget } from '../../contract/work.ts';
import type { Person } from '../../population.ts';
import type { Api } from '../api.ts';
import type { Visit } from '../visit.ts';
import { draftOf, has, withParameter, type RequestDraft } from './draft.ts';
import { findRequest } from './find-request.ts';
import { withDemanded } from './mend-draft.ts';
import { partsOf, type RequestParts } from './request-parts.ts';
import { tryOutIn, type Prepare } from './try-out.ts';
import { personParameters, searchesFor, valueOfPerson, type KnownValues } from './values.ts';

export interface WorkingRequest {
  readonly request: RequestParts;
  /** It has been tried out in the workspace that asks. */
  readonly works: boolean;
  /** What stands against it. */
  readonly note?: string;
}

export type FindWorkingRequest = (api: Api, operation: Operation, visit: Visit, person?: Person) => Promise<WorkingRequest>;

/** Ways to name a person that are tried. */
const MOST_WAYS = 3;

export function findWorkingRequest(prepare: Prepare): FindWorkingRequest {
  return async (api, operation, visit, person) => {
    const mount = api.mounts[0] ?? '';
    const { population, store, clock } = visit.workspace;
    const values: KnownValues = { plan: api.plan, population, now: clock.now() };
    const model = api.contract.work.within(TRIED_STEPS, () =>
      draftOf(operation, sampleRequest(api.plan.generator, operation, { key: operation.id, now: values.now })),
    );
    const tryOut = tryOutIn(visit, `http://localhost${visit.prefix}${mount}`, prepare);
    const find = async (sent: Partial<RequestDraft>) => {
      const found = await findRequest({ plan: api.plan.of(operation), values, store, sent, tryOut });
      return found.draft?.operation === operation ? found.draft : undefined;
    };
    const shown = (draft: RequestDraft, works: boolean, note?: string): WorkingRequest => ({
      request: partsOf(draft, api.plan.meaning, mount),
      works,
      ...(note !== undefined && { note }),
    });

    async function aboutAnybody(): Promise<WorkingRequest> {
      const found = await find({});
      return found ? shown(found, true) : shown(model, false, nothingWorks);
    }

    async function aboutPerson(one: Person): Promise<WorkingRequest> {
      const [first, ...others] = waysToName(model, values, one);
      if (!first) return { ...(await aboutAnybody()), note: 'This operation takes nothing that would tell who it is about.' };
      for (const way of [first, ...others].slice(0, MOST_WAYS)) {
        const found = await find(way.sent);
        if (found && way.isKept(found)) return shown(found, true);
      }
      return shown(withDemanded({ ...model, ...first.sent }, model, values), false, nothingWorksForPerson);
    }

    try {
      return await (person ? aboutPerson(person) : aboutAnybody());
    } catch (error) {
      if (isOverBudget(error)) return shown(model, false, nothingWorks);
      throw error;
    }
  };
}

const nothingWorks = 'Nothing that was tried works here yet. This is what the contract shows; something may have to be made first.';
const nothingWorksForPerson = 'Nothing that was tried works for this person. The answer to this request says why.';

interface Way {
  readonly sent: Pick<RequestDraft, 'path' | 'query' | 'headers' | 'body'>;
  /** A request that was made of it is still about the person. */
  readonly isKept: (draft: RequestDraft) => boolean;
}

/** Requests that say who they are about, in the order in which that is best said. */
function waysToName(model: RequestDraft, values: KnownValues, person: Person): readonly Way[] {
  const { operation } = model;
  const always = (['path', 'header'] as const).flatMap((place) => [...personParameters(values.plan, operation, place).values()]);
  const fixed = always.filter((one) => has(model, one)).map((one) => [one, valueOfPerson(values, operation, one, person)] as const);
  const searches = searchesFor(values, operation, person);
  const required = [...personParameters(values.plan, operation, 'query').values()].filter((one) => has(model, one));
  const own = required.map((one) => [one, valueOfPerson(values, operation, one, person)] as const);
  const body = personBody(model, values, person);
  const about = (search: readonly (readonly [Parameter, Json])[]): Way => {
    const named = [...fixed, ...search];
    const blank: RequestDraft = { ...model, query: [], headers: {} };
    const draft = named.reduce((made, [parameter, value]) => withParameter(made, parameter, value), blank);
    const type = model.headers['content-type'];
    const withType = body !== undefined && type !== undefined ? { ...draft.headers, 'content-type': type } : draft.headers;
    return {
      sent: { path: draft.path, query: draft.query, headers: withType, ...(body !== undefined && { body }) },
      isKept: (found) =>
        named.every(([parameter, value]) => isSame(found, withParameter(found, parameter, value))) &&
        (body === undefined || (found.body ?? '').includes(person.nhsNumber)),
    };
  };
  const ways = searches.length > 0 ? searches : [own];
  return ways.filter((search) => fixed.length + search.length > 0 || body !== undefined).map(about);
}

const isSame = (one: RequestDraft, other: RequestDraft): boolean =>
  JSON.stringify([one.path, one.query.toSorted(), one.headers]) === JSON.stringify([other.path, other.query.toSorted(), other.headers]);

/** The body of the model told of the person; undefined where it is about nobody. */
function personBody({ operation, body, headers }: RequestDraft, values: KnownValues, person: Person): string | undefined {
  const type = headers['content-type'] ?? '';
  if (body === undefined || !isJsonType(type)) return undefined;
  const parsed = parseJson(body, bodyShape(body.length * 4));
  if (!('value' in parsed)) return undefined;
  const at = operation.body?.content.find((media) => media.type === type)?.schema;
  const { generator } = values.plan;
  const told = bodyOfPerson(generator, operation, { body: parsed.value, ...(at && { at }) }, { person, ...values });
  const text = JSON.stringify(told);
  return text.includes(person.nhsNumber) ? text : undefined;
}
