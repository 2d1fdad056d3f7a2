/** The edge runtime: finds the workspace that a request names and hands the request to its object, or answers in the demonstration. */
import type { DurableObjectStub } from 'cloudflare:workers';
import { guardControl } from '../../gateway/callers/guard-control.ts';
import { headersLimit } from '../../gateway/policies/limits.ts';
import { readUrl } from '../../gateway/request/incoming.ts';
import { routingPath } from '../../gateway/request/path.ts';
import { isReserved } from '../../gateway/reserved.ts';
import { anyone } from '../../mock/caller.ts';
import { readAddress, workspacePath, type WorkspaceAddress } from '../../workspaces/address.ts';
import { callerOf } from '../../workspaces/keys/callers.ts';
import { isOurEvent, isOurs } from '../../workspaces/keys/ids.ts';
import { keyFits, readKey } from '../../workspaces/keys/keys.ts';
import type { EventFacts } from '../../workspaces/workspaces.ts';
import { withPagesAtTheEdge } from './edge-pages.ts';
import { headersTooLarge, ourBug, responseOf } from '../platform-fault.ts';
import { operatorKeyIn, type Bindings } from './bindings.ts';
import { brakeOf } from './brake.ts';
import { answerInDemonstration, demonstration } from './demonstration.ts';
import { report } from './edge-gateway.ts';
import { notLetIn } from '../not-let-in.ts';
import { busy } from './edge-problem.ts';
import { originsAllowed } from './edge-settings.ts';
import { deployment } from './registry/registries.ts';
import { RegistryObject } from './registry/registry-object.ts';
import { WorkspaceObject, type AskedHow } from './workspace-object.ts';

export { RegistryObject, WorkspaceObject };

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    try {
      return await answer(request, env);
    } catch (error) {
      report(error);
      return responseOf(ourBug(Date.now()));
    }
  },
};

function answer(request: Request, env: Bindings): Response | Promise<Response> {
  if (headersSize(request) > headersLimit) return responseOf(headersTooLarge(Date.now()));
  return withPagesAtTheEdge(request, env, (asked, isUnseen) => answerProgram(asked, env, isUnseen));
}

function answerProgram(request: Request, env: Bindings, isUnseen: boolean): Response | Promise<Response> {
  const { origin: own, pathname } = readUrl(request.url, '');
  const path = routingPath(pathname.replace(workspacePath, ''));
  if (!isReserved(path)) return answerKnown(request, env, isUnseen);
  return guardControl({ request, own, pathname: path }, originsAllowed(env), () => answerKnown(request, env, isUnseen));
}

function answerKnown(request: Request, env: Bindings, isUnseen: boolean): Response | Promise<Response> {
  const address = readAddress(request);
  if (!address) return notLetIn();
  return address.code === undefined ? answerAt(address, request, env, { isUnseen }) : answerOrganiser(address, address.code, request, env);
}

/** The code of an event that is unknown or over opens nothing, and neither does one that was made up. */
async function answerOrganiser(address: WorkspaceAddress, code: string, request: Request, env: Bindings): Promise<Response> {
  const id = readKey(code)?.id ?? '';
  const { WORKSPACE_SECRET: secret } = env;
  const event = secret && isOurEvent(secret, id) ? await env.REGISTRIES.getByName(deployment).event(id) : undefined;
  return event && keyFits(code, event.codeHash) ? answerAt(address, request, env, { event }) : notLetIn();
}

function answerAt(address: WorkspaceAddress, request: Request, env: Bindings, how: AskedHow): Response | Promise<Response> {
  const { id } = address;
  const { event, isUnseen = false } = how;
  if (id === undefined) return answerUnnamed(address, request, env, event);
  if (!env.WORKSPACE_SECRET || !isKnown(env.WORKSPACE_SECRET, id)) return notLetIn();
  const object = (): DurableObjectStub<WorkspaceObject> => env.WORKSPACES.getByName(id);
  return forward(request, () => (event || isUnseen ? object().fetchFor(request, how) : object().fetch(request)));
}

function answerUnnamed(
  address: WorkspaceAddress,
  request: Request,
  env: Bindings,
  event: EventFacts | undefined,
): Response | Promise<Response> {
  const isControl = isReserved(routingPath(readUrl(request.url, '').pathname));
  const credentials = { event: () => event, now: Date.now, ...(isControl && { operatorKey: operatorKeyIn(env) }) };
  const caller = callerOf({ facts: demonstration, address, trusted: anyone }, credentials);
  return caller ? answerInDemonstration(request, { caller, brake: brakeOf(request, env, caller) }) : notLetIn();
}

/** Bytes of names and values, as the Node runtime counts them: the platform gives one character a byte. */
function headersSize({ headers }: Request): number {
  let size = 0;
  for (const [name, value] of headers) size += name.length + value.length;
  return size;
}

/** Ids whose seal was found right, since looking takes longer than anything else here. It says nothing of the workspaces themselves. */
const sealed = new Set<string>();
const sealedAtMost = 10_000;

function isKnown(secret: string, id: string): boolean {
  if (sealed.has(id)) return true;
  if (!isOurs(secret, id)) return false;
  if (sealed.size >= sealedAtMost) sealed.clear();
  sealed.add(id);
  return true;
}

/** What Cloudflare says of a call to an object that failed. */
interface Failed {
  readonly overloaded?: boolean;
  readonly retryable?: boolean;
}

async function forward(request: Request, send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    const { overloaded, retryable } = error as Failed; // the platform's errors carry these flags
    const repeatable = request.method === 'GET' || request.method === 'HEAD';
    if (overloaded || !retryable) return busy();
    // An object that has just moved or restarted refuses once; only what changes nothing may be sent again.
    return repeatable ? send() : busy();
  }
}
