/** What is put into one box arrives in another's, under a fresh id each time, and leaves it once it is acknowledged. */
import { expect, test } from 'vitest';
import { sandboxOf } from '../../sandbox.ts';

const post = `
openapi: 3.0.3
info: { title: Post, version: '1' }
servers: [{ url: /post }]
paths:
  /boxes/{box}/outbox:
    parameters: [{ name: box, in: path, required: true, schema: { type: string } }]
    post:
      parameters: [{ name: letter-to, in: header, required: true, schema: { type: string } }]
      requestBody: { required: true, content: { application/octet-stream: { schema: { type: string, format: binary } } } }
      responses:
        '202':
          description: Taken in
          content:
            application/json:
              schema: { type: object, required: [letterId], properties: { letterId: { type: string } } }
              example: { letterId: 20260101ABCDEF0123456789 }
  /boxes/{box}/inbox:
    parameters: [{ name: box, in: path, required: true, schema: { type: string } }]
    get:
      responses:
        '200':
          description: Waiting
          content:
            application/json:
              schema: { type: object, required: [letters], properties: { letters: { type: array, items: { type: string } } } }
              example: { letters: [L1, L2] }
  /boxes/{box}/inbox/{letter}:
    parameters:
      - { name: box, in: path, required: true, schema: { type: string } }
      - { name: letter, in: path, required: true, schema: { type: string } }
    get:
      responses:
        '200': { description: A letter, content: { application/octet-stream: { schema: { type: string, format: binary } } } }
        '404': { description: None }
  /boxes/{box}/inbox/{letter}/status/acknowledged:
    parameters:
      - { name: box, in: path, required: true, schema: { type: string } }
      - { name: letter, in: path, required: true, schema: { type: string } }
    put:
      responses: { '200': { description: Gone from the box } }
`;

test('a letter is listed in the inbox of whom it is for, read byte for byte, and gone once acknowledged', async () => {
  const { request } = sandboxOf(post);
  const send = async (text: string) => {
    const headers = { 'Content-Type': 'application/octet-stream', 'Letter-To': 'B' };
    const taken = await request('/post/boxes/A/outbox', { method: 'POST', headers, body: text });
    expect(taken.status).toBe(202);
    return String((await taken.json()).letterId);
  };
  const ids = [await send('first'), await send('second')];
  expect(new Set(ids).size).toBe(2);
  expect(ids[0]).toMatch(/^\d{8}[A-Z]{6}\d{10}$/);
  const inbox = async (box: string) => (await (await request(`/post/boxes/${box}/inbox`)).json()).letters;
  expect(await inbox('B')).toEqual(ids);
  expect(await (await request(`/post/boxes/B/inbox/${ids[1]}`)).text()).toBe('second');
  expect((await request(`/post/boxes/B/inbox/${ids[0]}/status/acknowledged`, { method: 'PUT' })).status).toBe(200);
  expect(await inbox('B')).toEqual([ids[1]]);
  expect([404, 410]).toContain((await request(`/post/boxes/B/inbox/${ids[0]}`)).status);
});
