/** The values of `format` that are enforced: those that JSON Schema and OpenAPI register. Any other is a remark, not a rule. */
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { compilePattern } from './pattern.ts';

export interface Format {
  /** Which kind of value the format is about; every other kind fits. */
  readonly type: 'string' | 'number';
  validate(value: string | number): boolean;
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
  if (name === 'int32' || name === 'int64') return { type: 'number', wanted, validate: (value) => test(definition, value) };
  const longest = name === 'byte' ? Infinity : LONGEST;
  return { type: 'string', wanted, validate: (value) => String(value).length <= longest && test(definition, value) };
}

/** ajv-formats writes a format as an expression, as a function, or as an object that holds one of them. */
function test(definition: unknown, value: string | number): boolean {
  if (definition instanceof RegExp) return definition.test(String(value));
  if (typeof definition === 'function') return definition(value) === true;
  return typeof definition === 'object' && definition !== null && 'validate' in definition && test(definition.validate, value);
}

const names = Object.keys(WANTED) as (keyof typeof WANTED)[]; // Object.keys forgets what it was given

/** Without a prototype, because the names that are looked up come from contracts. Build-time validators use this table too. */
export const FORMATS: Readonly<Record<string, Format | undefined>> = Object.assign(
  Object.create(null) as Record<string, Format>,
  Object.fromEntries(names.map((name) => [name, formatOf(name)])),
  { regex: { type: 'string', wanted: 'a regular expression', validate: (value: string) => typeof compilePattern(value) === 'function' } },
);
