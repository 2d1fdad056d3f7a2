/** What of a request may be kept or quoted: never a credential, nor a number that could be a real patient's. */
import { mayHoldLiveNumber, redactLiveNumbers } from '../../fhir/live-numbers.ts';
import { looksSecret, namesSecret, withoutSecrets } from '../../workspace/journal/secrets.ts';
import { hasEscapes, unescaped } from '../../fhir/escapes.ts';

/** Stands in the place of a credential. */
const WITHHELD = 'withheld';

const undeclared: ReadonlySet<string> = new Set();

/** A path and query as they may be kept and shown. Declared parameters of ordinary names show what does not look like a secret. */
export function withheldUrl(pathname: string, search: string, declared: ReadonlySet<string> = undeclared): string {
  return withheldPath(pathname) + (search === '' ? '' : withheldQuery(search, declared));
}

/** Words, versions, UUIDs and numbers that begin with 9: what most paths are made of, and nothing to look into. */
const everyday = /^(?:\/(?:(?:[A-Za-z]{1,15}|[a-z-]{1,60})\d{0,3}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|9\d{9})?)+$/;

function withheldPath(pathname: string): string {
  if (everyday.test(pathname)) return pathname;
  const segments = pathname.split('/').map((segment) => {
    // Matrix parameters (RFC 3986 §3.3).
    const [word = '', ...parameters] = segment.split(/;|%3B/i);
    return [shown(word), ...parameters.map((pair) => withheldPair(pair.replace(/%3D/i, '='), undeclared))].join(';');
  });
  return redacted(segments.join('/'));
}

function withheldQuery(search: string, declared: ReadonlySet<string>): string {
  const pairs = search.slice(1).split(/(?=[&;])/);
  const isOauth = pairs.some((pair) => /^[&;]?(?:state|redirect_uri|client_id|grant_type|response_type|code_verifier)=/i.test(pair));
  const known = isOauth ? undeclared : declared;
  return `?${redacted(
    pairs.map((pair) => (/^[&;]/.test(pair) ? pair.charAt(0) + withheldPair(pair.slice(1), known) : withheldPair(pair, known))).join(''),
  )}`;
}

/** One parameter as it was sent, its value withheld where name or looks say that it is a credential. */
function withheldPair(pair: string, declared: ReadonlySet<string>): string {
  const equals = pair.indexOf('=');
  if (equals < 0) return shown(pair);
  const name = pair.slice(0, equals);
  const value = pair.slice(equals + 1);
  return value === '' ? pair : `${shown(name)}=${withheldValue(plain(name), plain(value), declared.has(plain(name))) ?? shown(value)}`;
}

/** `withheld` where a parameter or header of this name, with this value, carries a credential; undefined where it may be shown. */
export function withheldValue(name: string, value: string, isDeclared: boolean): string | undefined {
  const secrecy = namesSecret(name);
  if (secrecy === 'always') return WITHHELD;
  if (secrecy === 'unless declared' && !isDeclared) return WITHHELD;
  return looksSecret(value, { isDeclared, isSuspect: secrecy !== undefined }) ? WITHHELD : undefined;
}

/** A text with what is secret in it withheld: tokens by their shape, values of secret names, numbers of patients. */
export function withheldText(text: string): string {
  return redactLiveNumbers(withoutSecrets(text));
}

/** True where nothing in a text is to be withheld, decoded or not. */
export function mayBeShown(text: string): boolean {
  const readable = hasEscapes(text) ? unescaped(text) : text;
  return withheldText(readable) === readable;
}

/** A value as a dialect may quote it: nothing where it could be a live number, or a secret. */
export function quotable(text: string): string | undefined {
  return mayBeShown(text) ? text.slice(0, 100) : undefined;
}

const plain = (text: string): string => {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return hasEscapes(spaced) ? unescaped(spaced) : spaced;
};

/** As it was sent, unless something in it is secret. */
function shown(text: string): string {
  const readable = plain(text);
  const withheld = withoutSecrets(readable);
  return withheld === readable ? text : encodeURIComponent(withheld);
}

/** Decoded where a number hides in it, since it would hide from those who look for it too. */
function redacted(url: string): string {
  const readable = plain(url);
  return mayHoldLiveNumber(readable) ? (redactLiveNumbers(readable) === readable ? url : redactLiveNumbers(readable)) : url;
}
