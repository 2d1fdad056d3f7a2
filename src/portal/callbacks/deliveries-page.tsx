/** What was sent where, and what the receiver said: where somebody looks who misses a message. */
import { askControl, sending } from '../control.ts';
import { timeOf } from '../exchanges/words.ts';
import { consolePage } from '../page/console.tsx';
import { Field } from '../page/field.tsx';
import { LivePart } from '../page/live-part.tsx';
import { Refusal } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import { to, type PageVisit } from '../visit.ts';
import { answerInWords, type ToldDelivery } from './delivery-part.tsx';
import { stateInWords } from './states.ts';

const shown = 100;

export async function deliveriesPage(visit: PageVisit): Promise<Response> {
  const [state, subscription] = ['state', 'subscription'].map((name) => visit.query.get(name)?.trim() ?? '');
  const query = new URLSearchParams({ limit: String(shown), ...(state && { state }), ...(subscription && { subscription }) });
  const found = await askControl<'list-deliveries'>(visit, `/deliveries?${query}`);
  const isWrong = !found.ok && (found.status === 400 || found.status === 422);
  if (!found.ok && !isWrong) return refused(visit, found);
  return consolePage(visit, {
    part: 'inbox',
    title: 'Deliveries',
    status: found.ok ? 200 : found.status,
    main: (
      <>
        <p>
          Each message on its way to each receiver, newest first, the last {shown}. What is not taken is tried again for days, by the
          sandbox’s clock, which can be <a href={to(visit, '/clock')}>moved on</a>.
        </p>
        <search>
          <form class="fields" action={to(visit, '/deliveries')}>
            <Field name="state" label="How it stands" value={state} choices={[['', 'Any'], ...Object.entries(stateInWords)]} />
            <Field name="subscription" label="Number of the subscription" value={subscription} maxlength={64} size={8} />
            <p class="field">
              <button>Show these</button>
            </p>
          </form>
        </search>
        {found.ok ? (
          <LivePart id="deliveries" what="New deliveries">
            <Table visit={visit} deliveries={found.body.deliveries} />
          </LivePart>
        ) : (
          <Refusal refused={found} />
        )}
      </>
    ),
  });
}

function Table({ visit, deliveries }: { readonly visit: PageVisit; readonly deliveries: readonly ToldDelivery[] }) {
  if (deliveries.length === 0)
    return (
      <p>
        None. Messages are delivered to whoever has <a href={to(visit, '/subscriptions')}>subscribed</a>; all of them are in the{' '}
        <a href={to(visit, '/inbox')}>inbox</a>.
      </p>
    );
  return (
    <table class="stacked">
      <caption>What was sent where</caption>
      <thead>
        <tr>
          <th scope="col">To</th>
          <th scope="col">How it stands</th>
          <th scope="col">Last attempt</th>
          <th scope="col">Message</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map(({ message, url, state, due, attempts }) => {
          const last = attempts.at(-1);
          return (
            <tr>
              <td>{url}</td>
              <td>
                {stateInWords[state]}
                {due !== undefined && `, next at ${timeOf(due)}`}
              </td>
              <td>{last && `${timeOf(last.at)}: ${answerInWords(last)}`}</td>
              <td>
                <a href={to(visit, `/inbox/${message}`)}>
                  {message.slice(0, 8)}
                  <span class="unseen">: the message and its attempts</span>
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export const sendAgain = (visit: PageVisit, id: string): Promise<Response> =>
  withForm(visit, async () => {
    const sent = await askControl<'redeliver'>(visit, `/deliveries/${encodeURIComponent(id)}/redeliver`, sending('POST'));
    return sent.ok ? seePage(visit, `/inbox/${encodeURIComponent(sent.body.message)}?done=again`) : refused(visit, sent);
  });
