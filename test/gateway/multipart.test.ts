/** Uploads: the parts of a multipart body are held to the contract like the members of a form. */
import { describe, expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

function uploads(schema: object, encoding: object = {}, refusal = '400'): Sandbox {
  return sandboxOf(
    JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Uploads', version: '1' },
      servers: [{ url: '/u' }],
      paths: {
        '/scans': {
          post: {
            requestBody: { required: true, content: { 'multipart/form-data': { schema, encoding } } },
            responses: {
              201: { description: 'made', content: { 'application/json': { schema: { type: 'object' } } } },
              [refusal]: {
                description: 'bad',
                content: { 'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } } },
              },
            },
          },
        },
        '/scans/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            responses: {
              200: {
                description: 'one',
                content: {
                  'application/json': { schema: { allOf: [schema, { type: 'object', properties: { id: { type: 'string' } } }] } },
                },
              },
            },
          },
        },
      },
    }),
  );
}

type Part = readonly [name: string, value: string | Blob, filename?: string];

async function send(
  sandbox: Sandbox,
  parts: readonly Part[],
): Promise<{ readonly status: number; readonly kept: object; readonly message: string }> {
  const form = new FormData();
  for (const [name, value, filename] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, filename);
  }
  return outcome(sandbox, await sandbox.request('/u/scans', { method: 'POST', body: form }));
}

async function sendRaw(sandbox: Sandbox, body: string | Uint8Array<ArrayBuffer>, contentType: string): ReturnType<typeof send> {
  return outcome(sandbox, await sandbox.request('/u/scans', { method: 'POST', body, headers: { 'Content-Type': contentType } }));
}

async function outcome(sandbox: Sandbox, answer: Response): ReturnType<typeof send> {
  const message = await answer.text();
  const at = answer.headers.get('location');
  const { id: _, ...kept } = at === null ? {} : await (await sandbox.request(at)).json();
  return { status: answer.status, kept, message };
}

const pdf = (): Blob => new Blob([new Uint8Array([0x25, 0x50, 0xff, 0xfe, 0x00])], { type: 'application/pdf' });

const SCAN = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    pages: { type: 'integer', minimum: 1 },
    urgent: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' } },
    about: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
  },
};

describe('an upload is kept', () => {
  test('its texts by their type, its file by its name', async () => {
    const { status, kept } = await send(uploads(SCAN), [
      ['file', pdf(), 'scan.pdf'],
      ['pages', '3'],
      ['urgent', 'true'],
      ['tags', 'a'],
      ['tags', 'b'],
      ['about', new Blob(['{"title":"x"}'], { type: 'application/json' }), 'blob'],
    ]);
    expect(status).toBe(201);
    expect(kept).toEqual({
      file: 'scan.pdf',
      pages: 3,
      urgent: true,
      tags: ['a', 'b'],
      about: { title: 'x' },
    });
  });

  test('several files under one name, as a list', async () => {
    const files = { type: 'object', properties: { files: { type: 'array', maxItems: 2, items: { type: 'string', format: 'binary' } } } };
    const one: Part = ['files', pdf(), 'a.pdf'];
    expect((await send(uploads(files), [one, one])).kept).toEqual({ files: ['a.pdf', 'a.pdf'] });
    expect((await send(uploads(files), [one, one, one])).status).toBe(400);
  });

  test('an empty file, a name in quotation marks, and a text with an umlaut', async () => {
    const schema = { type: 'object', properties: { 'a "b"': { type: 'string' }, file: { type: 'string', format: 'binary' } } };
    const { kept } = await send(uploads(schema), [
      ['a "b"', 'grün'],
      ['file', new Blob([]), 'nothing "here".txt'],
    ]);
    expect(kept).toEqual({ 'a "b"': 'grün', file: 'nothing "here".txt' });
  });

  test('a file that holds the beginning of the boundary', async () => {
    const body =
      '--x\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n\r\n--xy\r\n--x \r\nContent-Disposition: form-data; name="pages"\r\n\r\n7\r\n--x--\r\n';
    expect(await sendRaw(uploads(SCAN), body, 'multipart/form-data; boundary=x')).toMatchObject({
      status: 201,
      kept: { file: 'a', pages: 7 },
    });
  });
});

