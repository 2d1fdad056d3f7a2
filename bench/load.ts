/** Sends requests over keep-alive sockets, one at a time on each, as fast as the server answers. */
import { connect, type Socket } from 'node:net';

export interface Slice {
  readonly answers: number;
  /** Answers by status. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly seconds: number;
}

const headEnd = Buffer.from('\r\n\r\n');

export interface Limits {
  readonly milliseconds: number;
  readonly atMost?: number;
}

export async function load(
  port: number,
  requests: readonly Buffer[],
  { sockets, milliseconds, atMost = Infinity, from = 0 }: Limits & { readonly sockets: number; readonly from?: number },
): Promise<Slice> {
  const statuses = new Map<number, number>();
  const started = performance.now();
  let sent = 0;
  const nextRequest = (): Buffer | undefined =>
    sent < atMost && performance.now() - started < milliseconds ? requests[(from + sent++) % requests.length] : undefined;
  await Promise.all(
    Array.from({ length: sockets }, () =>
      converse(port, nextRequest, (status) => {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
    ),
  );
  const answers = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  return { answers, statuses, seconds: (performance.now() - started) / 1000 };
}

/** Asks on one socket until there is nothing more to ask. */
function converse(port: number, nextRequest: () => Buffer | undefined, answered: (status: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', ask).setNoDelay(true);
    let received: Buffer = Buffer.alloc(0);
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.on('data', (bytes: Buffer) => {
      received = received.length === 0 ? bytes : Buffer.concat([received, bytes]);
      const answer = readAnswer(received);
      if (!answer) return;
      received = received.subarray(answer.length);
      answered(answer.status);
      ask();
    });
    function ask(): void {
      const request = nextRequest();
      if (request) socket.write(request);
      else socket.end();
    }
  });
}

/** A whole answer at the start of what was received; every server here says Content-Length, save for a 204. */
export function readAnswer(received: Buffer): { readonly status: number; readonly length: number; readonly head: string } | undefined {
  const end = received.indexOf(headEnd);
  if (end === -1) return undefined;
  const head = received.toString('latin1', 0, end);
  const length = end + headEnd.length + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return received.length < length ? undefined : { status: Number(head.slice(9, 12)), length, head };
}
