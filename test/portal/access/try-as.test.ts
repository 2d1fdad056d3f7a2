/** An operation that is tried as somebody, without script. */
import { describe, expect, test } from 'vitest';
import { sandboxesFor, type SandboxOptions } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';

const open = await sandboxesFor('personal-demographics');
const place = '/_portal/apis/personal-demographics/get-patient';
const gp = '656005750104';
const role = '656014452101';
const jane = '9000000009';
const id = '60e0b220-8136-4ca5-ae46-1d97ef59d068';

const valueOf = (html: string, name: string): string =>
  (new RegExp(`<(?:input|select)[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html) ?? [])[1] ?? '';

/** The form that sends the request that works, as its texts. */
function mending(html: string): Readonly<Record<string, string>> {
  const form = /<section id="try-answer"[^]*?<form[^]*?<\/form>/.exec(html)?.[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<textarea name="([^"]*)"[^>]*>\n?([^<]*)/g)].map(([, name = '', text = '']) => [name, text]),
  );
}

describe('an operation tried as somebody', () => {
  const visiting = async (options?: SandboxOptions) => browsing(open(options));

  test('is opened for a person and a persona, with what a caller of that kind sends filled in and no token in sight', async () => {
    const { see } = await visiting();
    const html = await (await see(`${place}?person=${jane}&as=${gp}`)).text();
    expect(valueOf(html, 'path.id')).toBe(jane);
    expect(valueOf(html, 'header.NHSD-Session-URID')).toBe(role);
    expect(valueOf(html, 'header.Authorization')).toBe('');
    expect(html).toMatch(new RegExp(`<option value="${gp}" selected=""`));
  });

  test('is let in as a member of staff where that is asked for strictly, and shows the token that it sent in its field', async () => {
    const { send } = await visiting();
    const fields = { as: gp, 'path.id': jane, 'header.X-Request-ID': id, 'header.X-Sandbox-Access': 'strict' };
    const html = await (await send(`${place}/try`, fields)).text();
    expect(html).toContain('Answer: 200');
    expect(valueOf(html, 'header.Authorization')).toMatch(/^Bearer [a-p]+1$/);
    expect(valueOf(html, 'header.NHSD-Session-URID')).toBe(role);
    expect(html).toContain('-H &#39;Authorization: Bearer');
  });

  test('is refused as a patient who asks about somebody else, says why, and is mended by one button', async () => {
    const { send } = await visiting({ settings: { access: 'strict' } });
    const html = await (await send(`${place}/try`, { as: 'patient-p9', 'path.id': jane, 'header.X-Request-ID': id })).text();
    expect(html).toContain('Answer: 403');
    expect(html).toContain('Patient cannot perform this action');
    expect(html).toContain('Send the request that works, as the patient themselves');
    const mended = await (await send(`${place}/try`, mending(html))).text();
    expect(mended).toContain('Answer: 200');
    expect(valueOf(mended, 'as-number')).toBe(jane);
  });

  test('without anybody is refused strictly, and sent again as somebody who is let in', async () => {
    const { send } = await visiting({ settings: { access: 'strict' } });
    const html = await (await send(`${place}/try`, { 'path.id': jane, 'header.X-Request-ID': id })).text();
    expect(html).toContain('Answer: 401');
    expect(html).toContain('Send the request that works, as Dr Oriole Fieldfare');
    expect(await (await send(`${place}/try`, mending(html))).text()).toContain('Answer: 200');
  });

  test('keeps a token that was typed, and makes anew one that was filled in', async () => {
    const { send } = await visiting();
    const fields = { as: gp, 'path.id': jane, 'header.X-Request-ID': id, 'header.X-Sandbox-Access': 'strict' };
    const typed = await (await send(`${place}/try`, { ...fields, 'header.Authorization': 'Bearer mine' })).text();
    expect([valueOf(typed, 'header.Authorization'), typed]).toEqual(['Bearer mine', expect.stringContaining('Answer: 401')]);
    const first = valueOf(await (await send(`${place}/try`, fields)).text(), 'header.Authorization');
    const again = { ...fields, as: 'application', 'header.Authorization': first, given: first, was: gp, 'header.NHSD-Session-URID': role };
    const html = await (await send(`${place}/try`, again)).text();
    expect(valueOf(html, 'header.Authorization')).not.toBe(first);
    expect(valueOf(html, 'header.NHSD-Session-URID')).toBe('');
  });

  test('is not sent as nobody that there is', async () => {
    const { send } = await visiting();
    const answer = await send(`${place}/try`, { 'as-number': '9111231130', 'path.id': jane, 'header.X-Request-ID': id });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringMatching(/This was not sent[^]*nobody has this NHS number/)]);
  });
});
