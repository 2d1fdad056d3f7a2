/** What is said of one exchange, for whoever asks why: the answer and its reason, what was wrong, what works, and then both sides as they were. */
import type { Child } from 'hono/jsx';
import { spacedNumber } from '../people/spaced-number.ts';
import { to, type PageVisit } from '../visit.ts';
import type { PersonInAddress } from './person-in.ts';
import { KeptSide } from './kept-side.tsx';
import { Share } from './share.tsx';
import { WhatWasWrong } from './what-was-wrong.tsx';
import { WaysOn } from './ways-on.tsx';
import { meaningOf, sourceOf, timeOf, type Exchanged } from './words.ts';
import { Works } from './works.tsx';
import { WouldFail } from './would-fail.tsx';

interface ExplanationProps {
  readonly visit: PageVisit;
  readonly explanation: Exchanged;
  readonly person: PersonInAddress | undefined;
}

export function ExplanationParts({ visit, explanation, person }: ExplanationProps) {
  const { next, notes, contractFaultsInOurAnswer: ours, problem, request, answer } = explanation;
  return (
    <>
      <CameBack {...explanation} />
      {problem && <WhatWasWrong explanation={explanation} problem={problem} />}
      {explanation.works !== undefined && answer.status >= 400 && <Works visit={visit} exchange={explanation} />}
      <WouldFail {...explanation} />
      <Lines heading="What it would be refused for next" lines={next}>
        Once this is put right, the same request is refused for these, one after the other.
      </Lines>
      <Lines heading="Also worth knowing" lines={notes} />
      <Lines heading="Where this answer breaks its contract" lines={ours}>
        These are faults of the sandbox, or of an example that was published with the contract. Your request is not to blame.
      </Lines>
      <WaysOn visit={visit} exchange={explanation} />
      <Asked visit={visit} explanation={explanation} person={person} />
      <KeptSide id="sent" what="sent" headers={request.headers} body={request.body} />
      {answer.headers && <h2>The answer, as it was</h2>}
      <KeptSide id="answered" what="that came back" headers={answer.headers} body={answer.body} />
      {explanation.works !== undefined && answer.status < 400 && <Works visit={visit} exchange={explanation} />}
      <Share visit={visit} id={explanation.id} />
      <Details visit={visit} explanation={explanation} />
    </>
  );
}

function CameBack({ answer }: Exchanged) {
  return (
    <>
      <h2>What came back, and why</h2>
      <dl>
        <dt>Status</dt>
        <dd>
          <strong class={answer.status < 400 ? 'good' : 'bad'}>{answer.status}</strong>: {meaningOf(answer.status)}
        </dd>
        {answer.by !== 'problem' && (
          <>
            <dt>Answered by</dt>
            <dd>{sourceOf(answer)}</dd>
          </>
        )}
        <dt>Why</dt>
        <dd>{answer.why ?? 'The sandbox answered before any API was asked.'}</dd>
      </dl>
    </>
  );
}

function Asked({ visit, explanation: { request, api, operation, at }, person }: ExplanationProps) {
  const ofApi = `/apis/${encodeURIComponent(api?.slug ?? '')}`;
  const ofOperation = operation?.id && `${ofApi}/${encodeURIComponent(operation.id)}`;
  return (
    <>
      <h2>What was asked</h2>
      <dl>
        <dt>Request</dt>
        <dd>
          <code>
            {request.method} {request.url}
          </code>
        </dd>
        <dt>API</dt>
        <dd>
          {api?.slug === undefined ? 'None: no API here has an address like this.' : <a href={to(visit, ofApi)}>{api.title ?? api.slug}</a>}{' '}
          {api?.version}
        </dd>
        <dt>Operation</dt>
        <dd>
          {operation && ofOperation ? (
            <>
              <a href={to(visit, ofOperation)}>{operation.id}</a>: {operation.method} {operation.path}
            </>
          ) : (
            'None'
          )}
        </dd>
        {person && (
          <>
            <dt>Person</dt>
            <dd>
              {person.name === undefined ? 'Nobody here has' : <a href={to(visit, `/people/${person.nhsNumber}`)}>{person.name}</a>} NHS
              number {spacedNumber(person.nhsNumber)}
            </dd>
          </>
        )}
        <dt>Time</dt>
        <dd>
          <time datetime={at}>{timeOf(at)}</time> UTC, by the sandbox’s clock
        </dd>
      </dl>
    </>
  );
}

interface LinesProps {
  readonly heading: string;
  readonly lines: readonly string[] | undefined;
  readonly children?: Child;
}

function Lines({ heading, lines, children }: LinesProps) {
  if (lines === undefined || lines.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      {children !== undefined && <p>{children}</p>}
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** An archive of one exchange: whoever may have it is told the neighbours too. */
const onlyThis = (number: number): string =>
  new URLSearchParams({ ...(number > 0 && { since: String(number - 1) }), before: String(number + 1) }).toString();

/** For whoever reports something, or asks why it is not the same tomorrow. */
function Details({
  visit,
  explanation: { id, number, seed, operation, problem, correlation, neighbours },
}: Pick<ExplanationProps, 'visit' | 'explanation'>) {
  return (
    <details>
      <summary>For a report</summary>
      <dl>
        <dt>Id</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>Number of this request</dt>
        <dd>{number}</dd>
        <dt>Seed that made-up data is drawn by</dt>
        <dd>{seed}</dd>
        {correlation !== undefined && (
          <>
            <dt>Correlation id</dt>
            <dd>
              <code>{correlation}</code>
            </dd>
          </>
        )}
        {problem && (
          <>
            <dt>Kind of fault</dt>
            <dd>
              <code>{problem.kind}</code>
            </dd>
          </>
        )}
        {operation?.contract !== undefined && (
          <>
            <dt>Place in the contract</dt>
            <dd>
              <code>{operation.contract}</code>
            </dd>
          </>
        )}
      </dl>
      <p>
        <a href={to(visit, `/control/trace/${encodeURIComponent(id)}`)}>The same as JSON</a>
        {neighbours && (
          <>
            {', or '}
            <a href={to(visit, `/control/journal/har?${onlyThis(number)}`)} download={`exchange-${number}.har`}>
              as an archive that network tools of browsers open (HAR)
            </a>
          </>
        )}
      </p>
      <p class="quiet">The sandbox keeps no credential, and no number that could be a real patient’s; of bodies, the beginning only.</p>
    </details>
  );
}
