/** Tokens on their page, without script: for an application, for somebody who is signed in, and what each may do. */
import { describe, expect, test } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

const open = await sandboxesFor('personal-demographics');
const place = '/_portal/tokens';
const gp = '656005750104';
const tokenIn = (html: string): string => /<code id="token">([^<]*)/.exec(html)?.[1] ?? '';

describe('tokens', () => {
  test('are offered for an application and somebody of every kind, with what each is for', async () => {
    const { see } = await browsing(open());
    const html = await (await see(`${place}?as=${gp}`)).text();
    expect(html).toMatch(/<legend>Staff, who sign in with a smartcard<\/legend>[^]*Dr Oriole Fieldfare[^]*A general practitioner/);
    expect(html).toMatch(/<legend>Patients who have proved less<\/legend>[^]*only partly proved/);
    expect(html).toMatch(new RegExp(`<input type="radio" name="as" id="as-${gp}" value="${gp}" checked=""`));
  });

  test.each([
    [gp, 'user-restricted, staff', 200],
    ['', 'application-restricted', 200],
    // Anybody else's record is not theirs.
    ['patient-p9', 'user-restricted, patient', 403],
  ])('for %j say whom they stand for, and are let in or not by an API that asks strictly', async (as, mode, status) => {
    const sandbox = open();
    const { send, see } = await browsing(sandbox);
    const answer = await send(place, { application: 'demo', as });
    const html = await answer.text();
    expect([answer.status, html]).toEqual([200, expect.stringContaining(mode)]);
    const token = tokenIn(html);
    const asked = await sandbox.request('/personal-demographics/FHIR/R4/Patient/9000000009', {
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Sandbox-Access': 'strict',
        'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068',
        ...(as === gp && { 'NHSD-Session-URID': '656014452101' }),
      },
    });
    expect(asked.status).toBe(status);
    expect(html).toContain(`Authorization: Bearer ${token}`);
    expect(html.includes('NHSD-Session-URID: 656014452101')).toBe(as === gp);
    expect(await (await see(place)).text()).not.toContain(token);
  });

  test('are had for anybody in the population by NHS number, and refused beside the field for nobody', async () => {
    const { send } = await browsing(open());
    const found = await (await send(place, { application: 'demo', as: 'number', number: '900 000 0009' })).text();
    expect(found).toContain('A token for the patient 9000000009');
    const nobody = await send(place, { application: 'demo', as: 'number', number: '9111231130' });
    expect([nobody.status, await nobody.text()]).toEqual([404, expect.stringMatching(/nobody has this NHS number[^]*value="9111231130"/)]);
  });

  test('run out by the clock of the workspace', async () => {
    const sandbox = open();
    const { send } = await browsing(sandbox);
    const until = new Date(sandbox.workspace.clock.now() + 600_000).toISOString().slice(0, 19).replace('T', ' ');
    expect(await (await send(place, { application: 'demo', as: '' })).text()).toContain(`${until} UTC`);
  });
});
