/** Who is sent what happens: the list, one more by a form, and what has to be so that anything is sent at all. */
import { askControl, sending } from '../../control.ts';
import { consolePage } from '../../page/console.tsx';
import { Done } from '../../page/done.tsx';
import { PortalForm } from '../../page/form.tsx';
import type { Refused } from '../../page/refusal.tsx';
import { refused as notLetIn } from '../../page/refused.tsx';
import { seePage } from '../../page/see.ts';
import { withForm } from '../../page/with-form.ts';
import { to, type PageVisit } from '../../visit.ts';
import {
  newSubscription,
  SubscriptionForm,
  typedIn,
  sendable,
  type Offered,
  type ToldSubscription,
  type TypedSubscription,
} from './form.tsx';

const done = { ended: 'The subscription is ended.' };

export async function subscriptionsPage(visit: PageVisit, typed = newSubscription, refused?: Refused): Promise<Response> {
  const [known, offered, settings] = await Promise.all([
    askControl<'list-subscriptions'>(visit, '/subscriptions'),
    askControl<'list-callbacks'>(visit, '/callbacks'),
    askControl<'read-settings'>(visit, '/settings'),
  ]);
  if (!known.ok) return notLetIn(visit, known);
  return consolePage(visit, {
    part: 'subscriptions',
    title: 'Subscriptions',
    status: refused?.status ?? 200,
    main: (
      <>
        <p>
          Whoever subscribes is sent what the APIs here send by themselves, signed, and again until it is taken. All of it is in the{' '}
          <a href={to(visit, '/inbox')}>inbox</a>, subscribed or not. <a href={to(visit, '/deliveries')}>What became of deliveries</a>
        </p>
        <Done visit={visit} words={done} />
        <List visit={visit} subscriptions={known.body.subscriptions} />
        <h2>Add one</h2>
        <SubscriptionForm
          visit={visit}
          action="/subscriptions"
          button="Add it"
          typed={typed}
          offered={offered.ok ? offered.body.callbacks : []}
          refused={refused}
        />
        <WhereTo visit={visit} setting={settings.ok ? settings.body.callbacks : undefined} />
        <h2>Sent without a subscription</h2>
        <p>
          What goes to an address that a request to an API named, and what <code>nhs-sandbox listen</code> hands on, is signed with a secret
          of this workspace.
        </p>
        <PortalForm visit={visit} action="/subscriptions/secret">
          <button class="plain">Show the workspace’s secret</button>
        </PortalForm>
      </>
    ),
  });
}

export const addSubscription = (visit: PageVisit): Promise<Response> =>
  withForm(visit, async (field) => {
    const typed = typedIn(field, await offeredIn(visit));
    const added = await askControl<'add-subscription'>(visit, '/subscriptions', sending('POST', sendable(typed, undefined)));
    if (added.ok) return seePage(visit, `/subscriptions/${encodeURIComponent(added.body.id)}?done=added`);
    return refusedForm(visit, typed, added);
  });

const refusedForm = (visit: PageVisit, typed: TypedSubscription, refused: Refused): Promise<Response> =>
  refused.status === 401 ? notLetIn(visit, refused) : subscriptionsPage(visit, typed, refused);

export async function offeredIn(visit: PageVisit): Promise<Offered> {
  const offered = await askControl<'list-callbacks'>(visit, '/callbacks');
  return offered.ok ? offered.body.callbacks : [];
}

function List({ visit, subscriptions }: { readonly visit: PageVisit; readonly subscriptions: readonly ToldSubscription[] }) {
  if (subscriptions.length === 0) return <p>Nobody is subscribed: messages stay in the inbox.</p>;
  return (
    <table class="stacked">
      <caption>In the order in which they were made, ten at most</caption>
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">What it is sent</th>
          <th scope="col">How it stands</th>
        </tr>
      </thead>
      <tbody>
        {subscriptions.map((one) => (
          <tr>
            <td>
              <a href={to(visit, `/subscriptions/${encodeURIComponent(one.id)}`)}>{one.url}</a>
            </td>
            <td>{whatItIsSent(one)}</td>
            <td>{howItStands(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const whatItIsSent = ({ types, api }: ToldSubscription): string =>
  `${types === undefined ? 'everything' : types.join(', ')}${api === undefined ? '' : ` of ${api}`}`;

export const howItStands = ({ enabled, refusal }: ToldSubscription): string =>
  enabled ? (refusal === undefined ? 'on' : `on, but nothing can be sent there: ${refusal}`) : 'paused';

const settingInWords: Readonly<Record<string, string>> = {
  local: 'receivers on the sandbox’s own machine, where it listens there alone',
  outbound: 'public addresses too, where whoever runs the sandbox allows it',
  inbox: 'nobody: messages stay in the inbox',
};

function WhereTo({ visit, setting = 'local' }: { readonly visit: PageVisit; readonly setting: string | undefined }) {
  return (
    <>
      <h2>Where messages may go</h2>
      <p>
        As the setting <code>callbacks</code> of this workspace has it (<code>{setting}</code>), to {settingInWords[setting]}.{' '}
        <a href={to(visit, '/settings')}>Change the settings</a>
      </p>
      <ul>
        <li>
          A sandbox that listens on its own machine alone sends to <code>localhost</code> there, by http or https, at once.
        </li>
        <li>
          To public addresses it sends by https alone, where it was started with <code>--callbacks</code> and the setting is{' '}
          <code>outbound</code>. The receiver is asked first whether it wants any: it answers 200 and sends the challenge back.
        </li>
        <li>
          Where neither holds, read the inbox, or have messages handed on from where you are:
          <pre>
            <code>npx nhs-sandbox listen --forward http://localhost:3000/hook</code>
          </pre>
        </li>
      </ul>
    </>
  );
}
