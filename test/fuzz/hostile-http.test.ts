/** Hundreds of hostile requests over raw sockets on loopback: the Node runtime answers each with a refusal or closes it, and lives on. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileRequests, type Hostile } from './hostile-requests.ts';

/** Milliseconds after which silence is called a hang: a busy machine may be slow, and a hang lasts for ever. */
const patience = 10_000;
/** Milliseconds of the processor that one request may hold up all others. */
const longestTurn = 1_000;
const atOnce = 8;

let server: ChildProcess;
let url = '';
let complaints = '';

beforeAll(async () => {
  server = spawn(process.execPath, [fileURLToPath(new URL('./hostile-server.ts', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const [said]: unknown[] = await once(server, 'message');
  url = String(said);
}, 60_000);

afterAll(() => {
  server.kill();
});

/** Everything that comes back until the server closes the connection. */
function exchange({ bytes }: Hostile): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.end(bytes));
    const alarm = setTimeout(() => {
      received += '\nHANG';
      socket.destroy();
    }, patience);
    socket.setEncoding('latin1').on('data', (part: string) => {
      received += part;
    });
    // A server that has heard enough may reset the connection while the client still talks.
    socket.on('error', () => {});
    socket.once('close', () => {
      clearTimeout(alarm);
      resolve(received);
    });
  });
}

/** What is wrong with an answer; an empty answer is a closed connection, which is an answer too. */
function faultsOf(answer: string): readonly string[] {
  const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1]));
  const types = [...answer.matchAll(/^content-type: (.*)\r$/gim)].map((match) => match[1] ?? '');
  return [
    ...(answer.endsWith('HANG') ? ['hangs'] : []),
    ...statuses.filter((status) => status >= 500).map(String),
    ...(answer !== '' && statuses.length === 0 ? [`is no HTTP: ${answer.slice(0, 80)}`] : []),
    ...types.filter((type) => !/^application\/(fhir\+|problem\+)?json/.test(type)).map((type) => `is ${type}`),
    ...(/<html|\n\s+at .*:\d+:\d+|node_modules|\.ts:\d/i.test(answer) ? ['shows what is ours'] : []),
  ];
}

test(`holds against ${hostileRequests.length} hostile requests`, { timeout: 120_000 }, async () => {
  expect(hostileRequests.length).toBeGreaterThanOrEqual(300);
  const wrong: string[] = [];
  const waiting = [...hostileRequests];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { name } = next;
      wrong.push(...faultsOf(await exchange(next)).map((fault) => `${name}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  expect(wrong).toEqual([]);

  server.send('how long?');
  const [turn]: unknown[] = await once(server, 'message');
  expect(Number(turn)).toBeLessThan(longestTurn);
  expect(server.exitCode).toBeNull();
  expect(complaints).toBe('');
  const healthy = await fetch(`${url}/notebook/notes/first`);
  expect(healthy.status).toBe(200);
  expect(await healthy.json()).toMatchObject({ text: 'Hello' });
});
