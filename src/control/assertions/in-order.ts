/** Exchanges that are to come one after another; others may have come between. */
import { compared, nearestTo, shownExchanges, type TraceOf } from './compared.ts';
import { haveLeft, type Unmet, type Kept } from './unmet.ts';
import type { LookedAt } from './looked-at.ts';
import { verdictOf, inWords, readPicked, type PickedExchanges } from './picked.ts';

export function unmetOrder(steps: readonly PickedExchanges[], found: readonly LookedAt[], kept: Kept, traceOf: TraceOf): Unmet | undefined {
  let at = 0;
  let last: LookedAt | undefined;
  for (const [i, step] of steps.entries()) {
    const conditions = readPicked(step);
    const next = found.findIndex((of, index) => index >= at && verdictOf(conditions, of) === 'yes');
    if (next < 0) {
      const place = `/inOrder/${i}`;
      const rest = found.slice(at);
      const before = found.slice(0, at).filter((of) => verdictOf(conditions, of) === 'yes');
      const after = last ? ` after #${last.exchange.number}` : '';
      const earlier = before.length === 0 ? '' : `; it came before, as ${before.slice(0, shownExchanges.found).map(numbered).join(', ')}`;
      const message = `No ${inWords(conditions)}${after}${earlier}.`;
      const near = before.length > 0 ? before.slice(0, shownExchanges.found) : nearestTo(rest, conditions);
      const exchanges = near.map((of) => compared(of, conditions, traceOf, place));
      if (rest.some((of) => verdictOf(conditions, of) === 'unknown')) return { pointer: place, message, exchanges, isUnknown: true };
      return kept.isWhole ? { pointer: place, message, exchanges } : { ...haveLeft(place), exchanges };
    }
    last = found[next];
    at = next + 1;
  }
  return undefined;
}

const numbered = ({ exchange }: LookedAt): string => `#${exchange.number}`;
