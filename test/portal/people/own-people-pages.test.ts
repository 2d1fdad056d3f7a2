/** People of one's own, brought by a form or as JSON, and taken away, without script. */
import { describe, expect, test } from 'vitest';
import { sandboxFor } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

describe('people of one’s own', () => {
  test('are brought by a form, found by their need, and taken away once that is asked once more', async () => {
    const sandbox = await sandboxFor('personal-demographics');
    const { see, send } = await browsing(sandbox);
    const brought = await send('/_portal/people/own', { given: 'Amina', family: 'Quillfeather', born: '1980-02-29', conditions: 'asthma' });
    expect([brought.status, brought.headers.get('location')]).toEqual([303, '/_portal/people/own?done=brought']);
    const html = await (await see('/_portal/people/own?done=brought')).text();
    expect(html).toContain('They were brought');
    const [, number = ''] = /\/people\/(\d{10})">Amina Quillfeather/.exec(html) ?? [];
    expect((await (await sandbox.request('/_sandbox/people?own=true&condition=asthma')).json()).people[0].nhsNumber).toBe(number);
    expect(await (await see(`/_portal/people/${number}`)).text()).toContain(`/people/own/${number}/take-away`);
    expect(await (await see(`/_portal/people/own/${number}/take-away`)).text()).toContain('Take Amina Quillfeather away?');
    const gone = await send(`/_portal/people/own/${number}/take-away`, {});
    expect([gone.status, gone.headers.get('location')]).toEqual([303, '/_portal/people/own?done=gone']);
    expect((await see(`/_portal/people/${number}`)).status).toBe(404);
  });

  test('are shown again with what was typed, and what is wrong beside its field', async () => {
    const { send } = await browsing(await sandboxFor('personal-demographics'));
    const refused = await send('/_portal/people/own', { given: '"><script>', born: 'spring' });
    const html = await refused.text();
    expect(refused.status).toBe(400);
    expect(html).toMatch(/id="born-fault">[^<]+/);
    expect(html).toContain('value="spring"');
    expect(html).not.toContain('"><script>');
    const vague = await send('/_portal/people/own', { family: 'A', born: '1980-01-01', conditions: 'diabetes' });
    expect([vague.status, await vague.text()]).toEqual([400, expect.stringMatching(/id="conditions-fault">[^<]+/)]);
  });

  test('are brought as JSON, and what is no JSON is said to be none', async () => {
    const { see, send } = await browsing(await sandboxFor('personal-demographics'));
    const json = JSON.stringify([
      { name: { family: 'One' }, born: '1990-01-01' },
      { name: { family: 'Two' }, born: '1991-01-01' },
    ]);
    expect((await send('/_portal/people/own', { json })).status).toBe(303);
    expect(await (await see('/_portal/people/own')).text()).toContain('<caption>2 people</caption>');
    const broken = await send('/_portal/people/own', { json: '{' });
    expect([broken.status, await broken.text()]).toEqual([422, expect.stringContaining('What was pasted is no JSON')]);
  });

  test('nobody of the population is taken away', async () => {
    const { see } = await browsing(await sandboxFor('personal-demographics'));
    expect((await see('/_portal/people/own/9000000009/take-away')).status).toBe(404);
  });
});
