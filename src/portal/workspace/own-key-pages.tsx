/** Another key for this workspace: asked for here, shown in the answer and never again, and taken over by this browser. */
import { askControl, sending } from '../control.ts';
import { cookie, keyCookie } from '../cookies.ts';
import { minuteIn } from '../exchanges/words.ts';
import { consolePage } from '../page/console.tsx';
import { Copied } from '../page/copied.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { Refusal, type Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { to, type PageVisit } from '../visit.ts';

const overlaps = [
  ['0', 'at once'],
  ['5', 'after 5 minutes'],
  ['60', 'after an hour'],
] as const;

export async function ownKeyPage(visit: PageVisit, why?: Refused): Promise<Response> {
  const workspace = await askControl<'read-workspace'>(visit, '/workspace');
  if (!workspace.ok) return refused(visit, workspace);
  return consolePage(visit, {
    part: 'workspace',
    title: 'Another key for this workspace',
    status: why?.status ?? 200,
    main: workspace.body.hasKey ? (
      <>
        <Refusal refused={why} />
        <p>
          The key that there is stops opening this workspace. Programs and other browsers that have it are to be given the new one, which is
          shown once. The address of the workspace stays, and so does everything in it.
        </p>
        <PortalForm visit={visit} action="/workspace/key">
          <Field name="overlap" label="The old key opens nothing any more" choices={overlaps} />
          <button>Make another key</button>
        </PortalForm>
      </>
    ) : (
      <p>This workspace has no key: it opens to whoever says its name, or sits at its machine.</p>
    ),
  });
}

export async function rotate(visit: PageVisit, field: (name: string) => string): Promise<Response> {
  const rotated = await askControl<'rotate-own-key'>(
    visit,
    '/workspace/rotate-key',
    sending('POST', { overlapMinutes: Number(field('overlap')) }),
  );
  if (!rotated.ok) return rotated.status === 401 ? refused(visit, rotated) : ownKeyPage(visit, rotated);
  const { managementKey, oldKeyUntil } = rotated.body;
  return consolePage(visit, {
    part: 'workspace',
    title: 'The new key of this workspace',
    headers: { 'Set-Cookie': cookie(keyCookie, managementKey, visit) },
    main: (
      <>
        <p>
          <strong>It is shown this once.</strong> This browser has it until it is closed, and goes on with it.
        </p>
        <Copied id="new-key" text={managementKey} what="the key" />
        <p>
          {oldKeyUntil === undefined
            ? 'The old key opens nothing any more.'
            : `The old key opens this workspace until ${minuteIn(oldKeyUntil)} UTC.`}
        </p>
        <p>
          <a href={to(visit, '/workspace')}>Back to the workspace</a>
        </p>
      </>
    ),
  });
}
