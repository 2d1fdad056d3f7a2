/** Published NHS documents, as a user would bring them. They are no part of this project, so all of this skips where they are absent. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Contract, Json, JsonObject, SchemaAt, SchemaFault } from '../../src/contract/contract.ts';
import { escapeToken, isArray, isObject } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import { FORMATS } from '../../src/contract/validation/formats.ts';
import { documentWith } from './documents.ts';

const folder = resolve(import.meta.dirname, '../../../shared/specs');
const table = existsSync(folder) ? readFileSync(join(folder, 'README.md'), 'utf8') : '';
/** [file, number of operations], from the table in the folder's README. */
const published = [...table.matchAll(/^\| (\S+\.json) \|.*\| (\d+) \| \d+ \|$/gm)].map(
  ([, file = '', count]) => [file, Number(count)] as const,
);

/** ajv takes seconds to compile the largest document on a busy machine. */
const PATIENCE = 60_000;

function read(file: string): Contract {
  return loadContract({ name: file, text: readFileSync(join(folder, file), 'utf8') });
}

describe.skipIf(published.length === 0)('published documents', () => {
  test.each(published)('%s loads with its %d operations, each under a name of its own', (file, count) => {
    const { operations, quirks, slug } = read(file);
    expect(operations).toHaveLength(count);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(count);
    expect(quirks.filter(({ effect }) => effect === 'unserved')).toEqual([]);
    expect(file).toBe(`${slug}.json`);
  });

  test.each(published)(
    '%s: ajv and we agree on examples, whole and with a leaf broken, and name that leaf',
    (file) => {
      const contract = read(file);
      const ajv = ajvFor(contract);
      const wrong: string[] = [];
      for (const { schema, value } of sample(examplesOf(contract), EXAMPLES)) {
        const validate = ajv.getSchema(`https://example.org/document#${encodeURI(schema.pointer)}`);
        const check = (one: Json, where: string): readonly SchemaFault[] => {
          const faults = contract.check(schema, one);
          if ((faults.length === 0) !== validate?.(one))
            wrong.push(`${schema.pointer} ${where}: ajv does not agree with ${JSON.stringify(faults[0])}`);
          return faults;
        };
        const fits = check(value, 'whole').length === 0;
        for (const pointer of sample([...leavesOf(value, '')], LEAVES)) {
          const faults = check(replaced(value, pointer.split('/').slice(1), { unexpected: [] }), pointer);
          if (fits && faults.length > 0 && !faults.some((fault) => fault.pointer.startsWith(pointer)))
            wrong.push(`${schema.pointer} ${pointer}: named ${faults[0]?.pointer}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    PATIENCE,
  );
});

/** How many examples of a document, and leaves of an example, are tried: enough to meet every kind of schema, few enough to be quick. */
const EXAMPLES = 40;
const LEAVES = 5;

/** So many of a list, evenly spread. */
function sample<T>(list: readonly T[], size: number): T[] {
  const step = Math.max(1, list.length / size);
  return Array.from({ length: Math.min(size, list.length) }, (_, index) => list[Math.floor(index * step)]).filter(
    (one) => one !== undefined,
  );
}

/** ajv over the document that we understood: our reading of OpenAPI is not its concern, the verdicts are. */
function ajvFor({ document }: Contract): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, unicodeRegExp: false, logger: false, multipleOfPrecision: 9 });
  addFormats.default(ajv, { formats: Object.keys(FORMATS) as never });
  return ajv.addSchema(document, 'https://example.org/document');
}

function examplesOf({ operations }: Contract): { readonly schema: SchemaAt; readonly value: Json }[] {
  const places = operations.flatMap(({ body, responses }) => [
    ...(body?.content ?? []),
    ...[...responses.values()].flatMap(({ content }) => content),
  ]);
  const once = new Map(places.map((place) => [place.schema?.pointer, place]));
  return [...once.values()].flatMap(({ schema, examples }) => (schema ? examples.map(({ value }) => ({ schema, value })) : []));
}

function* leavesOf(value: Json, pointer: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    if (pointer !== '') yield pointer;
  } else for (const [name, member] of Object.entries(value)) yield* leavesOf(member, `${pointer}/${escapeToken(name)}`);
}

function replaced(value: Json, [token, ...rest]: readonly string[], by: Json): Json {
  if (token === undefined) return by;
  if (isArray(value)) return value.map((item, index) => (String(index) === token ? replaced(item, rest, by) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, escapeToken(name) === token ? replaced(member, rest, by) : member]),
  );
}

test('P-13: twice the operations take about twice the time, not more', () => {
  const paths = (count: number): JsonObject =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `/things${index}/{id}`,
        { put: { requestBody: { content: { 'application/json': { schema } } }, responses: {} } },
      ]),
    );
  const schema = { allOf: [{ $ref: '#/components/schemas/Thing' }] };
  const components = {
    schemas: {
      Thing: {
        properties: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`m${index}`, { $ref: '#/components/schemas/Thing' }])),
      },
    },
  };
  const best = (count: number): number => {
    const text = JSON.stringify(documentWith({ paths: paths(count), components }));
    const times = Array.from({ length: 5 }, () => {
      // Processor time: what else the machine does must not count.
      const start = process.cpuUsage();
      expect(loadContract({ name: 'x', text }).operations).toHaveLength(count);
      return process.cpuUsage(start).user;
    });
    return Math.min(...times);
  };
  best(100);
  // Quadratic work would take 16 times as long; the bound is wide because machines are busy.
  expect(best(400)).toBeLessThan(10 * best(100) + 20_000);
});
