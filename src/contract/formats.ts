/** The values of `format` that are enforced: those that JSON Schema and OpenAPI register. Any other is a remark, not a rule. */
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { compilePattern } from './pattern.ts';

export interface Format {
  readonly of: 'string' | 'number';
  fits(value: string | number): boolean;
  /** What a right value looks like. */
  readonly wanted: string;
}

/** Longer texts are no date, address or link; refusing them early keeps every format's cost bounded. */
const LONGEST = 10_000;

const WANTED = {
  date: 'a date such as 2026-01-31',
  time: 'a time with its offset such as 09:30:00Z',
  'date-time': 'a date and time with its offset such as 2026-01-31T09:30:00Z',
  duration: 'an ISO 8601 duration such as P3D',
  uri: 'an absolute URI such as https://example.org/a',
  'uri-reference': 'a URI or a relative reference',
  'uri-template': 'a URI template such as /a/{b}',
  email: 'an email address',
  hostname: 'a host name',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  uuid: 'a UUID such as 0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  'json-pointer': 'a JSON pointer such as /a/0',
  'relative-json-pointer': 'a relative JSON pointer such as 1/a',
  byte: 'base64 text',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number',
} as const;

function formatOf(name: keyof typeof WANTED): Format {
  const definition: unknown = fullFormats[name];
  const wanted = WANTED[name];
  if (definition instanceof RegExp) return { of: 'string', wanted, fits: (value) => short(value, name) && definition.test(String(value)) };
  const validate =
    typeof definition === 'function' ? definition : (definition as { validate: (value: string | number) => boolean }).validate;
  const numeric = name === 'int32' || name === 'int64';
  return {
    of: numeric ? 'number' : 'string',
    wanted,
    fits: numeric ? (value) => validate(value) === true : (value) => short(value, name) && validate(value) === true,
  };
}

function short(value: string | number, name: string): boolean {
  return name === 'byte' || String(value).length <= LONGEST;
}

export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ...Object.keys(WANTED).map((name): [string, Format] => [name, formatOf(name as keyof typeof WANTED)]),
  ['regex', { of: 'string', wanted: 'a regular expression', fits: (value) => typeof compilePattern(String(value)) === 'function' }],
]);
