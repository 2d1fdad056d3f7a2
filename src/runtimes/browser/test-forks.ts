/**
 * Which sandbox a request belongs to while tests run. Each test has a fork of its file's sandbox, made when it is first asked; what is
 * asked between tests, as in `beforeAll`, is asked of the file's own, and so is there in every test after it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { InProcessSandbox } from './in-process-sandbox.ts';

export interface RunningTest {
  readonly id: string;
  /** Others may run at the same time. */
  readonly concurrent?: boolean | undefined;
}

export interface TestForks {
  /** The one that is meant here and now. */
  current(): InProcessSandbox;
  /** Runs a test with a fork of its own, wherever it waits meanwhile. */
  within<T>(test: RunningTest, run: () => Promise<T>): Promise<T>;
  /** A test begins that cannot be followed while it waits: it shares a fork with those that run at the same time. */
  begin(test: RunningTest): void;
  end(test: RunningTest): void;
  /** Those whose exchanges may be this test's; `isAlone` where they are no other's. */
  of(test: RunningTest): readonly { readonly fork: InProcessSandbox; readonly isAlone: boolean }[];
}

interface Running {
  fork?: InProcessSandbox;
  readonly isAmongOthers: boolean;
}

export function forksOf(sandbox: InProcessSandbox): TestForks {
  const followed = new AsyncLocalStorage<Running>();
  const running = new Map<string, Running>();
  /** For what is asked by a server or a timer that was there before the tests, while several of them run. */
  let together: InProcessSandbox | undefined;

  function begin(id: string, test: Running): void {
    running.set(id, test);
  }

  function end(id: string): void {
    running.delete(id);
    if (running.size === 0) together = undefined;
  }

  return {
    current() {
      const test = followed.getStore() ?? running.values().find(({ isAmongOthers }) => !isAmongOthers);
      if (test) return (test.fork ??= sandbox.fork());
      return running.size === 0 ? sandbox : (together ??= sandbox.fork());
    },
    async within({ id, concurrent = false }, run) {
      const test: Running = { isAmongOthers: concurrent };
      begin(id, test);
      try {
        return await followed.run(test, run);
      } finally {
        end(id);
      }
    },
    begin({ id }) {
      const [beside] = running.values();
      begin(id, beside ?? { isAmongOthers: false });
    },
    end: ({ id }) => end(id),
    of({ id }) {
      const test = running.get(id);
      const sharing = running.values().filter((other) => other === test);
      return [
        ...(test?.fork ? [{ fork: test.fork, isAlone: [...sharing].length === 1 }] : []),
        ...(together ? [{ fork: together, isAlone: running.size === 1 }] : []),
      ];
    },
  };
}
