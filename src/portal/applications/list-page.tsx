/** All applications of the workspace, and a form that registers one. */
import { counted } from '../../contract/counted.ts';
import { askControl, sending } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Done } from '../page/done.tsx';
import { PortalForm } from '../page/form.tsx';
import { refused } from '../page/refused.tsx';
import { Refusal, type Refused } from '../page/refusal.tsx';
import { withForm } from '../page/with-form.ts';
import { to, type PageVisit } from '../visit.ts';
import { ApplicationFields } from './application-fields.tsx';
import { shownOncePage } from './shown-once.tsx';
import { writtenApplication, type FieldText, type KnownApplication } from './written.ts';

interface Tried {
  readonly text: FieldText;
  readonly refusal: Refused;
}

export async function applicationsPage(visit: PageVisit, tried?: Tried): Promise<Response> {
  const listed = await askControl<'list-applications'>(visit, '/applications');
  if (!listed.ok) return refused(visit, listed);
  const { applications } = listed.body;
  return consolePage(visit, {
    part: 'applications',
    title: 'Applications',
    status: tried?.refusal.status ?? 200,
    main: (
      <>
        <Done visit={visit} words={{ deleted: 'The application is deleted, and its tokens are unknown from now on.' }} />
        <p>
          An application is your program as the platform knows it: a name, an API key, and a key pair to sign with. Real keys and secrets
          have no place here. To be let in without registering anything, <a href={to(visit, '/tokens')}>get a token</a>.
        </p>
        {applications.length === 0 ? <p>None is registered here yet.</p> : <Listed visit={visit} applications={applications} />}
        <h2>Register one</h2>
        <Refusal refused={tried?.refusal} />
        <PortalForm visit={visit} action="/applications">
          <ApplicationFields text={tried?.text ?? firstTexts} refused={tried?.refusal} noKey="None yet" />
          <button>Register it</button>
        </PortalForm>
      </>
    ),
  });
}

const firstTexts: FieldText = (name) => (name === 'key' ? 'pair' : '');

function Listed({ visit, applications }: { readonly visit: PageVisit; readonly applications: readonly KnownApplication[] }) {
  return (
    <table class="stacked">
      <caption>{counted(applications.length, 'application')} in this workspace, in the order in which they were registered</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">API key</th>
          <th scope="col">Keys</th>
          <th scope="col">APIs</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {applications.map(({ id, name, apiKey, keys, products, status, isDemo }) => (
          <tr>
            <th scope="row">
              <a href={to(visit, `/applications/${encodeURIComponent(id)}`)}>{name}</a>
            </th>
            <td>
              <code>{apiKey}</code>
            </td>
            <td>{keys.length === 0 ? 'no key' : keys.map(({ kid }) => kid).join(', ')}</td>
            <td>{products === undefined ? 'all' : products.length === 0 ? 'none' : products.join(', ')}</td>
            <td>{statusInWords({ status, isDemo })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const statusInWords = ({ status, isDemo }: { readonly status: string | undefined; readonly isDemo: boolean | undefined }): string =>
  status === 'revoked' ? 'revoked' : isDemo ? 'approved, comes with the sandbox' : 'approved';

export const registerApplication = (visit: PageVisit): Promise<Response> =>
  withForm(visit, async (text) => {
    const added = await askControl<'add-application'>(visit, '/applications', sending('POST', writtenApplication(text, false)));
    if (!added.ok) return added.status === 401 ? refused(visit, added) : applicationsPage(visit, { text, refusal: added });
    const listed = await askControl<'list-applications'>(visit, '/applications');
    if (!listed.ok) return refused(visit, listed);
    return shownOncePage(visit, {
      added: added.body,
      tokenUrl: listed.body.tokenUrl,
      title: `${added.body.name} is registered`,
      status: 201,
    });
  });
