/** One request to each API about one person: the first that was tried out and finds them, else the likeliest one, which says why it does not. */
import { sampleRequest } from '../../answer/sample/sample-request.ts';
import type { Operation, Parameter } from '../../contract/contract.ts';
import { isOverBudget } from '../../contract/work.ts';
import type { Person } from '../../population.ts';
import type { Api } from '../api.ts';
import type { Visit } from '../visit.ts';
import { decodeUrl } from '../request/path.ts';
import { curlLine } from './command-lines.ts';
import { draftOf, wired, withParameter, type RequestDraft, type WireRequest } from './draft.ts';
import { findsSomething } from './find-request.ts';
import { mendDraft } from './mend-draft.ts';
import { mayBeHandedOut } from './operation-requests.ts';
import { tryOutIn, type Outcome, type Prepare, type TryOut } from './try-out.ts';
import { valueOfPerson, type KnownValues } from './values.ts';

export interface RequestAbout {
  readonly api: Api;
  readonly operation: Operation;
  /** Below the address of a workspace. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly curl: string;
  /** That it was answered with when it was tried out. */
  readonly status: number;
}

export type RequestsAbout = (person: Person, visit: Visit, origin: string) => Promise<readonly RequestAbout[]>;

interface Tried {
  readonly apis: readonly Api[];
  readonly prepare: Prepare;
}

/** Operations of one API that are tried, and times that one request is mended. */
const operationsAtMost = 6;
const mendings = 4;

export function requestsAbout({ apis, prepare }: Tried): RequestsAbout {
  return async (person, visit, origin) => {
    const found: RequestAbout[] = [];
    for (const api of apis) {
      const mount = api.mounts[0] ?? '';
      const tryOut = tryOutIn(visit, origin + visit.prefix + mount, prepare);
      const best = await bestOf(api, person, { visit, tryOut });
      if (!best) continue;
      const { operation, request, status } = best;
      const curl = curlLine(origin + visit.prefix + mount, request);
      found.push({ api, operation, path: mount + request.target, headers: request.headers, curl, status });
    }
    return found;
  };
}

interface Attempt {
  readonly operation: Operation;
  readonly request: WireRequest;
  readonly status: number;
  /** Not an empty list. */
  readonly finds?: boolean;
}

async function bestOf(
  { contract, plan }: Api,
  person: Person,
  { visit, tryOut }: { readonly visit: Visit; readonly tryOut: TryOut },
): Promise<Attempt | undefined> {
  const { population, clock } = visit.workspace;
  const values: KnownValues = { plan, population, now: clock.now() };
  let best: Attempt | undefined;
  for (const [operation, parameter] of askingFor(contract.operations, plan).slice(0, operationsAtMost)) {
    const tried = await attempt({ operation, parameter, person, values, tryOut }).catch((error: unknown) => {
      if (isOverBudget(error)) return undefined;
      throw error;
    });
    if (tried?.finds) return tried;
    if (best?.status !== 200) best = tried?.status === 200 ? tried : (best ?? tried);
  }
  return best;
}

type Asking = readonly [operation: Operation, parameter: Parameter];

/** Reads that take an NHS number, those by their path first: they say most. */
function askingFor(operations: readonly Operation[], { meaning }: Api['plan']): readonly Asking[] {
  const places = ['path', 'query', 'header'];
  return operations
    .filter(({ method, fragment }) => method === 'get' && fragment === undefined)
    .flatMap((operation): readonly Asking[] => {
      const parameter = operation.parameters.find((one) => meaning.parameterRole(operation, one) === 'patient.nhsNumber');
      return parameter ? [[operation, parameter]] : [];
    })
    .toSorted(([a, one], [b, other]) => places.indexOf(one.in) - places.indexOf(other.in) || a.path.length - b.path.length);
}

interface AttemptOptions {
  readonly operation: Operation;
  readonly parameter: Parameter;
  readonly person: Person;
  readonly values: KnownValues;
  readonly tryOut: TryOut;
}

/** The contract's own example with this person in it; what is refused of it is put right while it is still about them. */
async function attempt({ operation, parameter, person, values, tryOut }: AttemptOptions): Promise<Attempt | undefined> {
  const { plan, now } = values;
  const about = valueOfPerson(values, operation, parameter, person);
  const sampled = (extent: 'required' | 'full'): RequestDraft =>
    withParameter(draftOf(operation, sampleRequest(plan.generator, operation, { key: operation.id, now, extent })), parameter, about);
  const model = sampled('required');
  let likeliest: Attempt | undefined;
  for (const first of [model, sampled('full')]) {
    let draft = first;
    for (let round = 0; round <= mendings; round += 1) {
      const request = wired(draft);
      if (!isAbout(person, request) || !mayBeHandedOut(request)) break;
      const outcome: Outcome = await tryOut(request);
      const tried = { operation, request, status: outcome.status };
      if (outcome.status === 200 && (await findsSomething(operation, outcome))) return { ...tried, finds: true };
      if (outcome.status === 200) return tried;
      likeliest ??= tried;
      // Whoever is not found is not found by other means either.
      if (outcome.problem === 'not-found' || outcome.problem === 'gone') return tried;
      const next = mendDraft(draft, outcome, model, values);
      if (JSON.stringify(wired(next)) === JSON.stringify(request)) break;
      draft = next;
    }
  }
  return likeliest;
}

function isAbout({ nhsNumber }: Person, { target, headers }: WireRequest): boolean {
  return [decodeUrl(target) ?? target, ...Object.values(headers)].some((text) => text.includes(nhsNumber));
}
