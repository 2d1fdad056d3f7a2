/** Quirks as they are kept and shown: each once, in texts of a bounded length, and so many of them. What a contract says of itself is otherwise as long as its author likes. */
import type { Quirk } from './contract.ts';
import { plainText } from './plain-text.ts';

/** Most quirks kept of one contract; what is left out comes first. */
const KEPT = 1_000;
const MESSAGE_LENGTH = 300;
/** Schemas nest deep, and a place that is cut short is no place: this is for those that are none. */
const POINTER_LENGTH = 500;

/** Most that a list for many readers shows of one contract. */
const SHOWN = 50;
const LINE_LENGTH = 300;

export function tidyQuirks(quirks: readonly Quirk[]): readonly Quirk[] {
  const tidy = new Map<string, Quirk>();
  for (const quirk of quirks) {
    const { pointer, message, reference } = quirk;
    const known = {
      ...quirk,
      pointer: plainText(pointer, POINTER_LENGTH),
      message: plainText(message, MESSAGE_LENGTH),
      ...(reference !== undefined && { reference: plainText(reference, MESSAGE_LENGTH) }),
    };
    tidy.set(`${known.effect} ${known.pointer} ${known.message}`, known);
  }
  const all = [...tidy.values()];
  if (all.length <= KEPT) return all;
  const [first, rest] = [all.filter(({ effect }) => effect === 'unserved'), all.filter(({ effect }) => effect !== 'unserved')];
  const kept = [...first, ...rest].slice(0, KEPT);
  return [...kept, { pointer: '', effect: 'hint', message: `${all.length - kept.length} more quirks are not listed.` }];
}

/** The first of them as one line each, and how many more there are. */
export function quirkLines(quirks: readonly Quirk[]): readonly string[] {
  const lines = quirks.slice(0, SHOWN).map((quirk) => plainText(`${quirk.effect}: ${quirk.pointer} ${quirk.message}`, LINE_LENGTH));
  return quirks.length > SHOWN ? [...lines, `${quirks.length - SHOWN} more; nhs-sandbox check says them`] : lines;
}

/** The first of them as they are, and one that says how many more there are. */
export function firstQuirks(quirks: readonly Quirk[]): readonly Quirk[] {
  if (quirks.length <= SHOWN) return quirks;
  return [
    ...quirks.slice(0, SHOWN),
    { pointer: '', effect: 'hint', message: `${quirks.length - SHOWN} more quirks; nhs-sandbox check says them.` },
  ];
}
