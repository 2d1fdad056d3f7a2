/** Making workspaces: one for whoever asks, or as many as a room needs for whoever organises an event. */
import { negotiate } from '../../contract/media-type.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import type { operations } from '../../generated/sandbox-control.types.ts';
import type { Call } from '../../mock/call.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Wishes } from '../../workspaces/wishes.ts';
import type { Workspaces } from '../../workspaces/workspaces.ts';
import { defaultSeed } from '../../world/world.ts';
import { notOpened } from '../admission.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';
import { readInstant } from '../instant.ts';
import { unspeakable } from '../said-names.ts';
import type { Visited } from '../visited.ts';
import { asCsv, describingMade, type MadeWorkspace } from './described.ts';

type Body = NonNullable<operations['make-workspaces']['requestBody']>['content']['application/json'];

export function makeWorkspaces(
  workspaces: Workspaces,
  beside: Pick<BesideControl, 'workingRequests'>,
): Behaviours<'make-workspaces'>['make-workspaces'] {
  return elsewhere({
    async sends(call: Ask<'make-workspaces'>): Promise<readonly MadeWorkspace[] | Problem> {
      const wishes = wishesOf(call.body ?? {}, call);
      if ('problem' in wishes) return wishes;
      // Found before there are keys to lose.
      const describe = await describingMade(call, beside);
      const minted = (await braked(call)) ?? (await workspaces.mint(wishes));
      return isProblem(minted) ? minted : minted.map(describe);
    },
    turn(call, { sent: many }) {
      const [only] = many;
      if (negotiate(call.header('accept') ?? null, ['application/json', 'text/csv']) === 'text/csv')
        return { status: 201 as const, binary: { bytes: new TextEncoder().encode(asCsv(many)), type: 'text/csv; charset=utf-8' } };
      const isOne = only !== undefined && many.length === 1;
      return isOne
        ? { status: 201 as const, headers: { Location: `${only.baseUrl}/_sandbox/workspace` }, body: only }
        : { status: 201 as const, body: { workspaces: many } };
    },
  });
}

/** How fast workspaces may be made from one place is the home's to say. */
export async function braked({ visit }: Visited): Promise<Problem | undefined> {
  const seconds = await visit.brake?.();
  return seconds === undefined
    ? undefined
    : {
        problem: 'rate-limited',
        message: `Too many workspaces were made from here. Try again in ${seconds} seconds, or keep one and reset it.`,
        headers: { 'Retry-After': String(seconds) },
      };
}

function wishesOf(body: Body, { caller: { scopes, event } }: Pick<Call, 'caller'>): Wishes | Problem {
  const {
    names,
    count = names?.length ?? 1,
    name,
    prefix,
    seed = defaultSeed,
    population,
    clock = 'real',
    hours,
    contracts = [],
    traceIds,
  } = body;
  const byOperator = scopes.has('operate');
  if (count > 1 && !byOperator && event === undefined) return severalAtOnce;
  const refused = unspeakable({ name, prefix, ...Object.fromEntries((names ?? []).map((each, i) => [`names/${i}`, each])) });
  if (refused) return refused;
  if (names && names.length !== count) return invalid('/count', 'must be as many as there are names, or left out');
  if (count > 1 && prefix === undefined && name === undefined && !names)
    return invalid('/prefix', 'names workspaces of which there are several: send one, as in "team"');
  const instant = clock === 'real' ? clock : readInstant(clock);
  if (instant === undefined) return invalid('/clock', 'must be "real", or an instant with its zone, as in "2026-01-01T00:00:00Z"');
  return {
    count,
    ...(name !== undefined && { name }),
    ...(prefix !== undefined && { prefix }),
    ...(names && { names }),
    seed,
    ...(population !== undefined && { population }),
    clock: instant,
    ...(hours !== undefined && { hours }),
    settings: chosen(body.settings ?? {}),
    contracts,
    repeatable: traceIds === 'repeatable',
    ...(event !== undefined && { event }),
    ...(byOperator && { byOperator }),
  };
}

/** Null asks for what everybody has. */
function chosen(settings: NonNullable<Body['settings']>): Wishes['settings'] {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}

/** No workspace is concerned by it, so it need not look like any other refusal. */
const severalAtOnce: Problem = {
  ...notOpened,
  message: 'More than one workspace at a time wants the code of an event, or the operator’s key, in "Authorization: Bearer".',
};

export const invalid = (pointer: string, message: string): Problem => ({
  problem: 'invalid-value',
  message: `The body at ${pointer} ${message}.`,
  faults: [{ in: 'body', pointer, keyword: 'value', message }],
});
