/** A template with its fields filled in, and which of them nobody gave. */
import type { Recipient } from '../recipient/recipient.ts';
import type { ChannelType, Template } from './plan.ts';

export interface Filled {
  readonly subject?: string;
  readonly body: string;
  readonly missing: readonly string[];
}

/** Characters that a channel takes, as published. */
const longest: Readonly<Record<ChannelType, number>> = { email: 100_000, letter: 15_000, nhsapp: 5_000, sms: 918 };

/** Why a text is not sent, if it is not. */
export function unfitness(channel: ChannelType, { body, missing }: Filled): string | undefined {
  if (missing.length > 0) return `The template has fields that were not given: ${missing.join(', ')}`;
  return body.length > longest[channel] ? 'The message is longer than the channel takes' : undefined;
}

/** What the record gives comes first; a list is written with commas. */
export function fill(
  { subject, body }: Template,
  personalisation: Readonly<Record<string, unknown>>,
  { names, nhsNumber }: Recipient,
  date: string,
): Filled {
  const [first = '', ...others] = names;
  const known: Readonly<Record<string, string>> = {
    fullName: names.join(' '),
    firstName: first,
    lastName: others.at(-1) ?? '',
    nhsNumber: nhsNumber ?? '',
    date,
  };
  const missing = new Set<string>();
  const filled = (text: string): string =>
    text.replaceAll(/\(\(([^()]+)\)\)/g, (_, field: string) => {
      if (Object.hasOwn(known, field)) return known[field] ?? '';
      const value = Object.hasOwn(personalisation, field) ? personalisation[field] : undefined;
      if (value === undefined || value === null) missing.add(field);
      return Array.isArray(value) ? value.join(', ') : String(value ?? '');
    });
  const texts = { ...(subject !== undefined && { subject: filled(subject) }), body: filled(body) };
  return { ...texts, missing: [...missing] };
}
