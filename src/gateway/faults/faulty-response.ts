/**
 * An answer with which the wire does something. A home that has the wire in its hands looks at `wire` and `whole`; for all others the body
 * is a stream that is slow, or breaks off.
 */
import type { WireEffect } from './effect.ts';

export class FaultyResponse extends Response {
  readonly wire: WireEffect;
  /** The body as it would have been. */
  readonly whole: Uint8Array<ArrayBuffer>;

  constructor({ status, headers }: Response, whole: Uint8Array<ArrayBuffer>, wire: WireEffect) {
    // A status that may have no body cannot break off either.
    const mayHaveBody = ![204, 205, 304].includes(status);
    super(mayHaveBody ? streamOf(wire, whole) : null, { status, headers });
    this.wire = wire;
    this.whole = whole;
  }

  /** True where not even a head is sent. */
  get isNothing(): boolean {
    return this.wire.type === 'drop' && this.wire.after === undefined;
  }
}

/** Thrown in the place of an answer, as fetch says that the connection was closed. */
export class DroppedConnection extends TypeError {
  constructor() {
    super('fetch failed');
  }
}

/** How often a slow body gives something, in milliseconds. */
export const slowStep = 100;

export const bytesPerStep = (bytesPerSecond: number): number => Math.max(1, Math.round((bytesPerSecond * slowStep) / 1_000));

function streamOf(wire: WireEffect, whole: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return wire.type === 'slow-body' ? slow(whole, bytesPerStep(wire.bytesPerSecond)) : brokenOff(whole, wire.after ?? 0);
}

function slow(whole: Uint8Array<ArrayBuffer>, step: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (sent > 0) await new Promise((resolve) => setTimeout(resolve, slowStep));
        controller.enqueue(whole.subarray(sent, sent + step));
        sent += step;
        if (sent >= whole.length) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

function brokenOff(whole: Uint8Array<ArrayBuffer>, after: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let isSent = false;
  return new ReadableStream(
    {
      async pull(controller) {
        if (!isSent && after > 0) {
          isSent = true;
          controller.enqueue(whole.subarray(0, after));
          return;
        }
        // At the edge what is sent may still be on its way, and would be lost with the rest.
        if (isSent) await new Promise((resolve) => setTimeout(resolve, slowStep));
        controller.error(new TypeError('terminated'));
      },
    },
    { highWaterMark: 0 },
  );
}
