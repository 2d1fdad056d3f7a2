/** The same person as each API tells them. Nothing is asked until a visitor opens one. */
import type { SignInPersona } from '../tokens/personas.ts';
import { to, type PageVisit } from '../visit.ts';
import type { RequestAboutPerson, ToldAnswer } from './told-answer.ts';

interface ToldByApisProps {
  readonly visit: PageVisit;
  readonly nhsNumber: string;
  /** A member of staff whom it can be tried as. */
  readonly staff: SignInPersona | undefined;
  readonly requests: readonly RequestAboutPerson[];
  /** What was opened without script. */
  readonly told: { readonly slug: string; readonly answer: ToldAnswer } | undefined;
}

export function ToldByApis({ visit, nhsNumber, staff, requests, told }: ToldByApisProps) {
  const asked = (slug: string): ToldAnswer | undefined => (told?.slug === slug ? told.answer : undefined);
  return (
    <section aria-labelledby="told">
      <h2 id="told">The same person as each API tells them</h2>
      {requests.length === 0 ? (
        <p>No API that is served here knows people by their NHS number.</p>
      ) : (
        <p>
          <a href={to(visit, `/people/${nhsNumber}/side-by-side`)}>All of them side by side</a> shows where they agree. Or open one to ask
          it now: what you ask stands among the exchanges, like whatever else is asked here:{' '}
          <a href={to(visit, `/exchanges?person=${nhsNumber}`)}>what was asked about this person</a>.
        </p>
      )}
      {requests.map((request) => (
        <Told visit={visit} nhsNumber={nhsNumber} staff={staff} request={request} answer={asked(request.slug)} />
      ))}
    </section>
  );
}

interface ToldProps {
  readonly visit: PageVisit;
  readonly nhsNumber: string;
  readonly staff: SignInPersona | undefined;
  readonly request: RequestAboutPerson;
  readonly answer: ToldAnswer | undefined;
}

function Told({ visit, nhsNumber, staff, request, answer }: ToldProps) {
  const { slug, title, operation, summary } = request;
  const ofPerson = `/people/${nhsNumber}`;
  const tried = to(visit, `/apis/${encodeURIComponent(slug)}/${encodeURIComponent(operation)}?person=${nhsNumber}`);
  return (
    <details
      class="told"
      id={`told-${slug}`}
      open={answer !== undefined}
      data-told={to(visit, `${ofPerson}/told/${encodeURIComponent(slug)}`)}
    >
      <summary>{title}</summary>
      <p>
        {summary ?? operation}. <a href={tried}>Try it with this person</a>
        {staff && (
          <>
            {' · '}
            <a href={`${tried}&as=${encodeURIComponent(staff.id)}`}>as {staff.name}, of the staff</a>
          </>
        )}
        {' · '}
        <a href={`${tried}&as=${nhsNumber}`}>as the patient themselves</a>
        {answer === undefined && (
          <span class="unscripted">
            {' '}
            or <a href={`${to(visit, ofPerson)}?api=${encodeURIComponent(slug)}#told-${slug}`}>ask it now</a>
          </span>
        )}
      </p>
      <div role="status" data-told-reading>
        {answer && <Answered answer={answer} />}
      </div>
      {answer ? <Body text={answer.body} /> : <div data-told-body />}
    </details>
  );
}

function Answered({ answer: { status, reading, explained } }: { readonly answer: ToldAnswer }) {
  return (
    <p>
      <strong>{status}</strong> {reading} {explained !== undefined && <a href={explained}>Why it answered so</a>}
    </p>
  );
}

function Body({ text }: { readonly text: string }) {
  return (
    <details>
      <summary>The whole answer</summary>
      <pre tabindex={0}>{text}</pre>
    </details>
  );
}
