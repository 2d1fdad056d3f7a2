/** The reference of one operation: what it takes, what it answers, and how to ask for each answer. */
import { askControl } from '../../control.ts';
import { notFoundPage } from '../../page/not-found.tsx';
import { page } from '../../page/page.tsx';
import { refused } from '../../page/refused.tsx';
import { to, type PageVisit } from '../../visit.ts';
import { AccessWords } from '../access/access-words.tsx';
import { anchorOf, WithContents, type LinkedPart } from '../contents.tsx';
import { NoteList } from '../fidelity.tsx';
import { byContract, type ListedApi } from '../described-api.ts';
import { operationAt, type DocumentedOperation } from '../document/operation-document.ts';
import { roomOnAPage } from '../document/page-room.ts';
import type { ListedOperation } from '../downloads/requests.ts';
import { fillIn, type FilledIn } from '../../try/fill-in.ts';
import { TryIt } from '../../try/try-it.tsx';
import { Prose } from '../prose.tsx';
import { AnswerWords, wordsOfStatus } from './answers.tsx';
import { Content } from './content.tsx';
import { ParameterList } from './parameter-list.tsx';

export async function operationPage(visit: PageVisit, slug: string, id: string): Promise<Response> {
  const name = encodeURIComponent(slug);
  const [catalogue, listed, contract, filled] = await Promise.all([
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
    askControl<'list-operations'>(visit, `/contracts/${name}/operations?fidelity=true&access=true&operation=${encodeURIComponent(id)}`),
    askControl<'read-contract'>(visit, `/contracts/${name}.json`),
    fillIn(visit, slug, id),
  ]);
  if (!catalogue.ok) return refused(visit, catalogue);
  const api = catalogue.body.apis.find((one) => one.slug === slug);
  const operation = listed.ok ? listed.body.operations[0] : undefined;
  if (!api || !operation) return notFoundPage(visit);
  const document: unknown = contract.ok ? contract.body : undefined;
  return page(visit, {
    title: operation.summary ?? operation.id,
    section: 'apis',
    main: (
      <OperationWords
        visit={visit}
        api={api}
        operation={operation}
        document={document}
        words={operationAt(document, operation.pointer)}
        filled={filled}
      />
    ),
  });
}

interface OperationWordsProps {
  readonly visit: PageVisit;
  readonly api: ListedApi;
  readonly operation: ListedOperation;
  readonly document: unknown;
  readonly words: DocumentedOperation;
  readonly filled: FilledIn;
}

function OperationWords({ visit, api, operation, document, words, filled }: OperationWordsProps) {
  const room = roomOnAPage();
  const request = filled.found.ok ? filled.found.body.request : undefined;
  const answers = words.answers.map((answer, index) => ({ answer, id: anchorOf(`answer ${answer.status}`, index) }));
  const parts: readonly LinkedPart[] = [
    ...(operation.access ? [{ id: 'access', words: 'Who may ask' }] : []),
    { id: 'try-it', words: 'Try it' },
    ...(words.parameters.length > 0 ? [{ id: 'parameters', words: 'Parameters' }] : []),
    ...(words.body ? [{ id: 'body', words: 'Body' }] : []),
    ...(answers.length > 0 ? [{ id: 'answers', words: 'Answers' }] : []),
    ...answers.map(({ answer, id }) => ({ id, words: `· ${wordsOfStatus(answer.status)}` })),
    ...(operation.fidelity ? [{ id: 'rules', words: 'What is known of its rules' }] : []),
  ];
  return (
    <>
      <nav aria-label="Where this is">
        <p>
          <a href={to(visit, '/apis')}>All APIs</a> › <a href={to(visit, `/apis/${api.slug}`)}>{api.title}</a>
        </p>
      </nav>
      <p>
        <code>
          <strong>{operation.method}</strong> {api.base}
          {operation.path}
        </code>
      </p>
      <WithContents parts={parts}>
        <p class="quiet">
          {operation.answeredBy === 'rules'
            ? 'Rules of its own answer this operation, as the real service does.'
            : byContract('This operation')}{' '}
          It is called <code>{operation.id}</code>.
        </p>
        <Prose text={words.description} />
        {operation.access && (
          <AccessWords visit={visit} slug={api.slug} operation={operation.id} access={operation.access} whom={filled.whom} />
        )}
        <TryIt visit={visit} slug={api.slug} operation={operation.id} filled={filled} />
        {words.parameters.length > 0 && (
          <>
            <h2 id="parameters">Parameters</h2>
            <ParameterList document={document} parameters={words.parameters} room={room} />
          </>
        )}
        {words.body && (
          <>
            <h2 id="body">Body{words.body.isRequired ? '' : ', which may be left out'}</h2>
            <Prose text={words.body.description} />
            <Content document={document} content={words.body.content} room={room} />
          </>
        )}
        {answers.length > 0 && <h2 id="answers">Answers</h2>}
        {answers.map(({ answer, id }) => (
          <AnswerWords document={document} answer={answer} id={id} base={visit.base} request={request} room={room} />
        ))}
        {operation.fidelity && (
          <>
            <h2 id="rules">What is known of its rules</h2>
            <NoteList notes={operation.fidelity} />
          </>
        )}
        {document === undefined && <p>The contract is too large to be shown here.</p>}
      </WithContents>
    </>
  );
}
