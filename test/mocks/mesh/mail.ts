/** Mailboxes for tests: sends, tokens, and faults in both versions. */
import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { sandboxesFor, world, type SandboxOptions } from '../../sandbox.ts';

export const mesh = await sandboxesFor('mesh');
export const v1 = { Accept: 'application/json' };
export const v2 = { Accept: 'application/vnd.mesh.v2+json' };
export const box = (id: string, path = ''): string => `/messageexchange/${id}${path === '' ? '' : `/${path}`}`;
export const client = { 'Mex-ClientVersion': 'test==1', 'Mex-OSName': 'Debian', 'Mex-OSVersion': '13' };
export const days = 86_400_000;

export interface TokenWishes {
  readonly nonce?: string;
  readonly count?: number;
  readonly password?: string;
  readonly key?: string;
  readonly minute?: string;
}

export function tokenOf(mailbox: string, wishes: TokenWishes = {}): { readonly Authorization: string } {
  const { nonce = 'a6ba8a17', count = 1, password = 'password', key = 'TestKey', minute = '202601010000' } = wishes;
  const hash = createHmac('sha256', key).update(`${mailbox}:${nonce}:${count}:${password}:${minute}`).digest('hex');
  return { Authorization: `NHSMESH ${mailbox}:${nonce}:${count}:${minute}:${hash}` };
}

export type Headers_ = Readonly<Record<string, string>>;

/** A workspace with two mailboxes that write to each other. */
export function post(options: SandboxOptions = {}) {
  const sandbox = mesh(options);
  const { call, request, clock } = sandbox;
  const send = async (headers: Headers_ = {}, body: BodyInit = 'content', from = 'X26ABC1', path = 'outbox') =>
    request(`/mesh${box(from, path)}`, {
      method: 'POST',
      headers: { ...v2, 'Mex-To': 'X26ABC2', 'Mex-WorkflowID': 'TEST_WORKFLOW', ...headers },
      body,
    });
  const sent = async (headers?: Headers_, body?: BodyInit, from?: string): Promise<string> => {
    const response = await send(headers, body, from);
    expect(response.status).toBe(202);
    const { message_id: id } = (await response.json()) as { readonly message_id: string };
    return id;
  };
  const chunk = (id: string, range: string, body: BodyInit, headers: Headers_ = {}, number = range.split(':')[0] ?? '') =>
    send({ 'Mex-Chunk-Range': range, ...headers }, body, 'X26ABC1', `outbox/${id}/${number}`);
  const get = (mailbox: string, path: string, headers: Headers_ = {}) => request(`/mesh${box(mailbox, path)}`, { headers });
  const inbox = async (mailbox: string, query = ''): Promise<readonly string[]> => {
    const { body } = await call('GET', box(mailbox, `inbox${query}`), { headers: v2 });
    return JSON.parse(JSON.stringify(body['messages'])) as string[];
  };
  const track = (id: string, mailbox = 'X26ABC1', headers: Headers_ = v2) =>
    call('GET', box(mailbox, `outbox/tracking?messageID=${id}`), { headers });
  const acknowledge = (mailbox: string, id: string, headers: Headers_ = v2) =>
    call('PUT', box(mailbox, `inbox/${id}/status/acknowledged`), { headers });
  /** What a report says, by the message that it is about. */
  const reportOn = async (id: string, mailbox = 'X26ABC1') => {
    for (const one of await inbox(mailbox)) {
      const { status, headers } = await get(mailbox, `inbox/${one}`);
      if (headers.get('Mex-LinkedMsgID') === id)
        return [status, ...['MessageType', 'StatusCode', 'StatusDescription', 'StatusSuccess'].map((name) => headers.get(`Mex-${name}`))];
    }
    return undefined;
  };
  const later = (by: number): void => clock.set(clock.now() + by);
  return { ...sandbox, population: world(), send, sent, chunk, get, inbox, track, acknowledge, reportOn, later };
}

/** The address of the practice that somebody is registered at. */
export function practiceOf(number: string): Headers_ {
  const person = world().find(number);
  const born = person?.birthDate.split('-').toReversed().join('') ?? '';
  return { 'Mex-To': `GPPROVIDER_${number}_${born}_${person?.names[0]?.family ?? ''}` };
}

export type Fault = readonly [status: number, text: string, event?: string, code?: string];

/** The same request in both versions is refused in the words of each. */
export async function expectFault(ask: (accept: Headers_) => Promise<Response>, [status, text, event, code]: Fault): Promise<void> {
  const [old, current] = [await ask(v1), await ask(v2)];
  expect([old.status, await old.json()]).toMatchObject([
    status,
    code === undefined ? { errorDescription: text } : { errorEvent: event, errorCode: code, errorDescription: text },
  ]);
  expect([current.status, current.headers.get('Content-Type'), await current.json()]).toMatchObject([
    status,
    v2.Accept,
    { internal_id: expect.any(String), detail: [{ event: event ?? '', code: code ?? '', msg: text }] },
  ]);
}
