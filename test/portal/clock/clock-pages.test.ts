/** The clock of a workspace, as somebody sees and moves it who has no script. */
import { describe, expect, test } from 'vitest';
import { openPostOffice } from '../../gateway/post-office.ts';
import { anyone } from '../../../src/mock/caller.ts';
import { browsing } from '../browsing.ts';

const clock = '/_portal/clock';

/** Where a form led to, and what stands there. */
async function opened() {
  const office = openPostOffice();
  const { see, send } = await browsing(office);
  const text = async (path = clock): Promise<string> => (await see(path)).text();
  async function move(fields: Readonly<Record<string, string>>): Promise<string> {
    const answer = await send(clock, fields);
    expect(answer.status).toBe(303);
    return text(answer.headers.get('location') ?? '');
  }
  return { ...office, text, move, submit: (fields: Readonly<Record<string, string>>) => send(clock, fields) };
}

test('says what time it is, what is due next and how soon, and leads to the API that does it', async () => {
  const { post, text } = await opened();
  expect(await text()).toMatch(/2026-01-01 00:00:00<\/time> UTC <span>It stands still\.[^]*Nothing is due\./);
  await post({ id: 'a' });
  await post({ id: 'b', in: 'P1M' });
  const rows = [...(await text()).matchAll(/<th scope="row">([^<]*)<\/th><td>([^<]*)<\/td><td>sort<\/td><td><a href="([^"]*)">/g)];
  expect(rows.map((row) => row.slice(1))).toEqual([
    ['2026-01-01 01:00:00', 'in 1 hour', '/_portal/apis/letters'],
    ['2026-02-01 00:00:00', 'in 31 days', '/_portal/apis/letters'],
  ]);
});

describe('moving it', () => {
  test('on by a day says what happened on the way, and where to see what came of it', async () => {
    const { post, move, letter } = await opened();
    await post({ id: 'a' });
    const text = await move({ by: 'P1D' });
    expect(text).toMatch(/The clock was moved on\.[^]*2 things happened on the way[^]*href="\/_portal\/inbox"[^]*2026-01-02 00:00:00</);
    expect(text).toMatch(/What happened last<[^]*2026-01-01 03:00:00[^]*send[^]*2026-01-01 01:00:00[^]*sort/);
    expect(await letter('a')).toMatchObject({ status: 'sent' });
  });

  test('to what is due next stops there', async () => {
    const { post, move } = await opened();
    await post({ id: 'a', in: 'P3D' });
    expect(await move({ to: 'next' })).toMatch(/1 thing happened on the way, and stands[^]*2026-01-04 00:00:00</);
  });

  test('to what is due next, where nothing is any more, is told and moves nothing', async () => {
    const { submit } = await opened();
    const answer = await submit({ to: 'next' });
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringMatching(/Nothing is due any more[^]*2026-01-01 00:00:00/)]);
  });

  test('where nothing was due says so', async () => {
    const { move } = await opened();
    expect(await move({ by: 'PT1H' })).toContain('Nothing was due on the way.');
  });

  test('by what is no duration is refused beside its field, with what was typed', async () => {
    const { submit } = await opened();
    const answer = await submit({ by: 'a "while"' });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringMatching(/id="by-fault">must be a duration[^]*value="a &quot;while&quot;"/),
    ]);
  });
});

describe('setting it', () => {
  test('stands it still at an instant, earlier ones included, as a browser sends one', async () => {
    const { move } = await opened();
    expect(await move({ mode: 'frozen', at: '2025-06-01T12:30' })).toMatch(/The clock stands still\.[^]*2025-06-01 12:30:00</);
  });

  test('lets it go on from an instant or in real time, and then the page goes on by itself', async () => {
    const { move } = await opened();
    const ahead = await move({ mode: 'offset', at: '2030-01-01T00:00' });
    expect(ahead).toMatch(/data-live="clock-face clock-actions"[^]*2030-01-01 00:00<\/time>[^]*ahead of the real time/);
    expect(await move({ mode: 'real', at: '2030-01-01T00:00:00.000Z' })).toMatch(/in real time again[^]*It is the real time\./);
  });

  test('to what is no instant is refused beside its field', async () => {
    const { submit } = await opened();
    const answer = await submit({ mode: 'offset', at: '9999-01-01T00:00' });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringMatching(/id="at-fault">leads out of the years[^]*value="9999-01-01T00:00"[^]*value="offset" selected/),
    ]);
  });
});

test('is for nobody who has no key', async () => {
  const { see, send } = await browsing(openPostOffice({ caller: anyone }));
  expect([(await see(clock)).status, (await send(clock, { by: 'P1D' })).status]).toEqual([401, 401]);
});
