/** The form of an operation filled in with what was sent once: `?exchange={id}`. */
import { describe, expect, test } from 'vitest';
import { notebook, notes } from '../../gateway/notebook.ts';
import { sandboxOf, type Sandbox } from '../../sandbox.ts';

const idOf = (answer: Response): string => answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? '';
const formOf = async ({ visit }: Sandbox, operation: string, exchange: string): Promise<string> =>
  (await visit(`/_portal/apis/notebook/${operation}?exchange=${exchange}`)).text();

describe('an operation that is opened from an exchange', () => {
  test('has what was sent in its fields: path, query, headers, body', async () => {
    const sandbox = sandboxOf(notebook);
    const read = idOf(await sandbox.request(`${notes}/a%20note`));
    expect(await formOf(sandbox, 'read-note', read)).toMatch(/name="path\.id"[^>]* value="a note"/);
    const listed = idOf(await sandbox.request(`${notes}?q=bread&page[size]=many`, { headers: { 'X-Kind': 'wide', 'X-Own': 'mine' } }));
    const list = await formOf(sandbox, 'list-notes', listed);
    expect(list).toMatch(/name="query\.q"[^>]* value="bread"/);
    expect(list).toMatch(/name="query\.page"[^>]*>\npage\[size\]=many</);
    expect(list).toContain('<option value="wide" selected="">wide</option>');
    expect(list).toContain('x-own: mine');
    const added = idOf(await sandbox.send('POST', notes, { text: 5 }));
    expect(await formOf(sandbox, 'add-note', added)).toContain('{&quot;text&quot;:5}</textarea>');
  });

  test('says what of it is not there, and leads back to the exchange', async () => {
    const sandbox = sandboxOf(notebook);
    const id = idOf(
      await sandbox.request(`${notes}?colour=red&access_token=abc`, { headers: { Authorization: 'Bearer c2VjcmV0LXNlY3JldA' } }),
    );
    const html = await formOf(sandbox, 'list-notes', id);
    expect(html).toContain(`href="/_portal/exchanges/${id}">an earlier exchange</a>, but for this:`);
    expect(html).toContain('The header authorization was withheld');
    expect(html).toContain('access_token in the query was withheld.');
    expect(html).toContain('colour in the query has no field here');
    expect(html).not.toMatch(/withheld:[0-9a-f]/);
  });

  test('has a request that works where the exchange is not kept, or is of another operation', async () => {
    const sandbox = sandboxOf(notebook);
    const other = idOf(await sandbox.request(`${notes}?q=bread`));
    for (const id of [other, '0'.repeat(32), '../settings']) {
      const html = await formOf(sandbox, 'read-note', encodeURIComponent(id));
      expect(html).toContain('The exchange that was to be filled in is not kept, or is of another operation.');
      expect(html).toMatch(/name="path\.id"[^>]* value="first"/);
    }
  });
});
