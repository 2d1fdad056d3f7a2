/** Messages and deliveries are part of what a workspace holds: what somebody brings of them by hand is sent to nobody, and does no harm. */
import { expect, test } from 'vitest';
import { nobody } from '../../../src/population.ts';
import { openPump } from '../../../src/runtimes/outbound/pump.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import { frozenClock } from '../../../src/workspace/time/clock.ts';
import { openWorkspace } from '../../../src/workspace/workspace.ts';

const sending = { reach: { loopback: true, public: false, own: [] } };
const key = (n: number, id: string): string => `${String(n).padStart(12, '0')}/0/${id}`;

test('deliveries that are not there, are not to be sent, or make no sense are struck off', async () => {
  const store = createMemoryStore();
  const workspace = openWorkspace({ id: 'test', secret: 's', seed: 1, clock: frozenClock(0), store, population: nobody, sending });
  store.put('outgoing', 'nothing', '');
  store.put('outgoing', key(1, '1.0.gone'), '');
  store.put('outgoing', key(2, '2.0.odd'), '');
  store.put('deliveries', key(2, '2.0.odd'), '{"id":"2.0.odd","state":"sending","url":7}');
  store.put('outgoing', key(3, '3.0.done'), '');
  store.put('deliveries', key(3, '3.0.done'), '{"id":"3.0.done","state":"delivered","url":"http://localhost:3000/","attempts":[]}');
  const bugs: unknown[] = [];
  const post = () => Promise.reject(new Error('nothing is to be sent'));
  await openPump({ post, catchUp: () => {}, onBug: (bug) => void bugs.push(bug) }).run(workspace);
  expect([bugs, store.keys('outgoing'), workspace.callbacks.deliveries.isOutgoing()]).toEqual([[], [], false]);
});

test('a failure of ours is told, and the message is tried again later', async () => {
  const store = createMemoryStore();
  const workspace = openWorkspace({ id: 'test', secret: 's', seed: 1, clock: frozenClock(0), store, population: nobody, sending });
  const { inbox, publish, deliveries } = workspace.callbacks;
  publish({
    ...inbox.next(),
    api: 'a',
    type: 'x',
    kind: 'event',
    time: 0,
    contentType: 'application/json',
    body: 1,
    url: 'http://localhost:3000/',
  });
  const bugs: unknown[] = [];
  const post = () => Promise.reject(new Error('the sky fell'));
  await openPump({ post, catchUp: () => {}, onBug: (bug) => void bugs.push(bug) }).run(workspace);
  expect(bugs).toHaveLength(1);
  expect(deliveries.list()).toMatchObject([{ state: 'waiting', attempts: [{ failure: 'The sandbox failed on it.' }] }]);
});
