/** A body as it may be kept: its beginning, without numbers of real patients or credentials. */
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { AtHand, BodyAtHand, SideAtHand } from './at-hand.ts';
import { namesSecret, withoutSecrets } from './secrets.ts';

export interface BodyText {
  readonly bytes: number;
  readonly text?: string;
  readonly isCut: boolean;
}

/** Looked at beyond what is kept, so that nothing that must not be is cut in two and looks like something else. */
const margin = 600;

/** A text this long is not held on to for the sake of its beginning. */
const long = 65_536;

/** Of long texts no more than the beginning, as a text of its own. */
export function shortened({ sent, answered }: AtHand, most: number): AtHand {
  return isLong(sent) || isLong(answered) ? { sent: shortSide(sent, most), answered: shortSide(answered, most) } : { sent, answered };
}

const isLong = ({ body }: SideAtHand): boolean => (body?.text?.length ?? 0) > long;

function shortSide(side: SideAtHand, most: number): SideAtHand {
  const { body: { text, bytes } = {} } = side;
  if (text === undefined || !isLong(side)) return side;
  // A slice of a text would hold on to all of it.
  return { ...side, body: { bytes: bytes ?? bytesOf(text), text: decoder.decode(encoder.encode(text.slice(0, most + margin))) } };
}

/** `most`: bytes of the text that is kept. */
export function keptBody({ text, bytes = text === undefined ? 0 : bytesOf(text) }: BodyAtHand, most: number): BodyText {
  // Not every store takes a text with a zero in it, and no text has one.
  if (text === undefined || most === 0 || text.includes('\0')) return { bytes, isCut: false };
  const near = text.length > most + margin ? text.slice(0, most + margin) : text;
  const kept = cutToBytes(withoutSecretMembers(withoutSecrets(redactLiveNumbers(near))), most);
  return { bytes, text: kept, isCut: bytes > most };
}

/** A member of JSON whose name says that its value is secret: `"client_secret": "…"`. */
const members = /("(?:[^"\\]|\\.){2,60}")(\s*:\s*")((?:[^"\\]|\\.)+)/g;
/** The same as an element. */
const elements = /(<(?:[\w-]+:)?([\w-]{2,60})(?:\s[^<>]*)?>)([^<>]+)/g;

function withoutSecretMembers(text: string): string {
  if (!mayNameSecret.test(text)) return text;
  const named = text.replace(members, (whole, name: string, colon: string) =>
    namesSecret(name) === 'always' ? `${name}${colon}withheld` : whole,
  );
  return named.replace(elements, (whole, tag: string, name: string, inside: string) =>
    namesSecret(name) === 'always' && inside.trim() !== '' ? `${tag}withheld` : whole,
  );
}

/** What the names of secrets have in them: a look before each name is looked at. */
const mayNameSecret =
  /token|secret|passw|passphrase|passcode|pwd|credential|assertion|jwt|signature|bearer|authori|key|saml|relaystate|xamz|goog|session|phpsess|cookie|hmac|otp|pin|verifier|code|dpop|csrf|xsrf|hint/i;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** In UTF-8. */
export function bytesOf(text: string): number {
  return encoder.encode(text).byteLength;
}

/** As much of it as so many bytes hold, on whole code points. */
export function cutToBytes(text: string, most: number): string {
  if (text.length * 3 <= most) return text;
  const { read } = encoder.encodeInto(text, new Uint8Array(most));
  return read === text.length ? text : text.slice(0, read);
}
