/** `/applications/{id}`: one application, what can be done with it, and what was done. */
import { askControl, sending } from '../control.ts';
import { minuteIn } from '../exchanges/words.ts';
import { confirmPage } from '../page/confirm.tsx';
import { consolePage } from '../page/console.tsx';
import { Copied } from '../page/copied.tsx';
import { Done } from '../page/done.tsx';
import { PortalForm } from '../page/form.tsx';
import { refused } from '../page/refused.tsx';
import { Refusal, type Refused } from '../page/refusal.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import { to, type PageVisit } from '../visit.ts';
import { ApplicationFields } from './application-fields.tsx';
import { shownOncePage } from './shown-once.tsx';
import { signInAddress } from './sign-in-address.ts';
import { textsOf, writtenApplication, type FieldText, type KnownApplication } from './written.ts';

interface Tried {
  readonly text: FieldText;
  readonly refusal: Refused;
}

const placeOf = (id: string): string => `/applications/${encodeURIComponent(id)}`;

const done = {
  changed: 'The application is changed.',
  revoked: 'It is revoked: its tokens and its keys are refused from now on.',
  approved: 'It is approved again.',
};

export async function applicationPage(visit: PageVisit, id: string, tried?: Tried): Promise<Response> {
  const [known, listed] = await Promise.all([
    askControl<'read-application'>(visit, placeOf(id)),
    askControl<'list-applications'>(visit, '/applications'),
  ]);
  if (!known.ok) return refused(visit, known);
  const application = known.body;
  const tokenUrl = listed.ok ? listed.body.tokenUrl : '';
  return consolePage(visit, {
    part: 'applications',
    title: application.name,
    status: tried?.refusal.status ?? 200,
    main: (
      <>
        <nav aria-label="Where this is">
          <p>
            <a href={to(visit, '/applications')}>All applications</a>
          </p>
        </nav>
        <Done visit={visit} words={done} />
        <Refusal refused={tried?.refusal} />
        {application.isDemo && (
          <p class="panel">
            It comes with a sandbox on your own machine, so that a first token takes no registration. Both halves of its key and its secret
            are published, so it proves nothing, and it cannot be changed. Register one of your own to try out the rest.
          </p>
        )}
        <Facts application={application} tokenUrl={tokenUrl} />
        <p>
          <a class="button" href={to(visit, `/tokens?application=${encodeURIComponent(id)}`)}>
            Get a token for it
          </a>
        </p>
        <SignIn application={application} tokenUrl={tokenUrl} />
        {!application.isDemo && <Changes visit={visit} application={application} tried={tried} />}
      </>
    ),
  });
}

function Facts({ application, tokenUrl }: { readonly application: KnownApplication; readonly tokenUrl: string }) {
  const { apiKey, keys, made, status = 'approved', products, isDemo } = application;
  return (
    <dl>
      <dt>API key, which is its client id</dt>
      <dd>
        <code>{apiKey}</code>
      </dd>
      <dt>Status</dt>
      <dd>{status === 'revoked' ? 'revoked: it is refused everywhere' : 'approved'}</dd>
      <dt>Public keys</dt>
      <dd>{keys.length === 0 ? 'none: it is refused a token until it has one' : keys.map(({ kid }) => kid).join(', ')}</dd>
      <dt>APIs</dt>
      <dd>{products === undefined ? 'all' : products.length === 0 ? 'none' : products.join(', ')}</dd>
      <dt>Where it gets tokens</dt>
      <dd>
        <code>{tokenUrl}</code>
      </dd>
      {!isDemo && (
        <>
          <dt>Registered</dt>
          <dd>{minuteIn(made)} UTC</dd>
        </>
      )}
    </dl>
  );
}

