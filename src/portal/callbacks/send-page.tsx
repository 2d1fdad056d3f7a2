/** A callback or webhook sent by hand, as if its API had sent it: which, with which body, and where to besides. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl, sending } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { refused as notLetIn } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import { to, type PageVisit } from '../visit.ts';

type Callback = components['schemas']['Callback'];

interface Typed {
  /** API and name, with a space between. */
  readonly which: string;
  readonly example: string;
  readonly body: string;
  readonly url: string;
}

interface Untaken {
  readonly typed: Typed;
  readonly status: number;
  readonly refused?: Refused;
  readonly bodyFault?: string;
}

export async function sendPage(visit: PageVisit, untaken?: Untaken): Promise<Response> {
  const found = await askControl<'list-callbacks'>(visit, '/callbacks');
  if (!found.ok) return notLetIn(visit, found);
  const all = found.body.callbacks;
  const byHand = all.filter(({ kind }) => kind !== 'event');
  const typed = untaken?.typed ?? { which: visit.query.get('which') ?? '', example: '', body: '', url: '' };
  return consolePage(visit, {
    part: 'inbox',
    title: 'Send one now',
    status: untaken?.status ?? 200,
    main: (
      <>
        <p>
          Have a webhook or callback sent that a contract declares, as if its API had sent it. It is in the{' '}
          <a href={to(visit, '/inbox')}>inbox</a>, and goes to whoever has <a href={to(visit, '/subscriptions')}>subscribed</a>.
        </p>
        {byHand.length === 0 ? (
          <p>No contract that is served here declares any.</p>
        ) : (
          <SendForm visit={visit} typed={typed} offered={byHand} untaken={untaken} />
        )}
        <ByThemselves visit={visit} events={all.filter(({ kind }) => kind === 'event')} />
      </>
    ),
  });
}

const whichOf = ({ api, name }: Callback): string => `${api} ${name}`;

interface SendFormProps {
  readonly visit: PageVisit;
  readonly typed: Typed;
  readonly offered: readonly Callback[];
  readonly untaken: Untaken | undefined;
}

function SendForm({ visit, typed, offered, untaken }: SendFormProps) {
  const { refused, bodyFault } = untaken ?? {};
  return (
    <PortalForm visit={visit} action="/inbox/send">
      <Refusal refused={refused} />
      <Field
        name="which"
        label="What is sent"
        value={typed.which}
        choices={offered.map((one) => [whichOf(one), `${one.api}: ${one.name}${one.summary === undefined ? '' : `, ${one.summary}`}`])}
        fault={faultAt(refused, '/name')}
      />
      <Field
        name="example"
        label="Which example of it"
        hint="the first of its own, where you say nothing and give no body"
        value={typed.example}
        choices={[
          ['', 'As the contract has it'],
          ...[...new Set(offered.flatMap(({ examples = [] }) => examples))].map(
            (name) => [name, `${name} (${ofWhich(offered, name)})`] as const,
          ),
        ]}
        fault={faultAt(refused, '/example')}
      />
      <details open={typed.body !== '' || typed.url !== '' || undefined}>
        <summary>A body of your own, or an address besides</summary>
        <Field
          name="body"
          label="Body"
          hint="JSON, sent as it is: name the person or the thing in it that it is about"
          value={typed.body}
          lines={8}
          fault={bodyFault ?? faultAt(refused, '/body')}
        />
        <Field
          name="url"
          label="Sent here too"
          hint="as where a request to the API had named the address"
          value={typed.url}
          fault={faultAt(refused, '/url')}
          maxlength={2_048}
          size={40}
        />
      </details>
      <p>
        <button>Send it</button>
      </p>
    </PortalForm>
  );
}

const ofWhich = (offered: readonly Callback[], example: string): string =>
  offered
    .filter(({ examples }) => examples?.includes(example))
    .map(({ name }) => name)
    .join(', ');

function ByThemselves({ visit, events }: { readonly visit: PageVisit; readonly events: readonly Callback[] }) {
  if (events.length === 0) return null;
  const byApi = Map.groupBy(events, ({ api }) => api);
  return (
    <>
      <h2>Sent when they happen</h2>
      <p>These tell of something that is so. They cannot be sent by hand: make it happen by a request, or by letting time pass.</p>
      <dl>
        {[...byApi].map(([api, those]) => (
          <>
            <dt>
              <a href={to(visit, `/apis/${encodeURIComponent(api)}`)}>{api}</a>
            </dt>
            <dd>{those.map(({ name }) => name).join(', ')}</dd>
          </>
        ))}
      </dl>
    </>
  );
}

export const sendNow = (visit: PageVisit): Promise<Response> =>
  withForm(visit, async (field) => {
    const typed: Typed = { which: field('which'), example: field('example'), body: field('body'), url: field('url') };
    const body = readJson(typed.body);
    if (body === 'no JSON') return sendPage(visit, { typed, status: 422, bodyFault: 'This is no JSON.' });
    const [api = '', name = ''] = typed.which.split(' ');
    const { example, url } = typed;
    const sent = await askControl<'send-callback'>(
      visit,
      '/callbacks',
      sending('POST', { api, name, ...(example !== '' && { example }), ...(url !== '' && { url }), ...body }),
    );
    if (sent.ok) return seePage(visit, `/inbox/${encodeURIComponent(sent.body.id)}?done=sent`);
    return sent.status === 401 ? notLetIn(visit, sent) : sendPage(visit, { typed, status: sent.status, refused: sent });
  });

function readJson(text: string): { readonly body?: unknown } | 'no JSON' {
  if (text === '') return {};
  try {
    return { body: JSON.parse(text) };
  } catch {
    return 'no JSON';
  }
}
