/** Requests that resemble valid ones: their parts kept, left out, repeated or replaced by what nobody expects there. */
import fc, { type Arbitrary } from 'fast-check';
import type { RenderedRequest } from '../../src/answer/sample/render-request.ts';
import type { SampleRequest } from '../../src/answer/sample/sample-request.ts';
import { changedAt } from '../../src/contract/json-edit.ts';
import type { Json, Operation } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import { rendered } from '../answer/every-contract.ts';

/** Texts that have tripped parsers before. */
const awkward: readonly string[] = [
  '',
  ' ',
  '0',
  '-0',
  '1e400',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '%',
  '%00',
  '%25',
  '..',
  '../../etc',
  '/',
  '\\',
  "'",
  '"',
  '<b>',
  '${7*7}',
  '{{x}}',
  '__proto__',
  'constructor',
  'toString',
  '9'.repeat(40),
  'a'.repeat(3_000),
  '2026-02-30',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:60+14:00',
  'ge2020-01-01',
  '\u0000',
  '\u202e',
  'é',
  '💊',
  '\ud800',
  'a,b,,c',
  'a|b|',
  '|',
  ',',
  '*',
  '$',
  ':',
  '#',
  '?',
  '&',
  '=',
  '+',
  'system|code',
  'Patient/../x',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.integer().map(String) },
);
const headerText = text.map((value) => value.replace(/[^\t\x20-\x7e\xa0-\xff]/g, '?').trim());
const value: Arbitrary<Json> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 4 }).map((any): Json => JSON.parse(JSON.stringify(any))),
);

type Change = { readonly kind: 'keep' } | { readonly kind: 'omit' } | { readonly kind: 'replace'; readonly by: string };
const change: Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'keep' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'omit' as const }) },
  { weight: 2, arbitrary: text.map((by) => ({ kind: 'replace' as const, by })) },
);

function changed(parts: Readonly<Record<string, Json>>, changes: readonly Change[], mayOmit: boolean): Record<string, Json> {
  const result: Record<string, Json> = {};
  for (const [index, [name, kept]] of Object.entries(parts).entries()) {
    const how = changes[index % changes.length] ?? { kind: 'keep' };
    if (how.kind === 'keep' || (how.kind === 'omit' && !mayOmit)) result[name] = kept;
    else if (how.kind === 'replace') result[name] = mayOmit || how.by !== '' ? how.by : 'x';
  }
  return result;
}

/** Every place in a body, its root included. */
function places(body: Json, at: readonly string[] = []): readonly (readonly string[])[] {
  const inner = isArray(body)
    ? [...body.entries()].map(([index, item]) => [String(index), item] as const)
    : isObject(body)
      ? Object.entries(body)
      : [];
  return [at, ...inner.flatMap(([name, member]) => places(member, [...at, name]))];
}

function fuzzedBody(body: Json): Arbitrary<Json> {
  const where = fc.constantFrom(...places(body).slice(0, 400));
  const edits = fc.array(fc.tuple(where, fc.option(value, { nil: undefined })), { minLength: 1, maxLength: 3 });
  return edits.map((list) => list.reduce((whole: Json, [tokens, to]) => changedAt(whole, tokens, to), body));
}

function fuzzedText(sample: SampleRequest, valid: string | undefined): Arbitrary<string | Uint8Array<ArrayBuffer> | undefined> {
  const kept = fc.constant(valid);
  if (!sample.body || valid === undefined) return fc.oneof({ weight: 4, arbitrary: kept }, { weight: 1, arbitrary: fc.json() });
  const mutated = fuzzedBody(sample.body.value).map((body) => JSON.stringify(body));
  const cut = fc.nat(valid.length).map((end) => valid.slice(0, end));
  const bytes = fc.uint8Array({ maxLength: 60 }).map((raw) => Uint8Array.from(raw));
  return fc.oneof(
    { weight: 4, arbitrary: kept },
    { weight: 8, arbitrary: mutated },
    { weight: 2, arbitrary: cut },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: bytes },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

export interface FuzzedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

export function fuzzedRequest(operation: Operation, sample: SampleRequest): Arbitrary<FuzzedRequest> {
  const valid = rendered(operation, sample);
  const accept = fc.oneof({ weight: 6, arbitrary: fc.constant(valid.headers['accept'] ?? '*/*') }, { weight: 1, arbitrary: headerText });
  const contentType = fc.oneof(
    { weight: 8, arbitrary: fc.constant(valid.headers['content-type']) },
    { weight: 1, arbitrary: headerText },
    { weight: 1, arbitrary: fc.constantFrom('application/json', 'text/csv', undefined) },
  );
  const extraQuery: Arbitrary<readonly (readonly [string, string])[]> = fc.option(fc.array(fc.tuple(text, text), { maxLength: 4 }), {
    nil: [],
    freq: 1,
  });
  const changes = fc.array(change, { minLength: 3, maxLength: 7 });
  return fc
    .record({
      path: changes,
      query: changes,
      header: changes,
      extraQuery,
      accept,
      contentType,
      body: fuzzedText(sample, valid.body),
      repeat: fc.boolean(),
    })
    .map((fuzz): FuzzedRequest => {
      const parts: SampleRequest = {
        ...sample,
        path: changed(sample.path, fuzz.path, false),
        query: changed(sample.query, fuzz.query, true),
        header: changed(sample.header, fuzz.header, true),
      };
      const { method, target, headers } = renderedSafely(operation, parts);
      const pairs = fuzz.extraQuery.map(([name, sent]) => `${escaped(name)}=${escaped(sent)}`);
      const again = fuzz.repeat && target.includes('?') ? [target.slice(target.indexOf('?') + 1)] : [];
      const query = [...pairs, ...again].join('&');
      const sent = Object.fromEntries(
        Object.entries(headers).map(([name, one]) => [name, one.replace(/[^\t\x20-\x7e\xa0-\xff]/g, '?').trim()]),
      );
      const types = fuzz.contentType === undefined || valid.body === undefined ? {} : { 'content-type': fuzz.contentType };
      const { 'content-type': _, ...others } = sent;
      return {
        method,
        target: query === '' ? target : `${target}${target.includes('?') ? '&' : '?'}${query}`,
        headers: { ...others, ...types, accept: fuzz.accept },
        body: method === 'GET' || method === 'HEAD' ? undefined : fuzz.body,
      };
    });
}

/** A lone surrogate has no percent-encoding; it goes as the replacement character. */
const wellFormed = (record: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(Object.entries(record).map(([name, one]) => [name, typeof one === 'string' ? one.toWellFormed() : one]));
const escaped = (raw: string): string => encodeURIComponent(raw.toWellFormed());

function renderedSafely(operation: Operation, sample: SampleRequest): RenderedRequest {
  return rendered(operation, { ...sample, path: wellFormed(sample.path), query: wellFormed(sample.query) });
}
