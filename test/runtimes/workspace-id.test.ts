/** Workspace ids and keys: recognised without a look-up, forged by nobody. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOurs, keyFits, mintWorkspaceId, mintKey, workspaceOfKey } from '../../src/workspaces/workspace-id.ts';

const secret = 'a secret';

test('ten thousand ids and keys are all different (KEY-1)', () => {
  const keys = Array.from({ length: 10_000 }, () => {
    const id = mintWorkspaceId(secret);
    return [id, mintKey(id).key];
  });
  expect(new Set(keys.flat()).size).toBe(20_000);
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
  expect(workspaceOfKey(one.key)).toBe(id);
  expect(keyFits(one.key, one.hash)).toBe(true);
  expect(keyFits(other.key, one.hash)).toBe(false);
  expect(one.hash).not.toContain(one.key.slice(54, 118));
});

test('every change of a single character is noticed (KEY-1)', () => {
  const { key } = mintKey(mintWorkspaceId(secret));
  for (let at = 0; at < key.length; at++) {
    for (const character of '0123456789abcdefghijklmnopqrstuvwxyz_') {
      if (character === key[at]) continue;
      expect(workspaceOfKey(key.slice(0, at) + character + key.slice(at + 1))).toBeUndefined();
    }
  }
});
