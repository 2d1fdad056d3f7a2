/** JSON Patch and merge patch against the RFCs' own cases, and their laws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/contract/contract.ts';
import { equal } from '../../src/contract/equal.ts';
import { applyPatch, mergePatch, parsePatch, type PatchOperation } from '../../src/fhir/json-patch.ts';
import { parsePointer, pointerOf } from '../../src/contract/json-pointer.ts';

const cases: readonly {
  name: string;
  given: Json;
  patch: readonly PatchOperation[];
  want: Json;
}[] = [
  {
    name: 'adds a member',
    given: { foo: 'bar' },
    patch: [{ op: 'add', path: '/baz', value: 'qux' }],
    want: { foo: 'bar', baz: 'qux' },
  },
  {
    name: 'adds inside a list',
    given: { foo: ['a', 'c'] },
    patch: [{ op: 'add', path: '/foo/1', value: 'b' }],
    want: { foo: ['a', 'b', 'c'] },
  },
  {
    name: 'adds at the end of a list',
    given: ['a'],
    patch: [{ op: 'add', path: '/-', value: 'b' }],
    want: ['a', 'b'],
  },
  {
    name: 'removes a member',
    given: { a: 1, b: 2 },
    patch: [{ op: 'remove', path: '/b' }],
    want: { a: 1 },
  },
  {
    name: 'removes from a list',
    given: ['a', 'b', 'c'],
    patch: [{ op: 'remove', path: '/1' }],
    want: ['a', 'c'],
  },
  {
    name: 'replaces a value',
    given: { a: { b: 1 } },
    patch: [{ op: 'replace', path: '/a/b', value: null }],
    want: { a: { b: null } },
  },
  {
    name: 'moves within a list',
    given: ['a', 'b', 'c'],
    patch: [{ op: 'move', from: '/0', path: '/2' }],
    want: ['b', 'c', 'a'],
  },
  {
    name: 'moves between objects',
    given: { a: { x: 1 }, b: {} },
    patch: [{ op: 'move', from: '/a/x', path: '/b/y' }],
    want: { a: {}, b: { y: 1 } },
  },
  {
    name: 'copies',
    given: { a: [1] },
    patch: [{ op: 'copy', from: '/a', path: '/b' }],
    want: { a: [1], b: [1] },
  },
  {
    name: 'reads escaped tokens',
    given: { 'a/b': 1, 'm~n': 2 },
    patch: [
      { op: 'remove', path: '/a~1b' },
      { op: 'test', path: '/m~0n', value: 2 },
    ],
    want: { 'm~n': 2 },
  },
  {
    name: 'replaces the whole document',
    given: { a: 1 },
    patch: [{ op: 'replace', path: '', value: [1] }],
    want: [1],
  },
  {
    name: 'tests objects in any order of members',
    given: { a: { x: 1, y: [2] } },
    patch: [{ op: 'test', path: '/a', value: { y: [2], x: 1 } }],
    want: { a: { x: 1, y: [2] } },
  },
];

describe('applyPatch', () => {
  test.for(cases)('$name', ({ given, patch, want }) => {
    expect(applyPatch(given, patch)).toEqual({ ok: true, document: want });
  });

  test.for([
    {
      patch: { op: 'replace', path: '/name/0/line', value: 1 },
      reason: 'not-found',
      at: { reached: '/name/0', token: 'line' },
    },
    {
      patch: { op: 'replace', path: '/name/3/given', value: 1 },
      reason: 'out-of-bounds',
      at: { reached: '/name', token: '3' },
    },
    {
      patch: { op: 'remove', path: '/name/1' },
      reason: 'out-of-bounds',
      at: { reached: '/name', token: '1' },
    },
    {
      patch: { op: 'add', path: '/name/01', value: 1 },
      reason: 'not-found',
      at: { reached: '/name', token: '01' },
    },
    {
      patch: { op: 'test', path: '/telecom/0', value: 1 },
      reason: 'not-found',
      at: { reached: '', token: 'telecom' },
    },
  ] as const)('says $reason and where for $patch.op $patch.path', ({ patch, reason, at }) => {
    const result = applyPatch({ name: [{ given: ['A'] }] }, [{ op: 'test', path: '/name/0/given/0', value: 'A' }, patch]);
    expect(result).toMatchObject({ ok: false, index: 1, reason, pointer: '/1/path', at });
  });

  test('refuses a pointer that could reach a prototype', () => {
    for (const path of ['/__proto__/polluted', '/constructor/prototype/polluted', '/a/__proto__']) {
      expect(applyPatch({ a: {} }, [{ op: 'add', path, value: true }])).toMatchObject({
        ok: false,
        reason: 'invalid-pointer',
      });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('refuses to move a value into itself', () => {
    expect(applyPatch({ a: { b: {} } }, [{ op: 'move', from: '/a', path: '/a/b/c' }])).toMatchObject({ ok: false, reason: 'into-itself' });
  });

  test('never changes the document it was given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()), fc.jsonValue(), (document, value) => {
        const given = document as Json;
        const before = JSON.stringify(given);
        applyPatch(given, [
          { op: 'add', path: '/a', value: value as Json },
          { op: 'remove', path: '/b' },
        ]);
        expect(JSON.stringify(given)).toBe(before);
      }),
    );
  });

  test('undoes an add by a remove', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const given: Json = { list: [a as Json, 'end'] };
        expect(
          applyPatch(given, [
            { op: 'add', path: '/list/1', value: b as Json },
            { op: 'remove', path: '/list/1' },
          ]),
        ).toEqual({ ok: true, document: given });
      }),
    );
  });
});

describe('parsePatch', () => {
  test.for([
    { body: { op: 'add' }, pointer: '' },
    { body: ['add'], pointer: '/0' },
    { body: [{ op: 'add', path: '/a' }], pointer: '/0/value' },
    { body: [{ op: 'remove' }], pointer: '/0/path' },
    {
      body: [
        { op: 'remove', path: '/a' },
        { op: 'move', path: '/b' },
      ],
      pointer: '/1/from',
    },
    { body: [{ op: 'append', path: '/a', value: 1 }], pointer: '/0/op' },
  ])('points at $pointer of what is no patch', ({ body, pointer }) => {
    expect(parsePatch(body)).toMatchObject({ ok: false, pointer });
  });

  test('keeps a null value apart from a missing one', () => {
    expect(parsePatch([{ op: 'add', path: '/a', value: null }])).toEqual({
      ok: true,
      patches: [{ op: 'add', path: '/a', value: null }],
    });
  });
});

describe('mergePatch', () => {
  test.for([
    { target: { a: 'b' }, patch: { a: 'c' }, want: { a: 'c' } },
    { target: { a: 'b', b: 'c' }, patch: { a: null }, want: { b: 'c' } },
    { target: { a: ['b'] }, patch: { a: 'c' }, want: { a: 'c' } },
    { target: { a: { b: 'c' } }, patch: { a: { b: 'd', c: null } }, want: { a: { b: 'd' } } },
    { target: ['a', 'b'], patch: ['c'], want: ['c'] },
    { target: { a: 'foo' }, patch: null, want: null },
    { target: { e: null }, patch: { a: 1 }, want: { e: null, a: 1 } },
    { target: {}, patch: { a: { bb: { ccc: null } } }, want: { a: { bb: {} } } },
    { target: [1, 2], patch: { a: 'b', c: null }, want: { a: 'b' } },
  ])('lays $patch over $target', ({ target, patch, want }) => {
    expect(mergePatch(target, patch)).toEqual(want);
  });

  test('sets a prototype-like key as plain data', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}') as Json);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test('pointers survive being written and read', () => {
  fc.assert(
    fc.property(fc.array(fc.string().filter((token) => !['__proto__', 'prototype', 'constructor'].includes(token))), (tokens) => {
      expect(parsePointer(pointerOf(tokens))).toEqual(tokens);
    }),
  );
});

test('equality ignores the order of members and nothing else', () => {
  expect(equal({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(equal([1, 2], [2, 1])).toBe(false);
  expect(equal({ a: null }, {})).toBe(false);
});
