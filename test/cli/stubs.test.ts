/** Stubs from a file, at the start of a sandbox and while it is watched; and the commands that steer those of one that runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { recordedTerminal } from './recorded-terminal.ts';
import { parcels, start } from './started.ts';

const cwd = mkdtempSync(join(tmpdir(), 'sandbox-cli-stubs-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const written = (name: string, text: string): string => {
  writeFileSync(join(cwd, name), text);
  return join(cwd, name);
};

const urlIn = (output: string): string => /Open (http:\/\/\S+?)(?:\/_portal)? in a browser/.exec(output)?.[1] ?? '';

async function run(url: string, ...words: string[]): Promise<string> {
  const terminal = recordedTerminal(200);
  const code = await main(['stubs', ...words, '--url', url], terminal);
  return code === 0 ? terminal.written.out : terminal.written.error;
}

const lost = `- id: lost
  match: { path: '/parcels/lost' }
  answer: { status: 200, body: { id: lost, to: Nobody, grams: 1 } }
`;

test('stubs of a file answer from the start, are followed as it is saved, and are listed, added, removed and cleared', async () => {
  const file = written('stubs.yaml', `${lost}- match: { path: '/parcels/odd' }\n  answer: { status: 299, body: odd }\n`);
  const { until } = start([parcels, '--stubs', 'stubs.yaml', '--watch', '--ephemeral', '--port', '0'], { cwd });
  const output = await until(/Ctrl-C/);
  expect(output).toMatch(/stubs\.yaml: 1: .*does not document 299/);
  expect(output).toContain('2 stubs of stubs.yaml (followed as you save it)');
  const url = urlIn(output);
  const answer = async (id: string): Promise<string> => {
    const response = await fetch(`${url}/parcels/v1/parcels/${id}`);
    return `${response.status} ${await response.text()}`;
  };
  expect(await answer('lost')).toContain('200 {"id":"lost","to":"Nobody"');
  expect(await answer('odd')).toContain('299');

  const mine = written('mine.yaml', `id: mine\nabout: Of my own.\nmatch: { path: '/parcels/mine' }\nanswer: { status: 418 }\n`);
  expect(await run(url, 'add', mine)).toMatch(/^mine answers\.\n {2}.*does not document 418/);
  expect(await run(url, 'list')).toBe(
    [
      'Id    Used       For',
      'lost  1 answer   {"path":"/parcels/lost"}',
      '1     1 answer   {"path":"/parcels/odd"}',
      'mine  0 answers  Of my own.\n',
    ].join('\n'),
  );

  // What is no longer in the file answers no more; what was added otherwise stays.
  writeFileSync(file, lost.replace('Nobody', 'Somebody'));
  await until(/Answering anew: 1 stub of stubs\.yaml/);
  expect(await answer('lost')).toContain('Somebody');
  expect(await answer('odd')).not.toContain('299');
  expect(await answer('mine')).toContain('418');

  writeFileSync(file, lost.replace('answer', 'anser'));
  expect(await until(/Still answering by the stubs of before/)).toMatch(/stubs\.yaml has a mistake\. Stub 1 \(lost\) /);
  expect(await answer('lost')).toContain('Somebody');

  expect(await run(url, 'remove', 'mine')).toBe('mine answers no more.\n');
  expect(await run(url, 'remove', 'mine')).toContain('no stub of this id');
  expect(JSON.parse(await run(url, 'list', '--json'))).toMatchObject({ stubs: [{ id: 'lost', source: 'start --stubs' }] });
  expect(await run(url, 'clear')).toBe('There are none any more.\n');
  expect(await run(url, 'list')).toBe('There are none.\n');
});

test.for([
  ['[{"match": {}, "answer": {"status": 200}}, {"id": "x", "answer": {"body": "{{nonsense}}"}}]', /Stub 2 \(x\) at \/answer\/body /],
  ['- { id: x\n- 3', /is neither YAML nor JSON: .*line/],
] as const)('a mistake in %j is told with its place, and nothing is served', async ([text, said]) => {
  written('wrong.yaml', text);
  const { code, output } = await start([parcels, '--stubs', 'wrong.yaml', '--ephemeral', '--port', '0'], { cwd }).ended();
  expect(output).toMatch(said);
  expect(code).toBe(1);
});
