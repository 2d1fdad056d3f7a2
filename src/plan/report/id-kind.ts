/** The kind of id that items go by, in a word or two. */
import type { Meaning } from '../../meaning/infer-roles.ts';
import type { IdPlan } from '../resource/id-plan.ts';

/** What is said where the contract says nothing of the form of an id. */
export const ANY_TEXT = 'any text';

const LONGEST_PATTERN = 20;

export function idKind(meaning: Meaning, { isNhsNumber, numeric, schemas, words, patterns }: IdPlan): string {
  if (isNhsNumber) return 'NHS number';
  if (numeric) return 'whole number';
  if (words.length > 0) return `one of ${words.slice(0, 3).join(', ')}${words.length > 3 ? ' …' : ''}`;
  const format = schemas.map((at) => meaning.read(at).schema.format).find((found) => found !== undefined);
  if (format !== undefined) return format === 'uuid' ? 'UUID' : format;
  const [pattern] = patterns.map((one) => one.pattern).toSorted((a, b) => a.length - b.length);
  if (pattern === undefined) return ANY_TEXT;
  return pattern.length > LONGEST_PATTERN ? 'text of a pattern' : `text like ${pattern}`;
}
