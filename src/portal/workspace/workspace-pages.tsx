/** A workspace of one's own, for whoever wants to write: one button, and what is shown once afterwards. */
import { portalPath } from '../../gateway/places.ts';
import { askControl, sending } from '../control.ts';
import { cookie, keyCookie } from '../cookies.ts';
import { readForm } from '../forms.ts';
import { consolePage } from '../page/console.tsx';
import { PortalForm } from '../page/form.tsx';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { untakenForm } from '../page/untaken-form.tsx';
import type { Pages } from '../pages.ts';
import { to, type PageVisit } from '../visit.ts';

export function workspacePages(pages: Pages): void {
  pages.get(`${portalPath}/workspace`, ({ env: visit }) => overview(visit));
  pages.get(`${portalPath}/workspace/new`, ({ env: visit }) => offer(visit));
  pages.post(`${portalPath}/workspace/new`, ({ env: visit }) => make(visit));
}

async function overview(visit: PageVisit): Promise<Response> {
  if (visit.isDemonstration) return offer(visit);
  const workspace = await askControl<'read-workspace'>(visit, '/workspace');
  if (!workspace.ok) return refused(visit, workspace);
  return consolePage(visit, { part: 'workspace', title: 'This workspace', main: <p>Everything that can be done with it.</p> });
}

function offer(visit: PageVisit): Promise<Response> {
  return page(visit, {
    title: 'A workspace of your own',
    main: (
      <>
        {visit.isDemonstration && (
          <p>You are in the demonstration: every API answers, with made-up people, and nothing that is sent is kept.</p>
        )}
        <p>
          A workspace has an address and a key of its own. What you write there stays there, nobody else sees it, and you can look up every
          request that was sent to it and why it was answered so. Nothing is asked of you. It is deleted after 24 hours.
        </p>
        <PortalForm visit={visit} action="/workspace/new">
          <button>Make a workspace</button>
        </PortalForm>
      </>
    ),
  });
}

async function make(visit: PageVisit): Promise<Response> {
  const sent = await readForm(visit);
  if ('why' in sent) return untakenForm(visit, sent);
  const made = await askControl<'make-workspaces'>(visit, '/workspaces', sending('POST', {}));
  if (!made.ok) return refused(visit, made);
  const [one] = 'workspaces' in made.body ? made.body.workspaces : [made.body];
  if (one === undefined) throw new Error('a workspace was made and none is told of');
  const { id, baseUrl, managementKey, expires, curl } = one;
  const there = { ...visit, prefix: `${visit.folder}/w/${id}` };
  return page(visit, {
    title: 'Your workspace is ready',
    status: 201,
    headers: { 'Set-Cookie': cookie(keyCookie, managementKey, there) },
    main: (
      <>
        <p>
          <strong>The key is shown this once.</strong> Keep it if programs of yours are to use it, or if you come back in another browser.
          This browser has it until it is closed.
        </p>
        <dl>
          <dt>Address, which goes before the path of every API</dt>
          <dd>
            <code>{baseUrl}</code>
          </dd>
          <dt>Key, which opens what was sent and resets it</dt>
          <dd>
            <code>{managementKey}</code>
          </dd>
          {expires !== undefined && (
            <>
              <dt>It is deleted</dt>
              <dd>{expires.slice(0, 16).replace('T', ' ')} UTC</dd>
            </>
          )}
        </dl>
        <p>Whoever has the address can use the APIs in it: treat it like a password. To try it:</p>
        <pre tabindex={0}>
          <code>{curl}</code>
        </pre>
        <p>
          <a href={to(there, '')}>Open your workspace</a>
        </p>
      </>
    ),
  });
}
