/** A form that sends a request to one operation, filled in with one that works, and the answer to it. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { PortalForm } from '../page/form.tsx';
import { to, type PageVisit } from '../visit.ts';
import { meaningOf } from '../exchanges/words.ts';
import type { FilledIn, SentEarlier } from './fill-in.ts';
import { RequestField, type FieldFacts } from './field.tsx';
import { fieldName, hasBody, makeRequest, ownFields, type RequestForm } from './request.ts';
import type { Tried } from './send.ts';
import { SnippetList } from './snippet-list.tsx';
import { TriedAnswer } from './tried-answer.tsx';
import { faultsByField, fieldTexts } from './told.ts';
import { AsWhom } from './as-whom.tsx';
import { openedFor } from './fill-in-whom.ts';
import { withWhom, type Whom } from './whom.ts';

type Working = components['schemas']['WorkingRequest'];

interface TryItProps {
  readonly visit: PageVisit;
  /** The API. */
  readonly slug: string;
  readonly operation: string;
  readonly filled: FilledIn;
  readonly sent?: SentForOperation;
}

/** What was sent with the form, and what came of it. */
export interface SentForOperation {
  readonly texts: (field: string) => string;
  readonly tried: Tried;
}

export function TryIt({ visit, slug, operation, filled, sent }: TryItProps) {
  const { found, person, as, whom, isUnknown, earlier, isGone } = filled;
  if (!found.ok) return <p>{found.problem.detail}</p>;
  const working = found.body;
  const form = withWhom(requestFormOf(working), whom);
  if (/^(?:TRACE|CONNECT|TRACK)$/.test(form.method)) return <p>Browsers may not send {form.method}: ask for this with a program.</p>;
  const shown = new Map([...fieldTexts(form, earlier?.parts ?? working.request), ...openedFor(whom, form, as)]);
  const place = `/apis/${encodeURIComponent(slug)}/${encodeURIComponent(operation)}`;
  const texts = sent?.texts ?? ((field: string) => shown.get(field) ?? '');
  return (
    <div
      class="try"
      data-method={form.method}
      data-template={form.template}
      data-base={visit.base}
      data-control={to(visit, '/control')}
      data-exchanges={to(visit, '/exchanges')}
      data-fills={to(visit, `${place}/as`)}
    >
      <h2 id="try-it">Try it</h2>
      <details open={person !== '' || namesSomebody(shown)}>
        <summary>Fill in a person</summary>
        <PersonForm visit={visit} page={place} person={person} as={as} isUnknown={isUnknown} />
      </details>
      {!sent && (earlier ? <Earlier visit={visit} earlier={earlier} /> : <Standing working={working} isGone={isGone} />)}
      <RequestFields visit={visit} action={`${place}/try`} working={working} whom={whom} form={form} texts={texts} sent={sent?.tried} />
      <SnippetList visit={visit} made={makeRequest(form, texts)} />
    </div>
  );
}

/** An NHS number of a made-up person begins with 9. Other operations may know people too, but are seldom asked about one. */
const namesSomebody = (texts: ReadonlyMap<string, string>): boolean => [...texts.values()].some((text) => /(?<!\d)9\d{9}(?!\d)/.test(text));

export const requestFormOf = ({ operation, base, parameters }: Working): RequestForm => ({
  method: operation.method,
  template: base + operation.path,
  parameters,
});

interface PersonFormProps {
  readonly visit: PageVisit;
  readonly page: string;
  readonly person: string;
  readonly as: string;
  readonly isUnknown: boolean;
}

function PersonForm({ visit, page, person, as, isUnknown }: PersonFormProps) {
  return (
    <form method="get" action={to(visit, page)} class="fields">
      <p>
        <label for="try-person">About whom</label>
        <span class="hint" id="try-person-hint">
          The NHS number of a person of this sandbox. <a href={to(visit, '/people')}>Find one</a>
        </span>
        <input
          id="try-person"
          name="person"
          inputmode="numeric"
          autocomplete="off"
          size={14}
          value={person}
          aria-invalid={isUnknown ? 'true' : undefined}
          aria-describedby={isUnknown ? 'try-person-hint try-person-fault' : 'try-person-hint'}
        />
        {isUnknown && (
          <span class="hint bad" id="try-person-fault">
            Nobody in this sandbox has this NHS number.
          </span>
        )}
      </p>
      {as !== '' && <input type="hidden" name="as" value={as} />}
      <p>
        <button class="plain">Fill this person in</button>
      </p>
    </form>
  );
}

function Standing({ working: { works, note }, isGone }: { readonly working: Working; readonly isGone: boolean }) {
  const said = works ? 'What is filled in at first has been tried out here, and works. Nothing is stored until you send it.' : '';
  const gone = isGone ? 'The exchange that was to be filled in is not kept, or is of another operation.' : '';
  return <p class={works && !isGone ? 'quiet' : 'bad'}>{[gone, said, note].filter(Boolean).join(' ')}</p>;
}

