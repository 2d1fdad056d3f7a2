/** Looks a concept up, and says whether a code is one. */
import { isArray } from '../../../src/contract/json.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Schemas } from '../resources/typed-period.ts';
import { askedSystem, said } from './ask.ts';
import { conceptOf } from './code-systems.ts';
import { nameOfType, valueMember, type ConceptTold, type PropertyValue } from './concept.ts';

/** Told where nobody says what is wanted. */
const usual: readonly string[] = ['status', 'inactive'];

export function lookUp(call: AnyCall): Schemas['Concept'] | Problem {
  const { system: url = '', code = '', version } = textsOf(call);
  const asked = askedSystem(call, url, version);
  if (isProblem(asked)) return asked;
  const concept = conceptOf(asked.system, asked.night, code);
  if (!concept) return said(call, 'not-found', `Unknown code ${code} in code system ${url}`);
  const { property } = askedIn(call);
  const wanted = property === undefined ? usual : (isArray(property) ? property : [property]).map(String);
  const told = concept.properties.filter((one) => wanted.includes('*') || wanted.includes(one.property));
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'code', valueCode: concept.code },
      { name: 'display', valueString: concept.display },
      { name: 'name', valueString: asked.system.title },
      { name: 'system', valueUri: url },
      { name: 'version', valueString: asked.version },
      designation(concept.display),
      ...told.map(propertyTold),
    ],
  };
}

function designation(display: string): Schemas['Concept']['parameter'][number] {
  const use = { system: 'http://terminology.hl7.org/CodeSystem/designation-usage', code: 'display' };
  return {
    name: 'designation',
    part: [
      { name: 'use', valueCoding: use },
      { name: 'value', valueString: display },
    ],
  };
}

/** Its value stands twice: as `value`, and under the name of its type, where that is no code. */
function propertyTold(value: PropertyValue): Schemas['Concept']['parameter'][number] {
  const again = nameOfType[value.type];
  return {
    name: 'property',
    part: [
      { name: 'code', valueCode: value.property },
      ...(again === undefined ? [] : [{ name: again, ...valueMember(value) }]),
      { name: 'value', ...valueMember(value) },
    ],
  };
}

export function validateCode(call: AnyCall): Schemas['Validation'] | Problem {
  const { url = '', code = '', version, display } = textsOf(call);
  const asked = askedSystem(call, url, version);
  if (isProblem(asked)) return asked;
  const concept = conceptOf(asked.system, asked.night, code);
  if (!concept) return refused(`There is no concept ${code} in ${url}.`);
  if (display !== undefined && display !== concept.display)
    return refused(`${code} is not called ${display}.`, { name: 'display', valueString: concept.display });
  const wrong = Object.entries(testsIn(call)).find(([property, value]) => !hasValue(concept, property, value));
  if (wrong) return refused(`${code} has no property ${wrong[0]} of the value ${wrong[1]}.`);
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'result', valueBoolean: true },
      { name: 'code', valueCode: code },
      { name: 'system', valueUri: url },
      { name: 'version', valueString: asked.version },
      { name: 'display', valueString: concept.display },
    ],
  };
}

const refused = (message: string, more?: Schemas['Value']): Schemas['Validation'] => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'result', valueBoolean: false }, { name: 'message', valueString: message }, ...(more ? [more] : [])],
});

/** Properties are asked for by their own names: the contract reads them as one object. */
function testsIn({ query }: AnyCall): Readonly<Record<string, string>> {
  const { properties } = query;
  return typeof properties === 'object' && properties !== null && !isArray(properties)
    ? Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, String(value)]))
    : {};
}

export const hasValue = (concept: ConceptTold, property: string, value: string): boolean =>
  concept.properties.some((one) => one.property === property && one.value === value);

function textsOf({ query }: AnyCall): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
