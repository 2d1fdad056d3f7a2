/** What scripts of our pages ask: the sandbox's own API, to read only, from this host only, and never as a page. */
import { describe, expect, test } from 'vitest';
import { notebook, notes } from '../gateway/notebook.ts';
import { sandboxOf } from '../sandbox.ts';

const kindOf = (response: Response): string => `${response.status} ${response.headers.get('content-type') ?? ''}`;

describe('/_portal/control', async () => {
  const { visit, request } = sandboxOf(notebook);
  await request(`${notes}/first`);

  test('answers as /_sandbox does, and what it answers stays with the page', async () => {
    const answer = await visit('/_portal/control/exchanges?api=notebook&limit=5', { headers: { 'Sec-Fetch-Site': 'same-origin' } });
    const { exchanges } = await answer.json();
    expect([kindOf(answer), exchanges.length]).toEqual(['200 application/json', 1]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  });

  test.each([
    ['?limit=0', '400 application/problem+json'],
    ['/../no-such', '404 application/problem+json'],
  ])('%s is refused as /_sandbox refuses it', async (end, kind) => {
    expect(kindOf(await visit(`/_portal/control/exchanges${end}`))).toBe(kind);
  });

  test.each(['cross-site', 'same-site', 'none'])('is for no page of another host (%s)', async (site) => {
    expect(kindOf(await visit('/_portal/control/exchanges', { headers: { 'Sec-Fetch-Site': site } }))).toBe('403 application/problem+json');
  });

  test.each(['POST', 'PUT', 'DELETE'])('changes nothing (%s)', async (method) => {
    expect(kindOf(await visit('/_portal/control/reset', { method }))).toBe('405 application/problem+json');
  });

  test('leaves nothing in the journal', async () => {
    await visit('/_portal/control/exchanges');
    expect((await (await request('/_sandbox/exchanges?with=sandbox&text=exchanges')).json()).exchanges).toEqual([]);
  });
});
