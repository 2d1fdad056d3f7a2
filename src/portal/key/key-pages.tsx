/** Where a visitor gives the workspace's key, and takes it back. It is kept in a cookie that scripts cannot read and other workspaces never see. */
import { portalPath } from '../../gateway/places.ts';
import { askControl } from '../control.ts';
import { cookie, keyCookie, workspaceOf } from '../cookies.ts';
import { readForm } from '../forms.ts';
import { PortalForm } from '../page/form.tsx';
import { page } from '../page/page.tsx';
import { seePage } from '../page/see.ts';
import { untakenForm } from '../page/untaken-form.tsx';
import type { Pages } from '../pages.ts';
import type { PageVisit } from '../visit.ts';

export function keyPages(pages: Pages): void {
  pages.get(`${portalPath}/key`, ({ env: visit }) => keyPage(visit));
  pages.post(`${portalPath}/key`, ({ env: visit }) => takeKey(visit));
  pages.post(`${portalPath}/key/forget`, async ({ env: visit }) => {
    const sent = await readForm(visit);
    return 'why' in sent ? untakenForm(visit, sent) : seePage(visit, '/key', { 'Set-Cookie': cookie(keyCookie, '', visit) });
  });
}

function keyPage(visit: PageVisit, fault?: string): Promise<Response> {
  return page(visit, {
    title: 'The key of this workspace',
    status: fault === undefined ? 200 : 422,
    main: (
      <>
        <p>
          Whoever has the key may read what was sent to this workspace, and reset it. It was shown once, when the workspace was made, and
          begins with <code>nhss_</code>. This browser keeps it until it is closed, for this workspace only.
        </p>
        <PortalForm visit={visit} action="/key">
          <p>
            <label for="key">
              Key
              {fault !== undefined && <span class="hint bad">{fault}</span>}
            </label>
            <input
              id="key"
              name="key"
              type="password"
              autocomplete="off"
              required
              size={40}
              aria-invalid={fault === undefined ? undefined : 'true'}
            />
          </p>
          <button>Use this key</button>
        </PortalForm>
        {visit.key !== undefined && (
          <PortalForm visit={visit} action="/key/forget">
            <p>This browser has a key for this workspace.</p>
            <button class="plain">Forget it</button>
          </PortalForm>
        )}
      </>
    ),
  });
}

async function takeKey(visit: PageVisit): Promise<Response> {
  const sent = await readForm(visit);
  if ('why' in sent) return untakenForm(visit, sent);
  const key = sent.fields.get('key')?.trim() ?? '';
  const id = workspaceOf(key);
  if (id === undefined) return keyPage(visit, 'This is no key of a workspace: one begins with nhss_ and is 127 characters long.');
  const opened = await askControl<'read-settings'>(visit, '/settings', { headers: { Authorization: `Bearer ${key}` } });
  // Whoever names no workspace is led to that of the key: below another path than its own, it would be sent to others.
  const there = { ...visit, prefix: `${visit.folder}/w/${id}` };
  return opened.ok
    ? seePage(there, '', { 'Set-Cookie': cookie(keyCookie, key, there) })
    : keyPage(visit, 'This key does not open this workspace.');
}
