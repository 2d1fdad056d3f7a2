/** Answers to what never becomes a request: bytes that are not HTTP, headers too large to read, targets that are no URL. */
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { gatewayFault } from '../dialect/gateway-fault.ts';
import { headersLimit } from '../gateway/policies/limits.ts';
import type { Problem } from '../mock.ts';
import type { Clock } from '../workspace/clock.ts';

const tooLarge: Problem = { problem: 'too-large', message: `The headers are larger than ${headersLimit / 1024} KiB.` };
const notHttp: Problem = { problem: 'malformed-url', message: 'The request is not valid HTTP/1.1.' };
const tooSlow: Problem = { problem: 'timeout', message: 'The request did not arrive in time.' };
const noTunnel: Problem = { problem: 'method-not-allowed', message: 'CONNECT is not supported: this is a server, not a proxy.' };
const badUrl: Problem = { problem: 'malformed-url', message: 'The request target or the Host header is not valid.' };

const oneHost: Problem = { problem: 'malformed-url', message: 'A request must have one Host header, and only one.' };

const headers = { 'Content-Type': 'application/json', 'X-Sandbox-Data': 'synthetic' };

function bodyOf(problem: Problem, status: number, now: number): string {
  return JSON.stringify(gatewayFault.write(problem, { status, now: new Date(now).toISOString(), id: '' }));
}

/** For a request whose target no URL can be made of. */
export function badTarget(now: number): Response {
  return new Response(bodyOf(badUrl, 400, now), { status: 400, headers });
}

/** As RFC 9112 §3.2 wants of HTTP/1.1; before it, a request may have none. */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') hosts++;
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}

export function refuseHost(response: ServerResponse, now: number): void {
  response.writeHead(400, { ...headers, Connection: 'close' }).end(bodyOf(oneHost, 400, now));
}

/** Answers on the bare connection where Node's parser gave up, and refuses tunnels. */
export function answerBrokenConnections(server: Server, clock: Clock): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    if (error.code === 'HPE_HEADER_OVERFLOW') return answer(socket, 431, tooLarge);
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return answer(socket, 408, tooSlow);
    answer(socket, 400, notHttp);
  });
  server.on('connect', (_, socket) => answer(socket, 405, noTunnel));

  function answer(socket: Duplex, status: number, problem: Problem): void {
    const body = bodyOf(problem, status, clock.now());
    const lines = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`);
  }
}
