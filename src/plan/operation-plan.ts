/** Everything about one operation that depends on its contract alone. A request asks this plan, and never the contract. */
import { planBodies, type BodyPlan } from '../contract/bodies/plan-bodies.ts';
import type { Contract, MediaType, Operation, Parameter } from '../contract/contract.ts';
import { jsonMedia, successOf, successTypes, type Success } from '../contract/documented.ts';
import { type PlannedReader, planReader } from '../contract/parameters/plan-reader.ts';
import type { ApiPlan } from './api-plan.ts';
import { lazily } from '../contract/lazily.ts';
import { planList, planPublishedSearch, type ListPlan, type Searching } from './list/list-plan.ts';
import { planCarried } from './resource/carried.ts';
import { planExamples, type ExamplePlan } from './examples/example-plan.ts';
import { planSecurity, type SecurityPlan } from './requests/credentials.ts';
import { itemSamples } from './requests/item-samples.ts';
import { planDelivery, type Delivery } from './resource/delivery.ts';
import type { Interaction, Resource } from './resource/resource.ts';
import { taggingOf, type Tagging } from './resource/version.ts';
import { tellsPlainly } from './told/plain-documents.ts';
import { planUnkept } from './told/unkept.ts';
import { planWhole, type ToldWhole } from './told/whole.ts';
import { planWrite, type WritePlan } from './write/write-plan.ts';

export interface OperationPlan {
  readonly api: ApiPlan;
  readonly operation: Operation;
  /** The parameters to decode. OpenAPI gives header parameters named Accept, Content-Type and Authorization no meaning (OAS 3.1 §4.8.12.2). */
  readonly parameters: readonly Parameter[];
  /** A reader for each of the parameters. */
  readonly readers: readonly PlannedReader[];
  readonly queryNames: ReadonlySet<string>;
  /** What it takes as its body, per media type. */
  readonly bodies: readonly BodyPlan[];
  /** Whether it documents bodies that travel encoded: they are then kept as they came. */
  readonly takesEncodings: boolean;
  /** Whether all who say in Authorization who they are show a bearer token there (RFC 6750). */
  readonly wantsBearer: boolean;
  /** What lets a caller in, where access is strict. */
  readonly security: SecurityPlan;
  /** The media types that it may succeed with, in the contract's order. */
  readonly successTypes: readonly string[];
  /** What it answers where all goes well; undefined where the contract documents no success. */
  readonly success: SuccessPlan | undefined;
  /** Declared headers that an answer may depend on, in lower case: none of those that only name the exchange or the caller's leave. */
  readonly headers: readonly string[];
  /** What its contract publishes of its answers, and for which requests. */
  readonly examples: ExamplePlan;
  /** How its answer is searched and paged where the contract alone gives it; undefined where that is no list. */
  readonly search: () => Searching | undefined;
  /** What it does to the state of a workspace; undefined where the contract alone answers. */
  readonly state: StatePlan | undefined;
  /** How it lists what records tell, where it keeps nothing. */
  readonly unkept: () => StatePlan | undefined;
  /** Whether it answers plain documents that may tell of a record. */
  readonly tellsPlainly: () => boolean;
  /** How it tells a whole record. */
  readonly whole: () => ToldWhole | undefined;
  /** Collections that keep what its body carries, by kind of resource. */
  readonly carried: ReadonlyMap<string, Resource> | undefined;
  /** The item that its path names on the way, where it documents that something may not be there and keeps nothing itself. */
  readonly below: Resource | undefined;
  /** Where no success is documented: the refusal that is. */
  readonly refusal: Success | undefined;
}

export interface SuccessPlan extends Success {
  /** The JSON that goes with it. */
  readonly media: MediaType | undefined;
}

/** One interaction with one resource. */
export interface StatePlan {
  readonly api: ApiPlan;
  readonly operation: Operation;
  readonly interaction: Interaction;
  readonly resource: Resource;
  readonly success: SuccessPlan;
  /** How this operation speaks of versions; undefined where its contract does not. */
  readonly tagging: Tagging | undefined;
  /** How it is listed; undefined where it is no list, or none whose items can be told. */
  readonly list: () => ListPlan | undefined;
  /** Where what is made here arrives, besides being kept. */
  readonly delivery: Delivery | undefined;
  /** What a write keeps, and what it answers. */
  readonly write: WritePlan;
}

/** Successes by what an interaction does, the likeliest first. */
const preferredFor: Readonly<Record<Interaction, readonly number[]>> = {
  create: [201, 200, 202],
  list: [200],
  read: [200],
  'read-version': [200],
  history: [200],
  replace: [200, 204, 201],
  patch: [200, 204, 202],
  delete: [204, 200, 202],
};

