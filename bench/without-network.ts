/** Requests and answers of Node's own HTTP classes with nothing between them: what a server does, without its sockets. */
import { getRequestListener } from '@hono/node-server';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';

export interface SentMessage {
  readonly method: string;
  readonly path: string;
  /** Names and values in turn, as they stand on the wire. */
  readonly headers: readonly string[];
  readonly body: Buffer | undefined;
}

export interface Received {
  readonly status: number;
  readonly bytes: Buffer;
}

/** Takes what is written to it. */
class Sink extends Duplex {
  readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  override _read(): void {}
}

const noSocket = new Socket();

export function withoutNetwork(answer: (request: Request) => Response | Promise<Response>): (message: SentMessage) => Promise<Received> {
  const listener = getRequestListener(answer, { hostname: '127.0.0.1' });
  return ({ method, path, headers, body }) =>
    new Promise((resolve) => {
      const sink = new Sink();
      // Nothing is read from it; what is asked of it is whether it is encrypted.
      const incoming = new IncomingMessage(noSocket);
      incoming.method = method;
      incoming.url = path;
      incoming.httpVersionMajor = 1;
      incoming.httpVersionMinor = 1;
      incoming.httpVersion = '1.1';
      incoming.rawHeaders = [...headers];
      incoming.headers = Object.fromEntries(
        headers.flatMap((name, i) => (i % 2 === 0 ? [[name.toLowerCase(), headers[i + 1] ?? '']] : [])),
      );
      incoming.complete = true;
      const outgoing = new ServerResponse(incoming);
      outgoing.assignSocket(sink as unknown as Socket); // as much of one as an answer uses
      outgoing.once('finish', () => resolve({ status: outgoing.statusCode, bytes: Buffer.concat(sink.chunks) }));
      void listener(incoming, outgoing);
      if (body) incoming.push(body);
      incoming.push(null);
    });
}
