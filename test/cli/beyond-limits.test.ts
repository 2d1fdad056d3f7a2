/** What the command says of contracts that ask for more than is read or made. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { recordedTerminal } from './recorded-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-beyond-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(name: string, contract: object, ...options: string[]) {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(contract));
  const terminal = recordedTerminal(240);
  const code = await main(['check', file, ...options], terminal);
  return { code, ...terminal.written };
}

const answering = (schema: object): object => ({
  get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } },
});
const doubling = Object.fromEntries(
  Array.from({ length: 24 }, (_, index) => {
    const next = { $ref: `#/components/schemas/D${index + 1}` };
    return [`D${index}`, { allOf: [next, next] }];
  }),
);

test('check names the operations that cannot be answered, and why, beside those that can', async () => {
  const { code, out } = await check(
    'asking.json',
    {
      openapi: '3.1.0',
      info: { title: 'Asking', version: '1' },
      paths: {
        '/items': answering({ type: 'array', minItems: 100_000_000, items: { type: 'string' } }),
        '/doubled': answering({ $ref: '#/components/schemas/D0' }),
        '/plain': answering({ type: 'string' }),
      },
      components: { schemas: { ...doubling, D24: { type: 'object' } } },
    },
    '--verbose',
  );
  expect(code).toBe(0);
  expect(out).toMatch(/GET +\/items +beyond\n.*501\n.*It asks for 100000000 items/);
  expect(out).toMatch(/GET +\/doubled +beyond/);
  expect(out).toMatch(/GET +\/plain +generated/);
});

test('a contract that takes too many steps is refused with the option that takes it', async () => {
  const contract = { openapi: '3.1.0', info: { title: 'Long', version: '1' }, paths: { '/plain': answering({ type: 'string' }) } };
  const refused = await check('long.json', contract, '--max-steps', '50');
  expect(refused.code).not.toBe(0);
  expect(refused.error).toContain('takes more than the 50 steps that reading a contract may take');
  expect(refused.error).toContain('--max-steps');
  expect((await check('long.json', contract)).code).toBe(0);
});
