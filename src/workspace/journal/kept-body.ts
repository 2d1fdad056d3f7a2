/** A body as it may be kept: its beginning, without numbers of real patients or credentials. */
import { bytesOf } from '../../contract/bytes-of.ts';
import { hasEscapes, unescaped } from '../../fhir/escapes.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { AtHand, BodyAtHand, SideAtHand } from './at-hand.ts';
import { bodyBounds } from './bounds.ts';
import type { Measure } from './measure.ts';
import { namesSecret, withoutSecrets } from './secrets.ts';

export interface BodyText {
  readonly bytes: number;
  readonly text?: string;
  readonly isCut: boolean;
  /** Something was taken out of it, or nobody knows what is in it. */
  readonly isLess: boolean;
}

/** Of long texts no more than the beginning, as a text of its own. */
export function shortened({ sent, answered, came }: AtHand, most: number): AtHand {
  const isLong = (side: SideAtHand): boolean => (side.body?.text?.length ?? 0) > bodyBounds.long;
  const short = (side: SideAtHand): SideAtHand => {
    const { body: { text, bytes } = {} } = side;
    if (text === undefined || !isLong(side)) return side;
    // A slice of a text would hold on to all of it.
    return {
      ...side,
      body: { bytes: bytes ?? bytesOf(text), text: decoder.decode(encoder.encode(text.slice(0, most + bodyBounds.margin))) },
    };
  };
  return { sent: short(sent), answered: short(answered), came };
}

/** Puts bodies in the form in which they are kept: `most` bytes, which nobody has looked through where `isToBeShown` says that it is done later. */
export type KeepBody = (body: BodyAtHand, most: number, isToBeShown: boolean) => BodyText;

export function bodyKeeper({ bytesOf, cut }: Measure): KeepBody {
  const isSecret = remembered((name) => namesSecret(name) === 'always');
  return ({ text, bytes = text === undefined ? 0 : bytesOf(text) }, most, isToBeShown) => {
    // Not every store takes a text with a zero in it, and no text has one.
    if (text === undefined || most === 0 || text.includes('\0')) return { bytes, isCut: false, isLess: true };
    const near = text.length > most + bodyBounds.margin ? text.slice(0, most + bodyBounds.margin) : text;
    const shown = isToBeShown ? near : shownText(near, isSecret);
    return shown === undefined
      ? { bytes, isCut: false, isLess: true }
      : { bytes, text: cut(shown, most), isCut: bytes > most, isLess: shown !== near };
  };
}

/** Most names are sent again and again. */
function remembered(judge: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= bodyBounds.known) known.clear();
    const judged = judge(name);
    known.set(name, judged);
    return judged;
  };
}

/** Whether the answer to something that was done may be more than what was sent: a token, for one. */
export const mayTellSecrets = ({ text = '' }: BodyAtHand): boolean =>
  tellsSecret.test(text.length > bodyBounds.long ? text.slice(0, bodyBounds.long) : text);

const tellsSecret = /token|secret|passw|passphrase|passcode|credential|assertion|signature|bearer|api[-_]?key|cookie|session/i;

/** A text without credentials and numbers of patients; undefined where a number hides in escapes. */
export function shownText(text: string, isSecret = (name: string): boolean => namesSecret(name) === 'always'): string | undefined {
  const numberless = redactLiveNumbers(text);
  if (hasEscapes(numberless)) {
    const readable = unescaped(numberless);
    if (redactLiveNumbers(readable) !== readable) return undefined;
  }
  const shapeless = withoutSecrets(numberless);
  return mayNameSecret.test(shapeless) ? withoutSecretMembers(shapeless, isSecret) : shapeless;
}

/** What the names of secrets have in them: a look before each name is looked at. */
const mayNameSecret =
  /token|secret|passw|passphrase|passcode|pwd|credential|assertion|jwt|signature|bearer|authori|key|saml|relaystate|x-?amz|x-?goog|session|phpsess|cookie|hmac|otp|pin|verifier|usercode|devicecode|user_code|device_code|dpop|csrf|xsrf|hint/i;

/** A member of JSON whose name says that its value, a text or a number, is secret: `"client_secret": "…"`. */
const members = /("(?:[^"\\]|\\.){2,60}"\s*:\s*)(?:"(?:[^"\\]|\\.)+"?|[\d.eE+-]+)/g;
/** The same as an element. */
const elements = /(<(?:[\w-]+:)?([\w-]{2,60})(?:\s[^<>]*)?>)([^<>]+)/g;

function withoutSecretMembers(text: string, isSecret: (name: string) => boolean): string {
  const named = text.replace(members, (whole, before: string) => (isSecret(before) ? `${before}"withheld"` : whole));
  return named.includes('</')
    ? named.replace(elements, (whole, tag: string, name: string, inside: string) =>
        isSecret(name) && inside.trim() !== '' ? `${tag}withheld` : whole,
      )
    : named;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
