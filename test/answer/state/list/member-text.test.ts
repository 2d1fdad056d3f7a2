/** A member is cut out of an object's text as it stands there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberText } from '../../../../src/answer/state/list/member-text.ts';

test('what is cut out is what the member holds', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), fc.string(), fc.jsonValue(), (others, name, value) => {
      const whole = { ...others, [name]: value };
      const text = JSON.stringify(whole);
      for (const [member, held] of Object.entries(JSON.parse(text))) expect(memberText(text, [member])).toBe(JSON.stringify(held));
      expect(memberText(text, ['no such member of all these'])).toBeUndefined();
    }),
  );
});

test('numbers keep their form, deep inside as well', () => {
  const text = '{"a":"} \\" {","data":{"list":[1,{"data":2}],"weight":1.50,"e":{}},"z":[]}';
  expect(memberText(text, ['data'])).toBe('{"list":[1,{"data":2}],"weight":1.50,"e":{}}');
  expect(memberText(text, ['data', 'weight'])).toBe('1.50');
  expect(memberText(text, ['z'])).toBe('[]');
  expect(memberText('[1]', ['a'])).toBeUndefined();
});
