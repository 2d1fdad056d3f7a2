/** An error body in one media type: what it is written by, and what it must fit. */
import type { DocumentedResponse, Json, MediaType, NamedExample, Operation, SchemaAt } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { isFhirXml } from '../../contract/documented.ts';
import { lazilyFor } from '../../contract/lazily.ts';
import { concreteType, essenceOf, formOf, mayBeJson, type Form } from '../../contract/media-type.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { understandForm, type FormPart, type Variant } from './form-part.ts';
import { JSON_API_ERRORS, OPERATION_OUTCOME, PROBLEM_DETAILS } from './standard-shapes.ts';

export interface ErrorForm {
  readonly type: string;
  readonly writtenAs: Form;
  /** The documented schema. */
  readonly at?: SchemaAt;
  /** The schema as text: forms of one shape speak one language. */
  readonly shape: string;
  readonly examples: readonly NamedExample[];
  /** The body, understood. */
  part(variant: Variant): FormPart;
}

/** The forms of one documented response, one per media type. */
export type ErrorForms = readonly ErrorForm[];

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

/** What an error can be written as. */
const WRITABLE: ReadonlySet<Form> = new Set<Form>(['json', 'xml', 'html', 'text']);

/** Types whose bodies have members, rather than being one text. */
const hasMembers = (type: string): boolean => mayBeJson(type) || formOf(type) === 'xml';

export const isFhirType = (type: string): boolean => essenceOf(type) === 'application/fhir+json' || isFhirXml(type);

export const shapeText = ({ schema }: MediaType): string => JSON.stringify(schema?.schema ?? null);

/** `alike` are bodies published elsewhere in the contract under the same schema; they speak where the response itself shows none. */
export function errorForms(read: Meaning['read'], media: MediaType, alike: () => readonly Json[]): ErrorForms {
  const { type, schema: at, examples } = media;
  const writtenAs = formOf(type);
  if (!WRITABLE.has(writtenAs)) return [];
  const shown = (): readonly Json[] => {
    const own = examples.map(({ value }) => value).filter(isContainer);
    return own.length > 0 ? own : alike();
  };
  const part = lazilyFor((variant: Variant) => {
    const bodies = hasMembers(type) ? shown() : [];
    return understandForm(read, schemaToWrite(read, media, bodies), bodies, variant);
  });
  return [{ type: concreteType(type, undefined), writtenAs, ...(at && { at }), shape: shapeText(media), examples, part }];
}

/** A contract that gives no schema, or one that says no more than "an object", may still publish a body or name a standard's media type. */
function schemaToWrite(read: Meaning['read'], { type, schema: at }: MediaType, shown: readonly Json[]): SchemaAt {
  if (!hasMembers(type)) return at && read(at).schema.type === 'string' ? at : { pointer: '', schema: { type: 'string' } };
  if (at && saysSomething(read, at)) return at;
  const standard = (): SchemaAt['schema'] => {
    if (isFhirType(type) || shown.some((body) => isObject(body) && body['resourceType'] === 'OperationOutcome')) return OPERATION_OUTCOME;
    if (type.includes('vnd.api+json')) return JSON_API_ERRORS;
    const told = at && read(at).schema.type === 'object' ? shown.some(isObject) : shown.length > 0;
    return told ? (at?.schema ?? true) : PROBLEM_DETAILS;
  };
  return { pointer: '', schema: standard() };
}

function saysSomething(read: Meaning['read'], at: SchemaAt): boolean {
  const { properties, items, choices, schema } = read(at);
  if (properties.size > 0 || items !== undefined || choices.length > 0) return true;
  return schema.enum !== undefined || schema.const !== undefined || (schema.type ?? 'object') !== 'object';
}

const isContainer = (value: Json): boolean => (isObject(value) && Object.keys(value).length > 0) || (isArray(value) && value.length > 0);
