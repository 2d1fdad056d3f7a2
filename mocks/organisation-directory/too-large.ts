/** What the gateway says in the place of an answer that is larger than it passes on. */
import type { Problem } from '../../src/mock/problem.ts';

/** The documentation says 10 MB in one place and 5 in another. */
const mostCharacters = 5 * 1024 * 1024;
/** So few are never too large: they are not written out to be measured. */
const surelyFit = 500;

export const isTooLarge = (body: object, entries: number): boolean => entries > surelyFit && JSON.stringify(body).length > mostCharacters;

const words = 'Response exceeds APIM size limit';

export const tooLarge: Problem = {
  problem: 'unprocessable',
  message: words,
  said: { status: 422, issue: 'too-costly', display: words, diagnostics: words },
};
