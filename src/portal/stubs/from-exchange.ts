/** The form of a stub, filled in with one exchange: the same request, and the answer that it was given. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { prettyJson } from '../exchanges/pretty-json.ts';
import { isJsonType } from '../../contract/media-type.ts';
import { fieldsOfMatch } from '../rules/match.ts';
import { typedLines } from '../rules/typed.ts';
import type { PageVisit } from '../visit.ts';

export interface FilledFromExchange {
  readonly fields: Readonly<Record<string, string>>;
  /** Less of its body is kept than there was. */
  readonly isCut: boolean;
}

type Explained = components['schemas']['Explanation'];

/** Undefined where it is not kept. */
export async function fromExchange(visit: PageVisit, id: string): Promise<FilledFromExchange | undefined> {
  const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(id)}`);
  if (!found.ok) return undefined;
  const { api, request, answer } = found.body;
  const { pathname, searchParams } = new URL(request.url, 'http://sandbox.invalid');
  const { body } = answer;
  const isWhole = body?.text !== undefined && !body.cut;
  return {
    fields: {
      ...fieldsOfMatch({
        ...(api?.slug !== undefined && { api: api.slug }),
        path: pathname,
        ...(searchParams.size > 0 && { query: Object.fromEntries(searchParams) }),
      }),
      method: request.method,
      'answer-status': String(answer.status),
      'answer-type': isWhole ? (body.type ?? '') : '',
      'answer-headers': typedLines(ownHeaders(answer)),
      'answer-body': isWhole ? bodyText(body) : '',
    },
    isCut: body !== undefined && body.bytes > 0 && !isWhole,
  };
}

const bodyText = ({ type = '', text = '' }: components['schemas']['KeptBody']): string => (isJsonType(type) ? prettyJson(text) : text);

/** Those of this answer: what the sandbox or the connection sets is set anew. */
const ownHeaders = ({ headers = {} }: Explained['answer']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => ownNames.has(name)));

const ownNames: ReadonlySet<string> = new Set(['etag', 'last-modified', 'location', 'content-location', 'retry-after', 'www-authenticate']);