/** Successes by what a method does, for operations that the contract alone answers. */
const preferredOf: Readonly<Record<string, readonly number[]>> = {
  get: [200],
  head: [200],
  post: [201, 200, 202],
  put: [200, 201, 204],
  patch: [200, 204],
  delete: [204, 200],
};

export function planOperation(api: ApiPlan, operation: Operation): OperationPlan {
  const resource = api.resources().find(({ all }) => all.some((part) => part.operation === operation));
  const interaction = resource?.all.find((part) => part.operation === operation)?.interaction;
  const success = planSuccess(operation, (interaction && preferredFor[interaction]) ?? preferredOf[operation.method] ?? [200]);
  const state = resource && interaction && success ? planState(api, { operation, interaction, resource, success }) : undefined;
  const parameters = operation.parameters.filter((p) => p.in !== 'header' || !/^(accept|content-type|authorization)$/i.test(p.name));
  return {
    api,
    operation,
    parameters,
    readers: parameters.map((parameter) => planReader(api.contract, operation, parameter)),
    queryNames: new Set(parameters.filter((p) => p.in === 'query').map((p) => p.name)),
    bodies: planBodies(api.contract, operation, (media) => itemSamples(state, media)),
    takesEncodings: parameters.some((p) => p.in === 'header' && /^content-encoding$/i.test(p.name)),
    wantsBearer: wantsBearer(api.contract, operation),
    security: planSecurity(api.contract, operation),
    successTypes: successTypes(operation),
    success,
    carried: planCarried(api.meaning, operation, api.resources()),
    below: state ? undefined : itemOnTheWay(operation, api.resources()),
    refusal: success ? undefined : refusalOf(operation),
    headers: headersOf(operation),
    examples: planExamples(api.generator, operation),
    search: lazily(() => (success && isSearch(operation) ? planPublishedSearch(api, operation, success) : undefined)),
    state,
    tellsPlainly: lazily(() => success !== undefined && tellsPlainly(api.meaning, operation, success)),
    whole: lazily(() => (success && !state ? planWhole(api, operation, success) : undefined)),
    unkept: lazily(() => {
      const listed = success && !state && isSearch(operation) ? planUnkept(api, operation, success) : undefined;
      return success && listed && planState(api, { operation, interaction: 'list', resource: listed, success });
    }),
  };
}

function itemOnTheWay({ path, responses }: Operation, resources: readonly Resource[]): Resource | undefined {
  if (!responses.has('404') && !responses.has('4XX')) return undefined;
  const isBelow = ({ itemPath }: Resource): boolean =>
    itemPath !== undefined && path.startsWith(itemPath.endsWith('/') ? itemPath : `${itemPath}/`);
  return resources.filter(isBelow).toSorted((a, b) => b.path.length - a.path.length)[0];
}

function wantsBearer({ securitySchemes }: Contract, { security }: Operation): boolean {
  const shown = security.map((alternative) => Object.keys(alternative)).filter((names) => names.length > 0);
  const isBearer = (name: string): boolean => {
    const { type, scheme } = securitySchemes[name] ?? {};
    return type === 'http' && typeof scheme === 'string' && scheme.toLowerCase() === 'bearer';
  };
  return shown.length > 0 && shown.every((names) => names.some(isBearer));
}

function refusalOf({ responses }: Operation): Success | undefined {
  for (const [key, response] of responses) {
    if (/^[45]/.test(key)) return { status: Number(key.replace(/XX$/, '00')), response };
  }
  return undefined;
}

function planState(api: ApiPlan, about: Pick<StatePlan, 'operation' | 'interaction' | 'resource' | 'success'>): StatePlan {
  const { operation, resource } = about;
  const tagging = taggingOf(
    operation,
    resource.all.map((part) => part.operation),
  );
  const list = lazily(() => (about.interaction === 'list' ? planList({ api, ...about }) : undefined));
  const delivery = about.interaction === 'create' ? planDelivery(api.meaning, operation, resource, api.resources()) : undefined;
  return { api, ...about, tagging, list, delivery, write: planWrite(api, about) };
}

const ofTheExchange =
  /^(authorization|cookie|traceparent|tracestate|user-agent|idempotency-key|.*(request|correlation|trace|session|transaction|message)-?id)$/;

function headersOf({ parameters }: Operation): readonly string[] {
  const names = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase());
  return names.filter((name) => !ofTheExchange.test(name));
}

/** A read that its query, or the form of a `_search`, can narrow. */
function isSearch({ method, path, parameters }: Operation): boolean {
  return (method === 'get' && parameters.some((parameter) => parameter.in !== 'path')) || (method === 'post' && path.endsWith('/_search'));
}

export function planSuccess(operation: Operation, preferred: readonly number[]): SuccessPlan | undefined {
  const success = successOf(operation, preferred);
  return success && { ...success, media: jsonMedia(success.response) };
}
