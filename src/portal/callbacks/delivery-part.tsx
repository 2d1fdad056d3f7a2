/** One delivery: where to, how it stands, each attempt with what the receiver said, and once more by a button. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { meaningOf, timeOf } from '../exchanges/words.ts';
import { PortalForm } from '../page/form.tsx';
import { to, type PageVisit } from '../visit.ts';
import { stateInWords } from './states.ts';

export type ToldDelivery = components['schemas']['Delivery'];

interface DeliveryProps {
  readonly visit: PageVisit;
  readonly delivery: ToldDelivery;
}

export function DeliveryPart({ visit, delivery }: DeliveryProps) {
  const { id, url, subscription, state, due, attempts } = delivery;
  return (
    <section class="panel delivery">
      <h3>
        To <code>{url}</code>
      </h3>
      <p>
        <strong class={state === 'delivered' ? 'good' : state === 'failed' || state === 'refused' ? 'bad' : undefined}>
          {stateInWords[state]}
        </strong>
        {due !== undefined && (
          <>
            , next at {timeOf(due)} UTC by the sandbox’s clock, which can be <a href={to(visit, '/clock')}>moved on</a>
          </>
        )}
        .{' '}
        {subscription === undefined ? (
          'A request named this address.'
        ) : (
          <a href={to(visit, `/subscriptions/${encodeURIComponent(subscription)}`)}>Subscription {subscription}</a>
        )}
      </p>
      {attempts.length > 0 && (
        <ul>
          {attempts.map((attempt) => (
            <li>
              {timeOf(attempt.at)}: {answerInWords(attempt)}
            </li>
          ))}
        </ul>
      )}
      <PortalForm visit={visit} action={`/deliveries/${encodeURIComponent(id)}/again`}>
        <button class="plain">
          Send it again<span class="unseen"> to {url}</span>
        </button>
      </PortalForm>
    </section>
  );
}

/** What the receiver said, or why it said nothing. */
export const answerInWords = ({ status, failure }: ToldDelivery['attempts'][number]): string =>
  status === undefined ? (failure ?? 'no answer') : `the receiver answered ${status}, ${meaningOf(status)}`;
