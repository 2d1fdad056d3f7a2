/** One engine, several homes: the same conversation gets the same replies, byte for byte, on Node, on workerd, and through msw in Node and Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { catalogueNames } from '../../src/generated/api-paths.ts';
import { loadContract } from '../../src/contract/load.ts';
import { createSandbox } from '../../src/runtimes/browser/msw.ts';
import { startNode } from '../../src/runtimes/node/node.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { populationOf } from '../../src/runtimes/population.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { defaultSeed } from '../../src/world/world.ts';
import { hasChromium, openPage } from './chromium.ts';
import { bodyOf, brought, converse, host, instant, origin, replyOf, textOf, withoutClient, type Told } from './conversation.ts';
import { guardSocketsOnly } from './guard-sockets-only.ts';
import { overHttp } from './over-http.ts';
import type { Page } from './page.ts';
import { controlClient } from '../workspaces/control-client.ts';
import { startWorkerd, workerdPlace } from './workerd.ts';

// Browsers and bundlers take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const inProcess = { origin, apis: catalogueNames, contracts: [brought], clock: instant };

async function onNode(data?: string): Promise<readonly Told[]> {
  const sandbox = await startNode({
    apis: [...(await ownApis()), { contract: loadContract(brought) }],
    population: populationOf(defaultSeed),
    clock: frozenClock(Date.parse(instant)),
    seed: defaultSeed,
    host: '127.0.0.1',
    port: 0,
    allowHosts: [host],
    ...(data !== undefined && { data }),
  });
  try {
    return await converse((exchange) => overHttp(Number(new URL(sandbox.url).port), exchange));
  } finally {
    await sandbox.close();
  }
}

let reference: readonly Told[];
beforeAll(async () => {
  reference = await onNode();
});

/** What was asked and answered, in a form whose differences can be read. */
const lines = (told: readonly Told[]) =>
  told.map(({ exchange, reply }, i) => ({
    asked: `${i + 1}. ${exchange.method} ${exchange.path}`,
    status: reply.status,
    headers: reply.headers,
    ...(exchange.path.includes('/trace/') ? { trace: withoutClient(textOf(reply)) } : { text: textOf(reply), body: reply.body }),
  }));

/** Line by line, so that the first difference is the one that is shown. */
function expectAlike(told: readonly Told[]): void {
  const other = lines(told);
  for (const [i, line] of lines(reference).entries()) expect(other[i]).toEqual(line);
  expect(other).toHaveLength(reference.length);
}

describe('the conversation', () => {
  test('has at least 40 exchanges, of every kind that matters', () => {
    expect(reference.length).toBeGreaterThanOrEqual(40);
    const heard = new Set(reference.map(({ exchange, reply }) => `${exchange.method} ${reply.status}`));
    const wanted =
      'POST 201, PATCH 200, PUT 200, PUT 201, DELETE 204, HEAD 200, GET 404, PATCH 409, PATCH 412, PUT 412, PUT 428, GET 406, POST 400';
    expect([...heard]).toEqual(expect.arrayContaining(wanted.split(', ')));
    expect(reference.filter(({ reply }) => reply.headers.some(([name]) => name === 'x-sandbox-trace')).length).toBeGreaterThan(40);
    expect(reference.filter(({ reply }) => reply.status >= 500)).toEqual([]);
  });

  test('is the same again on Node', async () => {
    expectAlike(await onNode());
  });

  test('is the same on Node with a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-homes-'));
    try {
      expectAlike(await onNode(join(folder, 'data.sqlite')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('is the same on workerd', async () => {
    const place = await workerdPlace();
    const workerd = await startWorkerd(place);
    try {
      const wishes = { clock: instant, traceIds: 'repeatable', contracts: [brought] };
      const { id, managementKey } = await controlClient(() => workerd.url).make(wishes);
      const named = { 'X-Sandbox-Workspace': id };
      const keyed = { ...named, Authorization: `Bearer ${managementKey}` };
      expectAlike(await converse((exchange) => overHttp(workerd.port, exchange, exchange.path.startsWith('/_sandbox') ? keyed : named)));
    } finally {
      await workerd.stop();
      place.remove();
    }
  });

  describe('through msw', () => {
    const sandbox = createSandbox(inProcess);
    const server = setupServer(...sandbox.handlers);
    beforeAll(() => {
      guardSocketsOnly();
      server.listen({ onUnhandledFrame: 'bypass' });
    });
    afterAll(() => server.close());

    test('is the same in Node', async () => {
      const told = await converse(async (exchange) => {
        const body = bodyOf(exchange);
        const response = await fetch(origin + exchange.path, { method: exchange.method, headers: exchange.headers, ...(body && { body }) });
        return replyOf(response.status, response.headers, new Uint8Array(await response.arrayBuffer()));
      });
      expectAlike(told);
    });
  });

  test.runIf(process.env['CHROMIUM_REQUIRED'])('has a Chromium to go to, where it is required', () => {
    expect(hasChromium).toBe(true);
  });

  test.runIf(hasChromium)('is the same in Chromium', async () => {
    const opened = await openPage(join(import.meta.dirname, 'page.ts'));
    try {
      await opened.page.evaluate((options) => (globalThis as unknown as { page: Page }).page.start(options), inProcess); // page.ts puts it there
      const told = await converse(async ({ method, path, headers, body }) => {
        const reply = await opened.page.evaluate(
          (line) => (globalThis as unknown as { page: Page }).page.say(line.method, line.url, line.headers, line.body), // page.ts puts it there
          { method, url: origin + path, headers: { ...headers }, ...(body !== undefined && { body }) },
        );
        return replyOf(reply.status, reply.headers, Buffer.from(reply.body, 'base64'));
      });
      expectAlike(told);
    } finally {
      await opened.close();
    }
  });
});
