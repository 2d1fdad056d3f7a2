/** Answers to what never becomes a request: bytes that are not HTTP, headers too large to read, targets that are no URL. */
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '../mock.ts';
import type { Clock } from '../workspace/clock.ts';
import { headersTooLarge, platformFault, responseOf, type PlatformFault } from './platform-fault.ts';

const notHttp: Problem = { problem: 'malformed-url', message: 'The request is not valid HTTP/1.1.' };
const tooSlow: Problem = { problem: 'timeout', message: 'The request did not arrive in time.' };
const noTunnel: Problem = { problem: 'method-not-allowed', message: 'CONNECT is not supported: this is a server, not a proxy.' };
const badUrl: Problem = { problem: 'malformed-url', message: 'The request target or the Host header is not valid.' };

const oneHost: Problem = { problem: 'malformed-url', message: 'A request must have one Host header, and only one.' };

/** For a request whose target no URL can be made of. */
export function badTarget(now: number): Response {
  return responseOf(platformFault(badUrl, 400, now));
}

/** As RFC 9112 §3.2 wants of HTTP/1.1; before it, a request may have none. */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') hosts++;
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}

export function refuseHost(response: ServerResponse, now: number): void {
  refuse(response, platformFault(oneHost, 400, now));
}

/** Ends the connection as well, since nobody knows what else is on its way. */
export function refuse(response: ServerResponse, { status, headers, body }: PlatformFault): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { ...headers, Connection: 'close' }).end(body);
}

/** Answers on the bare connection where Node's parser gave up, and refuses tunnels. */
export function answerBrokenConnections(server: Server, clock: Clock): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    if (error.code === 'HPE_HEADER_OVERFLOW') return answer(socket, headersTooLarge(clock.now()));
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return answer(socket, platformFault(tooSlow, 408, clock.now()));
    answer(socket, platformFault(notHttp, 400, clock.now()));
  });
  server.on('connect', (_, socket) => {
    // Node hands the bare socket over: nobody else hears of a client that has gone.
    socket.on('error', () => socket.destroy());
    answer(socket, platformFault(noTunnel, 405, clock.now()));
  });

  function answer(socket: Duplex, { status, headers, body }: PlatformFault): void {
    const lines = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`);
  }
}
