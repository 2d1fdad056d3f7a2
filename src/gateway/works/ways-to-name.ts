/** Requests that say who they are about. */
import { bodyOfPerson } from '../../answer/sample/sample-request.ts';
import type { Json, Parameter } from '../../contract/contract.ts';
import { bodyShape, parseJson } from '../../contract/json.ts';
import { isJsonType } from '../../contract/media-type.ts';
import { isNhsNumber } from '../../fhir/nhs-number.ts';
import type { Person } from '../../population.ts';
import { has, withParameter, type RequestDraft } from './draft.ts';
import { personParameters, searchesFor, valueOfPerson, type KnownValues } from './values.ts';

export interface Way {
  readonly sent: Pick<RequestDraft, 'path' | 'query' | 'headers' | 'body'>;
  /** A request that was made of it is still about the person. */
  readonly isKept: (draft: RequestDraft) => boolean;
}

/** In the order in which that is best said. */
export function waysToName(model: RequestDraft, values: KnownValues, person: Person): readonly Way[] {
  const { operation } = model;
  const told = (parameters: readonly Parameter[]) => parameters.map((one) => [one, valueOfPerson(values, operation, one, person)] as const);
  const always = (['path', 'header'] as const).flatMap((place) => [...personParameters(values.plan, operation, place).values()]);
  const fixed = told(always.filter((one) => has(model, one)));
  const searches = searchesFor(values, operation, person);
  const required = told([...personParameters(values.plan, operation, 'query').values()].filter((one) => has(model, one)));
  const body = personBody(model, values, person);
  const isNamed = fixed.length + required.length > 0 || body !== undefined;
  const own = isNamed ? required : told(always.filter((one) => !has(model, one)));
  const about = (search: readonly (readonly [Parameter, Json])[]): Way => {
    const named = [...fixed, ...search];
    const blank: RequestDraft = { ...model, query: [], headers: {} };
    const draft = named.reduce((made, [parameter, value]) => withParameter(made, parameter, value), blank);
    const type = model.headers['content-type'];
    const withType = body !== undefined && type !== undefined ? { ...draft.headers, 'content-type': type } : draft.headers;
    return {
      sent: { path: draft.path, query: draft.query, headers: withType, ...(body !== undefined && { body }) },
      isKept: (found) =>
        named.every(([parameter, value]) => isSame(found, withParameter(found, parameter, value))) &&
        (body === undefined || (found.body ?? '').includes(person.nhsNumber)),
    };
  };
  const ways = searches.length > 0 ? searches : [own];
  return ways.filter((search) => fixed.length + search.length > 0 || body !== undefined).map(about);
}

const isSame = (one: RequestDraft, other: RequestDraft): boolean => asSorted(one) === asSorted(other);
const asSorted = ({ path, query, headers }: RequestDraft): string =>
  JSON.stringify([path, query.toSorted(), Object.entries(headers).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

/** The body of the model told of the person; undefined where it is about nobody. */
function personBody({ operation, body, headers }: RequestDraft, values: KnownValues, person: Person): string | undefined {
  const type = headers['content-type'] ?? '';
  if (body === undefined || !isJsonType(type)) return undefined;
  const parsed = parseJson(body, bodyShape(body.length * 4));
  if (!('value' in parsed)) return undefined;
  const at = operation.body?.content.find((media) => media.type === type)?.schema;
  const { generator } = values.plan;
  const told = bodyOfPerson(generator, operation, { body: parsed.value, ...(at && { at }) }, { person, ...values });
  return [JSON.stringify(told), withNumberOf(person, body)].find((text) => text.includes(person.nhsNumber));
}

/** With this person's NHS number where another's stands, as in Parameters of FHIR, whose names alone say what a value is. */
export const withNumberOf = ({ nhsNumber }: Person, body: string): string =>
  body.replaceAll(/\b\d{10}\b/g, (number) => (isNhsNumber(number) ? nhsNumber : number));
