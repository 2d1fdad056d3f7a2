/** What an API's published error bodies have in common: which members it fills, and what it says alike in all of them. */
import type { ReadExample, Scalar } from './read-example.ts';

export interface Habits {
  /** Whether published bodies fill this member; true where none shows its neighbours either. */
  isUsual(trail: string): boolean;
  isPublished(trail: string): boolean;
  /** The value most often published here. */
  usualValue(trail: string): Scalar | undefined;
  /** Whether published bodies hold different values here, so that what one says is not what another fault says. */
  isVaried(trail: string): boolean;
}

const parentOf = (trail: string): string => trail.slice(0, Math.max(0, trail.lastIndexOf('/')));

export function habitsOf(published: readonly ReadExample[], hinted: readonly ReadExample[]): Habits {
  const usual = new Set<string>();
  const known = new Set<string>();
  for (const { members } of published) {
    for (const { trail } of members) {
      usual.add(trail);
      known.add(parentOf(trail));
    }
  }
  const values = new Map<string, Scalar>();
  const varied = new Set<string>();
  for (const [trail, tally] of tallyOf([...published, ...hinted])) {
    const [most] = [...tally].toSorted((a, b) => b[1] - a[1]);
    if (most) values.set(trail, most[0]);
    if (tally.size > 1) varied.add(trail);
  }
  return {
    isUsual: (trail) => usual.has(trail) || !known.has(parentOf(trail)),
    isPublished: (trail) => usual.has(trail),
    usualValue: (trail) => values.get(trail),
    isVaried: (trail) => varied.has(trail),
  };
}

function tallyOf(readings: readonly ReadExample[]): ReadonlyMap<string, ReadonlyMap<Scalar, number>> {
  const tallies = new Map<string, Map<Scalar, number>>();
  for (const { members } of readings) {
    for (const { trail, value } of members) {
      if (value === undefined) continue;
      const tally = tallies.get(trail) ?? new Map<Scalar, number>();
      tallies.set(trail, tally.set(value, (tally.get(value) ?? 0) + 1));
    }
  }
  return tallies;
}
