/** Settings change while a workspace lives: what is served changes with them, they outlive its process, and a wrong one changes nothing. */
import { expect, test } from 'vitest';
import { defaultSettings, longestDelay } from '../../src/workspace/settings.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { sandboxOf } from '../sandbox.ts';
import { opened } from './opened.ts';

const jars = `
openapi: 3.1.0
info: { title: Jars, version: '1' }
servers: [{ url: https://jars.example.invalid/jars/v1 }]
paths:
  /jars/{id}:
    get:
      operationId: readJar
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: A jar.
          content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } }
        '404': { description: None. }
`;

test('what is served follows at once, whoever holds a copy of the workspace', async () => {
  const { request, workspace } = sandboxOf(jars);
  const held = { ...workspace, prefix: '' };
  expect((await request('/jars/v1/jars/7')).status).toBe(200);
  expect(workspace.changeSettings({ unknownIds: 'refuse' })).toBeUndefined();
  expect((await request('/jars/v1/jars/7')).status).toBe(404);
  expect(held.settings.unknownIds).toBe('refuse');
  expect(workspace.changeSettings({ unknownIds: null })).toBeUndefined();
  expect((await request('/jars/v1/jars/7')).status).toBe(200);
});

test('changes outlive the process and a reset, and null takes one back to what the workspace was opened with', () => {
  const store = createMemoryStore();
  const home = { settings: { delay: 5, compatibility: 'official-sandbox' } } as const;
  const first = opened(store, home);
  first.changeSettings({ delay: 20, checks: 'warn', compatibility: 'none' });
  first.reset();
  const again = opened(store, home);
  expect(again.settings).toEqual({ ...defaultSettings, delay: 20, checks: 'warn', compatibility: undefined });
  again.changeSettings({ delay: null, compatibility: null });
  expect(again.settings).toEqual({ ...defaultSettings, delay: 5, checks: 'warn', compatibility: 'official-sandbox' });
  expect(opened(store, { settings: { delay: 7 } }).settings).toMatchObject({ delay: 7, checks: 'warn' });
});

test.each([
  [{ delay: -1 }, '/delay', 'delay must be a whole number of milliseconds from 0 to 30000, or null for what it was at first.'],
  [{ delay: longestDelay + 1 }, '/delay', 'delay must be a whole number'],
  [{ delay: 1.5 }, '/delay', 'delay must be a whole number'],
  [{ delay: '1' }, '/delay', 'delay must be a whole number'],
  [{ unknownIds: 'guess' }, '/unknownIds', 'unknownIds must be "infer", "synthesise" or "refuse", or null'],
  [{ examples: ['published'] }, '/examples', 'examples must be "fitting" or "published"'],
  [{ maxBody: 5 }, '/maxBody', 'maxBody is set where the sandbox is started'],
  [
    { 'a/b~': 1 },
    '/a~1b~0',
    'There is no such setting; there are unknownIds, examples, mediaTypes, checks, access, extras, delay, journal, journalBytes, journalBody, profiles, compatibility, callbacks, asOf.',
  ],
  [{ toString: 1 }, '/toString', 'There is no such setting'],
  [[], '', 'The settings must be a JSON object.'],
  [null, '', 'The settings must be a JSON object.'],
])('%j is refused, with what is right beside it left undone', (wrong, pointer, message) => {
  const workspace = opened();
  const changes = Array.isArray(wrong) || wrong === null ? wrong : { checks: 'warn', ...wrong };
  const problem = workspace.changeSettings(changes);
  expect(problem).toMatchObject({ problem: 'invalid-value', faults: [{ in: 'body', pointer }] });
  expect(problem?.message).toContain(message);
  expect(workspace.settings).toMatchObject(defaultSettings);
  expect(workspace.store.get('~settings', 'changed')).toBeUndefined();
});

test.each([0, 1, longestDelay - 1, longestDelay])('a delay of %i milliseconds is taken', (delay) => {
  const workspace = opened();
  expect(workspace.changeSettings({ delay })).toBeUndefined();
  expect(workspace.settings.delay).toBe(delay);
});

test('every fault is told of', () => {
  expect(
    opened()
      .changeSettings({ delay: 'long', checks: 'maybe', colour: 'red' })
      ?.faults?.map(({ pointer }) => pointer),
  ).toEqual(['/delay', '/checks', '/colour']);
});

test('a setting that this release does not know, or a value that it does not take, is as if it had never been changed', () => {
  const { store } = opened();
  store.put('~settings', 'changed', JSON.stringify({ delay: 900_000, colour: 'red', checks: 'warn' }));
  expect(opened(store).settings).toMatchObject({ ...defaultSettings, checks: 'warn' });
  expect(opened(store).settings).not.toHaveProperty('colour');
});
