/** What lies in the mailboxes: messages that clients send, and those that are there from the start. */
import type { AnyCall } from '../../src/mock/any-call.ts';

/** What of a call concerns messages: the paths of two operations hold a number. */
export type MailCall = Pick<AnyCall, 'header' | 'store' | 'clock' | 'chance'>;

export interface Message {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly workflow: string;
  /** As it was sent, by header in lower case. */
  readonly said: Readonly<Record<string, string>>;
  readonly type: string;
  readonly encoding: string;
  /** Base64, by number from 1; `null` where a chunk has not come. */
  readonly chunks: readonly (string | null)[];
  readonly bytes: number;
  readonly status: 'uploading' | 'accepted' | 'acknowledged' | 'undeliverable';
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly sent: number;
  readonly changed: number;
}

const collection = 'mesh messages';
const beginning = Date.UTC(2026, 0, 5, 9, 15);

const csv = (text: string): string => btoa(text);

/** Ids that the contract, the published one and the official sandbox show. They take chunks and acknowledgements for ever, and forget them. */
const canned: readonly Message[] = [
  there('SIMPLE_MESSAGE', 'X26ABC2', 'X26ABC1', 'TEST_WORKFLOW_ACK', [csv('Received with thanks.')]),
  { ...there('UNDELIVERED_MESSAGE', 'X26ABC2', 'X26ABC1', 'TEST_WORKFLOW_ACK', [csv('Too late.')]), status: 'undeliverable' },
  // Two members of gzip, which make one text.
  {
    ...there('CHUNKED_MESSAGE_GZ', 'X26ABC1', 'X26ABC2', 'TEST_WORKFLOW', [
      'H4sIAAAAAAACA3PLLCouUUjOKM3L5gIAD9xxDAwAAAA=',
      'H4sIAAAAAAACA/NJLC5RSM4ozcvmAgDioC/4CwAAAA==',
    ]),
    encoding: 'gzip',
  },
  there('20260105091500123_K7Q2ZD', 'X26ABC1', 'X26ABC1', 'TEST_WORKFLOW2', [csv('9000000009\n'), csv('9990000018\n')], 'y12345-list-0001'),
  there(
    '20210311101813838554_1B8F53',
    'MAILBOX01',
    'MAILBOX01',
    'TEST_WORKFLOW2',
    [csv('One.'), csv('Two.'), csv('Three.')],
    'api-docs-bob-sends-alice-a-chunked-file',
  ),
];

function there(id: string, from: string, to: string, workflow: string, chunks: readonly string[], localId = ''): Message {
  return {
    id,
    from,
    to,
    workflow,
    said: localId === '' ? {} : { 'mex-localid': localId },
    type: 'text/csv',
    encoding: '',
    chunks,
    bytes: chunks.reduce((sum, chunk) => sum + atob(chunk).length, 0),
    status: 'accepted',
    sent: beginning,
    changed: beginning,
  };
}

export const isCanned = ({ id }: Message): boolean => canned.some((one) => one.id === id);

export function messageOf({ store }: MailCall, id: string): Message | undefined {
  const kept = store.get(collection, id);
  return kept === undefined ? canned.find((one) => one.id === id) : (JSON.parse(kept) as Message); // as `keep` wrote it
}

export function keep({ store }: MailCall, message: Message): void {
  store.put(collection, message.id, JSON.stringify(message));
}

/** By id, which is by time. */
function allOf({ store }: MailCall): readonly Message[] {
  return [...canned, ...store.list(collection).map(([, text]) => JSON.parse(text) as Message)]; // as `keep` wrote them
}

export const waitingFor = (call: MailCall, mailbox: string): readonly Message[] =>
  allOf(call).filter(({ to, status }) => to === mailbox && status === 'accepted');

export const sentAs = (call: MailCall, mailbox: string, localId: string): readonly Message[] =>
  allOf(call).filter(({ from, said }) => from === mailbox && said['mex-localid'] === localId);

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `20260105091500123_K7Q2ZD`: the time to the millisecond, and six characters. Later ones come later in order, too. */
export function newId(call: MailCall): string {
  const nth = call.store.count(collection);
  const six = Array.from({ length: 4 }, (_, i) => alphabet[Math.floor(call.chance(`mesh ${nth} ${i}`) * alphabet.length)]);
  const order = `${alphabet[Math.floor(nth / 32) % 32]}${alphabet[nth % 32]}`;
  return `${stamp(call.clock.now(), 17)}_${order}${six.join('')}`;
}

/** `20260105091500`, as far as it is asked for. */
export const stamp = (at: number, digits = 14): string => new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, digits);
