/** A patch of many operations: the same as one after the other, nothing shared, and no larger than a resource may be. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { applyPatch, type PatchOperation } from '../../src/fhir/json-patch.ts';

const place = fc
  .array(fc.constantFrom('a', 'b', '0', '1', '-'), { maxLength: 3 })
  .map((tokens) => tokens.map((token) => `/${token}`).join(''));
const value: fc.Arbitrary<Json> = fc.constantFrom<Json>(1, 'x', null, {}, [], { a: { b: [1, { a: 2 }] } }, [[0], { b: 1 }]);
const operation: fc.Arbitrary<PatchOperation> = fc.oneof(
  fc.record({ op: fc.constantFrom('add' as const, 'replace' as const), path: place, value }),
  fc.record({ op: fc.constant('remove' as const), path: place }),
  fc.record({ op: fc.constantFrom('copy' as const, 'move' as const), path: place, from: place }),
);

test('many operations at once do what they do one by one, and change neither document nor patch', () => {
  fc.assert(
    fc.property(value, fc.array(operation, { maxLength: 12 }), (document, operations) => {
      const before = JSON.stringify([document, operations]);
      const applicable: PatchOperation[] = [];
      let stepwise: Json = document;
      for (const one of operations) {
        const result = applyPatch(stepwise, [one]);
        if (!result.ok) continue;
        // What one step shares with another must not matter, so each begins from a document of its own.
        stepwise = JSON.parse(JSON.stringify(result.document));
        applicable.push(one);
      }
      expect(applyPatch(document, applicable)).toEqual({ ok: true, document: stepwise });
      expect(JSON.stringify([document, operations])).toBe(before);
    }),
    { numRuns: 2_000, seed: 7 },
  );
});

test('a copy and what it was copied from go their own ways', () => {
  const result = applyPatch({ a: { list: [1] } }, [
    { op: 'copy', from: '/a', path: '/b' },
    { op: 'add', path: '/b/list/-', value: 2 },
    { op: 'add', path: '/a/list/-', value: 3 },
  ]);
  expect(result).toEqual({ ok: true, document: { a: { list: [1, 3] }, b: { list: [1, 2] } } });
});

test('a document that copies double is refused before it is too large to write', () => {
  const doubling = Array.from({ length: 60 }, (_, i): PatchOperation => ({ op: 'copy', from: '', path: `/m${i}` }));
  expect(applyPatch({ a: 'seed' }, doubling)).toMatchObject({ ok: false, reason: 'too-large', pointer: expect.stringMatching(/^\/\d+$/) });
});

test('ten thousand members are added to one object', () => {
  const operations = Array.from({ length: 10_000 }, (_, i): PatchOperation => ({ op: 'add', path: `/m${i}`, value: i }));
  const result = applyPatch({}, operations);
  expect(result.ok && Object.keys(result.document ?? {})).toHaveLength(10_000);
});

/** Levels of nesting of a document. */
const depthOf = (document: Json): number =>
  typeof document === 'object' && document !== null ? 1 + Math.max(0, ...Object.values(document).map(depthOf)) : 0;

const nested = (levels: number): Json => Array.from({ length: levels }).reduce<Json>((inside) => ({ a: inside }), 1);

const deepening: Readonly<Record<string, (round: number) => readonly PatchOperation[]>> = {
  'copies into itself': () => [
    { op: 'copy', from: '/a', path: '/b' },
    { op: 'move', from: '/b', path: `/a${'/a'.repeat(3)}/b` },
  ],
  'the whole moved below a new member': () => [
    { op: 'copy', from: '/a', path: '/b' },
    { op: 'add', path: '/a', value: {} },
    { op: 'move', from: '/b', path: '/a/b' },
    { op: 'copy', from: '/a/b', path: '/a/a' },
    { op: 'remove', path: '/a/b' },
  ],
  'moves below others': (round) => [
    { op: 'copy', from: '/a', path: `/m${round}` },
    { op: 'move', from: '/a', path: `/m${round}/a/a/z` },
    { op: 'move', from: `/m${round}`, path: '/a' },
  ],
  'additions below additions': (round) => [{ op: 'add', path: `/a${'/a'.repeat(round + 3)}`, value: { a: nested(5) } }],
};

test.each(Object.entries(deepening))('no document becomes deeper than a body may be by %s', (_, operationsOf) => {
  let document = nested(10);
  let refused;
  for (let round = 0; round < 100 && !refused; round++) {
    const result = applyPatch(document, operationsOf(round));
    if (result.ok) document = result.document;
    else refused = result;
    expect(depthOf(document)).toBeLessThanOrEqual(64);
  }
  expect(refused).toMatchObject({ reason: 'too-deep', message: 'the document would be nested more than 64 levels deep' });
});

test('a value may lie exactly as deep as a body may', () => {
  expect(applyPatch({}, [{ op: 'add', path: '/a', value: nested(63) }])).toMatchObject({ ok: true });
  expect(applyPatch({}, [{ op: 'add', path: '/a', value: nested(64) }])).toMatchObject({ ok: false, reason: 'too-deep' });
  const document = nested(64);
  expect(applyPatch(document, [{ op: 'replace', path: `${'/a'.repeat(64)}`, value: 2 }])).toMatchObject({ ok: true });
});

test('a document that is too deep already can be mended', () => {
  expect(applyPatch(nested(1_000), [{ op: 'remove', path: '/a/a' }])).toEqual({ ok: true, document: { a: {} } });
});

test('something large that is moved to and fro is refused before it has cost much', () => {
  const large = { a: Array.from({ length: 1_000 }, () => Array<number>(100).fill(1)) };
  const moves = Array.from({ length: 5_000 }, (_, i): PatchOperation => ({
    op: 'move',
    from: i % 2 ? '/b' : '/a',
    path: i % 2 ? '/a' : '/b',
  }));
  expect(applyPatch(large, moves)).toMatchObject({ ok: false, reason: 'too-large' });
});
