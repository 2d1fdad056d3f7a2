/** `Prefer: code=, example=, dynamic=, seed=, wait=`, as users of Prism know them. */
import { describe, expect, test } from 'vitest';
import { isNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { Problem } from '../../src/mock/problem.ts';
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

describe('Preference-Applied', () => {
  const applied = async (prefer: string, path = first): Promise<string | null> =>
    (await ask(prefer, path)).headers.get('preference-applied');

  test.each([
    ['code=404', 'code=404'],
    ['code=418', 'code=418'],
    ['example=long, wait=0.01', 'example=long, wait=0.01'],
    ['dynamic=true; seed=7', 'dynamic=true, seed=7'],
    ['code=404; example="gone"', 'code=404, example=gone'],
    ['wait=0.01, speed=fast', 'wait=0.01'],
  ])('names what “%s” asked for and got', async (prefer, said) => {
    expect(await applied(prefer)).toBe(said);
  });

  test.each(['code=abc', 'code=999', 'speed=fast', 'example=nope', 'code=201', 'dynamic=false', ''])(
    'is absent for “%s”',
    async (prefer) => {
      expect(await applied(prefer)).toBeNull();
    },
  );

  test('is there too where no operation is', async () => {
    expect(await applied('code=503', '/notebook/nothing/here')).toBe('code=503');
  });

  test('leaves out what a refusal came before, and the trace says so', async () => {
    const sandbox = sandboxOf(notebook);
    const answer = await sandbox.send('POST', notes, '{', { Prefer: 'code=503, example=x' });
    expect([answer.status, answer.headers.get('preference-applied')]).toEqual([400, null]);
    const { notes: told } = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
    expect(told.join()).toContain('code was not followed: the request was refused before it came to that');
  });
});

describe('a header as RFC 7240 writes it', () => {
  const status = async (headers: HeadersInit): Promise<number> => (await sandboxOf(notebook).request(first, { headers })).status;

  test('the first of two equal wishes counts, in one header or in two', async () => {
    expect(await status({ Prefer: 'code=404, code=503' })).toBe(404);
    expect(
      await status([
        ['Prefer', 'code=503'],
        ['Prefer', 'code=404'],
      ]),
    ).toBe(503);
  });

  test('a quoted text may hold what parts wishes outside it', async () => {
    expect(await status({ Prefer: 'example="short, code=404; x", wait=0' })).toBe(400);
    expect(await status({ Prefer: 'seed="a\\"b, code=404"' })).toBe(200);
    expect(await status({ Prefer: 'seed="never closed, code=404' })).toBe(200);
  });

  test('spaces round the sign mean nothing, nor does case', async () => {
    expect(await status({ Prefer: ' Code = "404" ;; , ' })).toBe(404);
  });
});

test('a number that could be a real patient’s is refused whatever is asked for', async () => {
  const live = Array.from({ length: 100 }, (_, end) => `40000000${String(end).padStart(2, '0')}`).find(isNhsNumber) ?? '';
  const written = live.replace(/^(...)(...)/, '$1 $2 ');
  expect((await ask('code=503', `${notes}/${encodeURIComponent(written)}`)).status).toBe(400);
});

describe('a fault of a range that shows another', () => {
  const fault = (code: string, message: string): string => `{ value: { code: ${code}, message: ${message} } }`;
  const ranged = (key: string): string => `
openapi: 3.1.0
info: { title: Ranges, version: 1.0.0 }
servers: [{ url: https://x.example/r }]
paths:
  /things:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: object } } } }
        '${key}':
          description: no
          content:
            application/json:
              schema: { type: object, required: [code, message], properties: { code: { type: string }, message: { type: string } } }
              examples: { bad: ${fault('VALIDATION_ERROR', 'No good')}, away: ${fault('AWAY', 'Gone for lunch')} }
`;
  test.each(['4XX', '5XX', 'default'])('of %s is said in words of its own', async (key) => {
    const { request } = sandboxOf(ranged(key));
    for (const code of key === '5XX' ? [500, 501, 502, 503, 504] : [401, 403, 404, 408, 409, 410, 412, 415, 429]) {
      const body = await (await request('/r/things', { headers: { Prefer: `code=${code}` } })).json();
      expect(body.message).toBe(`Status ${code} was asked for in the Prefer header.`);
      expect(body.code).not.toMatch(/VALIDATION|AWAY/);
    }
  });
});

test('several wishes may stand in one header, apart by comma or semicolon, quoted or not', async () => {
  expect((await ask('wait=0; code="404"')).status).toBe(404);
  expect((await ask('CODE=404, example="gone"')).status).toBe(404);
});
