/** The answer to a request that passed every check: behaviour, else inferred, else example, else generated; one synchronous turn, one transaction. */
import type { DocumentedResponse, MediaType, Operation } from '../contract/contract.ts';
import { isProblem, type AnsweredBy, type AnyMock, type Call, type Problem, type Reply } from '../mock.ts';
import type { ApiPlan } from '../plan/api-plan.ts';
import { headerValues, secondOf } from './body/request-values.ts';
import { documentedBodies, type MadeBody } from './body/documented-body.ts';
import { documentedFile } from './representation/documented-file.ts';
import { writeText } from './representation/write-text.ts';
import { isObject } from '../contract/json.ts';
import { mediaFor } from '../contract/documented.ts';
import { concreteType, essenceOf, formOf } from '../contract/media-type.ts';
import { peopleAsked } from './people-asked.ts';
import { noPreferences, type Preferences } from './preferences.ts';
import type { Bodies } from './state/bodies.ts';
import { keepCarried } from './state/carried.ts';
import { missingOnTheWay } from './state/current.ts';
import { interactions } from './state/interactions.ts';

export interface Replied {
  readonly reply: Reply;
  readonly by: AnsweredBy;
}
export interface Answered {
  readonly reply: Reply | Problem;
  readonly by: AnsweredBy;
}

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

export interface Answerer {
  /** What must be loaded before this operation can be answered synchronously; undefined when nothing must. */
  prepare(operation: Operation): Promise<void> | undefined;
  answer(call: Call, preferences: Preferences): Answered;
  /** What the contract alone documents for a response: an example, else a generated body. */
  documented(call: Call, response: DocumentedResponse, status: number, preferences: Preferences): Answered;
}

export function createAnswerer(plan: ApiPlan, mock: AnyMock | undefined): Answerer {
  const bodies = documentedBodies(plan);
  const people = peopleAsked(plan);

  const forState = (preferences: Preferences): Bodies => ({
    model(call, response, media, about) {
      const { value, notes } = bodies.make(call, response, media, preferences, about);
      for (const note of notes) call.note(note);
      return value;
    },
    part: bodies.part,
    item: bodies.item,
    value: bodies.value,
    knows: people.knows,
    asked: bodies.personIn,
    numbersIn: people.numbersIn,
    told: people.told,
  });
  const usual = forState(noPreferences);

  function documented(call: Call, response: DocumentedResponse, status: number, preferences: Preferences): Answered {
    const accept = call.header('accept');
    const media = mediaFor(accept, response, preferences.example);
    if (!media) return { reply: { status }, by: 'example' };
    const unknown = unknownExample(media, preferences);
    if (unknown) return { reply: unknown, by: 'problem' };
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

  function decide(call: Call, preferences: Preferences): Answered {
    const behaved = preferences.dynamic ? undefined : mock?.behaviours[call.operation.id]?.(call);
    if (behaved) return { reply: behaved, by: 'behaviour' };
    const { state, success, refusal, carried, below } = plan.of(call.operation);
    const contractAlone = preferences.dynamic || preferences.example !== undefined;
    if (state && !contractAlone) {
      const inferred = interactions[state.interaction](state, call, preferences === noPreferences ? usual : forState(preferences));
      if (inferred) return { reply: inferred, by: 'inferred' };
    }
    const missing = below && !contractAlone ? missingOnTheWay(below, call, usual) : undefined;
    if (missing) return { reply: missing, by: 'problem' };
    if (carried && !contractAlone) keepCarried(carried, call);
    if (!success && refusal) {
      call.note('The contract documents no success for this operation; the first refusal that it documents is sent.');
      return documented(call, refusal.response, refusal.status, preferences);
    }
    if (!success)
      return {
        reply: {
          problem: 'not-implemented',
          message: 'The contract documents no success for this operation, so there is nothing to answer with.',
        },
        by: 'problem',
      };
    const none = contractAlone ? undefined : people.forNobody(call, success);
    if (none) return { reply: none, by: 'problem' in none ? 'problem' : 'inferred' };
    return documented(call, success.response, success.status, preferences);
  }

  return {
    // A behaviour seldom leaves the answer to anybody else.
    prepare: (operation) => bodies.prepare(operation, plan.of(operation).state !== undefined && !mock?.behaviours[operation.id]),
    documented,
    answer(call, preferences) {
      try {
        return call.store.transaction(() => {
          const answered = decide(call, preferences);
          // A problem undoes what the behaviour had written before it found it.
          if (isProblem(answered.reply)) throw new Undo(answered);
          return answered;
        });
      } catch (thrown) {
        if (thrown instanceof Undo) return thrown.answered;
        throw thrown;
      }
    },
  };
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

/** An example asked for by a name that none has: another in its place would be taken for it. */
function unknownExample({ examples }: MediaType, { example, dynamic }: Preferences): Problem | undefined {
  if (example === undefined || dynamic || examples.some(({ name }) => name === example)) return undefined;
  const published = examples.length === 0 ? 'no examples' : examples.map(({ name }) => `“${name}”`).join(', ');
  return {
    problem: 'invalid-value',
    message: `The Prefer header asks for an example that this response does not publish; it publishes ${published}.`,
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

/** Carries a problem out of the transaction that it undoes. */
class Undo {
  readonly answered: Answered;
  constructor(answered: Answered) {
    this.answered = answered;
  }
}
