/** Answers to what never becomes a request: bytes that are not HTTP, headers too large to read, targets that are no URL, hosts that are not ours. */
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { readAuthority } from '../../gateway/callers/authority.ts';
import { quotable } from '../../gateway/request/withheld.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Clock } from '../../workspace/time/clock.ts';
import { allowHostVariable, type OwnNames } from './own-names.ts';
import { headersTooLarge, platformFault, responseOf, type PlatformFault } from '../platform-fault.ts';

const notHttp: Problem = { problem: 'malformed-url', message: 'The request is not valid HTTP/1.1.' };
const tooSlow: Problem = { problem: 'timeout', message: 'The request did not arrive in time.' };
const noTunnel: Problem = { problem: 'method-not-allowed', message: 'CONNECT is not supported: this is a server, not a proxy.' };
const badUrl: Problem = { problem: 'malformed-url', message: 'The request target or the Host header is not valid.' };
const oneHost: Problem = { problem: 'malformed-url', message: 'A request must have one Host header, and only one.' };

/** For a request whose target no URL can be made of. */
export function badTarget(now: number): Response {
  return responseOf(platformFault(badUrl, 400, now));
}

/**
 * What is wrong with whom a request is for: its Host, and the target where that names a host as well (RFC 9112 §3.2).
 * A browser always says by which name it came, and a page whose own name was made to lead here (DNS rebinding) is told apart by nothing else.
 * Before HTTP/1.1 a request may have no Host: no browser sends such a thing, and simple health checks do.
 */
export function hostFault(request: IncomingMessage, names: OwnNames, clock: Clock): PlatformFault | undefined {
  const problem = hostProblem(request, names);
  return problem && platformFault(problem, problem.said?.status ?? 400, clock.now());
}

function hostProblem({ rawHeaders, headers, httpVersion, url = '' }: IncomingMessage, names: OwnNames): Problem | undefined {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') hosts++;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return oneHost;
  if (hosts === 1) {
    const { host = '' } = headers;
    const accepted = names.accepts(host);
    if (accepted === undefined) return strange(host);
    // Links repeat it, and a zone or an unusual spelling of an address means nothing to whoever follows them.
    if (accepted !== host) headers.host = accepted;
  }
  if (url.startsWith('/') || url === '*') return undefined;
  const [, target = ''] = /^https?:\/\/([^/?#]*)/i.exec(url) ?? [];
  return names.accepts(target) === undefined ? strange(target) : undefined;
}

function strange(host: string): Problem {
  const name = readAuthority(host)?.name;
  if (name === undefined) return badUrl;
  const isQuotable = quotable(name) === name;
  const shown = isQuotable ? name : '<name>';
  return {
    problem: 'malformed-url',
    said: { status: 421, code: 'messaging.adaptors.http.flow.MisdirectedRequest' },
    message: `This sandbox does not answer to the name ${isQuotable ? name : 'in its Host header'}: a web page could have made that name lead here. If it is yours, start the sandbox with --allow-host ${shown}, or with ${allowHostVariable}=${shown} in its environment.`,
  };
}

/** Ends the connection as well, since nobody knows what else is on its way. */
export function refuse(response: ServerResponse, { status, headers, body }: PlatformFault): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' }).end(body);
}

/** Answers on the bare connection where Node's parser gave up, and refuses tunnels. */
export function answerBrokenConnections(server: Server, clock: Clock): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // What fails before TLS stands can be answered by nobody.
    if (error.code === 'ECONNRESET' || error.code?.startsWith('ERR_SSL') || !socket.writable) return void socket.destroy();
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
