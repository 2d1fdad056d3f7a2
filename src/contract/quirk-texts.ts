/** Quirks as they are kept and shown: each once, in texts of a bounded length, and so many of them. What a contract makes us say of it is otherwise as long as its author likes. */
import type { Quirk } from './contract.ts';
import { plainText } from './plain-text.ts';

/** Most quirks kept of one contract, and most that are shown where nobody asked for all. */
const KEPT = 1_000;
const SHOWN = 50;

const MESSAGE_LENGTH = 300;
/** Schemas nest deep, and a place that is cut short is no place: this is for those that are none. */
const POINTER_LENGTH = 500;
const LINE_LENGTH = 300;

export function tidyQuirks(quirks: readonly Quirk[]): readonly Quirk[] {
  const tidy = new Map<string, Quirk>();
  for (const quirk of quirks) {
    const { pointer, message, reference, file } = quirk;
    const known = {
      ...quirk,
      pointer: plainText(pointer, POINTER_LENGTH),
      message: plainText(message, MESSAGE_LENGTH),
      ...(reference !== undefined && { reference: plainText(reference, MESSAGE_LENGTH) }),
      ...(file !== undefined && { file: plainText(file, MESSAGE_LENGTH) }),
    };
    tidy.set(`${known.effect} ${known.pointer} ${known.message}`, known);
  }
  const { first, more } = cut([...tidy.values()], KEPT);
  return more === 0 ? first : [...first, { pointer: '', effect: 'hint', message: `${more} more quirks are not listed.` }];
}

/** The first of them, and how many more there are: what is left out of the contract comes first. */
export const firstQuirks = (quirks: readonly Quirk[]): Cut => cut(quirks, SHOWN);

/** The same as one line each. */
export function quirkLines(quirks: readonly Quirk[]): readonly string[] {
  const { first, more } = firstQuirks(quirks);
  const lines = first.map(({ effect, pointer, message }) => plainText(`${effect}: ${pointer} ${message}`, LINE_LENGTH));
  return more === 0 ? lines : [...lines, `and ${more} more: nhs-sandbox check --verbose says them`];
}

interface Cut {
  readonly first: readonly Quirk[];
  readonly more: number;
}

function cut(quirks: readonly Quirk[], most: number): Cut {
  if (quirks.length <= most) return { first: quirks, more: 0 };
  const { unserved = [], rest = [] } = Object.groupBy(quirks, ({ effect }) => (effect === 'unserved' ? 'unserved' : 'rest'));
  return { first: [...unserved, ...rest].slice(0, most), more: quirks.length - most };
}
