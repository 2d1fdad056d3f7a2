/** Workspace ids and keys: recognised without a look-up, forged by nobody. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLiveNumbers } from '../../src/fhir/live-numbers.ts';
import { isOurEvent, isOurs, mintEventId, mintWorkspaceId } from '../../src/workspaces/keys/ids.ts';
import { isOperatorKey, keyFits, keysAtMost, mintKey, opens, readKey, rotated } from '../../src/workspaces/keys/keys.ts';

const secret = 'a secret';

test('ten thousand ids and keys are all different (KEY-1)', () => {
  const keys = Array.from({ length: 10_000 }, () => {
    const id = mintWorkspaceId(secret);
    return [id, mintKey(id).key];
  });
  expect(new Set(keys.flat()).size).toBe(20_000);
  // Nor would any of them be refused, as one that holds what looks like the number of a patient.
  expect(keys.flat().filter((text) => findLiveNumbers(text, { identifier: true }).length > 0)).toEqual([]);
});

test('an id is known by its seal, and by the seal of this deployment only', () => {
  const id = mintWorkspaceId(secret);
  expect(isOurs(secret, id)).toBe(true);
  expect(isOurs('another secret', id)).toBe(false);
});

test('no other id of 48 digits is known', () => {
  const digit = fc.constantFrom(...'0123456789abcdef');
  fc.assert(fc.property(fc.array(digit, { minLength: 48, maxLength: 48 }), (digits) => !isOurs(secret, digits.join(''))));
  fc.assert(fc.property(fc.string(), (text) => !isOurs(secret, text)));
});

test('a key names its workspace, and fits its own hash alone', () => {
  const id = mintWorkspaceId(secret);
  const [one, other] = [mintKey(id), mintKey(id)];
  expect(readKey(one.key)).toEqual({ kind: 'workspace', id });
  expect(keyFits(one.key, one.hash)).toBe(true);
  expect(keyFits(other.key, one.hash)).toBe(false);
  expect(one.hash).not.toContain(one.key.slice(54, 118));
});

test('every change of a single character is noticed (KEY-1)', () => {
  const { key } = mintKey(mintWorkspaceId(secret));
  for (let at = 0; at < key.length; at++) {
    for (const character of '0123456789abcdefghijklmnopqrstuvwxyz_') {
      if (character === key[at]) continue;
      expect(readKey(key.slice(0, at) + character + key.slice(at + 1))).toBeUndefined();
    }
  }
});

test('an event’s id is no workspace’s, and its code no management key', () => {
  const id = mintEventId(secret);
  expect(isOurEvent(secret, id)).toBe(true);
  expect(isOurs(secret, id)).toBe(false);
  expect(isOurEvent(secret, mintWorkspaceId(secret))).toBe(false);
  const { key } = mintKey(id, 'event');
  expect(key).toMatch(/^nhse_/);
  expect(readKey(key)).toEqual({ kind: 'event', id });
  expect(readKey(key.replace('nhse', 'nhss'))).toBeUndefined();
});

describe('a key that is replaced', () => {
  const id = mintWorkspaceId(secret);
  const [first, second, third] = [mintKey(id), mintKey(id), mintKey(id)];
  const keys = [{ hash: first.hash }];

  test('opens until its overlap is over, and not a millisecond longer (KEY-4)', () => {
    const after = rotated(keys, second.hash, { now: 1_000, overlap: 500 });
    expect(after.map(({ hash }) => hash)).toEqual([second.hash, first.hash]);
    expect(opens(first.key, after, 1_499)).toBe(true);
    expect(opens(first.key, after, 1_500)).toBe(false);
    expect(opens(second.key, after, Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  test('is closed at once where there is no overlap (KEY-4)', () => {
    const after = rotated(keys, second.hash, { now: 1_000, overlap: 0 });
    expect(after).toEqual([{ hash: second.hash }]);
    expect(opens(first.key, after, 1_000)).toBe(false);
  });

  test('never opens for longer than it was to when it is replaced again', () => {
    const once = rotated(keys, second.hash, { now: 1_000, overlap: 500 });
    const twice = rotated(once, third.hash, { now: 1_100, overlap: 10_000 });
    expect(opens(first.key, twice, 1_500)).toBe(false);
    expect(opens(second.key, twice, 11_099)).toBe(true);
  });

  test.for([keysAtMost - 1, keysAtMost, keysAtMost + 1])('is one of %i, of which the newest ten are remembered', (count) => {
    let held = keys;
    for (let i = 1; i < count; i++) held = rotated(held, mintKey(id).hash, { now: 1_000, overlap: 60_000 });
    expect(held).toHaveLength(Math.min(count, keysAtMost));
    expect(opens(first.key, held, 1_001)).toBe(count <= keysAtMost);
  });
});

test('the operator’s key is the one that was set, and none where none was (KEY-3)', () => {
  const set = 'a long secret of the operator';
  expect(isOperatorKey(set, set)).toBe(true);
  for (const sent of ['', 'a', `${set}.`, set.slice(1), set.toUpperCase()]) expect(isOperatorKey(sent, set)).toBe(false);
  expect(isOperatorKey('', '')).toBe(false);
  expect(isOperatorKey('undefined', undefined)).toBe(false);
});
