/** `Prefer: code=, example=, dynamic=, seed=, wait=`, as users of Prism know them. */
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/mock.ts';
import { sandboxOf } from '../sandbox.ts';
import { notebook, notes, refusal } from './notebook.ts';

const first = `${notes}/first`;
const ask = (prefer: string, path = first) => sandboxOf(notebook).request(path, { headers: { Prefer: prefer } });

describe('code=', () => {
  test('sends the published example of a documented fault', async () => {
    const fault = await refusal(await ask('code=404'), 404);
    expect(fault).toEqual({ code: 'NOTE_GONE', message: 'That note is gone.' });
  });

  test('sends a documented fault without an example in the API’s shape', async () => {
    await refusal(await ask('code=503'), 503);
  });

  test.each([401, 403, 408, 409, 410, 411, 412, 413, 422, 428, 429, 500, 501, 502, 504])(
    'sends %i, which the operation does not document, in the API’s shape',
    async (code) => {
      await refusal(await ask(`code=${code}`), code);
    },
  );

  test('refuses a success that is not documented, and says what is', async () => {
    const { message } = await refusal(await ask('code=201'), 400);
    expect(message).toContain('200, 400, 404, 406, 503');
  });

  test('says so though the API has words of its own for a bad header', async () => {
    const mock = {
      behaviours: {},
      problems: (problem: Problem) => (problem.said ? problem : { ...problem, message: 'Spoken otherwise.' }),
    };
    const response = await sandboxOf(notebook, { mock }).request(first, { headers: { Prefer: 'code=201' } });
    expect((await refusal(response, 400)).message).toContain('200, 400, 404, 406, 503');
  });

  test.each(['code=99', 'code=600', 'code=abc', 'code=', 'code', 'return=minimal', ''])('takes no notice of “%s”', async (prefer) => {
    expect((await ask(prefer)).status).toBe(200);
  });

  test.each([
    ['GET', '/notebook/nothing/here'],
    ['DELETE', notes],
    ['PUT', '/notebook'],
    ['GET', `${notes}/first/pages`],
  ])('is heard on %s %s, where there is no operation', async (method, path) => {
    for (const code of [401, 429, 503]) {
      const answer = await sandboxOf(notebook).request(path, { method, headers: { Prefer: `code=${code}` } });
      await refusal(answer, code);
    }
  });

  test('is not heard where no API is, nor is a success that nobody could answer', async () => {
    expect((await ask('code=503', '/elsewhere')).status).toBe(404);
    expect((await ask('code=200', '/notebook/nothing/here')).status).toBe(404);
  });

  test.each([
    ['code=422_batch', 422],
    ['code=403.1', 403],
  ])('%s is the status before its own word', async (prefer, status) => {
    await refusal(await ask(prefer), status);
  });

  test.each([402, 407, 414, 416, 421, 423, 424, 425, 431, 451, 505, 507, 511, 599])('says %i in the shape of the API', async (code) => {
    expect((await refusal(await ask(`code=${code}`), code)).message).toContain(String(code));
  });

  test('writes nothing down', async () => {
    const { send, request } = sandboxOf(notebook);
    await send('POST', notes, { id: 'mine', text: 'x' }, { Prefer: 'code=400' });
    await refusal(await request(`${notes}/mine`), 404);
  });
});

describe('example=', () => {
  test.each([
    ['short', 'Hello'],
    ['long', 'Hello again'],
  ])('%s sends the example of that name', async (name, text) => {
    expect(await (await ask(`example=${name}`)).json()).toMatchObject({ text });
  });

  test('goes with code=', async () => {
    expect(await refusal(await ask('code=404, example=gone'), 404)).toMatchObject({ code: 'NOTE_GONE' });
  });

  test('of a name that is not there never fails', async () => {
    expect((await ask('example=nothing')).status).toBeLessThan(500);
  });
});

describe('dynamic= and seed=', () => {
  test('dynamic=true makes a body instead of sending an example', async () => {
    const body = await (await ask('dynamic=true')).json();
    expect(body).toEqual(expect.objectContaining({ text: expect.any(String) }));
    expect(body.text).not.toBe('Hello');
  });

  test('one seed makes one body, another another', async () => {
    const made = async (seed: string): Promise<string> => (await ask(`dynamic=true, seed=${seed}`)).text();
    expect(await made('7')).toBe(await made('7'));
    expect(new Set([await made('7'), await made('8'), await made('9')]).size).toBeGreaterThan(1);
  });
});

test('wait= is answered like any other request, and a nonsense wait not at all', async () => {
  expect(await (await ask('wait=0.01')).json()).toMatchObject({ text: 'Hello' });
  for (const wait of ['-1', 'soon', 'NaN', '']) expect((await ask(`wait=${wait}`)).status).toBe(200);
});

describe('what is not understood is said in the trace', () => {
  test.each([
    ['code=99', 'code must be a status'],
    ['code=abc', 'code must be a status'],
    ['dynamic=yes', 'dynamic must be true or false'],
    ['wait=soon', 'wait must be a number of seconds'],
    ['return=minimal', '“return”'],
    ['respond-async, handling=strict', '“handling”'],
    ['köde=404', 'other wishes'],
  ])('%s', async (prefer, said) => {
    const sandbox = sandboxOf(notebook);
    const answer = await sandbox.request(first, { headers: { Prefer: prefer } });
    expect(answer.status).toBe(200);
    const { notes: told } = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
    expect(told.join()).toContain(said);
  });

  test('and nothing is said of what is', async () => {
    const sandbox = sandboxOf(notebook);
    const answer = await sandbox.request(first, { headers: { Prefer: 'example=long; wait=0' } });
    expect((await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json()).notes).toEqual([]);
  });
});

test('several wishes may stand in one header, apart by comma or semicolon, quoted or not', async () => {
  expect((await ask('wait=0; code="404"')).status).toBe(404);
  expect((await ask('CODE=404, example="gone"')).status).toBe(404);
});
