/** What the contract alone documents for a response, an example or a generated body, in the type that is sent. */
import { mediaFor } from '../contract/documented.ts';
import type { DocumentedResponse, MediaType, NamedExample } from '../contract/contract.ts';
import { isObject } from '../contract/json.ts';
import { plainText } from '../contract/plain-text.ts';
import { concreteType, essenceOf, formOf } from '../contract/media-type.ts';
import { isProblem, type Problem } from '../mock/problem.ts';
import type { AnsweredBy, Reply } from '../mock/reply.ts';
import type { Call } from '../mock/call.ts';
import type { ApiPlan } from '../plan/api-plan.ts';
import type { DocumentedBodies, MadeBody } from './body/documented-body.ts';
import { headerValues, secondOf } from './body/request-values.ts';
import type { Preferences } from './preferences.ts';
import { documentedFile } from './representation/documented-file.ts';
import { writeText } from './representation/write-text.ts';

export interface Answered {
  readonly reply: Reply | Problem;
  readonly by: AnsweredBy;
}

/** What the contract alone documents for a response: an example, else a generated body. */
export type AnswerDocumented = (call: Call, response: DocumentedResponse, status: number, preferences: Preferences) => Answered;

/** One response as it is documented, in the type that is sent. */
interface Documented {
  readonly response: DocumentedResponse;
  readonly media: MediaType;
  readonly status: number;
  readonly type: string;
  readonly preferences: Preferences;
}

interface DocumentedReply extends Reply {
  readonly by: MadeBody['by'];
  readonly notes: readonly string[];
}

export function documentedAnswers(plan: ApiPlan, bodies: DocumentedBodies): AnswerDocumented {
  function documented(call: Call, response: DocumentedResponse, status: number, preferences: Preferences): Answered {
    const accept = call.header('accept');
    const media = mediaFor(accept, response, preferences.example);
    const unknown = unknownExample(media?.examples ?? [], preferences);
    if (unknown) return { reply: unknown, by: 'problem' };
    if (!media) return { reply: { status }, by: 'example' };
    const type = concreteType(media.type, accept);
    const fhir = fhirFromJson(call, response, media, preferences);
    if (!fhir && (formOf(type) === 'bytes' || isUnknownXml(type, media))) {
      const { bytes, by } = documentedFile(call, media, type, preferences);
      return { reply: { status, binary: { bytes, type } }, by };
    }
    const about = { response, media, status, type, preferences };
    const repeats = formOf(type) === 'json' && call.body === undefined && call.binary === undefined && !makes(call, status);
    const { by, notes, ...reply } = repeats ? repeated(call, about) : written(call, about, fhir);
    for (const note of notes) call.note(note);
    return { reply, by };
  }

  /** A body that depends on the request alone, and on the second: as text, where the same was asked before. */
  function repeated(call: Call, about: Documented): DocumentedReply {
    const { response, status, type, preferences } = about;
    const headers = headerValues(plan.of(call.operation).headers, call);
    const key = JSON.stringify([
      plan.contract.slug,
      response.key,
      status,
      type,
      secondOf(call),
      preferences,
      call.path,
      call.search,
      headers,
    ]);
    const reply = call.cached<DocumentedReply>(key, () => written(call, about));
    return isProblem(reply) ? written(call, about) : reply;
  }

  function written(call: Call, { response, media, status, type, preferences }: Documented, fhir?: MadeBody): DocumentedReply {
    const { value, by, notes } =
      fhir ??
      bodies.make(call, response, media, preferences, makes(call, status) ? { nth: () => madeBefore(call, plan.contract.slug) } : {});
    if (value === undefined) return { status, by, notes };
    const address = status === 200 ? searchAddress(call) : undefined;
    const body = address === undefined ? value : plan.pageLinksOf(media)(value, address);
    return { status, body, type, by, notes };
  }

  /** FHIR in XML says what FHIR in JSON says: where a response is documented in both, one body is made for both. */
  function fhirFromJson(call: Call, response: DocumentedResponse, media: MediaType, preferences: Preferences): MadeBody | undefined {
    if (formOf(media.type) !== 'xml' || preferences.example !== undefined) return undefined;
    const sibling = response.content.find(({ type, examples, schema }) => isFhirJson(type) && (schema ?? examples[0]) !== undefined);
    const made = sibling && bodies.make(call, response, sibling, preferences);
    return isObject(made?.value) && typeof made.value['resourceType'] === 'string' ? made : undefined;
  }

  return documented;
}

/** What the links of an answer call this request: its address, or that of the GET which a `_search` stands for. Nothing where they are to stay as published. */
function searchAddress({ operation, settings, address, body }: Call): string | undefined {
  if (settings.examples === 'published' || settings.compatibility !== undefined) return undefined;
  if (operation.method === 'get') return address;
  if (operation.method !== 'post' || !operation.path.endsWith('/_search')) return undefined;
  const form = isObject(body) ? (writeText(body, 'application/x-www-form-urlencoded') ?? '') : '';
  const [path = '', query = ''] = address.split('?');
  const search = [query, form].filter(Boolean).join('&');
  return path.replace(/\/_search$/, '') + (search && `?${search}`);
}

/** Nothing is known of it but that it is XML. */
const isUnknownXml = (type: string, { schema, examples }: MediaType): boolean =>
  formOf(type) === 'xml' && schema === undefined && examples.length === 0;

const isFhirJson = (type: string): boolean => /^application\/(fhir\+json|json\+fhir)$/.test(essenceOf(type));

/** Whether the answer says that something was made, each time another. */
function makes({ operation }: Call, status: number): boolean {
  return operation.method === 'post' && (status === 201 || status === 202);
}

/** How often this operation has said so before, in this workspace. */
function madeBefore({ operation, store }: Call, api: string): number {
  const key = `${api} ${operation.id}`;
  const before = Number(store.get('answers that make', key) ?? 0);
  store.put('answers that make', key, String(before + 1));
  return before;
}

/** Names of examples that a refusal lists. */
const NAMED = 20;

/** An example asked for by a name that none has: another in its place would be taken for it. */
function unknownExample(examples: readonly NamedExample[], { example, dynamic }: Preferences): Problem | undefined {
  if (example === undefined || dynamic || examples.some(({ name }) => name === example)) return undefined;
  const names = examples.slice(0, NAMED).map(({ name }) => `“${plainText(name, 80)}”`);
  const published =
    names.length === 0 ? 'no examples' : names.join(', ') + (examples.length > NAMED ? ` and ${examples.length - NAMED} more` : '');
  const message = `The Prefer header asks for an example that this response does not publish; it publishes ${published}.`;
  return {
    problem: 'invalid-value',
    message,
    // No API has words for a wish that only a sandbox hears.
    said: { diagnostics: message },
    faults: [
      {
        in: 'header',
        name: 'Prefer',
        pointer: '',
        keyword: 'documented',
        message: `must name one of the published examples: ${published}`,
      },
    ],
  };
}
