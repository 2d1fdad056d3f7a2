/** Over HTTP with a data file: of a number of the issued ranges no byte is in an answer, the database, its log, the journal, a trace, or what the server says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { loadContract } from '../../src/contract/load.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { populationOf } from '../../src/runtimes/population.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { defaultSeed } from '../../src/world/world.ts';
import { clinic, identifierPlaces, type Placed, randomFrom, realRange, specialPlaces } from '../gateway/live-numbers.ts';

vi.setConfig({ testTimeout: 600_000 });

const SEED = Number(process.env['LIVE_SEED'] ?? 20261129);
const EACH = Math.ceil(Number(process.env['LIVE_NUMBERS'] ?? 500) / 150);

const folder = mkdtempSync(join(tmpdir(), 'sandbox-live-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const printed = (n: string, mark: string): string => [n.slice(0, 3), n.slice(3, 6), n.slice(6)].join(mark);
const spellings = [(n: string) => n, (n: string) => printed(n, ' '), (n: string) => printed(n, '-')];
/** As it may come back: bare, printed, or encoded in a URL. */
const traces = (n: string): readonly string[] => ['', ' ', '-', '%20', '+', '\u00a0', '%2D', '.', '/'].map((mark) => printed(n, mark));

const at = (path: string, init: RequestInit = {}): Placed => ({ path, init });
const withBody = (path: string, body: string, type: string, more: RequestInit = {}): Placed =>
  at(path, { method: 'POST', body, ...more, headers: { 'Content-Type': type, ...(more.headers as Record<string, string>) } }); // plain objects here

/** Requests that come to nothing, each with a number somewhere. */
const misdirected: Readonly<Record<string, (n: string) => Placed>> = {
  'a path of nobody’s': (n) => at(`/nowhere/${encodeURIComponent(n)}`),
  'a path that an API has not': (n) => at(`/clinic/none/${encodeURIComponent(n)}?nhsNumber=${encodeURIComponent(n)}`),
  'a method that a path has not': (n) => at(`/clinic/patients/${encodeURIComponent(n)}`, { method: 'DELETE' }),
  'a fault that is asked for where nothing is': (n) => at(`/clinic/none/${encodeURIComponent(n)}`, { headers: { Prefer: 'code=503' } }),
  'an id to give back': (n) => at('/clinic/none', { headers: { 'X-Request-ID': n, 'X-Correlation-ID': n } }),
  'an id to give back where something is': (n) => at('/clinic/notes/1', { headers: { 'X-Request-ID': n } }),
  'a preflight': (n) =>
    at(`/clinic/patients/${encodeURIComponent(n)}`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://app.example',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': `x-${n.replaceAll(' ', '-')}`,
      },
    }),
  'a type that is not taken': (n) => withBody('/clinic/patients', `NHS number ${n}`, 'text/plain'),
  'an answer that is not made': (n) => at(`/clinic/patients/${encodeURIComponent(n)}`, { headers: { Accept: 'image/png' } }),
  'an encoding that is not read': (n) =>
    withBody('/clinic/patients', `{"nhsNumber":"${n}"}`, 'application/json', { headers: { 'Content-Encoding': 'gzip' } }),
  'JSON that breaks off': (n) => withBody('/clinic/patients', `{"nhsNumber":"${n}","${n}":`, 'application/json'),
  'a forbidden name below a number': (n) => withBody('/clinic/patients', `{"${n}":{"__proto__":{"${n}":1}}}`, 'application/json'),
  'a media type made of it': (n) => withBody('/clinic/patients', '{}', `application/json; profile="${n}"`),
  'a broken address': (n) => at(`/clinic/patients/%E0%A4%A?nhsNumber=${encodeURIComponent(n)}`),
  'a wish': (n) => at('/clinic/notes/1', { headers: { Prefer: `example="NHS ${n}", code=299` } }),
  'a link of nobody’s': (n) => at(`/_sandbox/elsewhere/host.example/${encodeURIComponent(n)}`),
  'a trace of nobody’s': (n) => at(`/_sandbox/trace/${encodeURIComponent(n)}`),
  'a limit': (n) => at(`/_sandbox/exchanges?limit=${encodeURIComponent(n)}`),
  'a contract of nobody’s': (n) => at(`/_sandbox/contracts/${encodeURIComponent(n)}.json`, { method: 'PUT', body: n }),
  'a patient of our own': (n) => at(`/personal-demographics/FHIR/R4/Patient/${encodeURIComponent(n)}`),
  'a header of our own': (n) =>
    at('/personal-demographics/FHIR/R4/Patient/9000000009', { headers: { 'X-Request-ID': n, 'NHSD-Session-URID': n } }),
  'a search of our own': (n) =>
    at(`/personal-demographics/FHIR/R4/Patient?family=${encodeURIComponent(n)}&birthdate=${encodeURIComponent(n)}`),
  'a patch of our own': (n) =>
    at('/personal-demographics/FHIR/R4/Patient/9000000009', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json-patch+json', 'If-Match': 'W/"1"', 'X-Request-ID': crypto.randomUUID() },
      body: JSON.stringify({
        patches: [
          { op: 'replace', path: '/gender', value: `NHS ${n}` },
          { op: 'add', path: `/${n}`, value: n },
        ],
      }),
    }),
};

test('leaves no byte of a number anywhere', async () => {
  const random = randomFrom(SEED);
  const numbers: string[] = [];
  const leaks = new Set<string>();
  const said: string[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void said.push(words.join(' ')));
  const sandbox = await startNode({
    apis: [...(await ownApis()), { contract: loadContract({ name: 'clinic.yaml', text: clinic }) }],
    population: populationOf(defaultSeed),
    clock: frozenClock(Date.UTC(2026, 0, 1)),
    seed: defaultSeed,
    host: '127.0.0.1',
    port: 0,
    data: join(folder, 'data.sqlite'),
    onBug: (error) => leaks.add(`a bug: ${error instanceof Error ? error.message : 'not an Error'}`),
  });
  const look = (where: string, text: string, some: readonly string[]): void => {
    if (some.some((number) => traces(number).some((trace) => text.includes(trace)))) leaks.add(where);
  };
  for (const [place, put] of Object.entries({ ...identifierPlaces, ...specialPlaces, ...misdirected })) {
    for (let turn = 0; turn < EACH; turn++) {
      const number = realRange(random);
      numbers.push(number);
      const spelt = place in specialPlaces ? number : (spellings[turn % spellings.length] ?? String)(number);
      const { path, init } = put(spelt);
      const answer = await fetch(sandbox.url + path, init);
      look(`${place}: the answer`, JSON.stringify([...answer.headers]) + (await answer.text()), [number]);
    }
  }
  // Fewer than the journal holds in all, so that each of them is looked at in turn.
  const listed = await (await fetch(`${sandbox.url}/_sandbox/exchanges?limit=1000`)).text();
  look('the journal', listed, numbers);
  for (const { id } of (JSON.parse(listed) as { exchanges: readonly { id: string }[] }).exchanges.slice(0, 60))
    look('a trace', await (await fetch(`${sandbox.url}/_sandbox/trace/${id}`, { headers: { Accept: 'text/html' } })).text(), numbers);
  const files = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
  look('the open database or its log', files(), numbers);
  await sandbox.close();
  look('the closed database', files(), numbers);
  look('the console', said.join('\n'), numbers);
  expect([...leaks]).toEqual([]);
});
