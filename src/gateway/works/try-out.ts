/** Answers a request and takes back all that it changed, to see whether it works. Nobody's journal shows it. */
import { TRIED_STEPS } from '../../contract/limits.ts';
import type { Fault, ProblemKind } from '../../mock/problem.ts';
import { openReplyCache } from '../../workspace/reply-cache.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Visit } from '../visit.ts';
import { openIncoming, readUrl, type Incoming } from '../request/incoming.ts';
import { understandBytes } from '../request/read-body.ts';
import type { WireRequest } from './draft.ts';

export interface Outcome {
  readonly status: number;
  /** The operation that answered. */
  readonly operation: string | undefined;
  readonly problem: ProblemKind | undefined;
  readonly message: string | undefined;
  readonly faults: readonly Fault[];
  readonly header: (name: string) => string | undefined;
  readonly text: () => Promise<string>;
}

export type TryOut = (request: WireRequest) => Promise<Outcome>;

/** Everything of a request that awaits, done before its answer is made. */
export type Prepare = (incoming: Incoming) => Promise<((most: number) => Worked) | undefined>;

export interface Worked {
  readonly response: Response;
  /** Steps that it took. */
  readonly steps: number;
}

/** `base` is the origin, the workspace's prefix and the base of the API. */
export function tryOutIn(visit: Visit, base: string, prepare: Prepare): TryOut {
  const { workspace, prefix } = visit;
  const aside: Visit = { ...visit, workspace: asideFrom(workspace) };
  let left = TRIED_STEPS;
  return async ({ method, target, headers, body }) => {
    const request = new Request(base + target, { method, headers, ...(body !== undefined && { body }) });
    const incoming = openIncoming(request, aside, { url: readUrl(request.url, prefix), isOwn: false });
    const read = body === undefined ? undefined : understandBytes(new TextEncoder().encode(body), headers['content-type'] ?? '');
    if (read && 'problem' in read) return outcomeOf(incoming, undefined);
    if (read) incoming.body = read;
    const answer = left > 0 ? await prepare(incoming) : undefined;
    const worked = answer && takenBack(workspace, () => answer(left));
    left -= worked?.steps ?? 0;
    return outcomeOf(incoming, worked?.response);
  };
}

/** The same workspace, whose journal and cache nothing of this is seen in. */
export function asideFrom(workspace: Workspace): Workspace {
  return {
    ...workspace,
    replies: openReplyCache(),
    settings: { ...workspace.settings, delay: 0, access: 'open', extras: 'all' },
    journal: { ...workspace.journal, next: () => 0, add() {} },
  };
}

function outcomeOf({ record, match }: Incoming, response: Response | undefined): Outcome {
  let text: Promise<string> | undefined;
  return {
    status: response?.status ?? 400,
    operation: match?.target.operation.id,
    problem: record.problem,
    message: record.message,
    faults: record.faults ?? [],
    header: (name) => response?.headers.get(name) ?? undefined,
    text: () => (text ??= response?.text() ?? Promise.resolve('')),
  };
}

/** Carries an answer out of the transaction that it undoes. */
class TakenBack {
  readonly worked: Worked;
  constructor(worked: Worked) {
    this.worked = worked;
  }
}

function takenBack({ store }: Workspace, answer: () => Worked): Worked {
  try {
    return store.transaction((): Worked => {
      throw new TakenBack(answer());
    });
  } catch (thrown) {
    if (thrown instanceof TakenBack) return thrown.worked;
    throw thrown;
  }
}
