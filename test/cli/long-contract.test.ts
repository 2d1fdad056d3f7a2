/** What `check` prints of a contract is bounded, however long its texts are and however many faults it has; and a terminal has nothing to obey. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const operations = 100;
const file = join(folder, 'long.json');
const parameters = Array.from({ length: 20 }, (_, i) => ({ name: `\u001b[31m${'n'.repeat(300)}${i}`, in: 'query' }));
const responses = {
  200: {
    description: 'One',
    headers: { [`bad name ${'h'.repeat(5_000)}`]: {} },
    content: {
      [`no type ${'t'.repeat(5_000)}`]: {},
      'application/json': { schema: { properties: { [`\u001b]0;${'p'.repeat(2_000)}`]: {} } } },
    },
  },
};
const paths = Object.fromEntries(Array.from({ length: operations }, (_, i) => [`/${i}`, { get: { parameters, responses } }]));
writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: { title: `\u001b[2J${'t'.repeat(5_000)}`, version: '1' }, paths }));

test.each([
  [[], 70_000],
  [['--verbose'], 800_000],
  [['--json'], 700_000],
])('check %s', async (options, most) => {
  const { written, ...terminal } = recordedTerminal();
  expect(await main(['check', file, ...options], { ...terminal })).toBe(0);
  expect(written.out.length).toBeGreaterThan(10_000);
  expect(written.out.length).toBeLessThan(most);
  expect(written.out).not.toMatch(/(?!\n)\p{Cc}/u);
  if (options.length === 0) expect(written.out).toMatch(/and \d+ more: --verbose says them/);
});
