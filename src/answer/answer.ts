/** The answer to a request that passed every check: behaviour, else inferred, else example, else generated; one synchronous turn, one transaction. */
import type { Contract, DocumentedResponse, MediaType, Operation } from '../contract/contract.ts';
import { isProblem, type AnsweredBy, type AnyMock, type Call, type Problem, type Reply } from '../mock.ts';
import { documentedBodies } from './body/documented-body.ts';
import { documentedFile } from './representation/documented-file.ts';
import { mediaFor, successOf } from '../contract/documented.ts';
import { concreteType, formOf } from '../contract/media-type.ts';
import { peopleAsked } from './people-asked.ts';
import { infer } from './state/infer.ts';
import { publishedState, type Published } from '../plan/resource/published.ts';
import { inferResources, parentOf, type Resource } from '../plan/resource/resource.ts';
import type { Preferences } from './preferences.ts';

export interface Replied {
  readonly reply: Reply;
  readonly by: AnsweredBy;
}
export interface Answered {
  readonly reply: Reply | Problem;
  readonly by: AnsweredBy;
}

export interface Answerer {
  /** What must be loaded before this operation can be answered synchronously; undefined when nothing must. */
  prepare(operation: Operation): Promise<void> | undefined;
  answer(call: Call, preferences: Preferences): Answered;
  /** What the contract alone documents for a response: an example, else a generated body. */
  documented(call: Call, response: DocumentedResponse, status: number, preferences: Preferences): Answered;
}

/** Successes by what a method does, for operations that nothing else answers. */
const preferred: Readonly<Record<string, readonly number[]>> = {
  get: [200],
  head: [200],
  post: [201, 200, 202],
  put: [200, 201, 204],
  patch: [200, 204],
  delete: [204, 200],
};

export function createAnswerer(contract: Contract, mock: AnyMock | undefined): Answerer {
  const inferences = inferResources(contract);
  const publishedOf = remembered((resource: Resource): Published => publishedState(contract, resource));
  const parents = remembered((resource: Resource) => ({ parent: parentOf(resource, inferences.values()) }));
  const bodies = documentedBodies(contract);
  const people = peopleAsked(contract);

  function documented(call: Call, response: DocumentedResponse, status: number, preferences: Preferences): Answered {
    const accept = call.header('accept');
    const media = mediaFor(accept, response, { otherwise: 'first' });
    const headers = bodies.headers(call, response);
    if (!media) return { reply: { status, headers }, by: 'example' };
    const unknown = unknownExample(media, preferences);
    if (unknown) return { reply: unknown, by: 'problem' };
    const type = concreteType(media.type, accept);
    if (formOf(type) === 'bytes') {
      const { bytes, by } = documentedFile(call, media, type, preferences);
      return { reply: { status, headers, binary: { bytes, type } }, by };
    }
    const made = bodies.make(call, response, media, preferences);
    return { reply: made.value === undefined ? { status, headers } : { status, headers, body: made.value, type }, by: made.by };
  }

  function decide(call: Call, preferences: Preferences): Answered {
    const behaved = preferences.dynamic ? undefined : mock?.behaviours[call.operation.id]?.(call);
    if (behaved) return { reply: behaved, by: 'behaviour' };
    const inference = preferences.dynamic || preferences.example !== undefined ? undefined : inferences.get(call.operation.id);
    if (inference) {
      const inferred = infer({
        contract,
        call,
        settings: call.settings,
        inference,
        published: publishedOf,
        parentOf: (resource) => parents(resource).parent,
        model: (response, media, id) => bodies.make(call, response, media, preferences, id).value,
        people: {
          knows: (parameter, value) => people.knows(call, parameter, value),
          asked: () => bodies.personIn(call),
          numbersIn: people.numbersIn,
          retold: (number, body, at) => people.retold(call, number, body, at),
        },
      });
      if (inferred) return { reply: inferred, by: 'inferred' };
    }
    const success = successOf(call.operation, preferred[call.operation.method] ?? [200]);
    if (!success)
      return {
        reply: {
          problem: 'not-implemented',
          message: 'The contract documents no success for this operation, so there is nothing to answer with.',
        },
        by: 'problem',
      };
    const none = preferences.dynamic || preferences.example !== undefined ? undefined : people.forNobody(call, success);
    if (none) return { reply: none, by: 'problem' in none ? 'problem' : 'inferred' };
    return documented(call, success.response, success.status, preferences);
  }

  return {
    prepare: (operation) => bodies.prepare(operation),
    documented,
    answer(call, preferences) {
      try {
        return call.store.transaction(() => {
          const answered = decide(call, preferences);
          // A problem undoes what the behaviour had written before it found it.
          if (isProblem(answered.reply)) throw new Undo(answered);
          return { ...answered, reply: withDocumentedHeaders(call, answered.reply) };
        });
      } catch (thrown) {
        if (thrown instanceof Undo) return thrown.answered;
        throw thrown;
      }
    },
  };

  /** Headers that the contract says every such response carries, where the answer did not set them itself. */
  function withDocumentedHeaders(call: Call, reply: Reply): Reply {
    const { responses } = call.operation;
    const response = responses.get(String(reply.status)) ?? responses.get(`${String(reply.status)[0]}XX`);
    const sent = reply.headers ?? {};
    const missing = response?.headers.some(
      ({ name, required }) => required && sent[name] === undefined && !(mirrored.test(name) && call.header(name) !== undefined),
    );
    return response && missing ? { ...reply, headers: { ...bodies.headers(call, response), ...sent } } : reply;
  }
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

/** Headers that the gateway itself gives back on every response. */
const mirrored = /^x-(request|correlation)-id$/i;

/** Carries a problem out of the transaction that it undoes. */
class Undo {
  readonly answered: Answered;
  constructor(answered: Answered) {
    this.answered = answered;
  }
}

function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
