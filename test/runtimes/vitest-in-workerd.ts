/** As much of vitest as the store suite uses, for inside workerd, where vitest itself does not run. */

export interface Outcome {
  readonly name: string;
  readonly error?: string;
}

const tests: { readonly name: string; readonly body: () => void }[] = [];
const afterEachTest: (() => void)[] = [];

export const describe = (_: string, body: () => void): void => body();
export const afterEach = (body: () => void): void => void afterEachTest.push(body);

function addTest(name: string, body: () => void): void {
  tests.push({ name, body });
}

/** The first value of a row stands for `%s`. */
const each =
  <Row extends readonly unknown[]>(rows: readonly Row[]) =>
  (name: string, body: (...row: Row) => void): void =>
    rows.forEach((row) => addTest(name.replace('%s', String(row[0])), () => body(...row)));

export const test = Object.assign(addTest, { each, runIf: (condition: unknown) => (condition ? addTest : () => {}) });

export function runTests(): readonly Outcome[] {
  return tests.map(({ name, body }) => {
    try {
      body();
      return { name };
    } catch (error) {
      return { name, error: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) };
    } finally {
      for (const after of afterEachTest) after();
    }
  });
}

/** The suite compares strings and arrays of strings, for which JSON says whether they are equal. */
const shown = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

export function expect(actual: unknown) {
  const toEqual = (wanted: unknown): void => {
    if (shown(actual) !== shown(wanted)) throw new Error(`wanted ${shown(wanted)}, got ${shown(actual)}`);
  };
  return {
    toEqual,
    toBe: toEqual,
    toBeUndefined: () => toEqual(undefined),
    toHaveLength: (length: number) => expect((actual as { readonly length: number }).length).toBe(length), // an array or a string
    toThrow(wanted: unknown) {
      try {
        (actual as () => void)(); // what may throw is given as a function
      } catch (thrown) {
        if (thrown === wanted || (typeof wanted === 'function' && thrown instanceof wanted)) return;
        throw thrown;
      }
      throw new Error('nothing was thrown');
    },
  };
}