describe('an upload that breaks its contract is refused, and the refusal names the part', () => {
  test.each<[string, readonly Part[], RegExp]>([
    ['without its required part', [['other', 'x']], /part file is required/],
    [
      'with a text for a number',
      [
        ['file', pdf(), 'a'],
        ['pages', 'many'],
      ],
      /part pages must be a whole number/,
    ],
    [
      'with a number out of its limits',
      [
        ['file', pdf(), 'a'],
        ['pages', '0'],
      ],
      /part pages must be 1 or more/,
    ],
    [
      'with two parts for one value',
      [
        ['file', pdf(), 'a'],
        ['file', pdf(), 'b'],
      ],
      /part file is given more than once/,
    ],
    [
      'with a fault inside a part of JSON',
      [
        ['file', pdf(), 'a'],
        ['about', '{}'],
      ],
      /part about at title is required/,
    ],
  ])('%s', async (_name, parts, words) => {
    for (const refusal of ['400', '422']) {
      const { status, message } = await send(uploads(SCAN, {}, refusal), parts);
      expect(String(status)).toBe(refusal);
      expect(message).toMatch(words);
    }
  });

  test.each([
    ['image/png, image/jpeg', 'image/jpeg', 201],
    ['image/*', 'image/gif', 201],
    ['image/png', 'application/pdf', 400],
    ['image/*', 'text/plain', 400],
  ])('a part that should be %s and is %s', async (contentType, type, status) => {
    const answer = await send(uploads(SCAN, { file: { contentType } }), [['file', new Blob(['x'], { type }), 'a']]);
    expect(answer.status).toBe(status);
    if (status === 400) expect(answer.message).toMatch(/part file must be of the media type image/);
  });

  test('a file larger than its maxLength', async () => {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary', maxLength: 4 } } };
    expect((await send(uploads(schema), [['file', pdf(), 'a']])).message).toMatch(/part file must have at most 4/);
  });
});

describe('a multipart body that is none', () => {
  const part = 'Content-Disposition: form-data; name="pages"\r\n\r\n1';
  test.each([
    ['names no boundary', `--x\r\n${part}\r\n--x--`, 'multipart/form-data', /boundary/],
    ['names an impossible one', `--x\r\n${part}\r\n--x--`, `multipart/form-data; boundary=${'x'.repeat(71)}`, /boundary/],
    ['does not end', `--x\r\n${part}\r\n`, 'multipart/form-data; boundary=x', /breaks off/],
    ['ends its lines in LF alone', `--x\n${part}\n--x--`, 'multipart/form-data; boundary=x', /CR LF/],
    ['has another boundary', `--y\r\n${part}\r\n--y--`, 'multipart/form-data; boundary=x', /breaks off/],
    ['has a part without a name', `--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--`, 'multipart/form-data; boundary=x', /no name/],
    ['has a part without headers', `--x\r\n\r\n1\r\n--x--`, 'multipart/form-data; boundary=x', /no name|headers/],
    [
      'has headers without end',
      `--x\r\nContent-Disposition: form-data; name="${'a'.repeat(9000)}"\r\n\r\n1\r\n--x--`,
      'multipart/form-data; boundary=x',
      /headers/,
    ],
    [
      'has parts without end',
      `--x\r\n${`${part}\r\n--x\r\n`.repeat(1001)}${part}\r\n--x--`,
      'multipart/form-data; boundary=x',
      /1000 parts/,
    ],
  ])('%s', async (_name, body, type, words) => {
    const { status, message } = await sendRaw(uploads(SCAN), body, type);
    expect(status).toBe(400);
    expect(message).toMatch(words);
  });

  test('line ends without end take no time', async () => {
    const body = new TextEncoder().encode(`--x\r\n${part}${'\r\n--'.repeat(250_000)}`);
    expect((await sendRaw(uploads(SCAN), body, 'multipart/form-data; boundary=x')).status).toBe(400);
  });
});
