/** What is wrong with a request is said: with the documented status, in the contract's error shape, by pointer, never quoting what was sent. */
import { describe, expect, test } from 'vitest';
import { sandboxOf } from '../sandbox.ts';
import { notebook, notes, refusal } from './notebook.ts';

const explain = async (sandbox: ReturnType<typeof sandboxOf>, response: Response) =>
  (await sandbox.request(response.headers.get('x-sandbox-trace') ?? '')).json();

describe('every fault is named, not the first', () => {
  test('in a body, by pointer', async () => {
    const sandbox = sandboxOf(notebook);
    const response = await sandbox.send('POST', notes, { text: 7, pages: [{ number: 1 }, { number: 'two' }, {}], extra: [] });
    const { problem } = await explain(sandbox, response);
    expect(problem.faults.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual([
      '/extra',
      '/pages/1/number',
      '/pages/2/number',
      '/text',
    ]);
    const { message } = await refusal(response, 400);
    expect(message).toContain('/pages/1/number');
    expect(message).not.toContain('two');
  });

  test('in query and headers together', async () => {
    const sandbox = sandboxOf(notebook);
    const response = await sandbox.request(`${notes}?page[size]=big`, { headers: { 'X-Kind': 'medium' } });
    const { problem } = await explain(sandbox, response);
    expect(problem.faults.map((fault: { in: string; name: string }) => `${fault.in} ${fault.name}`).sort()).toEqual([
      'header X-Kind',
      'query page',
    ]);
    const { message } = await refusal(response, 400);
    expect(message).toContain('page');
    expect(message).toContain('X-Kind');
    expect(message).not.toContain('medium');
  });

  test('a missing body is called that', async () => {
    expect((await refusal(await sandboxOf(notebook).request(notes, { method: 'POST' }), 400)).message).toContain('application/json');
  });
});

describe('a body that cannot be read', () => {
  test.each([
    '',
    '{',
    '{"text":"a"',
    '{"text":"a"}}',
    '{text:1}',
    "{'text':1}",
    '{"text":NaN}',
    '\u0000',
    '{"text":"a\nb"}',
    '[',
    'true false',
  ])('“%s” is 400', async (body) => {
    const { message } = await refusal(await sandboxOf(notebook).send('POST', notes, body === '' ? ' ' : body), 400);
    expect(message).toMatch(/JSON/);
  });

  test.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate half', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a character cut short', [0x22, 0xe2, 0x82]],
    ['UTF-16', [0xff, 0xfe, 0x22, 0x00]],
  ])('%s is 400', async (_, bytes) => {
    const response = await sandboxOf(notebook).request(notes, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Uint8Array(bytes),
    });
    expect((await refusal(response, 400)).message).toContain('UTF-8');
  });

  test.each(['text=%ZZ', 'text=%E0%A4%A', '%=1', 'text=%00'])('the form “%s” is 400', async (body) => {
    await refusal(await sandboxOf(notebook).send('POST', notes, body, { 'Content-Type': 'application/x-www-form-urlencoded' }), 400);
  });

  test.each(['gzip', 'br', 'deflate', 'gzip, identity', 'x-unknown'])('Content-Encoding: %s is 415', async (encoding) => {
    const { message } = await refusal(await sandboxOf(notebook).send('POST', notes, { text: 'a' }, { 'Content-Encoding': encoding }), 415);
    expect(message).toContain('Content-Encoding');
  });

  test('Content-Encoding: identity is no encoding', async () => {
    expect((await sandboxOf(notebook).send('POST', notes, { text: 'a' }, { 'Content-Encoding': 'identity' })).status).toBe(201);
  });
});

describe('a URL that cannot be read', () => {
  test.each([
    `${notes}/%`,
    `${notes}/%ZZ`,
    `${notes}/%E0%A4%A`,
    `${notes}/%C3%28`,
    `${notes}/%00`,
    `${notes}/a%00b`,
    `${notes}?q=%`,
    `${notes}?q=%C3%28`,
    `${notes}?%ZZ=1`,
    `${notes}?q=%00`,
    `${notes}?%00=1`,
    '/notebook/%ZZ',
  ])('%s is 400', async (path) => {
    await refusal(await sandboxOf(notebook).request(path), 400);
  });

  test('an encoded slash stays inside its segment', async () => {
    const sandbox = sandboxOf(notebook);
    await sandbox.request(`${notes}/a%2Fb`);
    expect((await (await sandbox.request('/_sandbox/exchanges?limit=1')).json()).exchanges[0].operation.id).toBe('read-note');
  });
});

describe('names that reach for a prototype', () => {
  const unchanged = (): void => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  };

  test.each([
    ['{"text":"a","__proto__":{"polluted":1}}', '/__proto__'],
    ['{"text":"a","extra":{"__proto__":{"polluted":1}}}', '/extra/__proto__'],
    ['{"text":"a","extra":{"constructor":{"prototype":{"polluted":1}}}}', '/extra/constructor'],
    ['{"text":"a","extra":{"deep":[[{"prototype":1}]]}}', '/extra/deep/0/0/prototype'],
    ['{"text":"a","extra":{"\\u005f_proto__":1}}', '/extra/__proto__'],
  ])('PP-1: %s is 400 at %s', async (body, pointer) => {
    const sandbox = sandboxOf(notebook);
    const response = await sandbox.send('POST', notes, body);
    const { problem } = await explain(sandbox, response);
    expect(problem.faults[0].pointer).toBe(pointer);
    await refusal(response, 400);
    unchanged();
  });

  test.each(['text=a&__proto__=polluted', 'text=a&constructor=x&prototype=y', 'text=a&__proto__[polluted]=1'])(
    'PP-3: the form %s changes nothing of ours',
    async (form) => {
      const response = await sandboxOf(notebook).send('POST', notes, form, { 'Content-Type': 'application/x-www-form-urlencoded' });
      expect(response.status).toBeLessThan(500);
      unchanged();
    },
  );

  test.each(['?page[__proto__]=1&page[size]=2', '?__proto__=1', '?page[constructor][prototype][polluted]=1'])(
    'PP-3: the query %s changes nothing of ours',
    async (query) => {
      expect((await sandboxOf(notebook).request(notes + query)).status).toBeLessThan(500);
      unchanged();
    },
  );

  test.each(['/__proto__/polluted', '/extra/__proto__', '/extra/constructor/prototype/polluted', '/constructor'])(
    'PP-3: a patch of %s is refused',
    async (path) => {
      const sandbox = sandboxOf(notebook);
      const response = await sandbox.send('PATCH', `${notes}/first`, [{ op: 'add', path, value: 1 }], {
        'Content-Type': 'application/json-patch+json',
      });
      expect([400, 422]).toContain(response.status);
      await refusal(response, response.status);
      unchanged();
      expect(await (await sandbox.request(`${notes}/first`)).json()).not.toHaveProperty('polluted');
    },
  );

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('an item called %s is nobody’s', async (id) => {
    await refusal(await sandboxOf(notebook).request(`${notes}/${id}`), 404);
  });
});

test('a body that breaks off before its end is the client’s fault, not ours', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('aborted'));
    },
  });
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: broken,
    duplex: 'half',
  };
  await refusal(await sandboxOf(notebook).request(notes, init), 400);
});
