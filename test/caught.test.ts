/** Whatever runs when no request waits for it (a timer, a listener, a promise that nobody awaits) says here what becomes of its errors. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

const inBrowser = 'a browser tells of it in its console, and the page works on as it does without script';

/** Why nothing that is thrown there is lost, or ends the process. */
const caught: Readonly<Record<string, string>> = {
  'src/gateway/gateway.ts': 'the promises are given to whoever asks or catches up, who awaits them',
  'src/gateway/mount.ts': 'the promises are given to the request that asks for the API or the mode, which awaits them',
  'src/gateway/as-asked.ts': 'the promise is given to the request, which awaits it',
  'src/gateway/realm.ts': 'the promise is the answer, which the runtime awaits',
  'src/gateway/request-path.ts': 'the timer only resolves a promise, which its request awaits',
  'src/gateway/faults/carry-out.ts': 'the timer only resolves a promise, which its request awaits',
  'src/gateway/faults/faulty-response.ts': 'the timer only resolves a promise, which the reader of the body awaits',
  'src/workspace/arrivals.ts': 'they only resolve a promise, which whoever waits awaits',
  'src/control/exchanges/event-stream.ts': 'the timer only resolves a promise, which the reader of the stream awaits',
  'src/runtimes/node/send-faulty.ts':
    'the promise is given to the listener, which awaits it; the timers only write to or end what may be gone',
  'src/runtimes/edge/workspace-object.ts': 'the timer flushes the journal, which catches',
  'src/runtimes/browser/home-in-process.ts': 'the promise is given to whoever asks, who awaits it',
  'src/runtimes/browser/msw.ts': 'the promises are given to msw, which awaits them',
  'src/runtimes/browser/test-network.ts': 'the listeners only resolve a promise, which each test awaits',
  'src/runtimes/node/node.ts': 'the timer flushes the journal, which catches',
  'src/runtimes/node/server.ts': 'requests are caught where they are admitted; the other timers only close connections',
  'src/runtimes/node/server-faults.ts': 'the answers are written from constants to sockets whose errors are heard',
  'src/portal/script/copy.ts': inBrowser,
  'src/portal/script/assertion.ts': inBrowser,
  'src/portal/script/filter-list.ts': inBrowser,
  'src/portal/script/first-call.ts': inBrowser,
  'src/portal/script/live-exchanges.ts': inBrowser,
  'src/portal/script/live-parts.ts': inBrowser,
  'src/portal/script/print.ts': inBrowser,
  'src/portal/script/sent-once.ts': inBrowser,
  'src/portal/script/tabs.ts': inBrowser,
  'src/portal/script/told.ts': inBrowser,
  'src/portal/script/try-it.ts': inBrowser,
  'src/people/interruptible.ts': 'it only resolves a promise, which the search awaits',
  'src/cli/asked-to-stop.ts': 'they only resolve a promise, which the command awaits',
  'src/cli/outlive-bugs.ts': 'this is where everything else is caught',
  'src/cli/terminal.ts': 'a broken pipe is no failure, and any other is told by the last line of defence',
  'src/cli/launch.ts': 'they only pass a signal on, or end the process',
  'src/cli/watch-files.ts': 'each is given what tells of a failure',
  'src/cli/watch-clone.ts': 'each is given what tells of a failure',
  'src/cli/watch/serving.ts': 'they only resolve a promise; what cannot be sent is given what tells of it',
  'src/cli/watch/hold-port.ts': 'they only forget a connection that is gone',
  'src/cli/start.ts': 'at the end of the process there is nothing left that could be lost',
  'src/cli/start/handed-connections.ts': 'a connection is taken as one that was accepted here, whose errors are heard',
};

const files = globSync(['src/**/*.ts', 'mocks/**/*.ts'], { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('src/generated/') && !file.startsWith('src/cli/build/'));

const code = (file: string): string => readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');

const loose = /\bset(?:Interval|Timeout)\(|\.then\(|\.(?:on|once|addEventListener)\(['"`]/;
const untied = files.filter((file) => loose.test(code(file)));

test('every timer, listener and untied promise says what becomes of its errors', () => {
  expect(untied.filter((file) => !(file in caught))).toEqual([]);
});

test('nothing is said of what is not there', () => {
  expect(Object.keys(caught).filter((file) => !untied.includes(file))).toEqual([]);
});

test('void throws no promise away: it stands before what is done at once, and before nothing else', () => {
  const atOnce =
    /\bvoid (?:this\.)?#?[\w.]+(?:\([^()]*\))?\.?(?:push|set|add|has|write|destroy|call)\(|\bvoid \((?!async)|: void|<void>|=> void\b(?! \w)/;
  // In a browser nothing ends of it, and Java says so of what gives nothing.
  const others = files.filter((file) => caught[file] !== inBrowser && file !== 'src/portal/try/snippets/java.ts');
  const wrong = others.flatMap((file) =>
    code(file)
      .split('\n')
      .filter((line) => /\bvoid [\w#(]/.test(line) && !atOnce.test(line))
      .map((line) => `${file} ${line.trim()}`),
  );
  expect(wrong).toEqual([]);
});
