/** No test that fails prints a number of the ranges issued to patients, however it fails. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom, realRange } from '../gateway/live-numbers.ts';
import { bySeedOnly, withoutNumbers } from '../without-numbers.ts';

const number = realRange(randomFrom(7));

test('says a failure without the numbers in it', () => {
  const root = join(import.meta.dirname, '../..');
  const words = ['run', '--config', join(import.meta.dirname, 'failing/vitest.config.ts')];
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  const said = stdout + stderr;
  expect(status).toBe(1);
  expect(said.match(/FAIL .*/g)?.length).toBe(5);
  expect(said.match(/\[number withheld\]/g)?.length).toBeGreaterThanOrEqual(5);
  expect(said.includes(number)).toBe(false);
  expect(said.replace(/[^0-9]+/g, ' ').includes(`${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`)).toBe(false);
});

test('gives the seed of a property over such numbers, and not the case', () => {
  let said = '';
  try {
    fc.assert(
      fc.property(fc.constant(number), () => false),
      { ...bySeedOnly, seed: 5 },
    );
  } catch (error) {
    said = String(error);
  }
  expect(said).toContain('seed 5, path "0"');
  expect(said.includes(number)).toBe(false);
});

test('withholds them in any spelling, and nothing else', () => {
  for (const mark of ['', ' ', '-', '\u00a0', ' \u2013 ', '", "']) {
    const spelt = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(mark);
    expect(withoutNumbers(`12, ${spelt} and ${spelt}.`) === '12, [number withheld] and [number withheld].').toBe(true);
  }
  const plain = 'seed 20261122, 9990000018, 2026-11-22T10:00:00.000Z, [1,2,3], 127.0.0.1:20001';
  expect(withoutNumbers(plain)).toBe(plain);
});
