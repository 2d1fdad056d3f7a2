/** Contracts that all workspaces of an event share: one upload, however many teams there are. */
import { sending } from '../control.ts';
import { readForm } from '../forms.ts';
import { Done } from '../page/done.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { Refusal, type Refused } from '../page/refusal.tsx';
import { refused as refusal } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { untakenForm } from '../page/untaken-form.tsx';
import { withForm } from '../page/with-form.ts';
import type { PageVisit } from '../visit.ts';
import { askEvent, type HeldEvent } from './ask-event.ts';
import { eventPage } from './event-page.tsx';

interface Given {
  readonly name: string;
  readonly text: string;
}

const done = { brought: 'It is served in every workspace.', removed: 'It is served no longer.' };

export function sharedContractsPage(visit: PageVisit, { contracts = [] }: HeldEvent, given?: Given, refused?: Refused): Promise<Response> {
  return eventPage(visit, {
    part: '/contracts',
    title: 'Contracts that all teams share',
    status: refused?.status ?? 200,
    main: (
      <>
        <Done visit={visit} words={done} />
        <Refusal refused={refused} />
        <p>
          An API of your own, served in every workspace of the event and in those that are made later. One of the same name is replaced.
        </p>
        {contracts.length > 0 && (
          <table class="stacked">
            <caption>Contracts that the event shares</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Remove</th>
              </tr>
            </thead>
            <tbody>
              {contracts.map((name) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>
                    <PortalForm visit={visit} action="/organiser/contracts/remove">
                      <input type="hidden" name="name" value={name} />
                      <button class="plain" aria-label={`Remove ${name} from every workspace`}>
                        Remove
                      </button>
                    </PortalForm>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <h2>Bring one</h2>
        <PortalForm visit={visit} action="/organiser/contracts" enctype="multipart/form-data">
          <p class="field">
            <label for="file">
              A file
              <span class="hint">OpenAPI as YAML or JSON, of at most 5 MiB. Choose it, or drop it here.</span>
            </label>
            <input id="file" class="drop" type="file" name="file" accept=".yaml,.yml,.json,application/json,application/yaml" />
          </p>
          <Field name="text" label="Or its text" hint="Taken where no file is chosen." lines={8} value={given?.text} />
          <Field
            name="name"
            label="What to call it"
            hint="The name of the file where you say nothing."
            value={given?.name}
            maxlength={100}
          />
          <button>Serve it in every workspace</button>
        </PortalForm>
      </>
    ),
  });
}

/** A contract may have 5 MiB, and the form is around it. */
const most = 6 * 1_048_576;

export async function bringShared(visit: PageVisit, event: HeldEvent): Promise<Response> {
  const sent = await readForm(visit, most);
  if ('why' in sent) return untakenForm(visit, sent);
  const field = (name: string): string => sent.fields.get(name) ?? '';
  const isFile = field('file').trim() !== '';
  const given = { name: field('name').trim() || (isFile && field('file.name')) || 'my-api', text: isFile ? field('file') : field('text') };
  const brought = await askEvent<'bring-event-contract'>(visit, `/event/contracts/${encodeURIComponent(given.name)}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/yaml' },
    body: given.text.replaceAll('\r\n', '\n'),
  });
  return brought.ok ? seePage(visit, '/organiser/contracts?done=brought') : sharedContractsPage(visit, event, given, brought);
}

export const removeShared = (visit: PageVisit): Promise<Response> =>
  withForm(visit, async (field) => {
    const place = `/event/contracts/${encodeURIComponent(field('name'))}`;
    const removed = await askEvent<'remove-event-contract'>(visit, place, sending('DELETE'));
    return removed.ok ? seePage(visit, '/organiser/contracts?done=removed') : refusal(visit, removed);
  });
