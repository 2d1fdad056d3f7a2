/**
 * An event for as long as you like (`SOAK_MINUTES`): forty teams on one server, as somebody would start it who has a code for organisers,
 * each with a program that asks once a second and with two pages that go on by themselves, and the organiser with theirs.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { operatorKey } from '../runtimes/workerd.ts';
import { browserAccept } from '../sandbox.ts';
import { controlClient, type Made } from './control-client.ts';

/** As it is built. */
const cli = join(import.meta.dirname, '../../dist/cli.js');
const minutes = Number(process.env['SOAK_MINUTES'] ?? 5);
const teams = 40;
const between = { calls: 1_000, pages: 2_000, samples: 1_000 };

const json = { 'Content-Type': 'application/json' };
const patient = '/personal-demographics/FHIR/R4/Patient';
const requestId = () => ({ 'X-Request-ID': crypto.randomUUID() });

/** Of the record that each team changes, as it was last read. */
const versions = new Map<string, string>();
async function read(base: string): Promise<Response> {
  const answer = await fetch(`${base}${patient}/9000000009`, { headers: requestId() });
  versions.set(base, answer.headers.get('etag') ?? '');
  return answer;
}

/** What a program does in turn: reads, a search, a write that others are told of, texts to a patient, and what is refused. */
type Call = (base: string, n: number) => Promise<Response>;
const calls: readonly Call[] = [
  read,
  (base) => fetch(`${base}${patient}?family=Smith&gender=female&birthdate=eq2010-10-22`, { headers: requestId() }),
  (base) =>
    fetch(`${base}${patient}/9000000009`, {
      method: 'PATCH',
      headers: { ...requestId(), 'Content-Type': 'application/json-patch+json', 'If-Match': versions.get(base) ?? '' },
      body: JSON.stringify({ patches: [{ op: 'replace', path: '/gender', value: 'unknown' }] }),
    }),
  (base) => fetch(`${base}/personal-demographics/FHIR/R4/Nothing`),
  (base, n) => fetch(`${base}/comms/v1/messages`, { method: 'POST', headers: json, body: JSON.stringify(reminder(n)) }),
  (base) => fetch(`${base}${patient}/1`, { headers: requestId() }),
  (base) => fetch(`${base}/organisation-data-terminology-api/fhir/Organization?_count=5`),
];

const callOf = (n: number): Call => calls[n % calls.length] ?? read;

const reminder = (n: number) => ({
  data: {
    type: 'Message',
    attributes: {
      routingPlanId: '00000000-0000-0000-0000-000000000003',
      messageReference: `reminder-${n}`,
      recipient: { nhsNumber: '9990548609' },
      personalisation: { sms_body: 'Your eye clinic is on Monday at 9.' },
    },
  },
});

/** In the first seconds everything is loaded for the first time; they are told apart. */
const beginning = 20_000;

class Times {
  readonly #all: number[] = [];
  readonly #countsFrom = performance.now() + beginning;
  first = 0;
  readonly statuses = new Map<number, number>();

