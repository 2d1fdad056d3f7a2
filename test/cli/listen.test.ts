/** `nhs-sandbox listen` beside a running sandbox: messages are shown, and handed on to the address that was typed and to no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { loadContract } from '../../src/contract/load.ts';
import { nobody } from '../../src/population.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { realClock } from '../../src/workspace/time/clock.ts';
import { freePort } from '../free-port.ts';
import { isSigned, openReceiver } from '../runtimes/callbacks/receiver.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const file = join(import.meta.dirname, '../control/callbacks/shop.yaml');
const contract = loadContract({ name: 'shop', text: readFileSync(file, 'utf8') });
const options = { apis: [{ contract }], population: nobody, clock: realClock, seed: 1, host: '127.0.0.1', port: 0 };
const sandbox = await startNode(options);
afterAll(() => sandbox.close());

const close = (at: string): Promise<Response> =>
  fetch(`${sandbox.url}/_sandbox/callbacks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ api: 'shop', name: 'closing', body: { at } }),
  });

async function listened(words: readonly string[], meanwhile: () => Promise<unknown> = async () => {}) {
  const terminal = recordedTerminal();
  const running = main(['listen', '--url', sandbox.url, ...words], terminal);
  while (terminal.written.out === '' && terminal.written.error === '') await new Promise((look) => setTimeout(look, 10));
  await meanwhile();
  return { code: await running, ...terminal.written };
}

test('each message from now on is sent on, signed with the secret that was printed, and said in a line', async () => {
  const receiver = await openReceiver();
  await close('before');
  const { code, out } = await listened(['--forward', receiver.url, '--count', '2'], async () => {
    await close('17:00');
    await close('18:00');
  });
  const [, secret = ''] = /signed with (whsec_\S+)/.exec(out) ?? [];
  expect(receiver.got.map(({ body }) => body)).toEqual(['{"at":"17:00"}', '{"at":"18:00"}']);
  expect(receiver.got.every((one) => isSigned(one, secret))).toBe(true);
  expect([code, out.match(/^\d+ {2}200 {2}shop {2}closing {2}[\da-f-]{36}$/gm)?.length]).toEqual([0, 2]);
});

test('what a receiver does not take is said, and the next one is sent all the same', async () => {
  const away = await listened(['--forward', `http://localhost:${await freePort()}/`, '--all', '--count', '1']);
  expect(away.out).toMatch(/^1 {2}ECONNREFUSED {2}shop/m);
  const receiver = await openReceiver();
  receiver.answer(307, 500);
  const { out } = await listened(['--forward', receiver.url, '--all', '--count', '2']);
  expect(out).toMatch(/^1 {2}307 {2}shop[^]*^2 {2}500 {2}shop/m);
  expect(receiver.got).toHaveLength(2);
});

test('without an address messages are only shown, of a type where one is asked for', async () => {
  const { out } = await listened(['--type', 'clos*', '--all', '--count', '1']);
  expect(out).toMatch(/^Showing what .* sends\.\n1 {2}shop {2}closing/);
});

test.each([
  [['--forward', 'localhost:3000'], 2, '--forward wants an address'],
  [['once'], 2, 'listen takes options only'],
])('%j is refused', async (words, code, message) => {
  expect(await listened(words)).toMatchObject({ code, error: expect.stringContaining(message) });
});
