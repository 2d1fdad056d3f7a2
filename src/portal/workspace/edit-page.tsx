/** The name of this workspace, and when it ends. */
import { askControl, sending } from '../control.ts';
import { minuteIn } from '../exchanges/words.ts';
import { consolePage } from '../page/console.tsx';
import { Field } from '../page/field.tsx';
import { numberTyped } from '../page/number-typed.ts';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import type { PageVisit } from '../visit.ts';

interface Typed {
  readonly name?: string;
  readonly hours?: string;
  readonly refused?: Refused;
}

export async function editPage(visit: PageVisit, { name, hours, refused: why }: Typed = {}): Promise<Response> {
  const workspace = await askControl<'read-workspace'>(visit, '/workspace');
  if (!workspace.ok) return refused(visit, workspace);
  const { name: present, expires, event } = workspace.body;
  return consolePage(visit, {
    part: 'workspace',
    title: expires === undefined ? 'The name of this workspace' : 'The name and end of this workspace',
    status: why?.status ?? 200,
    main: (
      <>
        <Refusal refused={why} />
        <PortalForm visit={visit} action="/workspace/edit">
          <Field name="name" label="Name" value={name ?? present} fault={faultAt(why, '/name')} maxlength={80} size={40} required />
          <button>Rename it</button>
        </PortalForm>
        {expires !== undefined && (
          <>
            <h2>When it ends</h2>
            <p>
              It ends at {minuteIn(expires)} UTC, by the real time, and everything in it is deleted then.
              {event !== undefined && ' It does not outlive its event.'}
            </p>
            <PortalForm visit={visit} action="/workspace/edit">
              <Field
                name="hours"
                type="number"
                label="Hours from now"
                hint="720 at most, which is 30 days."
                value={hours ?? '24'}
                fault={faultAt(why, '/hours')}
                required
              />
              <button>Move its end</button>
            </PortalForm>
          </>
        )}
      </>
    ),
  });
}

export async function edit(visit: PageVisit, field: (name: string) => string): Promise<Response> {
  const [name, hours] = [field('name'), field('hours')];
  const changes = hours === '' ? { name } : { hours: numberTyped(hours) };
  const changed = await askControl<'change-workspace'>(visit, '/workspace', sending('PATCH', changes));
  if (changed.ok) return seePage(visit, `/workspace?done=${hours === '' ? 'renamed' : 'moved'}`);
  if (changed.status === 401) return refused(visit, changed);
  return editPage(visit, { refused: changed, ...(hours === '' ? { name } : { hours }) });
}
