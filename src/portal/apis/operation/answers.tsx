/** The answers of an operation by status, and how to ask for each. */
import { curlFor, type PastedRequest } from '../curl-line.ts';
import { Copied } from '../../page/copied.tsx';
import { codesIn } from '../document/codes-in.ts';
import type { DocumentedAnswer } from '../document/operation-document.ts';
import { textWithinRoom, type PageRoom } from '../document/page-room.ts';
import { Prose } from '../prose.tsx';
import { Content } from './content.tsx';
import { ParameterList } from './parameter-list.tsx';

/** Longer ones are shown once on a page. */
const longestBody = 1_000;
const longestDescription = 6_000;

interface AnswerProps {
  readonly document: unknown;
  readonly answer: DocumentedAnswer;
  readonly id: string;
  readonly base: string;
  readonly request: PastedRequest | undefined;
  readonly room: PageRoom;
}

export function AnswerWords({ document, answer, id, base, request, room }: AnswerProps) {
  const { status, description, headers, content } = answer;
  const examples = content.flatMap((media) => media.examples);
  const codes = isFault(status) ? codesIn(examples.map(({ value }) => value)) : [];
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{wordsOfStatus(status)}</h3>
      <Prose text={textWithinRoom(room, description ?? '', longestDescription)} />
      {codes.length > 0 && (
        <p>
          Codes in its examples:{' '}
          {codes.map((code, index) => (
            <>
              {index > 0 && ', '}
              <code>{code}</code>
            </>
          ))}
        </p>
      )}
      <Content document={document} content={content} room={room} />
      {headers.length > 0 && (
        <details>
          <summary>Its headers</summary>
          <ParameterList document={document} parameters={headers} room={room} />
        </details>
      )}
      {request && (
        <details>
          <summary>Ask for this answer</summary>
          <p>
            A header asks for it, whatever the request would be answered otherwise: <code>{`Prefer: code=${numberOf(status)}`}</code>
            {isRange(status) && <>, or any other number of them</>}
            {namesOf(answer).length > 0 && <>; one of its examples by its name</>}.
          </p>
          {(request.body ?? '').length <= longestBody && (
            <Copied id={`ask-${id}`} text={curlFor(base, request, { Prefer: `code=${numberOf(status)}` })} what="this command" />
          )}
          {namesOf(answer).length > 0 && (
            <ul>
              {namesOf(answer).map((name) => (
                <li>
                  <code>{`-H 'Prefer: code=${numberOf(status)}, example=${name}'`}</code>
                </li>
              ))}
            </ul>
          )}
        </details>
      )}
    </section>
  );
}

/** Names that a header can hold as they are. */
const namesOf = ({ content }: DocumentedAnswer): readonly string[] =>
  [...new Set(content.flatMap(({ examples }) => examples.flatMap(({ name }) => name ?? [])))].filter((name) =>
    /^[\w.~-]{1,100}$/.test(name),
  );

const isRange = (status: string): boolean => !/^\d{3}$/.test(status);
const isFault = (status: string): boolean => !/^[123]/.test(status);

/** One of a range, and of what is not a number at all. */
const numberOf = (status: string): number =>
  /^[1-5]\d\d$/.test(status) ? Number(status) : /^[1-5]xx$/i.test(status) ? Number(status[0]) * 100 : 500;

export const wordsOfStatus = (status: string): string =>
  status === 'default' ? 'Any other status' : /^[1-5]xx$/i.test(status) ? `Any other ${status[0] ?? ''}xx` : status;
