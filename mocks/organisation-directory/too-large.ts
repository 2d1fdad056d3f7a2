/** What the gateway says in the place of an answer that is larger than it passes on. */
import type { Problem } from '../../src/mock/problem.ts';

const words = 'Response exceeds APIM size limit';

export const tooLarge: Problem = {
  problem: 'unprocessable',
  message: words,
  said: { status: 422, issue: 'too-costly', display: words, diagnostics: words },
};
