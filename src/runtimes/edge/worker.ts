/** The edge runtime: finds the workspace that a request names and hands the request to its object, or answers in the demonstration. */
import type { DurableObjectNamespace, DurableObjectStub, RateLimit } from 'cloudflare:workers';
import { guardControl } from '../../gateway/callers/guard-control.ts';
import { controlPath } from '../../gateway/reserved.ts';
import { headersLimit } from '../../gateway/policies/limits.ts';
import { readUrl } from '../../gateway/request/incoming.ts';
import { routingPath } from '../../gateway/request/path.ts';
import { answerInDemonstration } from './demonstration.ts';
import { WorkspaceObject } from './workspace-object.ts';
import { defaultGateway, defaultPopulation, report } from './edge-gateway.ts';
import { controlProblem } from '../../control/control-problem.ts';
import { busy, notAdmitted } from './edge-problem.ts';
import { mintingPerMinute, minterOf, originsAllowed, type EdgeSettings } from './edge-settings.ts';
import { mintingBrake } from '../../workspaces/minting-brake.ts';
import { describeWorkspace } from '../../workspaces/describe.ts';
import type { WorkspaceFacts } from '../../workspaces/facts.ts';
import { readWishes, wishesBytes } from '../../workspaces/read-wishes.ts';
import { hour } from '../../workspaces/limits.ts';
import { headersTooLarge, ourBug, responseOf } from '../platform-fault.ts';
import { readText } from './read-text.ts';
import { readAddress, workspacePath } from '../../workspaces/address.ts';
import { isOurs, mintWorkspaceId, randomSecret } from '../../workspaces/ids.ts';
import { mintKey } from '../../workspaces/keys.ts';

export { WorkspaceObject };

export interface Env extends EdgeSettings {
  readonly WORKSPACES: DurableObjectNamespace<WorkspaceObject>;
  /** Seals workspace ids, so that a made-up one is refused without a look-up. Changing it closes every workspace. */
  readonly WORKSPACE_SECRET?: string;
  /** Brakes the making of workspaces across all processes of a place, beside the brake that each has of its own. */
  readonly MINTING?: RateLimit;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    try {
      return await answer(request, env);
    } catch (error) {
      report(error);
      return responseOf(ourBug(Date.now()));
    }
  },
};

function answer(request: Request, env: Env): Response | Promise<Response> {
  if (headersSize(request) > headersLimit) return responseOf(headersTooLarge(Date.now()));
  const { origin: own, pathname } = readUrl(request.url, '');
  const path = routingPath(pathname.replace(workspacePath, ''));
  if (path !== controlPath && !path.startsWith(`${controlPath}/`)) return answerKnown(request, env);
  return guardControl({ request, own, pathname: path }, originsAllowed(env), () => answerKnown(request, env));
}

function answerKnown(request: Request, env: Env): Response | Promise<Response> {
  const address = readAddress(request);
  if (!address) return notAdmitted();
  const { id } = address;
  if (id === undefined) return answerUnnamed(request, env);
  if (!env.WORKSPACE_SECRET || !isKnown(env.WORKSPACE_SECRET, id)) return notAdmitted();
  return forward(request, () => env.WORKSPACES.getByName(id));
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

/** Public lists of the control path that need no workspace. */
const publicPaths = new Set([`${controlPath}/health`, `${controlPath}/catalogue`]);
const publicFile = /^\/_sandbox\/contracts\/[^/]+\.json$/;

function answerUnnamed(request: Request, env: Env): Response | Promise<Response> {
  const path = routingPath(readUrl(request.url, '').pathname);
  if (path === `${controlPath}/workspaces` && request.method === 'POST') return mint(request, env);
  if (path.startsWith(`${controlPath}/trace/`)) {
    return controlProblem({
      status: 404,
      title: 'Not found',
      detail: `The demonstration keeps no journal. Exchanges of a workspace of your own can be looked up: make one with POST ${controlPath}/workspaces.`,
    });
  }
  const isPublic = publicPaths.has(path) || (request.method !== 'PUT' && request.method !== 'DELETE' && publicFile.test(path));
  if ((path === controlPath || path.startsWith(`${controlPath}/`)) && !isPublic) return notAdmitted();
  return answerInDemonstration(request, defaultGateway, defaultPopulation);
}

const brakeHere = mintingBrake(Date.now);

async function mint(request: Request, env: Env): Promise<Response> {
  const { WORKSPACE_SECRET: secret, MINTING: brake } = env;
  if (!secret)
    return controlProblem({
      status: 503,
      title: 'Service unavailable',
      detail: 'Whoever deployed this has not set WORKSPACE_SECRET yet, so no workspace can be made.',
    });
  const minter = minterOf(request, env);
  const perMinute = mintingPerMinute(env);
  const isBraked = brake && !(await brake.limit({ key: minter.network ?? 'unknown' })).success;
  const wait = brakeHere.wait(minter, perMinute) ?? (isBraked ? 60 : undefined);
  if (wait !== undefined)
    return controlProblem({
      status: 429,
      title: 'Too many requests',
      detail: `Too many workspaces were made from here: ${perMinute} a minute may be. Try again in ${wait} seconds, or keep one and reset it.`,
      headers: { 'Retry-After': String(wait) },
    });
  const text = await readText(request, wishesBytes);
  const wishes = text === undefined ? `The body must be UTF-8 text of at most ${wishesBytes} bytes.` : readWishes(text);
  if (typeof wishes === 'string') return controlProblem({ status: 400, title: 'Bad request', detail: wishes });

  const id = mintWorkspaceId(secret);
  const { key, hash } = mintKey(id);
  const { seed, clock, hours, repeatable } = wishes;
  const made = Date.now();
  const facts: WorkspaceFacts = {
    id,
    keys: [{ hash }],
    secret: repeatable ? `seed ${seed}` : randomSecret(),
    seed,
    clock,
    made,
    expires: made + hours * hour,
  };
  await env.WORKSPACES.getByName(id).begin(facts);
  const { origin } = readUrl(request.url, '');
  const body = { ...describeWorkspace(facts, origin), managementKey: key };
  return Response.json(body, {
    status: 201,
    headers: {
      Location: `${origin}/w/${id}${controlPath}/workspace`,
      'X-Sandbox-Data': 'synthetic',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** What Cloudflare says of a call to an object that failed. */
interface Failed {
  readonly overloaded?: boolean;
  readonly retryable?: boolean;
}

async function forward(request: Request, object: () => DurableObjectStub<WorkspaceObject>): Promise<Response> {
  try {
    return await object().fetch(request);
  } catch (error) {
    const { overloaded, retryable } = error as Failed; // the platform's errors carry these flags
    const repeatable = request.method === 'GET' || request.method === 'HEAD';
    if (overloaded || !retryable) return busy();
    // An object that has just moved or restarted refuses once; only what changes nothing may be sent again.
    return repeatable ? object().fetch(request) : busy();
  }
}
