/** Requests as bytes, and one answer as the control is to repeat it. */
import { connect } from 'node:net';
import type { CannedAnswer } from './control.ts';
import { readAnswer } from './load.ts';
import type { Scenario, SentRequest } from './scenarios.ts';

export function bytesOf(method: string, { path, body, id = '60e0b220-8136-4ca5-ae46-1d97ef59d068' }: SentRequest): Buffer {
  const about = body === undefined ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/fhir+json\r\nX-Request-ID: ${id}\r\n${about}\r\n${body ?? ''}`,
  );
}

/** Headers that a server sends by itself, or that depend on the connection. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']);

/** Asks once, and requires the status that the scenario is about. */
export async function cannedAnswer(port: number, { name, method, route, requests, status }: Scenario): Promise<CannedAnswer> {
  const [request] = requests;
  if (!request) throw new RangeError(`${name} has no requests`);
  const received = await ask(port, bytesOf(method, request));
  const answer = readAnswer(received);
  if (answer?.status !== status) throw new Error(`${name}: wanted ${status}, got ${received.toString('utf8').slice(0, 2_000)}`);
  const lines = answer.head
    .split('\r\n')
    .slice(1)
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
  const headers = Object.fromEntries(lines.filter(([header]) => !ownHeaders.has(header.toLowerCase())));
  return { method, path: route, status, headers, body: received.toString('utf8', answer.head.length + 4, answer.length) };
}

function ask(port: number, request: Buffer): Promise<Buffer> {
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
