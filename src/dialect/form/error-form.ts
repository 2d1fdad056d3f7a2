/** Which of a contract's documented responses shows how a problem of an operation is written. */
import type {
  Contract,
  DocumentedResponse,
  MediaType,
  NamedExample,
  Operation,
  Schema,
  SchemaAt,
  SchemaObject,
} from '../../contract/contract.ts';
import { isFhirType, allowsJson, isTextType } from './choose-type.ts';
import type { Flatten } from './flatten.ts';
import { once } from './once.ts';
import { schemaOf } from './schema-examples.ts';
import { JSON_API_ERRORS, OPERATION_OUTCOME, PROBLEM_DETAILS } from './standard-shapes.ts';

/** An error body in one media type: the schema it is written by, and the one it must fit. */
export interface ErrorForm {
  readonly type: string;
  readonly schema: Schema;
  readonly at?: SchemaAt;
  /** The schema as text: forms of one shape speak one language. */
  readonly shape: string;
  readonly examples: readonly NamedExample[];
}

/** The forms of one documented response, one per media type. */
type ErrorForms = readonly ErrorForm[];

/** The response documented for a faulty status: by itself, by its class (`4XX`), or as `default` (OpenAPI 3.1 §4.8.16). */
export function responseFor(operation: Operation, status: number): DocumentedResponse | undefined {
  const { responses } = operation;
  const own = responses.get(String(status)) ?? responses.get(`${Math.floor(status / 100)}XX`);
  return own ?? faultyResponses(operation).find(({ key }) => key === 'default');
}

/** `default` speaks of faults only where a success is documented beside it. */
export function faultyResponses({ responses }: Operation): readonly DocumentedResponse[] {
  const all = [...responses.values()];
  const hasSuccess = all.some(({ key }) => /^[23]/.test(key));
  return all.filter(({ key }) => /^[45]/.test(key) || (key === 'default' && hasSuccess));
}

/**
 * Every set of forms that may speak for a status, best first: the response documented for it, else the operation's other error
 * responses and then those of the whole contract, the most common first. Empty where the contract shows no error body at all.
 */
export type FormsFor = (operation: Operation | undefined, status: number) => readonly ErrorForms[];

export function createFormsFor(contract: Contract, flatten: Flatten): FormsFor {
  const ofResponse = new Map<DocumentedResponse, ErrorForms>();
  const ofStatus = new Map<number, readonly ErrorForms[]>();
  const ofOperation = new Map<string, readonly ErrorForms[]>();
  const formsOf: FormsOf = (response) => once(ofResponse, response, () => response.content.flatMap((media) => formOf(media, flatten)));
  const common = (status: number): readonly ErrorForms[] =>
    once(ofStatus, status, () => byFrequency(contract.operations.flatMap((other) => commonForms(other, status, formsOf))));
  const find: FormsFor = (operation, status) => {
    const documented = operation && responseFor(operation, status);
    const own = documented ? formsOf(documented) : [];
    if (own.length > 0) return [own];
    const neighbours = operation ? distinct(errorResponses(operation, status).map(formsOf).filter(isTold)) : [];
    const shown = [...neighbours.slice(0, MOST_FORMS), ...common(status).slice(0, MOST_FORMS)];
    return shown.length > 0 ? shown : standardForms(contract);
  };
  return (operation, status) => once(ofOperation, `${operation?.id ?? ''} ${status}`, () => find(operation, status));
}

type FormsOf = (response: DocumentedResponse) => ErrorForms;

/** FHIR fixes what its servers answer a fault with, though a contract is silent about it (https://hl7.org/fhir/R4/http.html#Status-Codes). */
function standardForms({ operations }: Contract): readonly ErrorForms[] {
  const types = operations.flatMap(({ responses }) => [...responses.values()].flatMap(({ content }) => content.map(({ type }) => type)));
  const type = types.find(isFhirType);
  return type === undefined ? [] : [[{ type, schema: OPERATION_OUTCOME, shape: '', examples: [] }]];
}

/** Each is tried until one can say the fault truly. */
const MOST_FORMS = 4;

const isTold = (forms: ErrorForms): boolean => forms.some(({ type }) => allowsJson(type));

function commonForms(operation: Operation, status: number, formsOf: FormsOf): readonly ErrorForms[] {
  const documented = responseFor(operation, status);
  const own = documented ? formsOf(documented) : [];
  return isTold(own) ? [own] : errorResponses(operation, status).map(formsOf).filter(isTold).slice(0, 1);
}

/** Those of the same class first, and of them the general ones: a range, 400, 422. */
function errorResponses(operation: Operation, status: number): readonly DocumentedResponse[] {
  const rank = ({ key }: DocumentedResponse): number => {
    const sameClass = key.startsWith(String(status)[0] ?? '') ? 0 : 1000;
    const general = ['4XX', '5XX', '400', '422', 'default'].indexOf(key);
    return sameClass + (general < 0 ? 100 + Math.abs(Number(key) - status) : general);
  };
  return faultyResponses(operation).toSorted((a, b) => rank(a) - rank(b));
}

export const shapeText = ({ schema }: MediaType): string => JSON.stringify(schema?.schema ?? null);

const identity = (forms: ErrorForms): string => forms.map(({ type, shape }) => `${type} ${shape}`).join('\n');

function distinct(all: readonly ErrorForms[]): readonly ErrorForms[] {
  const seen = new Map<string, ErrorForms>();
  for (const forms of all) if (!seen.has(identity(forms))) seen.set(identity(forms), forms);
  return [...seen.values()];
}

function byFrequency(all: readonly ErrorForms[]): readonly ErrorForms[] {
  const counts = Map.groupBy(all, identity);
  return [...counts.values()].toSorted((a, b) => b.length - a.length).map((same) => same[0] ?? []);
}

function formOf(media: MediaType, flatten: Flatten): ErrorForms {
  const { type, schema: at } = media;
  if (!allowsJson(type) && !isTextType(type)) return [];
  const flat = at ? flatten(at.schema, 0) : {};
  return [
    {
      type: type.includes('*') ? 'application/json' : type,
      schema: at && saysSomething(flat) ? at.schema : shapeOf(media),
      ...(at && { at }),
      shape: shapeText(media),
      examples: media.examples,
    },
  ];
}

function saysSomething({ properties = {}, items, enum: allowed, const: only, type = 'object' }: SchemaObject): boolean {
  return Object.keys(properties).length > 0 || items !== undefined || allowed !== undefined || only !== undefined || type !== 'object';
}

/** A contract that gives no schema, or one that says no more than "an object", may still publish a body or name a standard's media type. */
function shapeOf({ type, examples }: MediaType): Schema {
  if (isTextType(type)) return { type: 'string' };
  if (isFhirType(type)) return OPERATION_OUTCOME;
  if (type.includes('vnd.api+json')) return JSON_API_ERRORS;
  const published = examples.find(({ value }) => value !== null && typeof value === 'object' && Object.keys(value).length > 0);
  if (!published) return PROBLEM_DETAILS;
  return JSON.stringify(published.value).includes('"OperationOutcome"') ? OPERATION_OUTCOME : schemaOf(published.value);
}
