/** What is said of a message in one line, and what of it somebody would have read. All of it is told from the message alone. */
import type { components } from '../../../generated/sandbox-control.types.ts';
import { partAt, textAt } from '../../apis/document/json-parts.ts';

export type SentMessage = components['schemas']['Message'];

const channels = { sms: 'Text message', email: 'Email', letter: 'Letter', nhsapp: 'App message' } as const;
type Channel = keyof typeof channels;

/** What a person reads, as APIs that write to people show it to the inbox alone. */
export interface TextToRead {
  readonly channel: Channel;
  readonly kind: string;
  readonly to: string;
  readonly subject: string | undefined;
  readonly body: string;
}

const isChannel = (text: unknown): text is Channel => typeof text === 'string' && Object.hasOwn(channels, text);

export function textToReadIn({ isShownOnly, body }: Pick<SentMessage, 'isShownOnly' | 'body'>): TextToRead | undefined {
  const [channel, text] = [partAt(body, 'channel'), textAt(body, 'body')];
  if (!isShownOnly || !isChannel(channel) || text === undefined) return undefined;
  return { channel, kind: channels[channel], to: textAt(body, 'to') ?? '', subject: textAt(body, 'subject'), body: text };
}

export interface Headline {
  /** What it is: `Text message to *** 417`. */
  readonly what: string;
  /** What stands in it, as far as a line goes. */
  readonly says: string | undefined;
}

export function headlineOf(message: SentMessage): Headline {
  const text = textToReadIn(message);
  if (text) return { what: `${text.kind} to ${text.to}`, says: shortened(text.subject ?? text.body) };
  const { type, subject, body } = message;
  const says = [statusIn(body, 5), subject === undefined ? undefined : `about ${shortId(subject)}`].filter((part) => part !== undefined);
  return { what: `${kindOf(message)} ${type}`, says: says.length === 0 ? undefined : shortened(says.join(', ')) };
}

const kinds = { event: 'Event', callback: 'Callback', webhook: 'Webhook' } as const;
export const kindOf = ({ kind }: SentMessage): string => kinds[kind];

/** The first member that says how something stands, as most messages have one: `messageStatus: delivered`. */
function statusIn(value: unknown, deep: number): string | undefined {
  if (typeof value !== 'object' || value === null || deep === 0) return undefined;
  for (const [name, member] of Object.entries(value).slice(0, 50)) {
    const found = typeof member === 'string' && /status$/i.test(name) ? `${name}: ${member}` : statusIn(member, deep - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What machines call things tells nobody anything past its beginning; an NHS number is told whole. */
const shortId = (subject: string): string => (subject.length > 12 ? `${subject.slice(0, 8)}…` : subject);

const longest = 90;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** The person whom it is about: only made-up NHS numbers are ever kept, which begin with 9. */
export const numberIn = ({ subject = '', body }: SentMessage): string | undefined =>
  /(?<!\d)9\d{9}(?!\d)/.exec(`${subject} ${JSON.stringify(body)}`)?.[0];
