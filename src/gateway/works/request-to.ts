/** The one search for a request to an operation that works, for whoever asks: about anybody or one person, with its target below the workspace. */
import type { Operation } from '../../contract/contract.ts';
import { isOverBudget } from '../../contract/work.ts';
import type { Person } from '../../population.ts';
import type { Api } from '../api.ts';
import type { Visit } from '../visit.ts';
import { mayBeHandedOut, wired, type RequestDraft } from './draft.ts';
import { findRequest, findRequestOrMaker, modelOf, type FoundRequest } from './find-request.ts';
import { withDemanded } from './mend-draft.ts';
import { partsOf, type RequestParts } from './request-parts.ts';
import { tryOutIn, type Prepare, type TryOut } from './try-out.ts';
import { waysToName } from './ways-to-name.ts';

export interface WorkingRequest {
  readonly request: RequestParts;
  /** It has been tried out in the workspace that asks. */
  readonly works: boolean;
  /** It works, and what it is answered with is not empty. */
  readonly finds: boolean;
  /** That it was answered with, where it was tried. */
  readonly status?: number;
  /** The text of what it was answered with, likewise. */
  readonly answer?: () => Promise<string>;
  /** What stands against it, or what it does where it is not what the operation is for. */
  readonly note?: string;
}

/** One for all requests to one API, since what is done for them is counted together. */
export interface AskedApi {
  readonly api: Api;
  readonly visit: Visit;
  readonly tryOut: TryOut;
}

export function askedApi(api: Api, visit: Visit, prepare: Prepare): AskedApi {
  return { api, visit, tryOut: tryOutIn(visit, `http://localhost${visit.prefix}${api.mounts[0] ?? ''}`, prepare) };
}

export interface Wish {
  readonly person?: Person | undefined;
  /** Where nothing works, one to another operation that makes something to work with. */
  readonly orMaker?: boolean;
  /** Requests that are tried at most; none of them where it is 0, and the likeliest is given as it stands. */
  readonly tries?: number;
}

/** Ways to name a person that are tried. */
const MOST_WAYS = 3;

/** Throws where the contract's own request is beyond the limits. */
export async function requestTo(
  operation: Operation,
  { api, visit, tryOut }: AskedApi,
  { person, orMaker = false, tries }: Wish = {},
): Promise<WorkingRequest> {
  const { population, store, clock } = visit.workspace;
  const values = { plan: api.plan, population, now: clock.now() };
  const model = modelOf(values, operation);
  const search = { plan: api.plan.of(operation), values, store, model, tryOut, ...(tries !== undefined && { tries }) };
  const shown = ({ best, note }: Omit<FoundRequest, 'next'>, instead: () => RequestDraft, why: string): WorkingRequest => {
    const { works = false, finds = false, status, answer } = best ?? {};
    const said = works ? note : why;
    return {
      request: partsOf(best?.works ? best.draft : instead(), api.plan.meaning, api.mounts[0] ?? ''),
      works,
      finds,
      ...(status !== undefined && { status }),
      ...(answer && { answer }),
      ...(said !== undefined && { note: said }),
    };
  };

  async function aboutAnybody(): Promise<WorkingRequest> {
    const find = orMaker ? findRequestOrMaker : findRequest;
    return shown(await find({ ...search, isWanted: isPublic }), () => model, nothingWorks);
  }

  async function aboutPerson(one: Person): Promise<WorkingRequest> {
    const ways = waysToName(model, values, one).slice(0, MOST_WAYS);
    let first: WorkingRequest | undefined;
    for (const { sent, isKept } of ways) {
      const found = await findRequest({ ...search, sent, isWanted: (draft) => isPublic(draft) && isKept(draft) });
      const named = shown(found, () => withDemanded({ ...model, ...sent }, model, values), nothingWorksForPerson);
      first ??= named;
      if (named.works) return named;
      // Whoever is not found by one name is not found by another.
      if (named.status === 404 || named.status === 410) break;
    }
    return first ?? { ...(await aboutAnybody()), note: namesNobody };
  }

  try {
    return await (person ? aboutPerson(person) : aboutAnybody());
  } catch (error) {
    if (isOverBudget(error)) return shown({}, () => model, nothingWorks);
    throw error;
  }
}

const isPublic = (draft: RequestDraft): boolean => mayBeHandedOut(wired(draft));

const nothingWorks = 'Nothing that was tried works here yet. This is what the contract shows; something may have to be made first.';
const nothingWorksForPerson = 'Nothing that was tried works for this person. The answer to this request says why.';
const namesNobody = 'This operation takes nothing that would tell who it is about.';

/** Undefined where even the contract's own request is beyond the limits, or is nothing to show to anybody. */
export async function shownRequestTo(...asked: Parameters<typeof requestTo>): Promise<WorkingRequest | undefined> {
  try {
    const found = await requestTo(...asked);
    return mayBeHandedOut(found.request) ? found : undefined;
  } catch (error) {
    if (isOverBudget(error)) return undefined;
    throw error;
  }
}
