/** How many exchanges an assertion wants, and what is told where there are others. */
import { counted } from '../../contract/counted.ts';
import { compared, nearestTo, shownExchanges, type TraceOf } from './compared.ts';
import { haveLeft, cannotBeTold, type Assertion, type Unmet, type Kept, type Picked } from './unmet.ts';
import type { PickCondition } from './picked.ts';

export interface WantedTimes {
  readonly pointer: string;
  readonly least: number;
  readonly most: number;
}

/** At least one, where nothing is said of how many, or of what else there is to be. */
export function timesOf({ times, never, each, inOrder, noneInvalid, noNotes }: Assertion): WantedTimes | undefined {
  if (never) return { pointer: '/never', least: 0, most: 0 };
  if (typeof times === 'number') return { pointer: '/times', least: times, most: times };
  if (times) return { pointer: '/times', least: times.atLeast ?? 0, most: times.atMost ?? Infinity };
  return each || !(inOrder || noneInvalid || noNotes) ? { pointer: '', least: 1, most: Infinity } : undefined;
}

export function timesInWords({ least, most }: WantedTimes): string {
  if (most === 0) return 'never';
  if (least === most) return `exactly ${least}`;
  if (most === Infinity) return `at least ${least}`;
  return least === 0 ? `at most ${most}` : `${least} to ${most}`;
}

export function unmetTimes(
  { pointer, least, most }: WantedTimes,
  { found, unknown }: Picked,
  { all, isWhole }: Kept,
  { conditions, traceOf }: { readonly conditions: readonly PickCondition[]; readonly traceOf: TraceOf },
): Unmet | undefined {
  const many = found.length;
  const told = `Found ${many} among ${counted(all.length, 'exchange')}`;
  if (many > most)
    return { pointer, message: `${told}.`, exchanges: found.slice(0, shownExchanges.found).map((of) => compared(of, [], traceOf)) };
  const couldBe = isWhole ? many + unknown.length : Infinity;
  const isFound = new Set(found);
  const others = (): Unmet['exchanges'] => {
    const rest = all.filter((of) => !isFound.has(of));
    return nearestTo(rest, conditions).map((of) => compared(of, conditions, traceOf));
  };
  if (couldBe < least) return { pointer, message: `${told}${many === 0 ? '' : '; the nearest others are these'}.`, exchanges: others() };
  if (many >= least && couldBe <= most) return undefined;
  if (isWhole || unknown.length > 0) return { ...cannotBeTold(pointer, unknown.length), exchanges: others() };
  return { ...haveLeft(pointer), exchanges: many < least ? others() : [] };
}
