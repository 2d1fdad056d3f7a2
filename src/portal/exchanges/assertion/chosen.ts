/** What a visitor has chosen for an assertion, as the address of the page says it. */
import type { Assertable } from './assertable.ts';

export interface ChosenTicks {
  readonly ticked: ReadonlySet<string>;
  readonly name: string;
  readonly often: Often;
  /** As it was typed. */
  readonly count: string;
  readonly noneInvalid: boolean;
  readonly noNotes: boolean;
  /** What an assertion says beside what it picks. */
  readonly more: Readonly<Record<string, unknown>>;
}

type Often = (typeof oftens)[number][0];
export const oftens = [
  ['atLeast', 'at least'],
  ['exactly', 'exactly'],
  ['atMost', 'at most'],
  ['never', 'never'],
] as const;

export function ticksIn(query: URLSearchParams, assertables: readonly Assertable[]): ChosenTicks {
  // Whoever has sent the form has chosen, if only nothing.
  const hasChosen = query.has('often');
  const ticked = new Set(hasChosen ? query.getAll('with') : assertables.filter(({ isUsual }) => isUsual).map(({ key }) => key));
  const often = oftens.find(([word]) => word === query.get('often'))?.[0] ?? 'atLeast';
  const count = query.get('count')?.trim() || '1';
  const name = query.get('name')?.trim() ?? '';
  const [noneInvalid, noNotes] = [query.has('noneInvalid'), query.has('noNotes')];
  return {
    ticked,
    name,
    often,
    count,
    noneInvalid,
    noNotes,
    more: {
      ...timesOf(often, count, noneInvalid || noNotes),
      ...(noneInvalid && { noneInvalid }),
      ...(noNotes && { noNotes }),
      ...(name !== '' && { name }),
    },
  };
}

/** One at least is what an assertion means that says nothing of it, unless it says what else there is to be. */
function timesOf(often: Often, typed: string, saysMore: boolean): Readonly<Record<string, unknown>> {
  const count = /^\d{1,7}$/.test(typed) ? Number(typed) : typed;
  if (often === 'never') return { never: true };
  if (often === 'exactly') return { times: count };
  return often === 'atLeast' && count === 1 && !saysMore ? {} : { times: { [often]: count } };
}
