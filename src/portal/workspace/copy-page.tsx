/** A copy of this workspace: another one, with an address and a key of its own, that begins with everything that was changed here. */
import { askControl, sending } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import type { PageVisit } from '../visit.ts';
import { madePage } from './made-workspace.tsx';

interface Typed {
  readonly name?: string;
  readonly refused?: Refused;
}

export async function copyPage(visit: PageVisit, { name, refused: why }: Typed = {}): Promise<Response> {
  const workspace = await askControl<'read-workspace'>(visit, '/workspace');
  if (!workspace.ok) return refused(visit, workspace);
  return consolePage(visit, {
    part: 'workspace',
    title: 'A copy of this workspace',
    status: why?.status ?? 200,
    main: (
      <>
        <Refusal refused={why} />
        <p>
          The copy begins with what clients have written here, the settings, the clock and the contracts, and goes its own way from then on:
          what is changed there is not changed here. It has an address and a key of its own.
        </p>
        <PortalForm visit={visit} action="/workspace/copy">
          <Field
            name="name"
            label="Name of the copy"
            hint="May be left out."
            value={name}
            fault={faultAt(why, '/name')}
            maxlength={80}
            size={40}
          />
          <button>Make a copy</button>
        </PortalForm>
      </>
    ),
  });
}

export async function copy(visit: PageVisit, field: (name: string) => string): Promise<Response> {
  const name = field('name');
  const made = await askControl<'fork-own-workspace'>(visit, '/workspace/fork', sending('POST', { ...(name !== '' && { name }) }));
  if (!made.ok) return made.status === 401 ? refused(visit, made) : copyPage(visit, { refused: made, name });
  if ('workspaces' in made.body) throw new Error('one copy is made at a time');
  return madePage(visit, made.body, 'Your copy is ready');
}
