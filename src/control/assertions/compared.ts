/** Exchanges held against what was wanted: which of its conditions do not hold, and which exchanges come nearest. */
import type { Json } from '../../contract/contract.ts';
import { cutShort } from '../../contract/limits.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { LookedAt } from './looked-at.ts';
import { verdictOn, type PickCondition } from './picked.ts';

export type ComparedExchange = components['schemas']['ComparedExchange'];

/** The address of an explanation. */
export type TraceOf = (id: string) => string;

/** Exchanges that are shown of one failure: of those that should not be there, and of the nearest to what should. */
export const shownExchanges = { found: 5, nearest: 3 };

/** Characters of a value, and of an address. */
const longest = { value: 300, url: 500 };

/** `place`: where in the assertion the conditions stand. */
export function compared(of: LookedAt, conditions: readonly PickCondition[], traceOf: TraceOf, place = ''): ComparedExchange {
  const { id, number, at, method, url, status, problem, message } = of.exchange;
  return {
    id,
    number,
    at: new Date(at).toISOString(),
    request: { method, url: cutShort(url, longest.url) },
    status,
    trace: traceOf(id),
    ...(problem !== undefined && { why: message === undefined ? problem : `${problem}: ${message}` }),
    differences: conditions
      .filter((condition) => verdictOn(condition, of) !== 'yes')
      .map((condition) => {
        const note = condition.gap(of);
        return {
          pointer: place + condition.pointer,
          what: condition.what,
          expected: short(condition.wanted),
          received: short(condition.received(of) ?? null),
          ...(note !== undefined && { note }),
        };
      }),
  };
}

function short(value: Json): Json {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest.value ? cutShort(text, longest.value) : value;
}

/**
 * Those of which the fewest conditions do not hold; of several alike the newest. Which operation it is counts for more than what it says: where
 * one is of the operation that is meant, those of others are not near.
 */
export function nearestTo(all: readonly LookedAt[], conditions: readonly PickCondition[]): readonly LookedAt[] {
  const sorted = all
    .map((of) => ({ of, distance: distance(of, conditions) }))
    .toSorted((a, b) => a.distance - b.distance || b.of.exchange.number - a.of.exchange.number);
  const near = (sorted[0]?.distance ?? 0) + another;
  return sorted
    .slice(0, shownExchanges.nearest)
    .filter((one) => one.distance < near)
    .map(({ of }) => of);
}

function distance(of: LookedAt, conditions: readonly PickCondition[]): number {
  let sum = 0;
  for (const condition of conditions) if (verdictOn(condition, of) !== 'yes') sum += weights[condition.what] ?? 1;
  return sum;
}

/** What makes it another operation. */
const another = 4;
const weights: Readonly<Partial<Record<string, number>>> = { api: another, operation: another, method: another, path: another, person: 2 };
