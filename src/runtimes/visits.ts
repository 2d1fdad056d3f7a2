/** Finds out whose workspace a request is for and who sends it, and serves it there: in the default one where it names none. */
import { controlProblem } from '../control/control-problem.ts';
import { readUrl } from '../gateway/request/incoming.ts';
import { routingPath } from '../gateway/request/path.ts';
import { isReserved } from '../gateway/reserved.ts';
import type { Visit } from '../gateway/visit.ts';
import { anyone, owner, type Caller } from '../mock/caller.ts';
import { isProblem, type Problem } from '../mock/problem.ts';
import { readAddress, type WorkspaceAddress } from '../workspaces/address.ts';
import { callerOf } from '../workspaces/keys/callers.ts';
import type { WorkspaceFacts } from '../workspaces/facts.ts';
import type { WorkspacesInProcess } from '../workspaces/local/local-workspaces.ts';
import type { HeldWorkspace } from '../workspaces/local/open-workspaces.ts';
import { OtherWorld } from '../workspace/world-mark.ts';
import { nameShape } from '../workspaces/local/named.ts';
import { notLetIn } from './not-let-in.ts';

export interface VisitsOptions {
  readonly workspaces: WorkspacesInProcess;
  /** Any name opens a workspace. */
  readonly opensNames: boolean;
  readonly operatorKey?: string | undefined;
  readonly now: () => number;
  /** A folder before all paths, where the home stands in one. */
  readonly folder?: string;
  readonly serve: (request: Request, visit: Visit) => Response | Promise<Response>;
  /** Told of what was refused before any workspace was asked. */
  readonly refused?: (request: Request, status: number) => void;
}

/** What a home knows of whoever sends a request. */
export interface Sender {
  /** Pages of ours look something up for whoever this is. */
  readonly isUnseen?: boolean;
  /** The request comes from the machine that the sandbox runs on. */
  readonly isHere: boolean;
  /** Counts one more workspace that is asked for, by the event whose code was shown; the seconds to wait, where that is one too many. */
  readonly brake?: (event: string | undefined) => number | undefined;
}

export interface Visits {
  /** Of a request that is known to name no workspace and to show no key. */
  unnamed(request: Request, sender: Sender): Response | Promise<Response>;
  of(request: Request, sender: Sender): Promise<Response>;
}

const idShape = /^[0-9a-f]{48}$/;
/** `{id}.localhost`, or below any other name that the home answers to. */
const idInHost = /^([0-9a-f]{48})\./;
export const idOfHost = (authority: string): string | undefined => idInHost.exec(authority)?.[1];

/** What stands in a workspace without a key is anybody's who reaches the home: whoever opens it to other machines is told so. */
const neighbour: Caller = { scopes: new Set(['manage']) };

/** Workspaces with keys of their own trust nobody for being near. */
function trusted({ keys }: WorkspaceFacts, { isHere }: Sender): Caller {
  if (keys.length > 0) return anyone;
  return isHere ? owner : neighbour;
}

export function openVisits({ workspaces, opensNames, operatorKey, now, folder = '', serve, refused }: VisitsOptions): Visits {
  const { byDefault, event } = workspaces;
  const here: Visit = { workspace: byDefault.workspace, prefix: folder, caller: owner };

  /** Whoever operates the home is not braked. */
  function visitOf({ workspace }: Pick<Visit, 'workspace'>, prefix: string, caller: Caller, { brake, isUnseen }: Sender): Visit {
    const braked = brake && !caller.scopes.has('operate');
    return { workspace, prefix, caller, ...(isUnseen && { isUnseen }), ...(braked && { brake: async () => brake(caller.event) }) };
  }

  function factsOf({ id }: WorkspaceAddress): WorkspaceFacts | Problem | undefined {
    if (id === undefined) return byDefault.facts;
    if (opensNames && nameShape.test(id) && !idShape.test(id)) return workspaces.named(id);
    return workspaces.known(id);
  }

  /** What is stored in it may be about the people of an earlier release. */
  function holding(facts: WorkspaceFacts): HeldWorkspace | Problem {
    try {
      return workspaces.hold(facts);
    } catch (error) {
      if (error instanceof OtherWorld) return error.problem;
      throw error;
    }
  }

  function turnedAway(request: Request, response: Response): Response {
    refused?.(request, response.status);
    return response;
  }

  return {
    unnamed: (request, sender) => serve(request, sender.isHere ? here : visitOf(byDefault, folder, neighbour, sender)),
    async of(request, sender) {
      const address = readAddress(request, { idOfHost, folder });
      const facts = address && factsOf(address);
      if (!address || !facts) return turnedAway(request, notLetIn());
      if (isProblem(facts)) return turnedAway(request, controlProblem(refusal(facts)));
      const caller = callerOf({ facts, address, trusted: trusted(facts, sender) }, { operatorKey, event, now });
      if (!caller) return turnedAway(request, notLetIn());
      const held = holding(facts);
      if (isProblem(held)) {
        // Whoever may not look into it is not told what is in it either.
        const isTold = caller !== anyone || !isReserved(routingPath(readUrl(request.url, address.prefix).pathname));
        return turnedAway(request, isTold ? controlProblem(refusal(held)) : notLetIn());
      }
      try {
        const response = await serve(request, visitOf(held, address.prefix, caller, sender));
        // It may have been ended while the request waited, which then found nothing any more.
        return held.hasEnded() && response.status >= 400 ? notLetIn() : response;
      } finally {
        held.release();
      }
    },
  };
}

const refusal = ({ problem, message }: Problem) =>
  problem === 'rate-limited'
    ? { status: 429, title: 'Too many requests', detail: message }
    : problem === 'conflict'
      ? { status: 409, title: 'Conflict', detail: message }
      : { status: 422, title: 'Unprocessable content', detail: message };
