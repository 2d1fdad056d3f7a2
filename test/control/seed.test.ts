/** Data of one's own as lines: people, and requests to the APIs, taken in together or not at all. */
import { describe, expect, test } from 'vitest';
import { createSandbox } from '../../src/runtimes/browser/sandbox.ts';
import { notebook, notes } from '../gateway/notebook.ts';
import { sandboxOf, world, type Loose, type Sandbox } from '../sandbox.ts';

const take = async ({ send }: Sandbox, lines: readonly unknown[], query = ''): Promise<readonly [status: number, body: Loose]> => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const answer = await send('POST', `/_sandbox/import${query}`, text, { 'Content-Type': 'application/x-ndjson' });
  return [answer.status, (await answer.json()) as Loose];
};
const open = (): Sandbox => sandboxOf(notebook, { population: world() });
const written = async ({ request }: Sandbox): Promise<string> => (await request(notes)).text();

const amina = { person: { nhsNumber: '9980000007', name: { given: ['Amina'], family: 'Quillfeather' }, born: '1980-02-29' } };
const note = (text: string): object => ({ api: 'notebook', operation: 'add-note', body: { text } });

describe('lines of your own', () => {
  test('bring people and ask the APIs, beside what is there', async () => {
    const sandbox = open();
    await sandbox.send('POST', notes, { text: 'there before' });
    expect(await take(sandbox, ['# people first', amina, '', note('one'), note('two')])).toEqual([200, { rows: 3, notes: [] }]);
    for (const text of ['there before', 'one', 'two']) expect(await written(sandbox)).toContain(text);
    expect((await sandbox.request('/_sandbox/people/9980000007')).status).toBe(200);
  });

  test.each([
    ['a line that is no JSON', '{"person"', 'Line 14: a line must be a JSON object'],
    ['an API that is not served', { api: 'elsewhere', operation: 'x' }, 'Line 14: no API of this name'],
    ['an operation that is not there', { api: 'notebook', operation: 'x' }, 'Line 14: this API has no operation'],
    ['a request that is refused', { api: 'notebook', operation: 'add-note', body: { text: 7 } }, 'Line 14: it is answered with 4'],
    ['a person who is told wrong', { person: { born: 'long ago' } }, 'Line 14: the person at /born must be a date'],
  ])('undo all of it, with the place of the mistake: %s', async (_, line, sentence) => {
    const sandbox = open();
    const before = await written(sandbox);
    const [status, { detail }] = await take(sandbox, [amina, note('one'), '', line], '?firstLine=11');
    expect([status >= 400, detail]).toEqual([true, expect.stringContaining(sentence)]);
    expect(await written(sandbox)).toBe(before);
    expect((await sandbox.request('/_sandbox/people/9980000007')).status).toBe(404);
  });
});

describe('in process', () => {
  const twenty = Array.from({ length: 20 }, (_, n) => ({
    person: { name: { given: [`Given${n}`], family: 'Twentyfold' }, gender: 'female', born: `19${50 + n}-01-01` } as const,
  }));

  test('my own 20 patients are there before anybody asks', async () => {
    const sandbox = createSandbox({ apis: ['personal-demographics'], data: twenty });
    const answer = await sandbox.fetch('http://localhost:8787/_sandbox/people?own=true');
    expect(((await answer.json()) as { people: unknown[] }).people.length).toBe(20);
    const found = await sandbox.fetch(
      'http://localhost:8787/personal-demographics/FHIR/R4/Patient?family=Twentyfold&birthdate=eq1955-01-01&given=Given5',
      { headers: { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068', Authorization: 'Bearer made-up' } },
    );
    expect(await found.json()).toMatchObject({ total: 1 });
  });

  test('one more is added at once, a fork has them, and a mistake is told by its line', async () => {
    const sandbox = createSandbox({ apis: ['personal-demographics'], data: JSON.stringify(amina) });
    await sandbox.ready();
    const { nhsNumber } = sandbox.addPerson({ born: '2000-01-01', relatives: [{ relationship: 'mother', nhsNumber: '9980000007' }] });
    const seen = await sandbox.fork().fetch(`http://localhost:8787/_sandbox/people/${nhsNumber}`);
    expect(await seen.json()).toMatchObject({ family: [{ relationship: 'mother', name: 'Amina Quillfeather' }] });
    await expect(sandbox.load([amina])).rejects.toThrow('Line 1');
  });
});
