/** How a record stands: most are live; duplicates, invalidated and empty ones come at fixed rates, decided by index alone. */
import { field } from './fields.ts';
import { hash, unit } from './hash.ts';
import type { Layout } from './layout.ts';

/** Shares of all records. */
export const rates = {
  invalidated: 0.001,
  superseded: 0.002,
  minimal: 0.0005,
  restricted: 0.003,
  noAddress: 0.001,
  noFixedAbode: 0.001,
  noPractice: 0.008,
  noTelecom: 0.12,
  /** Of everybody; drawn from those who prefer another language. */
  interpreter: 0.015,
} as const;

export type RecordKind = 'live' | 'invalidated' | 'superseded' | 'minimal';

export interface Records {
  kind(index: number): RecordKind;
  /** The live record that a superseded one gave way to. */
  survivor(index: number): number | undefined;
  restricted(index: number): boolean;
  place(index: number): 'none' | 'no-fixed-abode' | 'home';
  registered(index: number): boolean;
  reachable(index: number): boolean;
}

export function recordsOf(layout: Layout): Records {
  const { seed, size } = layout;

  function drawn(index: number): RecordKind {
    const chance = unit(seed, index, field.record);
    if (chance < rates.invalidated) return 'invalidated';
    if (chance < rates.invalidated + rates.superseded) return 'superseded';
    return chance < rates.invalidated + rates.superseded + rates.minimal ? 'minimal' : 'live';
  }

  /** Somebody of the same surname where there is one, else anybody: the first live record after this one, going round. */
  function survivor(index: number): number | undefined {
    const steps = 1 + (hash(seed, index, field.survivor) % 3);
    for (let step = steps; step < steps + 64; step += 1) {
      const other = (index + step) % size;
      if (other !== index && drawn(other) === 'live') return other;
    }
    return undefined;
  }

  return {
    kind(index) {
      const kind = drawn(index);
      return kind === 'superseded' && survivor(index) === undefined ? 'live' : kind;
    },
    survivor,
    restricted: (index) => unit(seed, index, field.restricted) < rates.restricted,
    place(index) {
      const chance = unit(seed, index, field.place);
      return chance < rates.noAddress ? 'none' : chance < rates.noAddress + rates.noFixedAbode ? 'no-fixed-abode' : 'home';
    },
    registered: (index) => unit(seed, index, field.registered) >= rates.noPractice,
    reachable: (index) => unit(seed, index, field.telecom) >= rates.noTelecom,
  };
}
