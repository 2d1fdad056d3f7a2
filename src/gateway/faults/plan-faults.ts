/** Which rules of a workspace make this request go wrong, and how: where there are none, a look at the workspace and at one header. */
import { lazilyOf } from '../../contract/lazily.ts';
import { chance } from '../../workspace/keyed-hash.ts';
import type { KeptRule } from '../../workspace/rules/kept-rules.ts';
import { longestDelay } from '../../workspace/settings.ts';
import { askedOfRules } from '../rules/asked-of-rules.ts';
import { readMatch, type Matcher } from '../rules/match.ts';
import { rulesOfScenario, scenarioHeader } from './scenario.ts';
import { isRead } from './stale-read.ts';
import { note, type Incoming } from '../request/incoming.ts';
import type { AnswerEffect, FaultEffect, FaultRule, LatencyEffect, StaleEffect, WireEffect } from './effect.ts';

/** Of each sort, what the first rule says whose turn it is. */
export interface PlannedFaults {
  /** The rules that have a part in it. */
  readonly ids: readonly string[];
  readonly answer?: AnswerEffect;
  /** Milliseconds. */
  readonly delay?: number;
  readonly wire?: WireEffect;
  readonly stale?: StaleEffect;
}

interface ReadRule {
  readonly id: string;
  readonly matcher: Matcher;
  readonly effect: FaultEffect;
}

/** By the rules that are kept, if any, and by what the request asks for itself. Nothing of the sandbox's own goes wrong on purpose. */
export type PlanFaults = (incoming: Incoming) => PlannedFaults | undefined;

export function faultPlanner(): PlanFaults {
  const readAll = lazilyOf((kept: readonly KeptRule[]) => kept.flatMap(readRule));
  return (incoming) => {
    const { match, workspace, record, request, isOwn } = incoming;
    const rules = workspace.rules.faults.active;
    const scenario = request.headers.get(scenarioHeader);
    if ((rules === undefined && scenario === null) || isOwn || !match) return undefined;
    const asked = askedOfRules(incoming, match);
    const isMeant = ({ type }: FaultEffect): boolean => type !== 'stale' || isRead(match.target.operation);
    const due: Due[] = [];
    const wished = scenario === null ? [] : rulesOfScenario(scenario, (line) => note(incoming, line));
    for (const [index, { match: about = {}, effect }] of wished.entries()) {
      const matcher = readMatch(about, `scenario ${index}`);
      // Nothing is counted of what no rule is kept of: each exchange has a draw of its own.
      if (isMeant(effect) && matcher.fits(asked) && matcher.isDue(record.number, workspace.seed))
        due.push({ id: 'scenario', count: record.number, effect });
    }
    for (const { id, matcher, effect } of rules ? readAll(rules) : []) {
      if (!isMeant(effect) || !matcher.fits(asked)) continue;
      // Of one that draws its waits, too.
      const count = matcher.counts || 'sigma' in effect ? workspace.rules.faults.count(id) : 0;
      if (matcher.isDue(count, workspace.seed)) due.push({ id, count, effect, isKept: true });
    }
    return plannedOf(incoming, due);
  };
}

/** None of one that is paused. */
function readRule({ id, text }: KeptRule): readonly ReadRule[] {
  const { match = {}, effect, enabled = true } = JSON.parse(text) as FaultRule; // as it was admitted
  return enabled ? [{ id, matcher: readMatch(match, `fault ${id}`), effect }] : [];
}

type Sort = 'answer' | 'delay' | 'wire' | 'state';

const sorts: Readonly<Record<FaultEffect['type'], Sort>> = {
  status: 'answer',
  'rate-limit': 'answer',
  gateway: 'answer',
  latency: 'delay',
  truncate: 'wire',
  'slow-body': 'wire',
  drop: 'wire',
  stale: 'state',
};

/** A rule whose turn it is. */
interface Due {
  readonly id: string;
  readonly count: number;
  readonly effect: FaultEffect;
  /** The workspace has it, and not this one request. */
  readonly isKept?: true;
}

function plannedOf(incoming: Incoming, due: readonly Due[]): PlannedFaults | undefined {
  const taken = new Map<Sort, Due>();
  for (const one of due) if (!taken.has(sorts[one.effect.type])) taken.set(sorts[one.effect.type], one);
  if (taken.size === 0) return undefined;
  let planned: PlannedFaults = { ids: [...new Set([...taken.values()].map(({ id }) => id))] };
  for (const { id, count, effect, isKept } of taken.values()) {
    if (isKept) incoming.workspace.rules.faults.countUse(id);
    note(incoming, `The fault ${id} is for this request: ${effect.type}.`);
    if (effect.type === 'latency') planned = { ...planned, delay: millisecondsOf(effect, incoming.workspace.seed, `fault ${id} ${count}`) };
    else if (effect.type === 'status' || effect.type === 'rate-limit' || effect.type === 'gateway')
      planned = { ...planned, answer: effect };
    else if (effect.type === 'stale') planned = { ...planned, stale: effect };
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
