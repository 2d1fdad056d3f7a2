/** The first call: a request that works, sent with one button, and its answer below. */
import { askControl, type ControlAnswer } from '../control.ts';
import { PortalForm } from '../page/form.tsx';
import { to, type PageVisit } from '../visit.ts';
import { Copied } from '../page/copied.tsx';

interface FirstRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly curl: string;
}

export interface FirstAnswer {
  readonly status: number;
  /** Where it is explained. */
  readonly trace: string | undefined;
  readonly text: string;
}

export const askFirstRequest = (visit: PageVisit): Promise<ControlAnswer<FirstRequest>> =>
  askControl<'first-request'>(visit, '/first-request');

/** Sent from here as the client of this visitor, and kept in the journal like any other. */
export async function sendFirstRequest(visit: PageVisit, { method, target, headers }: FirstRequest): Promise<FirstAnswer> {
  const response = await visit.ask(target, { method, headers });
  return {
    status: response.status,
    trace: response.headers.get('x-sandbox-trace')?.split('/').at(-1),
    text: readable(await response.text()),
  };
}

/** Characters of an answer that are shown. */
const longest = 20_000;

function readable(text: string): string {
  return cut(laidOut(text));
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}\n…` : text);

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // of another type
  }
}

interface FirstCallProps {
  readonly visit: PageVisit;
  readonly request: FirstRequest;
  readonly answer: FirstAnswer | undefined;
}

export function FirstCall({ visit, request, answer }: FirstCallProps) {
  const { method, target, headers, curl } = request;
  return (
    <section id="first-call">
      <h2>A first call</h2>
      <p>This asks one of the APIs for something that is there.</p>
      <pre>
        <code>{[`${method} ${target}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\n')}</code>
      </pre>
      <PortalForm
        visit={visit}
        action="/first-call#first-call"
        data={{
          'data-first-call': visit.base + target,
          'data-headers': JSON.stringify(headers),
          'data-exchanges': to(visit, '/exchanges'),
        }}
      >
        <p>
          <button>Send it now</button>
        </p>
      </PortalForm>
      <Answer visit={visit} answer={answer} />
      <details>
        <summary>The same in a terminal</summary>
        <Copied id="first-curl" text={curl} what="this line" />
      </details>
    </section>
  );
}

/** Its place is there from the beginning, for script to fill. */
function Answer({ visit, answer }: Pick<FirstCallProps, 'visit' | 'answer'>) {
  const { status, trace, text } = answer ?? {};
  return (
    <div role="status">
      <div id="first-answer" hidden={answer === undefined}>
        <h3>
          The answer: <span data-answer="status">{status}</span>
        </h3>
        <p>
          <a href={to(visit, `/exchanges/${trace ?? ''}`)} hidden={trace === undefined} data-answer="why">
            Why it was answered so
          </a>
        </p>
        <pre class="tall" tabindex={0} role="region" aria-label="The body of the answer">
          <code data-answer="body">{text}</code>
        </pre>
      </div>
    </div>
  );
}
