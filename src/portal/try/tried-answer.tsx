/** The answer to a request of the form, why it was so, and the request that works where it was refused. */
import { PortalForm } from '../page/form.tsx';
import { to, type PageVisit } from '../visit.ts';
import { idOf } from './field-id.ts';
import type { RequestForm } from './request.ts';
import type { Tried } from './send.ts';
import { fieldTexts, toldOf, answerHeading, type ToldPart } from './told.ts';
import type { Whom } from './whom.ts';
import { worksFor, type WorksFor } from './who-works.ts';
import { refusedCaller } from './admitting.ts';

interface TriedAnswerProps {
  readonly visit: PageVisit;
  readonly action: string;
  readonly form: RequestForm;
  readonly whom: Whom | undefined;
  readonly texts: (field: string) => string;
  readonly tried: Tried;
}

export function TriedAnswer({ visit, action, form, whom, texts, tried }: TriedAnswerProps) {
  if ('faults' in tried)
    return (
      <>
        <h3>This was not sent</h3>
        <ul>
          {tried.faults.map(({ field, message }) => (
            <li>{field === '' ? message : <a href={`#${idOf(field)}`}>{message}</a>}</li>
          ))}
        </ul>
      </>
    );
  const { answer, explanation } = tried;
  return (
    <>
      <h3>{answerHeading(answer)}</h3>
      {toldOf(form, answer, explanation).map((part) => (
        <ShownPart part={part} />
      ))}
      {explanation?.worksInParts && answer.status >= 400 && (
        <Works visit={visit} action={action} works={worksFor(fieldTexts(form, explanation.worksInParts), refusedCaller(whom, texts))} />
      )}
      {answer.trace !== undefined && (
        <p>
          <a href={to(visit, `/exchanges/${encodeURIComponent(answer.trace)}`)}>All about this request and its answer</a>
        </p>
      )}
    </>
  );
}

function ShownPart({ part }: { readonly part: ToldPart }) {
  switch (part.is) {
    case 'heading':
      return <h4>{part.text}</h4>;
    case 'text':
      return <p>{part.text}</p>;
    case 'code':
      return (
        <pre tabindex={0}>
          <code>{part.text}</code>
        </pre>
      );
    case 'list':
      return (
        <ul>
          {part.items.map(({ text, field }) => (
            <li>{field === undefined ? text : <a href={`#${idOf(field)}`}>{text}</a>}</li>
          ))}
        </ul>
      );
    default:
      return (
        <details>
          <summary>{part.name}</summary>
          <dl>
            {part.rows.map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        </details>
      );
  }
}

interface WorksProps {
  readonly visit: PageVisit;
  readonly action: string;
  readonly works: WorksFor;
}

function Works({ visit, action, works: { texts, words } }: WorksProps) {
  return (
    <PortalForm visit={visit} action={`${action}#try-answer`}>
      {[...texts].map(([field, text]) => (
        <textarea name={field} hidden>
          {`\n${text}`}
        </textarea>
      ))}
      <button class="plain">{words}</button>
    </PortalForm>
  );
}
