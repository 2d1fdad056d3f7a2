/** Whether an assertion holds for the exchanges that are kept, and where not, which of them say so. */
import type { TraceOf } from './compared.ts';
import type { Assertion, AssertionResult, Unmet, Kept, Picked } from './unmet.ts';
import { unmetOrder } from './in-order.ts';
import { noted, refusedForContents, unmetByEach, unmetByNone } from './of-all.ts';
import { verdictOf, inWords, readPicked } from './picked.ts';
import { timesOf, unmetTimes, timesInWords } from './times.ts';

export function judgeAssertion(assertion: Assertion, kept: Kept, traceOf: TraceOf): AssertionResult {
  const { each, inOrder, noneInvalid, noNotes } = assertion;
  const conditions = readPicked(assertion);
  const verdicts = kept.all.map((of) => ({ of, verdict: verdictOf(conditions, of) }));
  const those = (wanted: string) => verdicts.filter(({ verdict }) => verdict === wanted).map(({ of }) => of);
  const picked: Picked = { found: those('yes'), unknown: those('unknown') };
  const bounds = timesOf(assertion);
  const unmet = [
    bounds && unmetTimes(bounds, picked, kept, { conditions, traceOf }),
    each && unmetByEach(each, picked, kept, traceOf),
    inOrder && unmetOrder(inOrder, picked.found, kept, traceOf),
    noneInvalid && unmetByNone(refusedForContents, picked, kept, traceOf),
    noNotes && unmetByNone(noted(noNotes), picked, kept, traceOf),
  ].filter((one): one is Unmet => typeof one === 'object');
  const wanted = [
    ...(bounds ? [`${timesInWords(bounds)}: ${inWords(conditions)}`] : conditions.length > 0 ? [`of ${inWords(conditions)}`] : []),
    ...(each ? [`each of them ${inWords(readPicked(each))}`] : []),
    ...(inOrder ? [`in this order: ${inOrder.map((step) => inWords(readPicked(step))).join(' → ')}`] : []),
    ...(noneInvalid ? ['none refused for what it holds'] : []),
    ...(noNotes ? [`none with conformance notes${noNotes === 'fails' ? ' of what would fail' : ''}`] : []),
  ].join('; ');
  return {
    name: assertion.name ?? wanted,
    outcome: unmet.some(({ isUnknown = false }) => !isUnknown) ? 'fails' : unmet.length > 0 ? 'unknown' : 'holds',
    found: picked.found.length,
    wanted,
    failures: unmet.map(({ pointer, message, exchanges }) => ({ pointer, message, exchanges: [...exchanges] })),
  };
}
