/** Messages as a workspace keeps them: what is known of each by one name, and its content in pieces by another. */
import { fromBase64, toBase64 } from '../../../src/contract/base64.ts';
import { canned, cannedContent } from './canned.ts';
import { stamp, type MailRoom, type Message } from './message.ts';

const messages = 'mesh/messages';
const contents = 'mesh/contents';
/** Is changed with what the entries of a row are made of. */
const definition = 'mesh/messages/1';
/** A row may not be larger anywhere than a Durable Object lets it: three bytes are four letters of Base64. */
const pieceBytes = 300_000;

const read = (document: string): Message => JSON.parse(document) as Message; // as `keep` wrote it

function entriesOf({ kind, from, to, status, said }: Message) {
  const isThere = status === 'accepted' || status === 'acknowledged';
  return [
    ...(status === 'accepted' ? [{ name: 'waiting', value: to }] : []),
    ...(isThere ? [{ name: 'to', value: to }] : []),
    ...(kind === 'DATA' ? [{ name: 'from', value: from }] : []),
    ...(kind === 'DATA' && said['mex-localid'] !== undefined ? [{ name: 'named', value: nameOf(from, said['mex-localid']) }] : []),
  ];
}

const nameOf = (from: string, localId: string): string => `${from} ${localId}`;

function indexed({ store }: MailRoom): MailRoom['store'] {
  store.reindex(messages, definition, (document) => entriesOf(read(document)));
  return store;
}

export function keep(room: MailRoom, message: Message): void {
  indexed(room).put(messages, message.id, JSON.stringify(message), entriesOf(message));
}

/** Ids may be written in small letters. */
export function messageOf({ store }: MailRoom, written: string): Message | undefined {
  const id = written.toUpperCase();
  const kept = store.get(messages, id);
  return kept === undefined ? canned.get(id) : read(kept);
}

export function forget({ store }: MailRoom, id: string): void {
  store.delete(messages, id);
  for (const [key] of store.list(contents, `${id}/`)) store.delete(contents, key);
}

const placeOf = (id: string, chunk: number): string => `${id}/${String(chunk).padStart(6, '0')}/`;

/** In the place of what was sent as this chunk before. */
export function keepContent({ store }: MailRoom, id: string, chunk: number, bytes: Uint8Array): void {
  const place = placeOf(id, chunk);
  for (const [key] of store.list(contents, place)) store.delete(contents, key);
  for (let piece = 0; piece * pieceBytes < bytes.length; piece += 1)
    store.put(contents, place + String(piece).padStart(6, '0'), toBase64(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)));
}

export function contentOf({ store }: MailRoom, id: string, chunk: number): Uint8Array<ArrayBuffer> | undefined {
  const pieces = store.list(contents, placeOf(id, chunk)).map(([, piece]) => fromBase64(piece));
  const [first] = pieces;
  if (first === undefined) return cannedContent(id, chunk);
  if (pieces.length === 1) return first;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Of the canned ones, those that nobody has done anything with. */
const untouched = ({ store }: MailRoom, fits: (message: Message) => boolean): readonly Message[] =>
  [...canned.values()].filter((message) => fits(message) && store.get(messages, message.id) === undefined);

const isOf = (name: string, value: string) => [{ name, anyOf: [value] }] as const;

const isWaiting =
  (mailbox: string) =>
  ({ to, status }: Message): boolean =>
    to === mailbox && status === 'accepted';

/** How many there are that are not acknowledged yet, without any of them being read. */
export const countIn = (room: MailRoom, mailbox: string): number =>
  untouched(room, isWaiting(mailbox)).length + indexed(room).tally(messages, isOf('waiting', mailbox));

/** So many are read at once. */
const page = 100;

/** Those of them that follow one, which may have been acknowledged since: oldest first, and no more are read than are taken. */
export function* waitingAfter(room: MailRoom, mailbox: string, after: string | undefined): Iterable<Message> {
  const id = after?.toUpperCase() ?? '';
  // One of those from the start stands before all others, also when it has been stored since.
  const early = [...canned.keys()];
  let position = canned.has(id) ? undefined : indexed(room).row(messages, id)?.position;
  if (position === undefined)
    yield* untouched(room, (message) => isWaiting(mailbox)(message) && early.indexOf(message.id) > early.indexOf(id));
  for (;;) {
    const next = { limit: page, ...(position !== undefined && { after: position }) };
    const rows = indexed(room).find(messages, isOf('waiting', mailbox), next);
    for (const { document } of rows) yield read(document);
    position = rows.at(-1)?.position;
    if (rows.length < page) return;
  }
}

/** As the sender has named them: two of them, where there are more. */
export const sentAs = (room: MailRoom, mailbox: string, localId: string): readonly Message[] => [
  ...untouched(room, ({ from, said }) => from === mailbox && said['mex-localid'] === localId),
  ...indexed(room)
    .find(messages, isOf('named', nameOf(mailbox, localId)), { limit: 2 })
    .map(({ document }) => read(document)),
];

/** All that has arrived, or that was sent, newest first, and no more read than are taken. */
export function* newestFirst(room: MailRoom, side: 'to' | 'from', mailbox: string): Iterable<Message> {
  const those = isOf(side, mailbox);
  for (let left = indexed(room).tally(messages, those); left > 0; left -= page) {
    const skip = Math.max(0, left - page);
    for (const { document } of indexed(room)
      .find(messages, those, { skip, limit: left - skip })
      .toReversed())
      yield read(document);
  }
  yield* untouched(room, (message) => message[side] === mailbox && (side === 'from' || message.status === 'accepted')).toReversed();
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `20260105091500123_K7Q2ZD`: the time to the millisecond, and six characters. Later ones come later in order, too. */
export function newId(room: MailRoom): string {
  const nth = room.store.count(messages);
  const six = Array.from({ length: 4 }, (_, i) => alphabet[Math.floor(room.chance(`mesh ${nth} ${i}`) * alphabet.length)]);
  const order = `${alphabet[Math.floor(nth / 32) % 32]}${alphabet[nth % 32]}`;
  return `${stamp(room.clock.now(), 17)}_${order}${six.join('')}`;
}
