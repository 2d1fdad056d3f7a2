/** One subscription: how it stands, its secret at the press of a button, changed by its form, paused and ended. */
import { askControl, sending } from '../../control.ts';
import { timeOf } from '../../exchanges/words.ts';
import { Copied } from '../../page/copied.tsx';
import { consolePage } from '../../page/console.tsx';
import { Done } from '../../page/done.tsx';
import { PortalForm } from '../../page/form.tsx';
import type { Refused } from '../../page/refusal.tsx';
import { refused as notLetIn } from '../../page/refused.tsx';
import { seePage } from '../../page/see.ts';
import { withForm } from '../../page/with-form.ts';
import { to, type PageVisit } from '../../visit.ts';
import { SubscriptionForm, typedFrom, typedIn, sendable, type TypedSubscription } from './form.tsx';
import { pythonReceiver } from './python-receiver.ts';
import { howItStands, offeredIn, whatItIsSent } from './subscriptions-page.tsx';

const done = {
  added: 'It is added, and is sent every message that fits from now on. Your receiver needs its secret.',
  changed: 'It is changed. What is on its way goes where it was to go.',
  paused: 'It is paused: it is sent nothing until it goes on.',
  resumed: 'It goes on, with the next message.',
};

interface Shown {
  readonly typed?: TypedSubscription;
  readonly refused?: Refused;
  /** Shown in the answer to whoever asked for it, and in no page that is loaded again. */
  readonly secret?: string;
}

export async function subscriptionPage(visit: PageVisit, id: string, { typed, refused, secret }: Shown = {}): Promise<Response> {
  const [found, offered] = await Promise.all([
    askControl<'read-subscription'>(visit, `/subscriptions/${encodeURIComponent(id)}`),
    offeredIn(visit),
  ]);
  if (!found.ok) return notLetIn(visit, found);
  const { url, enabled, made, challenged } = found.body;
  const own = `/subscriptions/${encodeURIComponent(id)}`;
  return consolePage(visit, {
    part: 'subscriptions',
    title: `Subscription ${id}`,
    status: refused?.status ?? 200,
    main: (
      <>
        <Done visit={visit} words={done} />
        {secret !== undefined && <Secret secret={secret} />}
        <dl>
          <dt>Address</dt>
          <dd>
            <code>{url}</code>
          </dd>
          <dt>It is sent</dt>
          <dd>{whatItIsSent(found.body)}</dd>
          <dt>How it stands</dt>
          <dd>{howItStands(found.body)}</dd>
          <dt>Made</dt>
          <dd>{timeOf(made)} UTC, by the sandbox’s clock</dd>
          {challenged !== undefined && (
            <>
              <dt>Answered the challenge</dt>
              <dd>{timeOf(challenged)} UTC</dd>
            </>
          )}
        </dl>
        <div class="actions">
          <PortalForm visit={visit} action={`${own}/secret`}>
            <button>Show its secret</button>
          </PortalForm>
          <PortalForm visit={visit} action={`${own}/turn`}>
            <input type="hidden" name="to" value={enabled ? 'off' : 'on'} />
            <button class="plain">{enabled ? 'Pause it' : 'Let it go on'}</button>
          </PortalForm>
          <a href={to(visit, `${own}/end`)}>End it</a>
          <a href={to(visit, `/deliveries?${new URLSearchParams({ subscription: id })}`)}>Its deliveries</a>
          <a href={to(visit, '/inbox/send')}>Send one now</a>
        </div>
        <h2>Change it</h2>
        <SubscriptionForm
          visit={visit}
          action={own}
          button="Change it"
          typed={typed ?? typedFrom(found.body, offered)}
          offered={offered}
          refused={refused}
        />
        <h2>How a receiver knows that it is ours</h2>
        <p>
          Each message is signed with the secret, as Standard Webhooks has it. An API with a manner of its own is an exception, and its
          messages say so. A receiver in Python that believes nobody else, with the secret as SECRET in its environment:
        </p>
        <Copied id="receiver" text={pythonReceiver} what="this receiver" />
      </>
    ),
  });
}

export const changeSubscription = (visit: PageVisit, id: string): Promise<Response> =>
  withForm(visit, async (field) => {
    const typed = typedIn(field, await offeredIn(visit));
    const changed = await askControl<'change-subscription'>(
      visit,
      `/subscriptions/${encodeURIComponent(id)}`,
      sending('PATCH', sendable(typed, null)),
    );
    if (changed.ok) return seePage(visit, `/subscriptions/${encodeURIComponent(id)}?done=changed`);
    return changed.status === 401 || changed.status === 404
      ? notLetIn(visit, changed)
      : subscriptionPage(visit, id, { typed, refused: changed });
  });

export function Secret({ secret }: { readonly secret: string }) {
  return (
    <div class="panel">
      <p>The secret. It is in this answer alone; ask for it again whenever you need it.</p>
      <Copied id="secret" text={secret} what="the secret" />
    </div>
  );
}
