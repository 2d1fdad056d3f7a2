/** Examples of requests that a contract publishes to show what is refused: they say nothing of what may be sent. */
import type { NamedExample, Operation } from './contract.ts';

const REFUSED = /(?:^|[^a-z])(?:invalid|incorrect|wrong|bad|malformed|missing|unacceptable)(?:[^a-z]|$)/i;

/** By its name: it says so itself, or only an answer that refuses has an example of the same name. */
export function isCounterExample({ responses }: Operation, { name, summary = '' }: NamedExample): boolean {
  // `missingName` and `missing-name` are the same words.
  if (REFUSED.test(name.replace(/([a-z])([A-Z])/g, '$1 $2')) || /^(?:an? )?(?:invalid|malformed)\b/i.test(summary)) return true;
  const isNamedBy = (keys: RegExp): boolean =>
    [...responses].some(
      ([key, { content }]) => keys.test(key) && content.some(({ examples }) => examples.some((one) => one.name === name)),
    );
  return !OF_EVERY_ANSWER.has(name) && isNamedBy(/^4/) && !isNamedBy(/^[23]|^default$/);
}

/** What an example is called that has no name of its own. */
const OF_EVERY_ANSWER: ReadonlySet<string> = new Set(['default', 'schema', '0']);
