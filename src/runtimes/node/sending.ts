/** Messages leave a server on this machine: to receivers on it where nobody else is let in, elsewhere where whoever started it says so. */
import { isLoopback } from '../../gateway/callers/authority.ts';
import type { Reach } from '../../outbound/guard.ts';
import { posting } from '../../outbound/post.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { WorkspacesInProcess } from '../../workspaces/local/local-workspaces.ts';
import { openPump, type Pump } from '../outbound/pump.ts';
import { hostName } from './own-names.ts';

interface Options {
  readonly host: string;
  readonly allowHosts?: readonly string[] | undefined;
  readonly sendsOut?: boolean | undefined;
  readonly workspaces: () => WorkspacesInProcess;
  readonly catchUp: (workspace: Workspace) => void | Promise<void>;
  readonly onBug: (error: unknown) => void;
}

export interface Sending {
  readonly reach: Reach;
  /** Something is, or may be, to be sent from a workspace. */
  send(workspace: Workspace): void;
  readonly ask: Pump['ask'];
  /** What the server is called is known once it listens. */
  isAt(port: number): void;
  /** Sends nothing more, and resolves once nothing is on its way. */
  stop(): Promise<void>;
}

export function openSending({ host, allowHosts = [], sendsOut = false, workspaces, catchUp, onBug }: Options): Sending {
  const own = [hostName(host), ...allowHosts.map((name) => name.replace(/^\*\./, ''))];
  const pump = openPump({ post: posting((...request) => globalThis.fetch(...request)), catchUp, onBug });
  return {
    // Whoever answers to another name stands behind a proxy or a tunnel, through which strangers may come.
    reach: { loopback: isLoopback(hostName(host)) && allowHosts.length === 0, public: sendsOut, own },
    send(workspace) {
      const facts = workspaces().known(workspace.id);
      // It is not closed while something is on its way from it.
      const held = facts && workspaces().hold(facts);
      if (held) pump.run(workspace).finally(held.release).catch(onBug);
    },
    ask: pump.ask,
    isAt: (port) => void own.push(`localhost:${port}`),
    stop: pump.stop,
  };
}
