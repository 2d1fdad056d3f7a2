/** What stands on one side of a comparison: a field, a value, or what a function makes of them; and what two of them compare to. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import type { Leaf } from '../index/fields.ts';
import type { Listing } from '../index/listing.ts';

/** What is looked at: an organisation, and what the variables of `any` and `all` stand for, the outermost first. */
export interface Looked {
  readonly listing: Listing;
  readonly bound: JsonObject[];
}

export type Kind = Leaf | 'null' | 'several';

export interface Term {
  readonly kind: Kind;
  of(looked: Looked): Json | undefined;
}

export type Test = (looked: Looked) => boolean;

const edm: Readonly<Record<Kind, string>> = {
  string: 'Edm.String',
  int: 'Edm.Int32',
  double: 'Edm.Double',
  boolean: 'Edm.Boolean',
  date: 'Edm.DateTimeOffset',
  point: 'Edm.GeographyPoint',
  null: '<null>',
  several: 'Collection(Edm.ComplexType)',
};

export const operators = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
} as const;

export type Operator = keyof typeof operators;

export const isOperator = (word: string): word is Operator => Object.hasOwn(operators, word);

/** The same for both kinds of number. */
const family = (kind: Kind): Kind => (kind === 'int' ? 'double' : kind);

/** Says why two terms cannot be compared, if they cannot. */
export function notComparable(left: Term, operator: Operator, right: Term): string | undefined {
  const kinds = [family(left.kind), family(right.kind)];
  const areAlike = kinds[0] === kinds[1] || kinds.includes('null');
  if (areAlike && !kinds.includes('point') && !(kinds.includes('several') && kinds[0] === kinds[1])) return undefined;
  return `A binary operator with incompatible types was detected. Found operand types '${edm[left.kind]}' and '${edm[right.kind]}' for operator kind '${operators[operator]}'.`;
}

export const notATruth = ({ kind }: Term): string =>
  `A unary operator with an incompatible type was detected. Found operand type '${edm[kind]}' for operator kind 'Not'.`;

/** What is null is neither greater nor less than anything. */
export function compared(left: Term, operator: Operator, right: Term): Test {
  const both = (test: (a: string | number, b: string | number) => boolean): Test => {
    return (looked) => {
      const [a, b] = [left.of(looked), right.of(looked)];
      return isOrdered(a) && isOrdered(b) && test(a, b);
    };
  };
  switch (operator) {
    case 'eq':
      return (looked) => (left.of(looked) ?? null) === (right.of(looked) ?? null);
    case 'ne':
      return (looked) => (left.of(looked) ?? null) !== (right.of(looked) ?? null);
    case 'gt':
      return both((a, b) => a > b);
    case 'ge':
      return both((a, b) => a >= b);
    case 'lt':
      return both((a, b) => a < b);
    case 'le':
      return both((a, b) => a <= b);
  }
}

const isOrdered = (value: Json | undefined): value is string | number => typeof value === 'string' || typeof value === 'number';

/** What a path leads to, from an object. */
export function along(from: Json | undefined, path: readonly string[]): Json | undefined {
  let at = from;
  for (const name of path) at = isObject(at) ? at[name] : undefined;
  return at;
}

export const constant = (kind: Kind, value: Json): Term => ({ kind, of: () => value });

export const asTerm = (test: Test): Term => ({ kind: 'boolean', of: test });
