/** Why an assertion does not hold, and what it is held against. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { ComparedExchange } from './compared.ts';
import type { LookedAt } from './looked-at.ts';

export type Assertion = components['schemas']['Assertion'];
export type AssertionResult = components['schemas']['AssertionResult'];

/** The exchanges that an assertion is about, in the order in which they were sent. */
export interface Kept {
  readonly all: readonly LookedAt[];
  /** Nothing that belongs to them has left the journal. */
  readonly isWhole: boolean;
}

/** What an assertion picks: those that fit, and those of which it cannot be told. */
export interface Picked {
  readonly found: readonly LookedAt[];
  readonly unknown: readonly LookedAt[];
}

export interface Unmet {
  readonly pointer: string;
  readonly message: string;
  readonly exchanges: readonly ComparedExchange[];
  /** It may hold all the same: what could tell is not kept. */
  readonly isUnknown?: boolean;
}

export const cannotBeTold = (pointer: string, many: number): Unmet => ({
  pointer,
  message: `It cannot be told of ${many}, of which not all is kept that was sent and answered.`,
  exchanges: [],
  isUnknown: true,
});

export const haveLeft = (pointer: string): Unmet => ({
  pointer,
  message:
    'It cannot be told: older exchanges have left the journal. Say since when, or have it keep more: the settings journal and journalBytes.',
  exchanges: [],
  isUnknown: true,
});
