/**
 * What was sent, as it is kept: of each sending one document that says what all its messages have in common, and the messages in blocks, a
 * line for each. 45,000 of them are ninety blocks; one of them is found by its id, and read without the others.
 */
import type { Cue } from '../../../src/mock/event.ts';
import type { RoutingPlan } from '../plans/plan.ts';
import { idAt, ofBatch, placeOf, sendingKey, type Place } from './ids.ts';

export interface ContactDetails {
  readonly email?: string;
  readonly sms?: string;
  readonly address?: { readonly lines?: readonly string[]; readonly postcode?: string };
  readonly name?: { readonly [part in 'prefix' | 'firstName' | 'middleNames' | 'lastName' | 'suffix']?: string };
}

export interface KeptMessage {
  readonly messageReference: string;
  readonly nhsNumber?: string;
  readonly contact?: ContactDetails;
  readonly personalisation?: Readonly<Record<string, unknown>>;
  readonly odsCode?: string;
  readonly billingReference?: string;
}

export interface Sent {
  readonly key: string;
  /** Milliseconds. */
  readonly created: number;
  readonly plan: RoutingPlan;
  readonly batch?: { readonly id: string; readonly reference: string };
  /** What links begin with. */
  readonly base: string;
  readonly application?: string;
  /** The places of the first message of each block. */
  readonly starts: readonly number[];
}

export interface SentMessage {
  readonly id: string;
  readonly sent: Sent;
  readonly message: KeptMessage;
}

const sendings = 'notify/sendings';
const blocks = 'notify/messages';
const counters = 'notify/counters';

const perBlock = 500;
/** Characters of a block: a row of a Durable Object has two megabytes at most. */
const blockLength = 500_000;

type Keeping = Pick<Cue, 'store' | 'chance'>;

/** Keeps a sending; gives the ids of its messages, in their order. */
export function keep(
  held: Keeping,
  about: Omit<Sent, 'key' | 'starts' | 'batch'> & { readonly batchReference?: string },
  messages: readonly KeptMessage[],
): { readonly sent: Sent; readonly ids: readonly string[] } {
  const { store } = held;
  const chance = (key: string): number => held.chance(key);
  const number = Number(store.get(counters, 'sendings') ?? 0);
  store.put(counters, 'sendings', String(number + 1));
  const key = sendingKey(number);
  const idOf = (index: number): string => idAt({ key, index }, about.created, chance);
  const starts: number[] = [];
  let lines: string[] = [];
  let length = 0;
  const close = (): void => {
    if (lines.length > 0) store.put(blocks, blockKey(key, starts.length - 1), lines.join('\n'));
    lines = [];
    length = 0;
  };
  for (const [index, message] of messages.entries()) {
    const line = JSON.stringify(message);
    if (lines.length === perBlock || (lines.length > 0 && length + line.length > blockLength)) close();
    if (lines.length === 0) starts.push(index);
    lines.push(line);
    length += line.length;
  }
  close();
  const { batchReference, ...others } = about;
  const sent: Sent = {
    key,
    ...others,
    ...(batchReference !== undefined && { batch: { id: idOf(ofBatch), reference: batchReference } }),
    starts,
  };
  store.put(sendings, key, JSON.stringify(sent));
  return { sent, ids: messages.map((_, index) => idOf(index)) };
}

const blockKey = (key: string, block: number): string => `${key}/${String(block).padStart(5, '0')}`;

export function sendingOf({ store }: Pick<Cue, 'store'>, key: string): Sent | undefined {
  const document = store.get(sendings, key);
  return document === undefined ? undefined : (JSON.parse(document) as Sent); // as `keep` wrote it
}

/** Whether or not a message stands there. */
export function idOfMessageAt(held: Keeping, place: Place): string | undefined {
  const sent = sendingOf(held, place.key);
  return sent && idAt(place, sent.created, (key) => held.chance(key));
}

export function findMessage(held: Keeping, id: string): SentMessage | undefined {
  const place = placeOf(id);
  const sent = sendingOf(held, place.key);
  if (!sent || idOfMessageAt(held, place) !== id) return undefined;
  const block = sent.starts.findLastIndex((start) => start <= place.index);
  const text = held.store.get(blocks, blockKey(sent.key, block));
  const line = text === undefined ? undefined : lineAt(text, place.index - (sent.starts[block] ?? 0));
  return line === undefined ? undefined : { id, sent, message: JSON.parse(line) as KeptMessage }; // as `keep` wrote it
}

function lineAt(text: string, number: number): string | undefined {
  let start = 0;
  for (let n = 0; n < number; n += 1) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}

export function* messagesOf(store: Cue['store'], { key }: Sent): Generator<KeptMessage> {
  for (const [, text] of store.list(blocks, `${key}/`)) for (const line of text.split('\n')) yield JSON.parse(line) as KeptMessage; // as above
}
