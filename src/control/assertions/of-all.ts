/** What all exchanges that an assertion picks are to be, or none of them. */
import type { ProblemKind } from '../../mock/problem.ts';
import { compared, shownExchanges, type TraceOf } from './compared.ts';
import { haveLeft, cannotBeTold, type Unmet, type Kept, type Picked } from './unmet.ts';
import type { LookedAt } from './looked-at.ts';
import { verdictOf, readPicked, type PickedExchanges } from './picked.ts';

export function unmetByEach(each: PickedExchanges, { found, unknown }: Picked, kept: Kept, traceOf: TraceOf): Unmet | undefined {
  const conditions = readPicked(each);
  const those = (all: readonly LookedAt[], verdicts: readonly string[]) => all.filter((of) => verdicts.includes(verdictOf(conditions, of)));
  const told = (all: readonly LookedAt[]) => all.slice(0, shownExchanges.found).map((of) => compared(of, conditions, traceOf, '/each'));
  const others = those(found, ['no']);
  if (others.length > 0)
    return { pointer: '/each', message: `${others.length} of ${found.length} are otherwise.`, exchanges: told(others) };
  const doubtful = [...those(found, ['unknown']), ...those(unknown, ['no', 'unknown'])];
  if (doubtful.length > 0) return { ...cannotBeTold('/each', doubtful.length), exchanges: told(doubtful) };
  return kept.isWhole ? undefined : haveLeft('/each');
}

/** What none of them may be, and how that is told. */
interface None {
  readonly pointer: string;
  readonly what: string;
  is(of: LookedAt): boolean;
  /** What is said of one beside. */
  readonly notes?: (of: LookedAt) => readonly string[];
}

export function unmetByNone(
  { pointer, what, is, notes }: None,
  { found, unknown }: Picked,
  kept: Kept,
  traceOf: TraceOf,
): Unmet | undefined {
  const told = (all: readonly LookedAt[]) =>
    all.slice(0, shownExchanges.found).map((of) => ({ ...compared(of, [], traceOf), ...(notes && { notes: [...notes(of)] }) }));
  const wrong = found.filter(is);
  if (wrong.length > 0) return { pointer, message: `${wrong.length} of ${found.length} ${what}.`, exchanges: told(wrong) };
  const doubtful = unknown.filter(is);
  if (doubtful.length > 0) return { ...cannotBeTold(pointer, doubtful.length), exchanges: told(doubtful) };
  return kept.isWhole ? undefined : haveLeft(pointer);
}

/** What is wrong with a request by itself, whatever is stored. */
const invalidities: ReadonlySet<ProblemKind> = new Set([
  'malformed-url',
  'unknown-path',
  'method-not-allowed',
  'not-acceptable',
  'length-required',
  'too-large',
  'unsupported-media-type',
  'missing-body',
  'malformed-body',
  'missing-value',
  'invalid-value',
  'live-data',
]);

export const refusedForContents: None = {
  pointer: '/noneInvalid',
  what: 'refused for what they hold',
  is: ({ exchange: { answeredBy, problem, stub } }) =>
    answeredBy !== 'fault' && stub === undefined && problem !== undefined && invalidities.has(problem),
};

/** `fails`: only what would fail in integration, and not what may. */
export function noted(which: true | 'fails'): None {
  const notesOn = ({ notes }: LookedAt) => notes.filter(({ weight }) => which === true || weight === which);
  return {
    pointer: '/noNotes',
    what: 'with conformance notes',
    is: (of) => notesOn(of).length > 0,
    notes: (of) => notesOn(of).map(({ note }) => note),
  };
}
