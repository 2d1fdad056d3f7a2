/** The clock of a workspace over its own API: what time it is, and what happens when it is moved. */
import { describe, expect, test } from 'vitest';
import { openPostOffice } from '../gateway/post-office.ts';
import { defects } from '../defects.ts';

const clock = '/_sandbox/clock';

test('says what time it is, and what is scheduled next', async () => {
  const { post, request } = openPostOffice();
  expect(await (await request(clock)).json()).toEqual({
    mode: 'frozen',
    now: '2026-01-01T00:00:00.000Z',
    populationAsOf: '2026-01-01',
    scheduled: 0,
    next: [],
    happened: [],
  });
  await post({ id: 'a', in: 'P1M' });
  await post({ id: 'b', do: 'send' });
  expect(await (await request(clock)).json()).toMatchObject({
    scheduled: 2,
    next: [
      { api: 'letters', do: 'send', due: '2026-01-01T01:00:00.000Z' },
      { api: 'letters', do: 'sort', due: '2026-02-01T00:00:00.000Z' },
    ],
  });
});

test('says what is to happen in words, where its mock has some', async () => {
  const { post, request } = openPostOffice();
  await post({ id: 'a', do: 'fail' });
  const { next } = await (await request(clock)).json();
  expect(next).toEqual([{ api: 'letters', do: 'fail', what: 'A letter is torn', due: '2026-01-01T01:00:00.000Z' }]);
});

test('says what was done last, whoever moved the clock, until it is reset', async () => {
  const { post, send, request, clock: time } = openPostOffice();
  await post({ id: 'a' });
  await send('POST', `${clock}/advance`, { by: 'PT1H' });
  time.set(Date.UTC(2026, 0, 2));
  await request('/letters/letters/a');
  const happened = async (): Promise<unknown> => (await (await request(clock)).json()).happened;
  expect(await happened()).toEqual([
    { api: 'letters', do: 'send', due: '2026-01-01T03:00:00.000Z' },
    { api: 'letters', do: 'sort', due: '2026-01-01T01:00:00.000Z' },
  ]);
  await send('POST', '/_sandbox/reset');
  expect(await happened()).toEqual([]);
});

describe('advancing', () => {
  test('runs everything due, each at its own time, before it answers, and says what ran', async () => {
    const { post, send, letter } = openPostOffice();
    await post({ id: 'a' });
    const advanced = await send('POST', `${clock}/advance`, { by: 'P1D' });
    expect([advanced.status, await advanced.json()]).toEqual([
      200,
      {
        mode: 'frozen',
        now: '2026-01-02T00:00:00.000Z',
        populationAsOf: '2026-01-02',
        scheduled: 0,
        next: [],
        ran: [
          { api: 'letters', do: 'sort', due: '2026-01-01T01:00:00.000Z' },
          { api: 'letters', do: 'send', due: '2026-01-01T03:00:00.000Z' },
        ],
        ranInAll: 2,
      },
    ]);
    expect(await letter('a')).toMatchObject({ status: 'sent', at: '2026-01-01T03:00:00.000Z' });
  });

  test('leads to an instant as well, and a month is one of the calendar', async () => {
    const { send } = openPostOffice();
    const to = await send('POST', `${clock}/advance`, { to: '2026-01-31T10:00:00+01:00' });
    expect(await to.json()).toMatchObject({ now: '2026-01-31T09:00:00.000Z' });
    const by = await send('POST', `${clock}/advance`, { by: 'P1M' });
    expect(await by.json()).toMatchObject({ now: '2026-02-28T09:00:00.000Z' });
  });

  test('ends where something puts itself off without end, and goes on later', async () => {
    const { post, send } = openPostOffice();
    await post({ id: 'a', do: 'forever' });
    const advanced = await (await send('POST', `${clock}/advance`, { by: 'PT1H' })).json();
    expect([advanced.ran.length, advanced.ranInAll, advanced.scheduled]).toEqual([100, 10_000, 1]);
  });

  test('goes on past what fails, which is told as a bug and tried again', async () => {
    const { post, send, status } = openPostOffice();
    await post({ id: 'a', do: 'fail' });
    await post({ id: 'b', do: 'send' });
    const advanced = await (await send('POST', `${clock}/advance`, { by: 'PT1H' })).json();
    expect([advanced.ranInAll, advanced.scheduled]).toEqual([1, 1]);
    expect(await status('b')).toBe('sent');
    expect(defects.splice(0).length).toBeGreaterThan(0);
  });

  test.for<[unknown, string]>([
    [{}, ''],
    [{ by: 'P1D', to: '2027-01-01T00:00:00Z' }, ''],
    [{ by: 'a day' }, '/by'],
    [{ by: '-P1D' }, '/by'],
    [{ by: 'P9999Y' }, '/by'],
    [{ to: '2025-12-31T23:59:59Z' }, '/to'],
    [{ to: 'noon' }, '/to'],
  ])('by %j is refused, and nothing moves', async ([body, pointer]) => {
    const { send, request } = openPostOffice();
    const refused = await send('POST', `${clock}/advance`, body);
    expect([refused.status, (await refused.json()).errors[0].pointer]).toEqual([400, pointer]);
    expect(await (await request(clock)).json()).toMatchObject({ now: '2026-01-01T00:00:00.000Z' });
  });
});

