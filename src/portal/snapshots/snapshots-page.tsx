/** The list of snapshots, and another one taken. */
import { askControl, sending } from '../control.ts';
import { minuteIn } from '../exchanges/words.ts';
import { consolePage } from '../page/console.tsx';
import { Done } from '../page/done.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { to, type PageVisit } from '../visit.ts';
import { sizeWords } from '../workspace/overview.tsx';
import type { components } from '../../generated/sandbox-control.types.ts';

const done = {
  taken: 'The snapshot was taken.',
  restored: 'Everything is as it was when the snapshot was taken.',
  forgotten: 'The snapshot was forgotten.',
  imported: 'What was in the file is here now.',
};

interface Typed {
  readonly name?: string;
  readonly refused?: Refused;
}

export async function snapshotsPage(visit: PageVisit, { name, refused: why }: Typed = {}): Promise<Response> {
  const listed = await askControl<'list-snapshots'>(visit, '/snapshots');
  if (!listed.ok) return refused(visit, listed);
  return consolePage(visit, {
    part: 'snapshots',
    title: 'Snapshots',
    status: why?.status ?? 200,
    main: (
      <>
        <Done visit={visit} words={done} />
        <Refusal refused={why} />
        <p>
          A snapshot keeps everything as it is now: what clients have written, the settings, the faults, the stubs and the clock. You can go
          back to it as often as you like. There may be ten; a reset leaves them alone.
        </p>
        <PortalForm visit={visit} action="/snapshots">
          <Field
            name="name"
            label="Name of a new snapshot"
            hint="Letters, digits, dots, dashes and underscores, such as before-the-demo. One of the same name is replaced."
            value={name}
            fault={faultAt(why, '/name')}
            maxlength={64}
            size={30}
            required
          />
          <button>Take a snapshot</button>
        </PortalForm>
        <h2>Those that there are</h2>
        {listed.body.snapshots.length === 0 ? <p>None yet.</p> : <Snapshots visit={visit} snapshots={listed.body.snapshots} />}
        <h2>In a file</h2>
        <p>
          What clients have written can leave as a file and come back, here or in another workspace. Settings and the clock do not go with
          it.
        </p>
        <ul>
          <li>
            <a href={to(visit, '/snapshots/state.ndjson')} download>
              Download what is written here
            </a>
          </li>
          <li>
            <a href={to(visit, '/snapshots/import')}>Take in a file</a>
          </li>
        </ul>
        <h2>Back to the beginning</h2>
        <p>
          <a href={to(visit, '/reset')}>Reset this workspace</a>
        </p>
      </>
    ),
  });
}

interface SnapshotsProps {
  readonly visit: PageVisit;
  readonly snapshots: readonly components['schemas']['Snapshot'][];
}

function Snapshots({ visit, snapshots }: SnapshotsProps) {
  return (
    <table class="stacked">
      <caption>Times are those of the workspace’s clock, in UTC.</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Taken</th>
          <th scope="col">Rows</th>
          <th scope="col">Size</th>
          <th scope="col">What can be done</th>
        </tr>
      </thead>
      <tbody>
        {snapshots.map(({ name, taken, rows, bytes }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{minuteIn(taken)}</td>
            <td>{rows}</td>
            <td>{sizeWords(bytes)}</td>
            <td>
              <div class="actions">
                <a href={to(visit, `/snapshots/${name}/restore`)} aria-label={`Go back to it: ${name}`}>
                  Go back to it
                </a>
                <a href={to(visit, `/snapshots/${name}/forget`)} aria-label={`Forget it: ${name}`}>
                  Forget it
                </a>
              </div>{' '}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export async function take(visit: PageVisit, field: (name: string) => string): Promise<Response> {
  const name = field('name');
  const taken = await askControl<'take-snapshot'>(visit, '/snapshots', sending('POST', { name }));
  if (taken.ok) return seePage(visit, '/snapshots?done=taken');
  return taken.status === 401 ? refused(visit, taken) : snapshotsPage(visit, { name, refused: taken });
}
