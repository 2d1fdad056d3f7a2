/** A request that works to each API: a read of something that is there, else the first sample that succeeds. */
import { sampleRequest } from '../../answer/sample/sample-request.ts';
import { TRIED_STEPS } from '../../contract/limits.ts';
import { isOverBudget, unlessBeyond } from '../../contract/work.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import { anyone } from '../../mock/caller.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import { openWorkspace } from '../../workspace/workspace.ts';
import type { Api } from '../api.ts';
import { decodeUrl } from '../request/path.ts';
import { draftOf, wired, type WireRequest } from './draft.ts';
import { findFirstRequest, type AskFirst } from './first-request.ts';
import { tryOutIn, type Prepare } from './try-out.ts';

/** By the slug of the API; its target is below the address of a workspace. None where nothing that was tried works. */
export type AskEach = (like: Parameters<AskFirst>[0]) => Promise<ReadonlyMap<string, WireRequest>>;

/** Samples that are tried out of each API. */
const attempts = 8;
/** Characters of a request that anybody would paste. */
const longest = 8_000;

export async function findFirstRequests(
  { apis, prepare }: { readonly apis: readonly Api[]; readonly prepare: Prepare },
  like: Parameters<AskEach>[0],
): ReturnType<AskEach> {
  const found = new Map<string, WireRequest>();
  for (const api of apis) {
    const read = await findFirstRequest({ apis: [api], prepare }, like);
    const first = read ? { method: 'GET', ...read } : await firstSample(api, prepare, like);
    if (first && sizeOf(first) <= longest) found.set(api.contract.slug, first);
  }
  return found;
}

const sizeOf = ({ target, headers, body = '' }: WireRequest): number => target.length + JSON.stringify(headers).length + body.length;

async function firstSample(api: Api, prepare: Prepare, like: Parameters<AskEach>[0]): Promise<WireRequest | undefined> {
  const mount = api.mounts[0] ?? '';
  const workspace = openWorkspace({ ...like, id: 'first-request', secret: '', store: createMemoryStore() });
  const tryOut = tryOutIn({ workspace, prefix: '', caller: anyone }, `http://localhost${mount}`, prepare);
  for (const request of samplesOf(api, like.clock.now())) {
    const { status } = await tryOut(request).catch((error: unknown) => {
      if (isOverBudget(error)) return { status: 500 };
      throw error;
    });
    if (status >= 200 && status < 300) return { ...request, target: mount + request.target };
  }
  return undefined;
}

/** Reads first, and short before long. */
function samplesOf({ contract: { operations, work }, plan: { generator } }: Api, now: number): readonly WireRequest[] {
  return operations
    .filter(({ fragment }) => fragment === undefined)
    .toSorted((a, b) => Number(a.method !== 'get') - Number(b.method !== 'get'))
    .slice(0, attempts)
    .flatMap((operation) =>
      unlessBeyond(
        () => work.within(TRIED_STEPS, () => [wired(draftOf(operation, sampleRequest(generator, operation, { key: 'first', now })))]),
        () => [],
      ),
    )
    .filter((request) => canBeSent(request) && mayBeHandedOut(request))
    .toSorted((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET') || (a.body ?? '').length - (b.body ?? '').length);
}

/** No client sends a method or a header that the platform knows no such of, whatever the contract documents. */
function canBeSent({ method, target, headers }: WireRequest): boolean {
  try {
    return new Request(`http://localhost${target}`, { method, headers }).method === method;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** A contract may publish a number of a real patient's kind, which is shown to nobody. */
function mayBeHandedOut({ target, headers, body = '' }: WireRequest): boolean {
  const text = [decodeUrl(target) ?? target, ...Object.values(headers), body].join('\n');
  return redactLiveNumbers(text) === text;
}
