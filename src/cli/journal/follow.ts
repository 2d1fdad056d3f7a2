/** The stream of exchanges of a running sandbox, asked for again where it ends. */
import type { components, operations } from '../../generated/sandbox-control.types.ts';
import type { Remote } from '../remote/connection.ts';
import { told } from '../remote/told.ts';

type Query = NonNullable<operations['stream-exchanges']['parameters']['query']>;

/** An exchange, or why some may be missing here. */
export type ToldEvent = { readonly exchange: components['schemas']['Explanation'] } | { readonly gap: string };

/** Ends when the signal says so, or fails as the sandbox does. */
export async function* follow(remote: Remote, query: Query, signal: AbortSignal): AsyncGenerator<ToldEvent> {
  let last: string | undefined;
  while (!signal.aborted) {
    const header = last === undefined ? {} : { 'Last-Event-ID': last };
    const body = await told(
      remote,
      remote.api.GET('/journal/stream', { params: { query, header }, headers: { Accept: 'text/event-stream' }, parseAs: 'stream', signal }),
    );
    if (!body) return;
    for await (const block of blocksOf(body)) {
      last = fieldOf(block, 'id') ?? last;
      const data = fieldOf(block, 'data');
      if (data === undefined) continue;
      if (fieldOf(block, 'event') === 'gap') yield { gap: (JSON.parse(data) as { readonly message: string }).message };
      else yield { exchange: JSON.parse(data) as components['schemas']['Explanation'] }; // as the contract has them
    }
  }
}

/** What stands between empty lines. A stream that breaks off has ended: what it did not tell is asked for again. */
async function* blocksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let text = '';
    for (;;) {
      const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
      if (done) return;
      const blocks = (text + value).split('\n\n');
      text = blocks.pop() ?? '';
      yield* blocks;
    }
  } finally {
    await reader.cancel();
  }
}

/** The sandbox writes each field on one line, once. */
const fieldOf = (block: string, name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
