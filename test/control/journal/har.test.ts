/** Exchanges as an HTTP archive: what HAR 1.2 demands is there, and nothing that is withheld. */
import { describe, expect, test } from 'vitest';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxOf } from '../../sandbox.ts';

describe('an archive', async () => {
  const sandbox = sandboxOf(notebook, { prefix: '/w/team' });
  const at = `/w/team${notes}`;
  await sandbox.request(`${at}/none?q=R%C3%A9sum%C3%A9&q=two`, {
    headers: { Authorization: 'Bearer c2VjcmV0LXNlY3JldA', Cookie: 'sid=1' },
  });
  await sandbox.send('POST', at, { text: 'mine' });
  await sandbox.send('POST', at, { text: 'long '.repeat(1_000) });
  const archive = async (query = '') => (await (await sandbox.request(`/w/team/_sandbox/journal/har${query}`)).json()).log;
  const log = await archive();
  const [read, made, long] = log.entries;

  test('has what the format demands, oldest first, with addresses that can be asked again', () => {
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'NHS API Sandbox', version: expect.any(String) } });
    expect(made).toEqual({
      startedDateTime: '2026-01-01T00:00:00.000Z',
      time: 0,
      request: {
        method: 'POST',
        url: `http://sandbox.test${at}`,
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: [{ name: 'content-type', value: 'application/json' }],
        queryString: [],
        postData: { mimeType: 'application/json', text: '{"text":"mine"}' },
        headersSize: -1,
        bodySize: 15,
      },
      response: {
        status: 201,
        statusText: '',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: expect.arrayContaining([{ name: 'cache-control', value: 'no-store' }]),
        content: { size: expect.any(Number), mimeType: 'application/json', text: expect.stringContaining('mine') },
        redirectURL: expect.any(String),
        headersSize: -1,
        bodySize: expect.any(Number),
      },
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
      comment: expect.stringMatching(/^http:\/\/sandbox\.test\/w\/team\/_sandbox\/trace\/[0-9a-f]{32}$/),
    });
    expect(read.request.queryString).toEqual([
      { name: 'q', value: 'Résumé' },
      { name: 'q', value: 'two' },
    ]);
  });

  test('says of a body that it is cut, and shows no credential', () => {
    expect(long.request.postData).toMatchObject({ comment: 'The beginning of 5011 bytes.' });
    expect(long.request.postData.text.length).toBeLessThan(5_000);
    expect(read.request.headers).toContainEqual({ name: 'authorization', value: expect.stringMatching(/^Bearer withheld:/) });
    expect(JSON.stringify(log)).not.toMatch(/c2VjcmV0|sid=1/);
  });

  test.each([
    ['?method=POST', 2],
    ['?limit=1', 1],
    ['?status=404', 1],
    [`?text=none`, 1],
    ['?operation=nothing', 0],
  ])('with %s has %i of them', async (query, count) => {
    expect((await archive(query)).entries).toHaveLength(count);
  });
});
