/** Plans and flags of a life, numbered in the order in which they are written. */
import type { Care, Happened, Health } from '../health.ts';
import { flagsOf } from './flags.ts';
import { plansOf } from './plans.ts';

export function careOf(health: Health): Care {
  const { end, arrival } = health.life;
  const inLife = ({ recorded }: Omit<Happened, 'ordinal'>): boolean => recorded >= arrival && recorded <= end;
  return {
    plans: numbered(plansOf(health).filter(inLife)),
    flags: numbered(flagsOf(health).filter(inLife)),
  };
}

const numbered = <Drafted extends Omit<Happened, 'ordinal'>>(drafts: readonly Drafted[]): readonly (Drafted & Happened)[] =>
  drafts.toSorted((a, b) => a.recorded - b.recorded).map((draft, ordinal) => ({ ...draft, ordinal }));
