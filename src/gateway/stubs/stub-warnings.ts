/** What of a stub no contract documents: said to whoever writes it, who may mean it so. */
import type { Contract, DocumentedResponse, Operation } from '../../contract/contract.ts';
import { documentedResponse, jsonMedia } from '../../contract/documented.ts';
import { isJsonType } from '../../contract/media-type.ts';
import { plainText } from '../../contract/plain-text.ts';
import type { Api } from '../api.ts';
import type { ReadAnswer, ReadStub } from './read-stub.ts';
import type { Stub } from './stub.ts';
import { resourceOf } from '../../answer/state/set-row.ts';

interface Concerned {
  readonly api: Api;
  readonly operation: Operation;
}

/** Operations that one stub is held to: more would say the same again. */
const mostConcerned = 20;
const mostWarnings = 20;

export function stubWarnings(stub: Stub, { answers }: ReadStub, apis: readonly Api[]): readonly string[] {
  const { api: slug, operation: id, method, path } = stub.match ?? {};
  const named = slug === undefined ? apis : apis.filter((api) => api.slug === slug);
  if (named.length === 0) return [`No API here is called ${quoted(slug ?? '')}.`];
  const concerned = named.flatMap((api) =>
    api.contract.operations
      .filter(
        (operation) =>
          (id === undefined || operation.id === id) &&
          (method === undefined || operation.method === method.toLowerCase()) &&
          (path === undefined || mayBe(path, operation.path, api.mounts)),
      )
      .map((operation) => ({ api, operation })),
  );
  if (concerned.length === 0)
    return [
      id !== undefined && !named.some(({ contract }) => contract.operations.some((one) => one.id === id))
        ? `No operation here is called ${quoted(id)}.`
        : 'No operation that is served here has this method and path, so it never answers.',
    ];
  // What is said of no operation in particular is held to none.
  if (id === undefined && path === undefined) return [];
  const found = concerned.slice(0, mostConcerned).flatMap((each) => answers.flatMap((answer) => warningsAbout(answer, each)));
  return [...new Set(found)].slice(0, mostWarnings);
}

function warningsAbout(answer: ReadAnswer, { api, operation }: Concerned): readonly string[] {
  const { responses } = operation;
  const { status = api.plan.of(operation).success?.status ?? 200 } = answer;
  const response = documentedResponse(responses, status);
  const name = quoted(operation.id);
  return [
    ...(response || answer.example !== undefined
      ? []
      : [`${name} does not document ${status}; it documents ${[...responses.keys()].join(', ') || 'nothing'}.`]),
    ...(answer.example === undefined || publishes(responses, answer)
      ? []
      : [`${name} publishes no example called ${quoted(answer.example)}${answer.status === undefined ? '' : ` for ${answer.status}`}.`]),
    ...(response ? unknownHeaders(answer, response).map((header) => `${name} documents no header ${quoted(header)} for ${status}.`) : []),
    ...(response
      ? bodyFaults(answer, response, api.contract).map((fault) => `The body is not what ${name} documents for ${status}: ${fault}.`)
      : []),
    ...unkept(answer, api, operation),
  ];
}

function publishes(responses: Operation['responses'], { example, status }: ReadAnswer): boolean {
  const those = status === undefined ? [...responses.values()] : [documentedResponse(responses, status)];
  return those.some((response) => response?.content.some(({ examples }) => examples.some(({ name }) => name === example)));
}

/** Those that HTTP itself has for every answer need no contract. */
const ofHttp = /^(etag|location|retry-after|cache-control|last-modified|content-language|www-authenticate|allow|vary|expires|date)$/i;

const unknownHeaders = ({ headers }: ReadAnswer, { headers: documented }: DocumentedResponse): readonly string[] =>
  headers
    .map(([name]) => name)
    .filter((name) => !ofHttp.test(name) && !documented.some((header) => header.name.toLowerCase() === name.toLowerCase()));

/** Of a body with templates, only what holds whatever they come to is known. */
function bodyFaults({ body, type }: ReadAnswer, response: DocumentedResponse, contract: Contract): readonly string[] {
  if (!body || (type !== undefined && !isJsonType(type))) return [];
  const media = type === undefined ? jsonMedia(response) : response.content.find((one) => one.type === type);
  if (type !== undefined && !media) return [`its type is ${quoted(type)}, and that is not documented`];
  if (body.kind !== 'plain' || !media?.schema) return [];
  return contract
    .check(media.schema, body.value)
    .slice(0, 3)
    .map(({ pointer, message }) => `${plainText(pointer, 200)} ${message}`.trim());
}

function unkept({ store, then }: ReadAnswer, api: Api, operation: Operation): readonly string[] {
  const changes = [...store, ...then.flatMap((later) => later.store)];
  return changes.flatMap(({ operation: named }) => {
    const meant = named === undefined ? operation : api.contract.operations.find((one) => one.id === named);
    if (!meant) return [`No operation of ${quoted(api.contract.slug)} is called ${quoted(named ?? '')}, so the row is not changed.`];
    if (!resourceOf(api.plan, meant)) return [`${quoted(meant.id)} has no collection that is inferred, so the row is not changed.`];
    if (api.mock && Object.hasOwn(api.mock.behaviours, meant.id))
      return [`${quoted(meant.id)} is answered by rules of its own, which may keep what they keep elsewhere.`];
    return [];
  });
}

/** Whether a path of the contract, below any of its addresses, can be one that the match is for. */
function mayBe(wanted: string, path: string, mounts: readonly string[]): boolean {
  const segments = wanted.split('/');
  const isRest = segments.at(-1) === '*';
  return [path, ...mounts.map((mount) => mount + path)].some((each) => {
    const its = each.split('/');
    if (isRest ? its.length < segments.length : its.length !== segments.length) return false;
    return segments.every((segment, i) => isOpen(segment) || isOpen(its[i] ?? '') || segment === its[i]);
  });
}

const isOpen = (segment: string): boolean => segment.includes('{') || segment.includes('*');

const quoted = (text: string): string => `“${plainText(text, 100)}”`;