function Earlier({ visit, earlier: { id, isMended, missing } }: { readonly visit: PageVisit; readonly earlier: SentEarlier }) {
  return (
    <div class="said">
      <p>
        This is what was sent in <a href={to(visit, `/exchanges/${encodeURIComponent(id)}`)}>an earlier exchange</a>
        {missing.length > 0 ? ', but for this:' : isMended ? ', with what was wrong put right.' : '.'}
      </p>
      {missing.length > 0 && (
        <ul>
          {missing.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface RequestFieldsProps {
  readonly visit: PageVisit;
  readonly action: string;
  readonly working: Working;
  readonly whom: Whom | undefined;
  readonly form: RequestForm;
  readonly texts: (field: string) => string;
  readonly sent: Tried | undefined;
}

function RequestFields({ visit, action, working, whom, form, texts, sent }: RequestFieldsProps) {
  const faults =
    sent && 'faults' in sent ? new Map(sent.faults.map(({ field, message }) => [field, message])) : faultsByField(form, sent?.explanation);
  const shown = (facts: FieldFacts) => <RequestField {...facts} text={texts(facts.field)} fault={faults.get(facts.field)} />;
  const bodyTypes = hasBody(form.method) ? working.bodyTypes : [];
  return (
    <>
      <PortalForm visit={visit} action={`${action}#try-answer`} id="try-form">
        <p class="request-line">
          <code>{form.method}</code> <code>{form.template}</code>
        </p>
        {whom && <AsWhom visit={visit} whom={whom} texts={texts} faults={faults} />}
        {working.parameters.length > 0 && (
          <fieldset>
            <legend>Parameters</legend>
            {working.parameters.map((parameter) => shown(factsOf(parameter)))}
          </fieldset>
        )}
        {bodyTypes.length > 0 && (
          <fieldset>
            <legend>Body</legend>
            {shown({
              field: ownFields.type,
              label: 'Type of the body',
              choices: bodyTypes,
              ...(bodyTypes.includes(texts(ownFields.type)) ? { isFixed: true } : {}),
            })}
            {shown({ field: ownFields.body, label: 'Text of the body', lines: 12 })}
          </fieldset>
        )}
        <details open={texts(ownFields.prefer) !== '' || texts(ownFields.accept) !== '' || faults.has(ownFields.headers)}>
          <summary>Which answer, and other headers</summary>
          {shown({
            field: ownFields.prefer,
            label: 'Ask for an answer',
            hint: 'Every documented answer can be had for rehearsal, whatever the request says.',
            options: preferences(working),
          })}
          {shown({ field: ownFields.accept, label: 'Accept', hint: 'The type that the answer should have.' })}
          {shown({ field: ownFields.headers, label: 'Other headers', hint: 'One a line: a name, a colon and a value.', lines: 3 })}
        </details>
        <p>
          <button>Send the request</button>
        </p>
      </PortalForm>
      <p id="try-said" role="status" class="quiet" />
      <section id="try-answer" aria-label="Answer" tabindex={-1}>
        {sent && <TriedAnswer visit={visit} action={action} form={form} whom={whom} texts={texts} tried={sent} />}
      </section>
    </>
  );
}

function factsOf(parameter: Working['parameters'][number]): FieldFacts {
  const { in: place, name, required, sentAs, type, format, enum: choices, pattern, description } = parameter;
  const places = { path: 'part of the address', query: 'query', header: 'header', cookie: 'cookie' } as const;
  const wanted = [places[place], required ? 'required' : 'optional', format ?? type, pattern && `pattern ${pattern}`]
    .filter(Boolean)
    .join(', ');
  const lines = { value: '', values: 'Several: one a line.', pairs: 'One pair a line: name=value.' }[sentAs];
  const isList = type === 'array';
  return {
    field: fieldName(parameter),
    label: name,
    hint: [wanted, firstSentence(description), lines, isList && choices ? `Of: ${choices.join(', ')}` : '']
      .filter(Boolean)
      .join('. ')
      .replaceAll('..', '.'),
    sentAs,
    ...(required && { required }),
    ...(sentAs !== 'value' && { lines: 3 }),
    ...(choices && !isList && { choices }),
  };
}

/** A contract may say much of a parameter; the page of the operation says all of it. */
function firstSentence(text = ''): string {
  const [sentence = ''] = text.trim().split(/\n\s*\n|(?<=[.!?])\s/, 1);
  return sentence.length > 200 ? `${sentence.slice(0, 200).toWellFormed()}…` : sentence;
}

/** What any client must live with, and most contracts do not list. */
const everywhere = ['401', '403', '404', '429', '500', '503'];

/** The wishes that every answer of its contract is had by, and those that the platform gives. */
function preferences({ answers }: Working): readonly (readonly [value: string, words: string])[] {
  const undocumented = everywhere.filter((status) => !answers.some((answer) => answer.status === status));
  const documented = answers
    .filter(({ status }) => /^[2-5]\d\d$/.test(status))
    .flatMap(({ status, description, examples }) => {
      const words = description.length > 60 ? `${description.slice(0, 60).toWellFormed()}…` : description;
      return [
        [`code=${status}`, `${status} ${words}`] as const,
        ...examples.map((name) => [`code=${status}, example=${quoted(name)}`, `${status}, the example ${name}`] as const),
      ];
    });
  return [...documented, ...undocumented.map((status) => [`code=${status}`, `${status} ${meaningOf(Number(status))}`] as const)];
}

const quoted = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`);
