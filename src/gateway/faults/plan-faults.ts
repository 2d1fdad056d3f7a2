/** Which rules of a workspace make this request go wrong, and how. Asked only where there are any. */
import { chance } from '../../workspace/keyed-hash.ts';
import type { KeptRule } from '../../workspace/rules/kept-rules.ts';
import { longestDelay } from '../../workspace/settings.ts';
import { askedOfRules } from '../rules/asked-of-rules.ts';
import { readMatch, type Matcher } from '../rules/match.ts';
import { note, type Incoming } from '../request/incoming.ts';
import type { AnswerEffect, FaultEffect, FaultRule, LatencyEffect, StaleEffect, WireEffect } from './effect.ts';

/** Of each sort, what the first rule says whose turn it is. */
export interface PlannedFaults {
  /** The rules that have a part in it. */
  readonly ids: readonly string[];
  readonly answer?: AnswerEffect;
  readonly stale?: StaleEffect;
  /** Milliseconds. */
  readonly delay?: number;
  readonly wire?: WireEffect;
}

interface ReadRule {
  readonly id: string;
  readonly matcher: Matcher;
  readonly effect: FaultEffect;
}

export type PlanFaults = (incoming: Incoming, rules: readonly KeptRule[]) => PlannedFaults | undefined;

/** Rules are read once for as long as they are the same. */
export function faultPlanner(): PlanFaults {
  const known = new WeakMap<readonly KeptRule[], readonly ReadRule[]>();
  return (incoming, rules) => {
    const { match, workspace } = incoming;
    if (!match) return undefined;
    const read = known.get(rules) ?? rules.map(readRule);
    known.set(rules, read);
    const asked = askedOfRules(incoming, match);
    const due: { readonly id: string; readonly count: number; readonly effect: FaultEffect }[] = [];
    for (const { id, matcher, effect } of read) {
      if (!matcher.fits(asked)) continue;
      // Of one that draws its waits, too.
      const count = matcher.counts || 'sigma' in effect ? workspace.rules.faults.count(id) : 0;
      if (matcher.isDue(count, workspace.seed)) due.push({ id, count, effect });
    }
    return plannedOf(incoming, due);
  };
}

function readRule({ id, text }: KeptRule): ReadRule {
  const { match = {}, effect } = JSON.parse(text) as FaultRule; // as it was admitted
  return { id, matcher: readMatch(match, `fault ${id}`), effect };
}

type Sort = 'answer' | 'stale' | 'delay' | 'wire';

const sorts: Readonly<Record<FaultEffect['type'], Sort>> = {
  status: 'answer',
  'rate-limit': 'answer',
  gateway: 'answer',
  latency: 'delay',
  truncate: 'wire',
  'slow-body': 'wire',
  drop: 'wire',
  stale: 'stale',
};

function plannedOf(
  incoming: Incoming,
  due: readonly { readonly id: string; readonly count: number; readonly effect: FaultEffect }[],
): PlannedFaults | undefined {
  const taken = new Map<Sort, (typeof due)[number]>();
  for (const one of due) if (!taken.has(sorts[one.effect.type])) taken.set(sorts[one.effect.type], one);
  if (taken.size === 0) return undefined;
  let planned: PlannedFaults = { ids: [...taken.values()].map(({ id }) => id) };
  for (const { id, count, effect } of taken.values()) {
    note(incoming, `The fault ${id} is for this request: ${effect.type}.`);
    if (effect.type === 'latency') planned = { ...planned, delay: millisecondsOf(effect, incoming.workspace.seed, `fault ${id} ${count}`) };
    else if (effect.type === 'stale') planned = { ...planned, stale: effect };
    else if (effect.type === 'status' || effect.type === 'rate-limit' || effect.type === 'gateway')
      planned = { ...planned, answer: effect };
    else planned = { ...planned, wire: effect };
  }
  return planned;
}

/** Of a spread, the draw of this request: e to a normal number (Box and Muller's), around the median. */
function millisecondsOf(effect: LatencyEffect, seed: number, key: string): number {
  if ('ms' in effect) return Math.min(effect.ms, longestDelay);
  const radius = Math.sqrt(-2 * Math.log(1 - chance(seed, `${key} radius`)));
  const normal = radius * Math.cos(2 * Math.PI * chance(seed, `${key} angle`));
  return Math.min(effect.median * Math.exp(effect.sigma * normal), longestDelay);
}
