/** How much may be done for one thing that is asked, counted in steps, so that the same contract meets the same end on every machine. */

/** Thrown where something takes more steps than it may. Recognise it by `name`: bundles can hold two copies of this module. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';

  constructor(message = 'This takes more work than the sandbox does for one request.') {
    super(message);
  }
}

export const isOverBudget = (error: unknown): error is OverBudget => error instanceof Error && error.name === 'OverBudget';

/** A counter; whoever does something tells it. */
export interface Budget {
  /** Throws where no such many are left. */
  spend(steps: number): void;
}

/** Without bound until somebody sets one for what follows. */
export interface Workload extends Budget {
  /** What may still be spent. */
  left(): number;
  /** Does it, in at most so many steps; what was being done around it is charged nothing. */
  within<T>(most: number, task: () => T): T;
}

export function budgetOf(most: number, over: () => Error): Budget & { spent(): number } {
  let left = most;
  return {
    spent: () => Math.ceil(most - left),
    spend(steps) {
      left -= steps;
      if (left < 0) throw over();
    },
  };
}

export const UNBOUNDED: Budget = { spend: () => undefined };

export function countWork(): Workload {
  let left = Infinity;
  return {
    left: () => left,
    spend(steps) {
      left -= steps;
      if (left < 0) throw new OverBudget();
    },
    within(most, task) {
      const around = left;
      left = most;
      try {
        return task();
      } finally {
        left = around;
      }
    },
  };
}

/** What it gives, or something else where it takes more than it may. */
export function unlessBeyond<T, O>(task: () => T, otherwise: (error: OverBudget) => O): T | O {
  try {
    return task();
  } catch (error) {
    if (isOverBudget(error)) return otherwise(error);
    throw error;
  }
}

/** Something that is made once, in at most so many steps; where it takes more, that is known from then on. */
export function onceWithin<T>(work: Workload, most: number, make: () => T): () => T {
  let outcome: { readonly value: T } | { readonly error: OverBudget } | undefined;
  return () => {
    outcome ??= attempt(work, most, make);
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
}

function attempt<T>(work: Workload, most: number, make: () => T): { readonly value: T } | { readonly error: OverBudget } {
  try {
    return { value: work.within(most, make) };
  } catch (error) {
    if (isOverBudget(error)) return { error };
    throw error;
  }
}