  async of(asked: () => Promise<Response>): Promise<Response> {
    const before = performance.now();
    const answer = await asked();
    await answer.clone().arrayBuffer();
    const took = performance.now() - before;
    if (before >= this.#countsFrom) this.#all.push(took);
    else this.first = Math.max(this.first, took);
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    return answer;
  }

  get count(): number {
    return this.#all.length;
  }

  at(share: number): number {
    return this.#all.toSorted((a, b) => a - b)[Math.min(this.#all.length - 1, Math.floor(this.#all.length * share))] ?? NaN;
  }
}

test(
  'forty teams work, look at their pages, and wait for nobody',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-teams-'));
    const profile = process.env['SOAK_PROFILE'];
    const profiling = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
    // With a heap as large as the machine lets it be, what is no longer needed is put away late, and nothing can be told of what is kept.
    const server = spawn(
      process.execPath,
      ['--max-old-space-size=200', ...profiling, cli, 'start', '--port', '0', '--data', join(folder, 'data.sqlite')],
      {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NHS_SANDBOX_OPERATOR_KEY: operatorKey },
      },
    );
    try {
      const url = await addressSaid(server.stdout);
      const client = controlClient(() => url);
      const { code } = await client.makeEvent({ name: 'Forty teams', limit: teams });
      const made = await client.makeMany({ count: teams, prefix: 'team' }, code);
      const times = { calls: new Times(), exchanges: new Times(), inbox: new Times(), organiser: new Times() };
      const ends = performance.now() + minutes * 60_000;
      const resident: number[] = [];

      /** Again and again, the next no earlier than so many milliseconds after the one before was due. */
      async function every(pause: number, task: (n: number) => Promise<unknown>): Promise<void> {
        let due = performance.now() + Math.random() * pause;
        for (let n = 0; due < ends; n++) {
          await wait(Math.max(0, due - performance.now()));
          await task(n);
          due = Math.max(due + pause, performance.now());
        }
      }

      const pageHeaders = (cookie: string) => ({ Accept: browserAccept, Cookie: cookie });

      /** As script/live-parts.ts reads. */
      function page(at: string, cookie: string, kept: Times): Promise<void> {
        let tag = '"none"';
        return every(between.pages, async () => {
          const answer = await kept.of(() => fetch(at, { headers: { ...pageHeaders(cookie), 'If-None-Match': tag } }));
          tag = answer.headers.get('etag') ?? '"none"';
        });
      }

      /** As script/live-exchanges.ts asks. */
      function exchanges(base: string, cookie: string): Promise<void> {
        let newest: string | undefined;
        return every(between.pages, async () => {
          const since = newest === undefined ? '' : `&since=${newest}`;
          const answer = await times.exchanges.of(() =>
            fetch(`${base}/_portal/control/exchanges?limit=1000${since}`, { headers: pageHeaders(cookie) }),
          );
          const told: unknown = await answer.json();
          newest = newestIn(told) ?? newest;
        });
      }

      const team = ({ baseUrl, managementKey }: Made): Promise<unknown> => {
        const cookie = `nhs-sandbox-key=${managementKey}; nhs-sandbox-form=${crypto.randomUUID()}`;
        return Promise.all([
          every(between.calls, (n) => times.calls.of(() => callOf(n)(baseUrl, n))),
          exchanges(baseUrl, cookie),
          page(`${baseUrl}/_portal/inbox`, cookie, times.inbox),
        ]);
      };

      const cpuBefore = cpuSeconds(server.pid);
      await Promise.all([
        ...made.map(team),
        page(`${url}/_portal/organiser`, `nhs-sandbox-event=${code}; nhs-sandbox-form=${crypto.randomUUID()}`, times.organiser),
        every(between.samples, async () => resident.push(residentMegabytes(server.pid))),
      ]);

      const busy = Math.round(((cpuSeconds(server.pid) - cpuBefore) / (minutes * 60)) * 100);
      const minuteOf = (n: number): readonly number[] =>
        resident.slice(Math.floor((n * 60_000) / between.samples), ((n + 1) * 60_000) / between.samples);
      const [second, last] = [median(minuteOf(1)), median(resident.slice(-60_000 / between.samples))];
      console.log(tableOf(times));
      console.log(
        `${minutes} minutes, ${teams} teams; resident ${second} MB in the second minute, ${last} MB in the last, ${Math.max(...resident)} MB at most; ${busy} % of a processor; load ${loadavg()
          .map((one) => one.toFixed(1))
          .join(' ')}`,
      );
      const statuses = Object.values(times).flatMap(({ statuses: all }) => [...all.keys()]);
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      for (const pages of [times.exchanges, times.inbox, times.organiser])
        expect([...pages.statuses.keys()].filter((status) => status !== 200 && status !== 304)).toEqual([]);
      expect(times.calls.at(0.99)).toBeLessThan(100);
      // What forty files keep of their pages in memory, 2 MB each at most, fills in ten minutes; the journals go on filling.
      if (minutes >= 4) expect(last).toBeLessThanOrEqual(second + 2 * teams);
    } finally {
      server.kill('SIGINT');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    }
  },
  (minutes + 2) * 60_000,
);

/** The address that the server prints; whatever it prints after is passed over. */
function addressSaid(output: Readable): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    output.on('data', (part: Buffer) => {
      said += part.toString();
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    output.on('end', () => reject(new Error(`it ended, and said only: ${said}`)));
  });
}

function newestIn(told: unknown): string | undefined {
  const { exchanges } = told as { readonly exchanges?: readonly { readonly id: string }[] }; // as its contract has it
  return exchanges?.[0]?.id;
}

/** Seconds of CPU that the server has had so far: what it costs, however busy the machine is with others. */
const cpuSeconds = (pid: number | undefined): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

const residentMegabytes = (pid: number | undefined): number =>
  Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function tableOf(times: Readonly<Record<string, Times>>): string {
  const rows = Object.entries(times).map(([name, all]) => [
    name,
    String(all.count),
    ...[all.at(0.5), all.at(0.99), all.at(1), all.first].map((ms) => ms.toFixed(1)),
    [...all.statuses].map(([status, count]) => `${count} × ${status}`).join(', '),
  ]);
  return [['', 'asked', 'p50 ms', 'p99 ms', 'max ms', 'at first', 'answers'], ...rows]
    .map((row) => row.map((cell, i) => (i === 6 ? cell : cell.padEnd(11))).join(' '))
    .join('\n');
}
