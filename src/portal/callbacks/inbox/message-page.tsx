/** One message: as whoever it is for would have seen it, what it is about and what led to it, and what became of each delivery. */
import { askControl } from '../../control.ts';
import { prettyJson } from '../../exchanges/pretty-json.ts';
import { timeOf } from '../../exchanges/words.ts';
import { Copied } from '../../page/copied.tsx';
import { consolePage } from '../../page/console.tsx';
import { Done } from '../../page/done.tsx';
import { LivePart } from '../../page/live-part.tsx';
import { refused } from '../../page/refused.tsx';
import { spacedNumber } from '../../people/spaced-number.ts';
import { to, type PageVisit } from '../../visit.ts';
import { DeliveryPart, type ToldDelivery } from '../delivery-part.tsx';
import { AsRead } from './as-read.tsx';
import { AsRequest } from './as-request.tsx';
import { inboxQueryOf } from './inbox-filters.tsx';
import { headlineOf, kindOf, numberIn, textToReadIn, type SentMessage } from './words.ts';

const done = { again: 'It is sent once more.', sent: 'It is sent. What became of it stands below.' };

export async function messagePage(visit: PageVisit, id: string): Promise<Response> {
  const found = await askControl<'read-message'>(visit, `/inbox/${encodeURIComponent(id)}`);
  if (!found.ok) return refused(visit, found);
  const message = found.body;
  const [catalogue, person, ...deliveries] = await Promise.all([
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
    personIn(visit, message),
    ...message.deliveries.map((one) => askControl<'read-delivery'>(visit, `/deliveries/${encodeURIComponent(one.id)}`)),
  ]);
  const api = catalogue.ok ? catalogue.body.apis.find(({ slug }) => slug === message.api) : undefined;
  const text = textToReadIn(message);
  return consolePage(visit, {
    part: 'inbox',
    title: headlineOf(message).what,
    main: (
      <>
        <Done visit={visit} words={done} />
        {text ? <AsRead text={text} from={api?.title ?? message.api} /> : undefined}
        <About visit={visit} message={message} person={person} title={api?.title} />
        {text ? (
          <details>
            <summary>As data</summary>
            <Copied id="body" text={prettyJson(JSON.stringify(message.body))} what="this message" />
          </details>
        ) : (
          <>
            <h2>As a receiver gets it</h2>
            <AsRequest visit={visit} message={message} />
          </>
        )}
        {!message.isShownOnly && (
          <>
            <h2>Deliveries</h2>
            <LivePart id="deliveries" what="Attempts">
              <Deliveries visit={visit} deliveries={deliveries.flatMap((one) => (one.ok ? [one.body] : []))} />
            </LivePart>
          </>
        )}
      </>
    ),
  });
}

interface Person {
  readonly nhsNumber: string;
  readonly name: string;
}

async function personIn(visit: PageVisit, message: SentMessage): Promise<Person | undefined> {
  const nhsNumber = numberIn(message);
  if (nhsNumber === undefined) return undefined;
  const found = await askControl<'read-person'>(visit, `/people/${nhsNumber}`);
  return found.ok ? { nhsNumber, name: found.body.name } : undefined;
}

interface AboutProps {
  readonly visit: PageVisit;
  readonly message: SentMessage;
  readonly person: Person | undefined;
  readonly title: string | undefined;
}

function About({ visit, message, person, title }: AboutProps) {
  const { api, type, subject, time, exchange, byHand, isShownOnly, number } = message;
  return (
    <>
      <h2>What it is</h2>
      <dl>
        <dt>Kind</dt>
        <dd>
          {kindOf(message)} <code>{type}</code>
          {isShownOnly && ', shown here only: nobody is sent it, and the real service shows it to nobody'}
        </dd>
        <dt>Sent by</dt>
        <dd>
          {title === undefined ? api : <a href={to(visit, `/apis/${encodeURIComponent(api)}`)}>{title}</a>}
          {byHand && ', by hand'}
        </dd>
        <dt>Time</dt>
        <dd>
          {timeOf(time)} UTC, by the sandbox’s clock. <a href={to(visit, '/clock')}>What happens next</a>
        </dd>
        {person && (
          <>
            <dt>Person</dt>
            <dd>
              <a href={to(visit, `/people/${person.nhsNumber}`)}>{person.name}</a>, NHS number {spacedNumber(person.nhsNumber)}.{' '}
              <a href={to(visit, `/inbox?${inboxQueryOf({ person: person.nhsNumber })}`)}>All messages about them</a>
            </dd>
          </>
        )}
        {subject !== undefined && subject !== person?.nhsNumber && (
          <>
            <dt>About</dt>
            <dd>
              <code>{subject}</code>. <a href={to(visit, `/inbox?${inboxQueryOf({ subject })}`)}>All messages about it</a>
            </dd>
          </>
        )}
        <dt>Because of</dt>
        <dd>
          {exchange === undefined ? (
            byHand ? (
              'Somebody had it sent.'
            ) : (
              'No request: its time had come.'
            )
          ) : (
            <a href={to(visit, `/exchanges/${encodeURIComponent(exchange)}`)}>the request that led to it</a>
          )}
        </dd>
        <dt>Number</dt>
        <dd>{number}</dd>
      </dl>
    </>
  );
}

function Deliveries({ visit, deliveries }: { readonly visit: PageVisit; readonly deliveries: readonly ToldDelivery[] }) {
  if (deliveries.length === 0)
    return (
      <p>
        Nobody was subscribed when it was sent. <a href={to(visit, '/subscriptions')}>Subscribe</a>, and the next ones are sent to you.
      </p>
    );
  return (
    <>
      {deliveries.map((delivery) => (
        <DeliveryPart visit={visit} delivery={delivery} />
      ))}
    </>
  );
}
