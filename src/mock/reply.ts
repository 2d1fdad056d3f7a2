/** What a behaviour answers. */

/** Bytes that are not JSON, stored and returned as they came. */
export interface Binary {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** Whole HTML that runs no script. What a browser may do with it is for the gateway to say. */
export interface OwnPage {
  readonly html: string;
  /** What stands in its one style element. */
  readonly style: string;
  /** Where its forms lead, besides their own origin: origins or schemes. */
  readonly leadsTo: readonly string[];
}

export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON value. Use `binary` or `stream` for anything else; leave both out for an empty body. */
  readonly body?: Body;
  /** A JSON body that is text already: one that was stored, or one that `Call.cached` gives. */
  readonly rendered?: string;
  readonly binary?: Binary;
  /** Bytes that are sent as they are made: events of a stream. */
  readonly stream?: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** A page of the sandbox's own, in the place of a body. */
  readonly page?: OwnPage;
  /** The media type to send, where it is not the first that the contract documents for this status. */
  readonly type?: string;
}

/** Which step answered a request. */
export type AnsweredBy = 'behaviour' | 'inferred' | 'example' | 'generated' | 'problem' | 'platform' | 'on demand' | 'fault' | 'stub';
