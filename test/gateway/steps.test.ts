/** An operation that has to wait says so in steps: what it reads comes first, what it sends after every check, and what follows once it stands. */
import { expect, test } from 'vitest';
import type { Call } from '../../src/mock/call.ts';
import { stepped, type AnyMock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';

const post = `
openapi: 3.1.0
info: { title: Post, version: '1' }
servers: [{ url: /post }]
paths:
  /letters:
    post:
      operationId: send-letter
      parameters: [{ name: X-Letter-Id, in: header, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [to], properties: { to: { type: string, maxLength: 9 } } } } } }
      responses:
        '201': { description: sent, content: { application/json: { schema: { type: object, required: [to, receipt], properties: { to: { type: string }, receipt: { type: string } } } } } }
        '400': &fault { description: not sent, content: { application/json: { schema: { type: object, properties: { message: { type: string } } } } } }
        '409': *fault
        '503': *fault
  /letters/{id}:
    get:
      operationId: read-letter
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: read, content: { application/json: { schema: { type: object } } } }, '404': *fault }
`;

interface Letter {
  readonly to: string;
}

const letterOf = (call: Call): Letter => call.body as unknown as Letter; // held to its contract
const idOf = (call: Call): string => call.header('X-Letter-Id') ?? 'none';

/** A post office that keeps a diary. Letters to `nobody` are not taken, those to `nowhere` are lost on the way, and `twice` is refused in the turn. */
function office(): { readonly diary: string[]; readonly sandbox: Sandbox } {
  const diary: string[] = [];
  const refused: Problem = { problem: 'conflict', message: 'Nobody of this name takes letters.' };
  const lost: Problem = { problem: 'unavailable', message: 'The letter was lost.' };
  const mock: AnyMock = {
    headerRules: () => {
      diary.push('checked');
      return undefined;
    },
    behaviours: {
      'send-letter': stepped({
        async reads(call: Call): Promise<{ readonly address: string } | Problem> {
          diary.push('read');
          return letterOf(call).to === 'nobody' ? refused : { address: `${letterOf(call).to} Street` };
        },
        earlier(call) {
          const known = call.store.get('post/letter', idOf(call));
          return known === undefined ? undefined : { status: 201, rendered: known };
        },
        async sends(call, { address }): Promise<{ readonly receipt: string } | Problem> {
          diary.push(`sent to ${address}`);
          return letterOf(call).to === 'nowhere' ? lost : { receipt: `of ${address}` };
        },
        turn(call, { sent }) {
          const body = { to: letterOf(call).to, receipt: sent.receipt };
          call.store.put('post/letter', idOf(call), JSON.stringify(body));
          diary.push('turn');
          return body.to === 'twice' ? refused : { status: 201, body };
        },
        async after(call, reply) {
          diary.push(`after, and ${call.store.get('post/letter', idOf(call)) === undefined ? 'nothing' : 'it'} stands`);
          return { ...reply, headers: { 'X-Delivered': 'true' } };
        },
      }),
      'read-letter': (call) => {
        const known = call.store.get('post/letter', call.path['id'] ?? '');
        return known === undefined ? { problem: 'not-found', message: 'There is no such letter.' } : { status: 200, rendered: known };
      },
    },
  };
  return { diary, sandbox: sandboxOf(post, { mock }) };
}

const send = (sandbox: Sandbox, to: string, id = 'a'): Promise<Response> =>
  sandbox.send('POST', '/post/letters', { to }, { 'X-Letter-Id': id });

test('the steps come in their order, each with what the one before it brought', async () => {
  const { diary, sandbox } = office();
  const answer = await send(sandbox, 'Anna');
  expect([answer.status, answer.headers.get('x-delivered')]).toEqual([201, 'true']);
  expect(await answer.json()).toEqual({ to: 'Anna', receipt: 'of Anna Street' });
  expect(diary).toEqual(['read', 'checked', 'sent to Anna Street', 'turn', 'after, and it stands']);
});

test('nothing is sent for a request that a check refuses', async () => {
  const { diary, sandbox } = office();
  expect((await send(sandbox, 'somebody whose name is too long')).status).toBe(400);
  expect(diary.some((line) => line.startsWith('sent'))).toBe(false);
});

test('nothing is sent again for a request whose outcome is known', async () => {
  const { diary, sandbox } = office();
  const [first, again] = [await send(sandbox, 'Anna'), await send(sandbox, 'Anna')];
  expect(await again.text()).toBe(await first.text());
  expect(diary.filter((line) => line.startsWith('sent'))).toHaveLength(1);
});

test('a problem ends the request wherever it turns up, and nothing of it stands', async () => {
  for (const [to, status, last] of [
    ['nobody', 409, 'read'],
    ['nowhere', 503, 'sent to nowhere Street'],
    ['twice', 409, 'turn'],
  ] as const) {
    const { diary, sandbox } = office();
    const answer = await send(sandbox, to, to);
    expect([to, answer.status, diary.at(-1)]).toEqual([to, status, last]);
    expect((await sandbox.request(`/post/letters/${to}`)).status).toBe(404);
  }
});

test('one that waits is never tried out to explain another request', async () => {
  const { diary, sandbox } = office();
  const refused = await send(sandbox, 'somebody whose name is too long');
  const sentBefore = diary.length;
  const { works } = await (await sandbox.request(refused.headers.get('x-sandbox-trace') ?? '')).json();
  expect(works).toBeUndefined();
  expect(diary).toHaveLength(sentBefore);
});