function SignIn({ application, tokenUrl }: { readonly application: KnownApplication; readonly tokenUrl: string }) {
  const [back] = application.callbackUrls ?? [];
  return (
    <>
      <h2>Sign somebody in through it</h2>
      {back === undefined ? (
        <p>It has no address to come back to. Add one below, and people can sign in at the mock log-in pages.</p>
      ) : (
        <>
          <p>
            Open one of these in a browser and choose who signs in: there is no password. You are sent back to <code>{back}</code> with a
            code, for which your program gets a token.
          </p>
          <h3>A patient</h3>
          <Copied id="sign-in-patient" text={signInAddress({ application, tokenUrl, who: 'patient' })} what="the address for patients" />
          <h3>A member of staff</h3>
          <Copied id="sign-in-staff" text={signInAddress({ application, tokenUrl, who: 'worker' })} what="the address for staff" />
        </>
      )}
    </>
  );
}

interface ChangesProps {
  readonly visit: PageVisit;
  readonly application: KnownApplication;
  readonly tried: Tried | undefined;
}

function Changes({ visit, application, tried }: ChangesProps) {
  const { id, status } = application;
  const isRevoked = status === 'revoked';
  return (
    <>
      <h2>Its keys, its secret and its status</h2>
      <PortalForm visit={visit} action={placeOf(id)}>
        <p class="actions">
          <button class="plain" name="do" value="secret">
            Make another secret
          </button>
          <button class="plain" name="do" value="pair">
            Make another pair of keys
          </button>
          <button class="plain" name="do" value={isRevoked ? 'approve' : 'revoke'}>
            {isRevoked ? 'Approve it again' : 'Revoke it'}
          </button>
          <a href={to(visit, `${placeOf(id)}/delete`)}>Delete it</a>
        </p>
      </PortalForm>
      <p class="hint">The secret and the keys that it has now stop working as soon as others are made.</p>
      <h2>Change it</h2>
      <PortalForm visit={visit} action={placeOf(id)}>
        <ApplicationFields text={tried?.text ?? textsOf(application)} refused={tried?.refusal} noKey="Leave its keys as they are" />
        <button name="do" value="change">
          Change it
        </button>
      </PortalForm>
    </>
  );
}

/** By the button that was pressed: what is asked, and the word that is said of it afterwards. */
const changes: Readonly<Record<string, { readonly change: object; readonly done?: keyof typeof done }>> = {
  secret: { change: { generateSecret: true } },
  pair: { change: { generateKey: true } },
  revoke: { change: { status: 'revoked' }, done: 'revoked' },
  approve: { change: { status: 'approved' }, done: 'approved' },
};

export const takeChange = (visit: PageVisit, id: string): Promise<Response> =>
  withForm(visit, async (text) => {
    const wanted = changes[text('do')] ?? { change: writtenApplication(text, true) };
    const changed = await askControl<'change-application'>(visit, placeOf(id), sending('PATCH', wanted.change));
    if (!changed.ok)
      return changed.status === 401 || changed.status === 404
        ? refused(visit, changed)
        : applicationPage(visit, id, { text, refusal: changed });
    const { clientSecret, privateKey, name } = changed.body;
    if (clientSecret === undefined && privateKey === undefined) return seePage(visit, `${placeOf(id)}?done=${wanted.done ?? 'changed'}`);
    const listed = await askControl<'list-applications'>(visit, '/applications');
    if (!listed.ok) return refused(visit, listed);
    const title = clientSecret === undefined ? `${name} has another pair of keys` : `${name} has another secret`;
    return shownOncePage(visit, { added: changed.body, tokenUrl: listed.body.tokenUrl, title });
  });

export async function deletePage(visit: PageVisit, id: string): Promise<Response> {
  const known = await askControl<'read-application'>(visit, placeOf(id));
  if (!known.ok) return refused(visit, known);
  return confirmPage(visit, {
    part: 'applications',
    title: `Delete ${known.body.name}?`,
    words:
      'Its API key, its secret and all its tokens are refused from then on, and this cannot be taken back. What was sent with them stays.',
    action: `${placeOf(id)}/delete`,
    button: 'Delete it',
    back: placeOf(id),
  });
}

export const deleteApplication = (visit: PageVisit, id: string): Promise<Response> =>
  withForm(visit, async () => {
    const deleted = await askControl<'delete-application'>(visit, placeOf(id), sending('DELETE'));
    return deleted.ok ? seePage(visit, '/applications?done=deleted') : refused(visit, deleted);
  });
