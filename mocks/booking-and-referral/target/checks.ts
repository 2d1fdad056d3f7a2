/** What the gateway looks at before it passes a request on, in its order: version, ids, target. The token comes before all of it. */
import type { Call } from '../../../src/mock/call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { fault } from '../faults.ts';
import { readTarget, targetHeader, type Target } from './read-target.ts';
import { receiverOf, type Asked, type Receiver } from './receivers.ts';
import { wantedFault } from './wanted-faults.ts';

export function headerRules(call: Call): Problem | undefined {
  // The contract asks for the ids, and says so before anything that stands here.
  if (!hasIds(call)) return undefined;
  const { operation } = call;
  if (operation.path.startsWith('/DocumentReference') && isBefore(askedVersion(call), pointersSince))
    return fault('not-acceptable', ['SEND_NOT_ACCEPTABLE', 'processing', 'Pointers need version 1.1.0 or later.']);
  if (!operation.parameters.some(({ name }) => name.toLowerCase() === targetHeader.toLowerCase())) return undefined;
  const target = readTarget(call);
  if (target === undefined || isProblem(target)) return target;
  return wantedFault(target.value) ?? (receiverOf(call, target) ? undefined : unknownTarget);
}

const unknownTarget = fault('not-found', ['PROXY_NOT_FOUND', 'not-found', 'The target endpoint does not exist in the Endpoint Catalogue.']);

const hasIds = (call: Call): boolean => ['X-Request-Id', 'X-Correlation-Id'].every((name) => /\S/.test(call.header(name) ?? ''));

type Version = readonly [major: number, minor: number, patch: number];

const pointersSince: Version = [1, 1, 0];

/** The highest that the Accept header names; whoever names none is served by whatever there is. */
function askedVersion(call: Call): Version | undefined {
  const sent = (call.header('Accept') ?? '').matchAll(/version="?(\d+)(?:\.(\d+))?(?:\.(\d+))?/gi);
  const versions = [...sent].map(([, ...parts]): Version => [Number(parts[0]), Number(parts[1] ?? 0), Number(parts[2] ?? 0)]);
  return versions.toSorted((a, b) => weightOf(b) - weightOf(a))[0];
}

const weightOf = ([major, minor, patch]: Version): number => major * 10_000 + minor * 100 + patch;

const isBefore = (one: Version | undefined, other: Version): boolean => one !== undefined && weightOf(one) < weightOf(other);

/** Whom a request is for, once it has passed the checks; undefined where it names nobody. */
export function askedReceiver(call: Asked & Pick<Call, 'header'>): (Receiver & { readonly target: Target }) | undefined {
  const target = readTarget(call);
  if (target === undefined || isProblem(target)) return undefined;
  const receiver = receiverOf(call, target);
  return receiver && { ...receiver, target };
}
