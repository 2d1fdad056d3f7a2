/** Whatever is wrong inside a document, loading and checking end in quirks and faults, never in a crash. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Contract, Json } from '../../src/contract/contract.ts';
import { ContractError } from '../../src/contract/contract-error.ts';
import { exampleQuirks } from '../../src/contract/reading/example-quirks.ts';
import { escapeToken, isArray, isObject } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import { planReader } from '../../src/contract/parameters/plan-reader.ts';
import { parseQuery } from '../../src/contract/parameters/query.ts';
import { libraryFolder } from './generated-library.ts';
import { runs } from '../runs.ts';

const library = parse(readFileSync(join(libraryFolder, 'library.yaml'), 'utf8')) as Json;
const pointers = [...pointersOf(library, '')];

function* pointersOf(value: Json, pointer: string): Generator<string> {
  if (pointer.split('/').length > 2) yield pointer;
  if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) yield* pointersOf(member, `${pointer}/${escapeToken(name)}`);
}

function damaged(value: Json, [token, ...rest]: readonly string[], by: Json): Json {
  if (token === undefined) return by;
  if (isArray(value)) return value.map((item, index) => (String(index) === token ? damaged(item, rest, by) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, escapeToken(name) === token ? damaged(member, rest, by) : member]),
  );
}

const junk = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    '',
    'x',
    '(',
    [],
    [null],
    {},
    [{}],
    { $ref: '#' },
    { $ref: '#/' },
    { $ref: '#/components' },
    { $ref: 5 },
  ),
  fc.constantFrom<Json>(
    { $ref: '#/components/schemas/Book' },
    { allOf: [null] },
    { properties: { a: 1 } },
    { type: [null] },
    { enum: 1 },
    { items: [1] },
    { nullable: true },
  ),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
);

function use(contract: Contract): void {
  exampleQuirks(contract);
  for (const operation of contract.operations) {
    const { parameters, body, responses } = operation;
    for (const parameter of parameters) {
      planReader(
        contract,
        operation,
        parameter,
      )({ path: { name: 'a,b' }, query: parseQuery('limit=1&limit=x'), header: () => '{', cookies: {} });
    }
    for (const { schema } of [...(body?.content ?? []), ...[...responses.values()].flatMap(({ content }) => content)]) {
      for (const value of [{}, { title: 5, sequel: { title: '' } }, [], null, 'x']) if (schema) contract.check(schema, value);
    }
  }
}

/** A member called `__proto__` is no damage but an attack, and refused as such. */
function loadOrRefuse(text: string): Contract | undefined {
  try {
    return loadContract({ name: 'x', text });
  } catch (error) {
    if (error instanceof ContractError && error.kind === 'unsafe') return undefined;
    throw error;
  }
}

test.each(['3.0.3', '3.1.0'])('any damage to an OpenAPI %s document below its top level is survived', (openapi) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...pointers), junk), { minLength: 1, maxLength: 4 }), (damages) => {
      const broken = damages.reduce(
        (document, [pointer, by]) => damaged(document, pointer.split('/').slice(1), by),
        damaged(library, ['openapi'], openapi),
      );
      const contract = loadOrRefuse(JSON.stringify(broken));
      if (contract) expect(() => use(contract)).not.toThrow();
    }),
    { numRuns: runs(100) },
  );
});

test('a node that is read as a path and as a schema is mended as both', () => {
  const broken = [
    ['/paths/~1shelves~1{name}', { $ref: '#/components/schemas/Book' }],
    ['/components/schemas/Book/properties/note/anyOf/1/type', {}],
  ] as const;
  const document = broken.reduce<Json>((text, [pointer, by]) => damaged(text, pointer.split('/').slice(1), by), library);
  expect(() => use(loadContract({ name: 'x', text: JSON.stringify(document) }))).not.toThrow();
});
