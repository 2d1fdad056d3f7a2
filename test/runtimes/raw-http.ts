/** Requests as bytes on a socket of loopback, for what `fetch` would not send. */
import { connect } from 'node:net';

export interface RawReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends bytes as they are and gives everything that comes back until the server hangs up. */
export function sendBytes(port: number, bytes: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, host, () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (received += part));
    socket.once('close', () => resolve(received));
    socket.once('error', reject);
  });
}

/** `lines` are the request line, shortened to method and target, and then the headers. */
export async function ask(port: number, lines: readonly string[], body = ''): Promise<RawReply> {
  const [first = '', ...headers] = lines;
  const line = / HTTP\/1\.\d$/.test(first) ? first : `${first} HTTP/1.1`;
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  const received = await sendBytes(port, `${[line, ...headers, ...length, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
  const [head = '', ...rest] = received.replace(/^HTTP\/1\.1 100[^]*?\r\n\r\n/, '').split('\r\n\r\n');
  const [status = '', ...fields] = head.split('\r\n');
  const named = new Map(
    fields.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 1).trim()]),
  );
  const sent = rest.join('\r\n\r\n');
  return { status: Number(status.split(' ')[1]), headers: named, body: named.get('transfer-encoding') === 'chunked' ? joined(sent) : sent };
}

/** The text of chunks, all of it ASCII. */
function joined(chunks: string): string {
  const [, size = '0'] = /^([\da-f]+)\r\n/i.exec(chunks) ?? [];
  const start = size.length + 2;
  const end = start + parseInt(size, 16);
  return size === '0' ? '' : chunks.slice(start, end) + joined(chunks.slice(end + 2));
}
