/** The form that tries an operation, without script: filled in, sent in process, and shown again with the answer. */
import { describe, expect, test } from 'vitest';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxFor, sandboxOf, type Sandbox } from '../../sandbox.ts';

const place = '/_portal/apis/notebook';

/** Sends the form of an operation as a browser does that opened it before. */
async function tryIt(
  { visit }: Sandbox,
  page: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; html: string }> {
  const opened = await visit(page);
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const token = /name="_token" value="([^"]+)"/.exec(await opened.text())?.[1] ?? '';
  const answer = await visit(`${page}/try`, {
    method: 'POST',
    headers: { Cookie: cookie },
    body: new URLSearchParams({ ...fields, _token: token }),
  });
  return { status: answer.status, html: await answer.text() };
}

describe('the form', () => {
  test('is filled in with a request that works, and says what is wanted of each field', async () => {
    const html = await (await sandboxOf(notebook).visit(`${place}/read-note`)).text();
    expect(html).toMatch(/<label for="try-path\.id">id<\/label>.*name="path\.id"[^>]* value="first"/);
    expect(html).toContain('part of the address, required, string');
  });

  test('offers what the contract allows, and the answers that it documents', async () => {
    const html = await (await sandboxOf(notebook).visit(`${place}/list-notes`)).text();
    expect(html).toMatch(/<select[^>]*name="header\.X-Kind"[^>]*>.*<option value="short">short<\/option><option value="long">/);
    const read = await (await sandboxOf(notebook).visit(`${place}/read-note`)).text();
    expect(read).toContain('<option value="code=404, example=gone">404, the example gone</option>');
  });

  test('is about the person that the address names', async () => {
    const sandbox = await sandboxFor('personal-demographics');
    const page = '/_portal/apis/personal-demographics/get-patient';
    const number = sandbox.people.janeSmith;
    expect(await (await sandbox.visit(`${page}?person=${number}`)).text()).toMatch(new RegExp(`name="path\\.id"[^>]* value="${number}"`));
    const unknown = await (await sandbox.visit(`${page}?person=9111231130`)).text();
    expect(unknown).toContain('Nobody in this sandbox has this NHS number.');
  });
});

describe('what was sent', () => {
  test('is answered on the page, with what the status means', async () => {
    const { status, html } = await tryIt(sandboxOf(notebook), `${place}/read-note`, { 'path.id': 'first' });
    expect(status).toBe(200);
    expect(html).toContain('<h3>Answer: 200, done</h3>');
    expect(html).toContain('&quot;id&quot;: &quot;first&quot;');
  });

  test('is stored as if a program had sent it', async () => {
    const sandbox = sandboxOf(notebook);
    const body = JSON.stringify({ id: 'mine', text: 'Buy bread' });
    const { html } = await tryIt(sandbox, `${place}/add-note`, { type: 'application/json', body });
    expect(html).toContain('Answer: 201');
    expect(await (await sandbox.request(notes)).text()).toContain('Buy bread');
  });

  test('marks the field that is wrong, and offers the request that works', async () => {
    const sandbox = sandboxOf(notebook);
    const { html } = await tryIt(sandbox, `${place}/list-notes`, { 'header.X-Kind': 'wide', 'query.page': 'page[size]=x' });
    expect(html).toContain('Answer: 400');
    expect(html).toMatch(
      /<textarea[^>]*id="try-query\.page"[^>]*aria-describedby="try-query\.page-hint try-query\.page-fault"[^>]*aria-invalid="true"/,
    );
    expect(html).toMatch(/<a href="#try-header\.X-Kind">X-Kind: /);
    expect(html).toContain('Send the request that works');
  });

  test('is what the code beside it says', async () => {
    const { html } = await tryIt(sandboxOf(notebook), `${place}/list-notes`, { 'query.q': "it's", headers: 'X-One: 1' });
    expect(html).toContain(`curl -i &#39;http://sandbox.test/notebook/notes?q=it&#39;\\&#39;&#39;s&#39; \\\n  -H &#39;X-One: 1&#39;`);
  });

  test.each([
    ['..', 'Dots alone would lead to another address.'],
    ['', 'The address needs a value here.'],
  ])('is refused where the address would be another one: “%s”', async (id, why) => {
    const { status, html } = await tryIt(sandboxOf(notebook), `${place}/read-note`, { 'path.id': id });
    expect([status, html.includes(why), html.includes('This was not sent')]).toEqual([422, true, true]);
  });

  test('cannot leave its part of the address', async () => {
    const { html } = await tryIt(sandboxOf(notebook), `${place}/read-note`, { 'path.id': '../../_sandbox/settings' });
    expect(html).toContain('/notebook/notes/..%2F..%2F_sandbox%2Fsettings');
    expect(html).not.toContain('unknownIds');
  });

  test('is shown as text, whatever it holds', async () => {
    const hostile = '"><script>alert(1)</script>';
    const { html } = await tryIt(sandboxOf(notebook), `${place}/list-notes`, {
      'query.q': hostile,
      headers: `X-A: ${hostile}`,
      'header.X-Kind': hostile,
    });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
});
