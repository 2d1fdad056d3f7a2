/** How large a contract may be on one's own machine: the options that say so, as `start`, `check` and `types` have them. */
import { DOCUMENT_BYTES, LARGEST_DOCUMENT_BYTES, type Limits, OPERATIONS, OWN_READING_STEPS } from '../contract/limits.ts';
import { integer, size, type Values } from './options.ts';

export const limitOptions = {
  'max-contract': size('Largest contract that is read, all its files together, as in 20MB (5MB).', {
    initial: DOCUMENT_BYTES,
    max: LARGEST_DOCUMENT_BYTES,
  }),
  'max-operations': integer('number', `Most operations that one contract may have (${OPERATIONS}).`, {
    initial: OPERATIONS,
    min: 1,
    max: 1_000_000,
  }),
  'max-steps': integer('number', `Most steps that reading one contract may take (${OWN_READING_STEPS}).`, {
    initial: OWN_READING_STEPS,
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
  }),
};

export function limitsOf(values: Values<typeof limitOptions>): Limits {
  return { bytes: values['max-contract'], operations: values['max-operations'], steps: values['max-steps'] };
}

/** What to add to a message about a contract that is too large. */
export const howToRaise: Readonly<Record<string, string>> = {
  'too-large': ' On your own machine --max-contract raises that.',
  'too-much-work': ' On your own machine --max-steps raises that.',
  'too-many-operations': ' On your own machine --max-operations raises that.',
};
