/** Who calls, by what a request carries: a management key, the code of an event, the operator's key, or the trust of the home in its own machine. */
import type { Caller, SandboxScope } from '../../mock/caller.ts';
import type { WorkspaceAddress } from '../address.ts';
import type { WorkspaceFacts } from '../facts.ts';
import { isOperatorKey, keyFits, opens, readKey } from './keys.ts';
import type { EventFacts } from '../workspaces.ts';

interface Asked {
  /** The workspace that is asked. */
  readonly facts: WorkspaceFacts;
  readonly address: WorkspaceAddress;
  /** What whoever asks for this workspace may do without showing anything. */
  readonly trusted: Caller;
}

export interface Credentials {
  readonly operatorKey?: string | undefined;
  event(id: string): EventFacts | undefined;
  now(): number;
}

/** Undefined where a key or a code was shown that opens nothing, or something else than what is asked. */
export function callerOf({ facts, address, trusted }: Asked, { operatorKey, event, now }: Credentials): Caller | undefined {
  const { key, code, bearer } = address;
  if (bearer === undefined) return trusted;
  if (key !== undefined) return address.id === facts.id && opens(key, facts.keys, now()) ? withScopes(trusted, ['manage']) : undefined;
  if (code !== undefined) {
    const known = event(readKey(code)?.id ?? '');
    if (!known || !keyFits(code, known.codeHash) || known.expires <= now()) return undefined;
    if (facts.keys.length > 0 && facts.event !== known.id) return undefined;
    // Whoever shows a code acts as an organiser, and sees what organisers see, on a machine of their own, too.
    const scopes = [...trusted.scopes].filter((scope) => scope !== 'operate');
    return { scopes: new Set([...scopes, 'organise']), event: known.id };
  }
  return isOperatorKey(bearer, operatorKey) ? withScopes(trusted, ['manage', 'organise', 'operate']) : trusted;
}

function withScopes(caller: Caller, more: readonly SandboxScope[]): Caller {
  return { ...caller, scopes: new Set([...caller.scopes, ...more]) };
}
