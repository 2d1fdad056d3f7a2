/** What a failing test says is said without any number of the ranges issued to patients: such tests are told by their seeds. */
import { beforeEach } from 'vitest';
import { withoutNumbers } from '../without-numbers.ts';

beforeEach(({ onTestFailed }) => {
  // Behind everything else that may fail a test, afterEach included.
  onTestFailed(({ task }) => {
    task.result?.errors?.forEach(withhold);
  });
});

/** An error as a reporter gets it: texts, and errors again in `cause` and `errors`. */
function withhold(error: object): void {
  for (const [name, member] of Object.entries(error)) {
    if (typeof member === 'string') Object.assign(error, { [name]: withoutNumbers(member) });
    else if (typeof member === 'object' && member !== null) withhold(member);
  }
}
