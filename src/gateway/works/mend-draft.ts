/** A draft with the faults put right that an answer named, and nothing else of it changed. */
import { changedAt, modelAt } from '../../contract/json-edit.ts';
import { parseJson, bodyShape } from '../../contract/json.ts';
import { tokensOf, valueAt } from '../../contract/json-pointer.ts';
import type { Json, Parameter } from '../../contract/contract.ts';
import { documentedType, essenceOf, isJsonType, isNamedType } from '../../contract/media-type.ts';
import type { Fault } from '../../mock/problem.ts';
import { has, ownerOf, saidIn, without, withParameter, type RequestDraft } from './draft.ts';
import type { Outcome } from './try-out.ts';
import { personSearches, shownFor, type KnownValues } from './values.ts';

/** Keywords of members that nobody asked for. */
const FOREIGN: ReadonlySet<string> = new Set(['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'undeclared']);

/** `model` is a request that the contract says is right. */
export function mendDraft(
  draft: RequestDraft,
  { faults, problem }: Pick<Outcome, 'faults' | 'problem'>,
  model: RequestDraft,
  values: KnownValues,
): RequestDraft {
  let mended = draft;
  for (const fault of faults) mended = fault.in === 'body' ? mended : withoutFault(mended, fault, values);
  mended = withBody(mended, faults, model);
  switch (problem) {
    case 'not-acceptable':
      return without(mended, 'accept');
    case 'unsupported-media-type':
      return without(inDocumentedType(mended, model), 'content-encoding');
    case 'missing-body':
    case 'malformed-body':
      return withModelBody(mended, model);
    default:
      return mended;
  }
}

/** What the contract demands and the draft has not: parameters, a body, its type. */
export function withDemanded(draft: RequestDraft, model: RequestDraft, values: KnownValues): RequestDraft {
  let whole = draft;
  for (const parameter of draft.operation.parameters) {
    if ((parameter.required || parameter.in === 'path') && !has(whole, parameter) && has(model, parameter))
      whole = withParameter(whole, parameter, valueFor(whole, parameter, values));
  }
  const { body } = draft.operation;
  if (!body || body.content.length === 0) {
    const { body: _, ...bodiless } = whole;
    return without(bodiless, 'content-type');
  }
  if (whole.body === undefined) return body.required ? withModelBody(whole, model) : without(whole, 'content-type');
  return inDocumentedType(whole, model);
}

function withoutFault(draft: RequestDraft, { in: place, name = '', keyword }: Fault, values: KnownValues): RequestDraft {
  const parameter = draft.operation.parameters.find((one) => one.in === place && one.name.toLowerCase() === name.toLowerCase());
  if (!parameter) {
    if (place === 'header') return without(draft, name.toLowerCase());
    return place === 'query' ? { ...draft, query: draft.query.filter((pair) => ownerOf(pair) !== ownerOf(`${name}=`)) } : draft;
  }
  if (FOREIGN.has(keyword)) return withParameter(draft, parameter, undefined);
  return withParameter(draft, parameter, valueFor(draft, parameter, values));
}

/** In a query, of somebody who is as the rest of the request says; else what the contract shows. */
function valueFor(draft: RequestDraft, parameter: Parameter, values: KnownValues): Json {
  const { operation } = draft;
  const shown = shownFor(values, operation, parameter);
  if (parameter.in !== 'query') return shown;
  const others = withParameter(draft, parameter, undefined);
  const ofPerson = personSearches(values, others)
    .flat()
    .findLast(([one]) => one === parameter)?.[1];
  const isPerson = operation.parameters.some((one) => one !== parameter && saidIn(others, one.name) !== undefined);
  return ofPerson !== undefined && isPerson ? ofPerson : shown;
}

function inDocumentedType(draft: RequestDraft, model: RequestDraft): RequestDraft {
  const content = draft.operation.body?.content ?? [];
  const sent = draft.headers['content-type'] ?? '';
  const media = documentedType(sent, content);
  if (media && isNamedType(sent, media.type)) return draft;
  const json = content.find(({ type }) => isJsonType(type));
  const isJson = draft.body !== undefined && 'value' in parseJson(draft.body, bodyShape(draft.body.length * 4));
  const type = model.headers['content-type'];
  if (isJson && json) return { ...draft, headers: { ...draft.headers, 'content-type': type && isJsonType(type) ? type : json.type } };
  return withModelBody(draft, model);
}

export function withModelBody(draft: RequestDraft, model: RequestDraft): RequestDraft {
  const type = model.headers['content-type'];
  const { body: _, ...bodiless } = without(draft, 'content-type');
  return {
    ...bodiless,
    headers: { ...bodiless.headers, ...(type !== undefined && { 'content-type': type }) },
    ...(model.body !== undefined && { body: model.body }),
  };
}

function withBody(draft: RequestDraft, faults: readonly Fault[], model: RequestDraft): RequestDraft {
  const ofBody = faults.filter((fault) => fault.in === 'body');
  if (ofBody.length === 0) return draft;
  const sent = jsonIn(draft);
  const right = jsonIn(model);
  if (sent === undefined || right === undefined) return withModelBody(draft, model);
  const value = ofBody.reduce<Json | undefined>((body, fault) => (body === undefined ? body : mendedAt(body, fault, right)), sent);
  return value === undefined ? withModelBody(draft, model) : { ...draft, body: JSON.stringify(value) };
}

function jsonIn({ body, headers }: RequestDraft): Json | undefined {
  if (body === undefined || !isJsonType(essenceOf(headers['content-type'] ?? ''))) return undefined;
  const parsed = parseJson(body, bodyShape(body.length * 4));
  return 'value' in parsed ? parsed.value : undefined;
}

/** Undefined where nothing but the model's whole body will do. */
function mendedAt(body: Json, { pointer, keyword }: Fault, model: Json): Json | undefined {
  const tokens = tokensOf(pointer);
  if (tokens.length === 0) return undefined;
  if (FOREIGN.has(keyword)) return changedAt(body, tokens, undefined);
  // The model may not have the place: then the nearest around it that both have.
  for (let length = tokens.length; length > 0; length--) {
    const place = tokens.slice(0, length);
    const right = modelAt(model, place);
    const isThere = length === tokens.length ? valueAt(body, place.slice(0, -1)) !== undefined : valueAt(body, place) !== undefined;
    if (right !== undefined && isThere) return changedAt(body, place, right);
    if (length === tokens.length && keyword !== 'required') return changedAt(body, place, undefined);
  }
  return undefined;
}
