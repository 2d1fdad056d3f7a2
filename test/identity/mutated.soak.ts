/** Ten thousand assertions that were right before something in them was changed: none is given a token, and none is anything but refused (JWT-1). */
import { expect, test } from 'vitest';
import { randomFrom } from '../gateway/live-numbers.ts';
import { askForToken, assertionAt, formWith, tokenOffice } from './token-office.ts';

const mutated = 10_000;
const seed = 20260101;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ {"';

type Change = (text: string, at: number, letter: string, length: number) => string;

const changes: readonly Change[] = [
  (text, at, letter) => text.slice(0, at) + letter + text.slice(at + 1),
  (text, at, letter) => text.slice(0, at) + letter + text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at),
  (text, at, _, length) => text.slice(0, at) + text.slice(at + length),
  (text, at, _, length) => text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length),
  (text, at, _, length) => text.slice(0, at) + text.slice(at, at + length).toUpperCase() + text.slice(at + length),
  (text, at, _, length) =>
    text.slice(0, at) +
    text
      .slice(at, at + length)
      .split('')
      .toReversed()
      .join('') +
    text.slice(at + length),
  (text) => text.split('.').toReversed().join('.'),
];

test(`none of ${mutated} changed assertions is given a token (seed ${seed})`, { timeout: 600_000 }, async () => {
  const sandbox = tokenOffice();
  const assertion = assertionAt(sandbox);
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const wrong: string[] = [];
  let changed = 0;
  while (changed < mutated) {
    const good = await assertion();
    const text = (changes[below(changes.length)] ?? ((same) => same))(
      good,
      below(good.length),
      letters.charAt(below(letters.length)),
      1 + below(20),
    );
    if (text === good) continue;
    changed++;
    const { status } = await askForToken(sandbox, formWith(text));
    if (status < 400 || status >= 500) wrong.push(`${status} ${good} ${text}`);
  }
  expect(wrong).toEqual([]);
  expect((await askForToken(sandbox, formWith(await assertion()))).status).toBe(200);
});
