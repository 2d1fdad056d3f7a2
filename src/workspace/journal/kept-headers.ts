/** Headers as they may be kept: a line for each, what is secret in it withheld. Most are sent again and again, so each is looked into once. */
import { cutShort } from '../../contract/limits.ts';
import { uuid } from '../../contract/uuid.ts';
import { hasEscapes, unescaped } from '../../fhir/escapes.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import { headerBounds as bounds } from './bounds.ts';
import type { SideAtHand } from './at-hand.ts';
import { looksSecret, namesSecret } from './secrets.ts';

/** Says of a credential no more than whether it is another one. */
export type Fingerprint = (text: string) => string;

/** What headers come to, as lines of `name: value`. */
export type KeepHeaders = (headers: SideAtHand['headers']) => string;

export function headerKeeper(fingerprint: Fingerprint): KeepHeaders {
  const known = new Map<string, Map<string, string>>();
  let lines = 0;

  function lineOf(name: string, value: string): string {
    let values = known.get(name);
    const line = values?.get(value);
    if (line !== undefined) return line;
    if (lines++ >= bounds.known) {
      known.clear();
      lines = 0;
      values = undefined;
    }
    if (!values) known.set(name, (values = new Map<string, string>()));
    const made = `${cutShort(redactLiveNumbers(name), bounds.name).toLowerCase()}: ${cutShort(keptValue(name, value), bounds.value)}\n`;
    values.set(value, made);
    return made;
  }

  function keptValue(name: string, value: string): string {
    const readable = hasEscapes(value) ? unescaped(value) : value;
    const isSecret = namesSecret(name) !== undefined || [value, readable].some((text) => looksSecret(text, undeclared));
    if (!isSecret) return redactLiveNumbers(readable) === readable ? value : redactLiveNumbers(readable);
    // A scheme is no secret, and a client may send a bad one.
    const [scheme = ''] = /^(?:Basic|Bearer|Digest|DPoP|NHSMESH) /i.exec(value) ?? [];
    return `${scheme}withheld:${fingerprint(value.slice(scheme.length))}`;
  }

  return (headers) => {
    let text = '';
    let room = bounds.all;
    const keep = (line: string): void => {
      if ((room -= line.length) >= 0) text += line;
    };
    // Most requests carry a new one of these.
    const add = (name: string, value: string): void => keep(uuid.test(value) ? `${name.toLowerCase()}: ${value}\n` : lineOf(name, value));
    if (isIterable(headers)) for (const [name, value] of headers) add(name, value);
    else
      for (const name in headers) {
        const value = headers[name] ?? '';
        if (counted.has(name) && fewDigits.test(value)) keep(`${name.toLowerCase()}: ${value}\n`);
        else if (!everywhere.has(name)) add(name, value);
      }
    return text;
  };
}

/** What every answer of a sandbox has, or can be told by the exchange's id. */
const everywhere: ReadonlySet<string> = new Set(['X-Sandbox-Data', 'X-Sandbox-Trace', 'X-Content-Type-Options', 'Content-Security-Policy']);

/** Answers that are counted have another of these each time, which is not worth remembering; in so few digits there is nothing to look for. */
const counted: ReadonlySet<string> = new Set(['X-RateLimit-Remaining', 'X-RateLimit-Reset']);
const fewDigits = /^\d{1,9}$/;

const undeclared = { isDeclared: false, isSuspect: false };

const isIterable = (headers: SideAtHand['headers']): headers is Exclude<typeof headers, Readonly<Record<string, string>>> =>
  Symbol.iterator in headers;

/** The lines read again. */
export function headersIn(text: string): readonly (readonly [name: string, value: string])[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    });
}
