/** What happens without a request: at a time that a mock has set, and because of what happened in another API. */
import type { Json } from '../contract/contract.ts';
import type { RecordChange } from '../clinical-record.ts';
import type { Population } from '../population.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Store } from '../workspace/store/store.ts';
import type { Clock } from '../workspace/time/clock.ts';
import type { Rows } from './rows.ts';

/** Something to be done later by the API that says so, under a name that its mock declares. `in` is an ISO 8601 duration, as in `PT1H`. */
export type Later = { readonly do: string; readonly about: Json } & ({ readonly at: number } | { readonly in: string });

/** Something that happened in one API, for whoever wants to know. */
export interface Emitted {
  /** As in `message.sent`. */
  readonly type: string;
  readonly about: Json;
}

/** What is at hand where no request is. */
export interface Cue {
  readonly store: Store;
  /** What operations of this API have stored. */
  readonly rows: Rows;
  /** Stands at the instant that was set, however much later somebody looks. */
  readonly clock: Clock;
  readonly population: Population;
  readonly settings: Settings;
  readonly seed: number;
  chance(key: string): number;
  later(what: Later): void;
  /** Writes into somebody's clinical record. */
  enter(change: RecordChange): void;
  emit(event: Emitted): void;
}

/** An event as it is told to whoever is outside, in the API's own form. */
export interface OutgoingMessage {
  readonly body: Json;
  /** A kind of JSON; `application/json` where nothing is said. */
  readonly contentType?: string;
  /** What it is about, for whoever looks for it: an NHS number, say. */
  readonly subject?: string;
  /** The application on whose behalf it is sent, where the manner of delivery wants it. */
  readonly application?: string;
  /** Told to whoever reads the inbox, and sent to nobody: the service sends nothing of the kind. */
  readonly isShownOnly?: true;
}

/** How an API sends its messages, where that is not as Standard Webhooks has it. It is data, and written down with each message. */
export interface DeliveryManner {
  /** The header that carries the receiver's secret as it is. */
  readonly keyHeader: string;
  /** The header that carries the HMAC-SHA256 of the body in hexadecimal digits; its key is `<application>.<secret>`. */
  readonly signatureHeader: string;
  /** The only statuses by which a message is taken. */
  readonly accepted: readonly number[];
  /** When what was not taken is sent again: durations since the attempt before. */
  readonly retries: readonly string[];
}

/** What a mock does then, with `about` as it was given: by the names of `Later`, and by the types of `Emitted`. */
export interface MockEvents {
  /** Each in a transaction of its own, before the next request is answered. */
  readonly later?: Readonly<Record<string, (cue: Cue, about: Json) => void>>;
  /** What happens then, in a few words for whoever looks at the clock: by the same names. */
  readonly laterInWords?: Readonly<Record<string, string>>;
  /**
   * The types of what it emits; one that ends with `*` stands for all that begin so. Whoever hears of these is read together with it, since
   * it is told in the same transaction.
   */
  readonly emits?: readonly string[];
  /** Those of them that a request which only reads (GET, HEAD) may emit: questions to whoever knows. */
  readonly asks?: readonly string[];
  /** In the transaction of whoever emits. */
  readonly on?: Readonly<Record<string, (cue: Cue, about: Json) => void>>;
  /**
   * How an event looks as a message of this API, by its type; undefined where this one is not told. `id` is the message's own. An event
   * that no API has a form for is told as a plain CloudEvent of the one that emitted it.
   */
  readonly messages?: Readonly<Record<string, (cue: Cue, about: Json, id: string) => OutgoingMessage | undefined>>;
  /** How those of these types are sent, and what its contract declares under these names. */
  readonly delivery?: { readonly of: readonly string[]; readonly manner: DeliveryManner };
}
