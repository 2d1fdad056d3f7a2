/** Requests as bytes, and one answer as the control is to repeat it. */
import { connect } from 'node:net';
import type { CannedAnswer } from './control.ts';
import { readAnswer } from './load.ts';
import type { Scenario, SentRequest } from './scenarios.ts';

const onlyId = '60e0b220-8136-4ca5-ae46-1d97ef59d068';

/** What a client sends with each request, names and values in turn. */
export function headersOf(method: string, { body, id = onlyId, token }: SentRequest, media?: string): readonly string[] {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : (media ?? 'application/json');
  return [
    'Host',
    '127.0.0.1',
    'Accept',
    media ?? 'application/fhir+json',
    'X-Request-ID',
    id,
    ...(token === undefined ? [] : ['Authorization', `Bearer ${token}`, 'X-Sandbox-Access', 'strict']),
    ...(body === undefined ? [] : ['Content-Type', type, 'Content-Length', String(Buffer.byteLength(body))]),
  ];
}

export function bytesOf(method: string, request: SentRequest, media?: string): Buffer {
  const headers = headersOf(method, request, media);
  const lines = headers.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${headers[i + 1]}\r\n`] : []));
  return Buffer.from(`${method} ${request.path} HTTP/1.1\r\n${lines.join('')}\r\n${request.body ?? ''}`);
}

/** Headers that a server sends by itself, or that depend on the connection. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']);

/** Asks once, and requires the status that the scenario is about. */
export async function cannedAnswer(
  port: number,
  { name, method, route, status, media }: Scenario,
  request: SentRequest,
): Promise<CannedAnswer> {
  return canned(await ask(port, bytesOf(method, request, media)), { name, method, route, status });
}

/** What was received, as the control is to repeat it. */
export function canned(
  received: Buffer,
  { name, method, route, status }: Pick<Scenario, 'name' | 'method' | 'route' | 'status'>,
): CannedAnswer {
  const answer = readAnswer(received);
  if (answer?.status !== status) throw new Error(`${name}: wanted ${status}, got ${received.toString('utf8').slice(0, 2_000)}`);
  const headers = Object.fromEntries(headerLines(answer.head).filter(([header]) => !ownHeaders.has(header.toLowerCase())));
  return { method, path: route, status, headers, body: received.toString('utf8', answer.head.length + 4, answer.length) };
}

/** The path under which a row was put. */
export function madeAt(received: Buffer): string {
  const answer = readAnswer(received);
  const [, location] = headerLines(answer?.head ?? '').find(([header]) => header.toLowerCase() === 'location') ?? [];
  if (answer?.status !== 201 || location === undefined) throw new Error(`no row was made: ${received.toString('utf8').slice(0, 2_000)}`);
  return new URL(location, 'http://127.0.0.1').pathname;
}

const headerLines = (head: string): readonly (readonly [name: string, value: string])[] =>
  head
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });

export function ask(port: number, request: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      if (readAnswer(received)) socket.end();
    });
    socket.once('close', () => resolve(received));
    socket.once('error', reject);
  });
}
