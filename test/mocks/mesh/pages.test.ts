/** Pages of a mailbox, and what comes in between: chunks late, or empty. */
import { expect, test } from 'vitest';
import { box, days, post, v1 } from './mail.ts';

test('the next page of version 1 is asked for by the last id, whichever message it is of', async () => {
  const { call, sent, acknowledge } = post();
  const first = await call('GET', box('X26ABC2', 'inbox'), { headers: v1 });
  expect(first.body).toEqual({ messages: ['CHUNKED_MESSAGE_GZ'] });
  const id = await sent();
  const next = await call('GET', box('X26ABC2', 'inbox?continue_from=CHUNKED_MESSAGE_GZ'), { headers: v1 });
  expect(next.body).toEqual({ messages: [id] });
  await acknowledge('X26ABC2', 'CHUNKED_MESSAGE_GZ');
  expect((await call('GET', box('X26ABC2', 'inbox?continue_from=CHUNKED_MESSAGE_GZ'), { headers: v1 })).body).toEqual({ messages: [id] });
});

test('days in the inbox are counted from when a message was whole', async () => {
  const { sent, chunk, later, track, inbox } = post();
  const id = await sent({ 'Mex-Chunk-Range': '1:2' });
  later(6 * days);
  await chunk(id, '2:2', 'rest');
  later(4 * days);
  expect((await track(id)).body).toMatchObject({ status: 'accepted', expiry_time: '2026-01-12T00:00:00.000Z' });
  expect(await inbox('X26ABC2')).toContain(id);
  later(1 * days);
  expect((await track(id)).body['status']).toBe('undeliverable');
});

test('what is refused of a chunk names its message, also where nothing was sent', async () => {
  const { sent, chunk } = post();
  const id = await sent({ 'Mex-Chunk-Range': '1:2' });
  for (const body of ['', 'x']) {
    const refused = await chunk(id, '2:3', body);
    expect([refused.status, await refused.json()]).toMatchObject([417, { message_id: id, detail: [{ code: 'InvalidHeaderChunks' }] }]);
  }
});

test('a filtered inbox is paged like a whole one', async () => {
  const { sent, inbox } = post();
  const ids: string[] = [];
  for (let n = 0; n < 30; n += 1) ids.push(await sent({ 'Mex-WorkflowID': n % 3 === 0 ? 'RARE' : 'COMMON' }));
  const rare = ids.filter((_, n) => n % 3 === 0);
  expect(await inbox('X26ABC2', '?workflow_filter=RARE')).toEqual(rare);
  expect(await inbox('X26ABC2', `?workflow_filter=RARE&continue_from=${rare[3] ?? ''}`)).toEqual(rare.slice(4));
  expect(await inbox('X26ABC2', '?workflow_filter=*OMMO*&max_results=10')).toEqual(ids.filter((_, n) => n % 3 !== 0).slice(0, 10));
});
