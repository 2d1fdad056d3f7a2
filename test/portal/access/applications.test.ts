/** Applications on their pages, without script: registered, what is secret shown once, changed, revoked and deleted. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { tokenOffice } from '../../identity/token-office.ts';
import { browsing } from '../browsing.ts';

const place = '/_portal/applications';
const textOf = (html: string, id: string): string =>
  (new RegExp(`<code id="${id}">([^<]*)`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

describe('applications', () => {
  let sandbox: ReturnType<typeof tokenOffice>;
  let visitor: Awaited<ReturnType<typeof browsing>>;
  beforeEach(async () => {
    sandbox = tokenOffice();
    visitor = await browsing(sandbox);
  });

  test('are listed with their keys, and the one that came with the sandbox says what it is for and cannot be changed', async () => {
    const list = await (await visitor.see(place)).text();
    expect(list).toMatch(/<a href="\/_portal\/applications\/demo">Demo application<\/a>[^]*nhs-api-sandbox-demo[^]*demo-1/);
    const demo = await (await visitor.see(`${place}/demo`)).text();
    expect(demo).toContain('Both halves of its key and its secret are published');
    expect(demo).not.toMatch(/value="(?:change|revoke|secret|pair)"/);
  });

  test('registered with a pair that is made here show its private half and the secret once, with a command that gets a token', async () => {
    const made = await visitor.send(place, { name: 'Ward board', key: 'pair', kid: 'test-1', perMinute: '60', products: 'identity' });
    const html = await made.text();
    expect(made.status).toBe(201);
    const [privateKey, secret] = [textOf(html, 'private-key'), textOf(html, 'client-secret')];
    expect([privateKey, secret]).toEqual([expect.stringMatching(/^-----BEGIN PRIVATE KEY-----/), expect.stringMatching(/^.{30,}$/)]);
    const again = await (await visitor.see(`${place}/1`)).text();
    expect(again).not.toContain(secret);
    expect(again).not.toContain('PRIVATE');
    expect(again).toMatch(/name="perMinute"[^>]*value="60"/);

    const folder = mkdtempSync(join(tmpdir(), 'ward-board-'));
    writeFileSync(join(folder, 'private.pem'), privateKey);
    // Signed as the page says, and sent from here.
    const script = textOf(html, 'token-command').replace(/^curl[^]*$/m, `printf '%s.%s.%s' "$HEADER" "$CLAIMS" "$SIGNATURE"`);
    const assertion = execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString())).toEqual({
      alg: 'RS512',
      typ: 'JWT',
      kid: 'test-1',
    });
    const claims: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ aud: 'http://sandbox.test/oauth2/token', iss: textOf(html, 'api-key') });
  });

  test.each([
    ['is a day ahead', { mode: 'offset', by: 'P1D' }],
    ['stands still', { mode: 'frozen', at: '2031-05-01T09:00:00Z' }],
  ])('have a command that is in time by the clock of the workspace, too, where that %s', async (_how, clock) => {
    const { now } = await (await sandbox.send('PUT', '/_sandbox/clock', clock)).json();
    const html = await (await visitor.send(place, { name: 'Ward board', key: 'pair' })).text();
    const script = /^EXPIRES=.*$/m.exec(textOf(html, 'token-command'))?.[0] ?? '';
    const expires = Number(execFileSync('bash', ['-c', `${script}; echo $EXPIRES`], { encoding: 'utf8' }));
    expect(expires - Date.parse(now) / 1000).toBeGreaterThan(200);
    expect(expires - Date.parse(now) / 1000).toBeLessThan(360);
    expect(html).toContain('Once the clock is set or moved on');
  });

  test.each(['__proto__ = x', 'constructor = x', 'toString'])(
    'with leave for %s are registered or refused, and never fail',
    async (line) => {
      const answer = await visitor.send(place, { name: 'Ward board', key: 'none', permissions: line });
      const html = await answer.text();
      expect([line, answer.status]).toEqual([line, line.startsWith('toString') ? 201 : 400]);
      expect(html).toMatch(/<h1/);
    },
  );

  test('that cannot be registered are shown as they were typed, with what is wrong beside each field', async () => {
    const answer = await visitor.send(place, {
      name: 'Ward board',
      callbackUrls: 'nowhere',
      odsCode: 'y9',
      key: 'paste',
      publicKey: 'none',
    });
    const html = await answer.text();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(html).toContain('value="Ward board"');
    expect(html).toMatch(/id="callbackUrls-fault"/);
    expect(html).toMatch(/id="odsCode-fault"/);
    const taken = await visitor.send(place, { name: 'Demo application' });
    expect([taken.status, await taken.text()]).toEqual([409, expect.stringContaining('has an application of this name')]);
  });

  test('are changed, where an empty field takes away what was there', async () => {
    await visitor.send(place, { name: 'Ward board', odsCode: 'Y90001', permissions: 'one = a\none = b\ntwo =', asid: 'none' });
    const before = await (await visitor.see(`${place}/1`)).text();
    expect(before).toContain('one = a\none = b\ntwo =');
    const changed = await visitor.send(`${place}/1`, { do: 'change', name: 'Bed board', callbackUrls: 'https://board.example.org/back' });
    expect([changed.status, changed.headers.get('location')]).toEqual([303, '/_portal/applications/1?done=changed']);
    const { odsCode, permissions, asid, callbackUrls, name } = sandbox.workspace.applications.find('1') ?? {};
    expect([odsCode, permissions, asid, callbackUrls, name]).toEqual([
      undefined,
      undefined,
      null,
      ['https://board.example.org/back'],
      'Bed board',
    ]);
    expect(await (await visitor.see(`${place}/1`)).text()).toContain('/oauth2/authorize?client_id=');
  });

  test('get another secret and another pair of keys, each shown once', async () => {
    await visitor.send(place, { name: 'Ward board', key: 'pair' });
    const [before] = sandbox.workspace.applications.find('1')?.keys ?? [];
    const secret = await (await visitor.send(`${place}/1`, { do: 'secret' })).text();
    expect(secret).toContain('Client secret, shown this once');
    expect(secret).not.toContain('PRIVATE KEY');
    const pair = await (await visitor.send(`${place}/1`, { do: 'pair' })).text();
    expect(pair).toContain('-----BEGIN PRIVATE KEY-----');
    expect(sandbox.workspace.applications.find('1')?.keys[0]?.n).not.toBe(before?.n);
  });

  test('are revoked, approved again, and deleted once that was asked twice', async () => {
    await visitor.send(place, { name: 'Ward board' });
    await visitor.send(`${place}/1`, { do: 'revoke' });
    expect(sandbox.workspace.applications.find('1')?.status).toBe('revoked');
    expect(await (await visitor.see(`${place}/1?done=revoked`)).text()).toContain('are refused from now on');
    await visitor.send(`${place}/1`, { do: 'approve' });
    expect(sandbox.workspace.applications.find('1')?.status).toBe('approved');
    expect(await (await visitor.see(`${place}/1/delete`)).text()).toContain('cannot be taken back');
    expect(sandbox.workspace.applications.find('1')).toBeDefined();
    const deleted = await visitor.send(`${place}/1/delete`, {});
    expect([deleted.status, sandbox.workspace.applications.find('1')]).toEqual([303, undefined]);
  });

  test('are for whoever has the key of the workspace', async () => {
    const stranger = await browsing(tokenOffice({ caller: anyone }));
    for (const answer of [
      await stranger.see(place),
      await stranger.see(`${place}/demo`),
      await stranger.send(place, { name: 'Mine' }),
      await stranger.see('/_portal/tokens'),
      await stranger.send('/_portal/tokens', { application: 'demo' }),
    ])
      expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('Give the key')]);
  });
});
