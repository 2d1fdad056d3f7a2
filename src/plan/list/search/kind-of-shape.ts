/** How values of a shape are compared. */
import type { Shape } from '../envelope/shape.ts';
import type { ParameterType } from './fhir-parameters.ts';
import type { HeldKind } from './held.ts';
import { isDateShape, isNumber } from './members.ts';

export const kindOfType: Readonly<Record<ParameterType, HeldKind>> = {
  token: 'token',
  reference: 'reference',
  date: 'date',
  string: 'string',
  number: 'number',
  quantity: 'number',
  uri: 'uri',
};

/** The type of FHIR's that a search parameter for such an element has. */
export function typeOfShape(shape: Shape): ParameterType {
  const one = shape.type === 'array' ? shape.items?.() : shape;
  if (!one) return 'token';
  const has = (...names: readonly string[]): boolean => names.some((name) => one.members.has(name));
  if (has('reference')) return 'reference';
  if (has('start', 'end') || isDateShape(one)) return 'date';
  if (has('family', 'given', 'line', 'postalCode')) return 'string';
  if (one.type === 'scalar' && isNumber(one)) return 'number';
  const isWord = one.keywords.enum !== undefined || one.keywords.const !== undefined || [one.keywords.type].flat().includes('boolean');
  return one.type === 'scalar' && !isWord ? 'string' : 'token';
}

/** A word of a list, an id or a flag, rather than text that people write. */
export function isWord({ keywords }: Shape): boolean {
  return (
    keywords.enum !== undefined ||
    keywords.const !== undefined ||
    keywords.pattern !== undefined ||
    /^(?:uuid|uri|url|email)/.test(keywords.format ?? '')
  );
}
