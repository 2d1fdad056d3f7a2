/** Which published example answers. */
import { expect, test } from 'vitest';
import { chooseExample, type ChosenExample, type ExampleQuery } from '../../../src/answer/body/choose-example.ts';
import { type Bound, UNBOUND } from '../../../src/meaning/bound.ts';
import type { Json } from '../../../src/contract/contract.ts';
import { smallContract } from '../generated/small-contract.ts';

const schema = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, size: { type: 'integer' } } };

function choose(
  examples: Record<string, Json>,
  query: Partial<Pick<ExampleQuery, 'bound' | 'mode' | 'prefer'>> = {},
): ChosenExample | undefined {
  const { contract, media } = smallContract(schema, {
    examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
  });
  return chooseExample({ contract, mediaType: media, bound: UNBOUND, mode: 'published', ...query });
}

const item = (value: string): Bound => ({ byName: { id: value }, byRole: {}, item: { name: 'id', value } });

test('the example asked for by name is sent', () => {
  expect(choose({ a: { id: '1' }, b: { id: '2' } }, { prefer: { example: 'b' } })?.name).toBe('b');
  expect(choose({ a: { id: '1' }, b: { id: '2' } }, { prefer: { example: 'none such' } })?.name).toBe('a');
});

test('the example that shows this request’s id is sent', () => {
  expect(choose({ a: { id: '1' }, b: { id: '2' } }, { bound: item('2') })).toMatchObject({ name: 'b', shows: true });
  expect(choose({ a: { id: '1' }, b: { id: '1', link: 'https://example.org/things/77?x' } }, { bound: item('77') })?.name).toBe('b');
  const bound: Bound = { byName: {}, byRole: { 'patient.nhsNumber': '9000000009' } };
  expect(choose({ a: { id: '1' }, b: { id: '2', subject: { value: '9000000009' } } }, { bound })?.name).toBe('b');
});

test('an id inside contained or meta does not count', () => {
  expect(choose({ a: { id: '1', meta: { was: '2' }, contained: [{ id: '2' }] }, b: { id: '2' } }, { bound: item('2') })?.name).toBe('b');
});

test('P-31: an example that fits its schema goes before one that does not', () => {
  expect(choose({ bad: { size: 'big' }, good: { id: '1' } })).toMatchObject({ name: 'good', fits: true });
  expect(choose({ bad: { id: '7', size: 'big' }, good: { id: '7' } }, { bound: item('7') })?.name).toBe('good');
});

test('P-31: where none fits the first is sent as published and flagged, unless only valid ones will do', () => {
  const misfits = { first: { size: 'big' }, second: { size: 'small' } };
  expect(choose(misfits)).toMatchObject({ name: 'first', fits: false });
  expect(choose(misfits, { mode: 'valid' })).toBeUndefined();
});

test('there is nothing to choose where nothing is published', () => {
  expect(choose({})).toBeUndefined();
});
