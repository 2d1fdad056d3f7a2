/** A template never yields anything outside its request, and always yields something. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { valueAt } from '../../../src/contract/json-pointer.ts';
import { render, renderedLength, templateReader, TooLong, type TemplateSource } from '../../../src/gateway/stubs/template.ts';
import { runs } from '../../runs.ts';

/** Whatever it is asked, it says so: then everything that a template yields can be told from everything else. */
const telling = (body: Json): TemplateSource => ({
  path: (name) => `<path ${name}>`,
  query: (name) => `<query ${name}>`,
  header: (name) => `<header ${name}>`,
  body: (tokens) => valueAt(body, tokens),
  person: (word) => `<person ${word}>`,
  method: '<method>',
  address: '<address>',
  now: 0,
  count: 1,
  uuid: (number) => `<uuid ${number}>`,
});

const names = fc.oneof(
  fc.constantFrom('path.id', 'query.x', 'header.X-A', 'body', 'body./a', 'body./a/0', 'person.family', 'now', 'now+P1D', 'uuid', 'count'),
  fc.constantFrom('constructor', 'path.__proto__', 'body./__proto__/x', 'body./constructor', 'this', 'process.env', '#each a', 'a.b()', ''),
  fc.string({ maxLength: 20 }),
);
const texts = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 10 }),
      names.map((name) => `{{${name}}}`),
      fc.constantFrom('{{', '}}', '{'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const values = fc.oneof(
  texts,
  fc.array(texts, { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 5 }), texts, { maxKeys: 3 }),
  fc.jsonValue(),
);

test('every value is refused where it is written, or comes to something, the same each time', () => {
  fc.assert(
    fc.property(values, fc.jsonValue(), (written, body) => {
      const reader = templateReader();
      const template = reader.read(written as Json, ['answer']);
      for (const { pointer, message } of reader.faults) expect([pointer.startsWith('/answer'), message !== '']).toEqual([true, true]);
      const source = telling(body as Json);
      const once = render(template, source, { left: renderedLength });
      expect(render(template, source, { left: renderedLength })).toEqual(once);
    }),
    { numRuns: runs(500) },
  );
});

test('what a text comes to is made of its own letters and of what the request has', () => {
  fc.assert(
    fc.property(texts, fc.jsonValue(), (written, body) => {
      const reader = templateReader();
      const template = reader.read(written, []);
      if (reader.faults.length > 0) return;
      const parts = written.split(/(\{\{[^]*?\}\})/);
      let place = 0;
      const source = telling(body as Json);
      const expected = parts.map((part) => {
        if (!part.startsWith('{{') || !part.endsWith('}}')) return part;
        const name = part.slice(2, -2).trim();
        const [, kind = '', rest = ''] = /^([a-z]+)\.([^]+)$/.exec(name) ?? [];
        const here = place++;
        if (kind === 'path' || kind === 'query' || kind === 'header' || kind === 'person') return `<${kind} ${rest}>`;
        if (kind === 'body' || name === 'body')
          return said(valueAt(body as Json, rest === '' ? [] : rest.slice(1).split('/').map(unescaped)));
        if (name === 'uuid') return source.uuid(here);
        if (name === 'count') return '1';
        if (/^(now|today)/.test(name)) return instantLike;
        return `<${name}>`;
      });
      const result = said(render(template, source, { left: renderedLength }));
      expect(result.replaceAll(instants, instantLike)).toBe(expected.join('').replaceAll(instants, instantLike));
    }),
    { numRuns: runs(500) },
  );
});

const instants = /\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g;
const instantLike = '@';
const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');
const said = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

test('no answer grows beyond what is allowed', () => {
  const template = templateReader().read(['{{body}}', '{{body}}'], []);
  expect(() => render(template, telling('x'.repeat(60)), { left: 100 })).toThrow(TooLong);
});
