/** A receiver of callbacks on this machine, which answers as a test wants, and checks signatures as docs/callbacks.md has it. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly got: readonly Received[];
  /** The statuses of the next answers, the last of them for good; 0 never answers. */
  answer(...statuses: readonly number[]): void;
  /** Says so in Retry-After, whatever it answers. */
  wantsRest(retryAfter: string): void;
  /** Once so many have come. */
  until(count: number): Promise<readonly Received[]>;
}

export async function openReceiver(): Promise<Receiver> {
  const got: Received[] = [];
  const waiting = new Set<() => void>();
  let statuses: readonly number[] = [200];
  let rest: Record<string, string> = {};
  const server = createServer(async (request, response) => {
    const body = await text(request);
    got.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    const [status = 200, ...others] = statuses;
    if (others.length > 0) statuses = others;
    for (const wake of waiting) wake();
    if (status === 307) response.writeHead(status, { Location: 'http://169.254.169.254/latest' }).end();
    else if (status > 0) response.writeHead(status, rest).end('taken');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/hook`, // it listens
    got,
    answer(...next) {
      statuses = next;
    },
    wantsRest(retryAfter) {
      rest = { 'Retry-After': retryAfter };
    },
    async until(count) {
      while (got.length < count) await new Promise<void>((wake) => waiting.add(wake));
      return got;
    },
  };
}

export function isSigned({ headers, body }: Received, secret: string): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = Buffer.from(
    `v1,${createHmac('sha256', key)
      .update(`${String(id)}.${String(timestamp)}.${body}`)
      .digest('base64')}`,
  );
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300;
  return (
    isFresh &&
    String(signatures)
      .split(' ')
      .some((one) => one.length === expected.length && timingSafeEqual(Buffer.from(one), expected))
  );
}
