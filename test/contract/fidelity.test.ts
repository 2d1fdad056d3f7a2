/** How good an API is, in a word; and among which others it is shown. */
import { expect, test } from 'vitest';
import { basisOf } from '../../src/contract/fidelity.ts';
import { GROUPS, groupOf, inGroups } from '../../src/contract/group.ts';
import { loadContract } from '../../src/contract/load.ts';

const contract = (info: string) =>
  loadContract({
    name: 'desk',
    text: `{ openapi: 3.1.0, info: { title: Desk, version: '1'${info} }, paths: { /a: { get: { operationId: a, responses: { '200': { description: Done. } } } }, /b: { get: { operationId: b, responses: { '200': { description: Done. } } } } } }`,
  });

test.each([
  [[], 'by its contract'],
  [['a'], 'some rules'],
  [['a', 'b'], 'rules'],
  [['c'], 'by its contract'],
])('an API of two operations with rules for %j is served %s', (ruled, basis) => {
  expect(basisOf(contract(''), (id) => ruled.includes(id))).toBe(basis);
});

test.each([
  ['by its contract', 'by its contract'],
  ['some rules', 'some rules'],
  ['rules', 'rules'],
  ['wonderful', 'rules'],
])('one that claims %j of its rules is served %s', (claimed, basis) => {
  expect(basisOf(contract(`, x-sandbox-basis: ${claimed}`), () => true)).toBe(basis);
});

test('no contract claims rules that it has not', () => {
  expect(basisOf(contract(', x-sandbox-basis: rules'), () => false)).toBe('by its contract');
});

test('a contract that was brought stands among your own, unless it names a group of ours', () => {
  expect(groupOf(contract(''))).toBe('Your own');
  expect(groupOf(contract(', x-sandbox-group: Pets'))).toBe('Your own');
  expect(groupOf(contract(', x-sandbox-group: Staff'))).toBe('Staff');
});

test('groups have their order and no empty one is shown, your own first', () => {
  const last = GROUPS[GROUPS.length - 1];
  const shown = inGroups(['Messages', 'Your own', last, 'Messages'] as const, (group) => group ?? 'Your own');
  expect(shown.map(({ group, members }) => [group, members.length])).toEqual([
    ['Your own', 1],
    ['Messages', 2],
    ['Staff', 1],
  ]);
});
