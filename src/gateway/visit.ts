/** Whose workspace a request is for, how its address says so, and who sends it: what a home finds out before the gateway is asked. */
import type { Caller } from '../mock/caller.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Visit {
  readonly workspace: Workspace;
  /** What every link made here begins with after the origin: '' for the default workspace, else `/w/{id}`. */
  readonly prefix: string;
  readonly caller: Caller;
  /** It came to a host of the NHS, which only a sandbox in a process answers for; `base` is what links begin with where that host is the API's own. */
  readonly official?: { readonly base?: string };
  /** A page of ours looks something up in the sandbox’s own API: nobody wants to find that in its journal. */
  readonly isUnseen?: boolean;
  /** Counts one more workspace that is asked for; the seconds to wait, where that is one too many. Nobody's brake where it is left out. */
  readonly brake?: () => Promise<number | undefined>;
}