describe('setting', () => {
  test('back leaves what ran as it is, and runs nothing twice', async () => {
    const { post, send, letter, sent } = openPostOffice();
    await post({ id: 'a' });
    await send('POST', `${clock}/advance`, { by: 'P1D' });
    const back = await send('PUT', clock, { mode: 'frozen', at: '2025-06-01T00:00:00Z' });
    expect(await back.json()).toMatchObject({ now: '2025-06-01T00:00:00.000Z', ran: [], ranInAll: 0 });
    const again = await send('POST', `${clock}/advance`, { to: '2026-06-01T00:00:00Z' });
    expect(await again.json()).toMatchObject({ ran: [], ranInAll: 0 });
    expect([await letter('a'), await sent()]).toEqual([{ id: 'a', status: 'sent', at: '2026-01-01T03:00:00.000Z' }, ['a sent']]);
  });

  test('forth runs what is due by then', async () => {
    const { post, send } = openPostOffice();
    await post({ id: 'a', do: 'send' });
    const set = await send('PUT', clock, { mode: 'frozen', at: '2026-01-05T00:00:00Z' });
    expect(await set.json()).toMatchObject({ ranInAll: 1 });
  });

  test('to real time, and so far ahead of it or behind it', async () => {
    const { send, request } = openPostOffice();
    /** In minutes. */
    const ahead = async (): Promise<number> =>
      Math.round((Date.parse((await (await request(clock)).json()).now) - Date.now()) / 60_000) + 0;
    expect(await (await send('PUT', clock, { mode: 'offset', by: 'PT2H' })).json()).toMatchObject({ mode: 'offset', by: 'PT2H' });
    expect(await ahead()).toBe(120);
    expect(await (await send('PATCH', clock, { by: '-P1D' })).json()).toMatchObject({ mode: 'offset', by: '-P1D' });
    expect(await ahead()).toBe(-1440);
    await send('POST', `${clock}/advance`, { by: 'P1D' });
    expect(await ahead()).toBe(0);
    expect(await (await send('PUT', clock, { mode: 'real' })).json()).toMatchObject({ mode: 'real' });
    await send('POST', `${clock}/advance`, { by: 'PT1H' });
    expect(await (await request(clock)).json()).toMatchObject({ mode: 'offset' });
    expect(await ahead()).toBe(60);
  });

  test('in part: a clock that stands still goes on standing still, and one that goes goes on from there', async () => {
    const { send, request } = openPostOffice();
    expect(await (await send('PATCH', clock, { at: '2026-03-01T00:00:00Z' })).json()).toMatchObject({
      mode: 'frozen',
      now: '2026-03-01T00:00:00.000Z',
    });
    await send('PATCH', clock, { mode: 'offset', at: '2026-03-01T00:00:00Z' });
    expect(await (await request(clock)).json()).toMatchObject({ mode: 'offset', now: expect.stringMatching(/^2026-03-01T00:0/) });
    expect(await (await send('PATCH', clock, { mode: 'frozen' })).json()).toMatchObject({
      mode: 'frozen',
      now: expect.stringMatching(/^2026-03-01T00:0/),
    });
  });

  test.for<[unknown, string]>([
    [{ mode: 'real', at: '2026-01-01T00:00:00Z' }, '/at'],
    [{ mode: 'frozen', by: 'P1D' }, '/by'],
    [{ mode: 'frozen', at: 'noon' }, '/at'],
    [{ mode: 'frozen', at: '1969-12-31T00:00:00Z' }, '/at'],
    [{ mode: 'offset' }, ''],
    [{ mode: 'offset', by: '2 hours' }, '/by'],
    [{ mode: 'stopped' }, '/mode'],
    [{}, '/mode'],
  ])('to %j is refused', async ([body, pointer]) => {
    const { send, request } = openPostOffice();
    const refused = await send('PUT', clock, body);
    expect([refused.status, (await refused.json()).errors[0].pointer ?? '']).toEqual([400, pointer]);
    expect(await (await request(clock)).json()).toMatchObject({ mode: 'frozen', now: '2026-01-01T00:00:00.000Z' });
  });
});

describe('what it is set to', () => {
  test('comes back with a snapshot, as what is scheduled does, and is left alone by a reset', async () => {
    const { post, send, request, status } = openPostOffice();
    await send('PUT', clock, { mode: 'frozen', at: '2026-02-01T00:00:00Z' });
    await post({ id: 'a' });
    await send('POST', '/_sandbox/snapshots', { name: 'posted' });
    await send('POST', `${clock}/advance`, { by: 'P1Y' });
    await send('POST', '/_sandbox/reset');
    expect(await (await request(clock)).json()).toMatchObject({ now: '2027-02-01T00:00:00.000Z', scheduled: 0 });
    await send('POST', '/_sandbox/snapshots/posted/restore');
    expect(await (await request(clock)).json()).toMatchObject({ now: '2026-02-01T00:00:00.000Z', scheduled: 1 });
    await send('POST', `${clock}/advance`, { by: 'P1D' });
    expect(await status('a')).toBe('sent');
  });

  test('goes with a fork, and from then on each has its own', async () => {
    const { send, request } = openPostOffice();
    await send('PUT', clock, { mode: 'frozen', at: '2026-02-01T00:00:00Z' });
    const { baseUrl, managementKey } = await (await send('POST', '/_sandbox/workspace/fork')).json();
    const headers = { Authorization: `Bearer ${managementKey}`, 'Content-Type': 'application/json' };
    const forked = await request(`${baseUrl}${clock}`, { headers });
    expect(await forked.json()).toMatchObject({ mode: 'frozen', now: '2026-02-01T00:00:00.000Z' });
    await request(`${baseUrl}${clock}/advance`, { method: 'POST', headers, body: '{"by":"P1D"}' });
    expect(await (await request(clock)).json()).toMatchObject({ now: '2026-02-01T00:00:00.000Z' });
  });
});
