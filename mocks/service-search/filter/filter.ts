/**
 * `$filter`: an OData expression, read from left to right into a test. Each word is looked at once, and neither how deep an expression goes
 * nor how many comparisons it has is left to whoever sends it.
 */
import { isArray, isObject } from '../../../src/contract/json.ts';
import type { Json } from '../../../src/contract/contract.ts';
import { fieldAt, isList, notThere, type Field, type Shape } from '../index/fields.ts';
import { badExpression, type QueryFault, type QueryParameter } from '../query-fault.ts';
import { functionTerm, notBound, type Matches, type Reader } from './functions.ts';
import { along, asTerm, compared, constant, isOperator, notATruth, notComparable, type Looked, type Term, type Test } from './terms.ts';
import { Tokens, type Token } from './tokens.ts';

const deepest = 50;
const mostTerms = 300;

export function readFilter(text: string, matches: Matches): Test {
  const expressions = new Expressions(text, '$filter', matches);
  const test = expressions.truth();
  expressions.end();
  return test;
}

/** A variable of `any` or `all`: its place among those that are bound, and what it stands for. */
interface Variable {
  readonly place: number;
  readonly shape: Shape;
  /** What the index calls such a thing. */
  readonly type: string;
}

/** Reads the expressions of one parameter. */
export class Expressions implements Reader {
  readonly tokens: Tokens;
  readonly #parameter: QueryParameter;
  readonly matches: Matches;
  readonly #variables = new Map<string, Variable>();
  #depth = 0;
  #terms = 0;

  constructor(text: string, parameter: QueryParameter, matches: Matches) {
    this.tokens = new Tokens(text, parameter);
    this.#parameter = parameter;
    this.matches = matches;
  }

  end(): void {
    if (this.tokens.next.kind !== 'end') throw this.tokens.fault();
  }

  get variable(): string | undefined {
    return this.#variables.keys().next().value;
  }

  truth(): Test {
    const term = this.#either();
    // What goes on with a word that is no operator is not read yet: that is what is wrong with it.
    if (this.tokens.next.kind !== 'end' && !this.tokens.is(')')) throw this.tokens.fault();
    return this.#truthOf(term);
  }

  /** Terms with `or` between them. */
  #either(): Term {
    return this.#chain(
      'or',
      () => this.#both(),
      (tests) => (looked) => tests.some((test) => test(looked)),
    );
  }

  #both(): Term {
    return this.#chain(
      'and',
      () => this.#comparison(),
      (tests) => (looked) => tests.every((test) => test(looked)),
    );
  }

  #chain(word: string, read: () => Term, join: (tests: readonly Test[]) => Test): Term {
    const first = read();
    if (!this.tokens.is(word)) return first;
    const tests = [this.#truthOf(first)];
    while (this.tokens.skip(word)) tests.push(this.#truthOf(read()));
    return asTerm(join(tests));
  }

  #comparison(): Term {
    const left = this.single();
    const { kind, said } = this.tokens.next;
    if (kind !== 'word' || !isOperator(said)) return left;
    this.tokens.take();
    const right = this.single();
    const wrong = notComparable(left, said, right);
    if (wrong !== undefined) throw this.fault(wrong);
    return asTerm(compared(left, said, right));
  }

  single(): Term {
    this.#terms += 1;
    if (this.#terms > mostTerms) throw this.fault(`The expression has more than ${mostTerms} terms.`);
    if (this.tokens.skip('not')) {
      const term = this.#deeper(() => this.single());
      if (term.kind !== 'boolean' && term.kind !== 'null') throw this.fault(notATruth(term));
      return asTerm((looked) => term.of(looked) !== true);
    }
    if (this.tokens.skip('(')) {
      const term = this.#deeper(() => this.#either());
      this.tokens.want(')');
      return term;
    }
    return this.#value();
  }

  #value(): Term {
    const token = this.tokens.take();
    const { kind, said } = token;
    switch (kind) {
      case 'text':
        return constant('string', said);
      case 'number':
        return constant(/^-?\d+$/.test(said) ? 'int' : 'double', Number(said));
      case 'date':
        return constant('date', said.replace(/\.0+(?=[Z+-])/, ''));
      case 'word':
        if (said === 'null') return constant('null', null);
        if (said === 'true' || said === 'false') return constant('boolean', said === 'true');
        if (this.tokens.is('(')) return functionTerm(said, this);
        return this.#field(said);
      default:
        throw this.tokens.fault(token);
    }
  }

  /** A path of names, which may end in `any` or `all`. */
  #field(first: string): Term {
    const variable = this.#variables.get(first);
    const path = variable ? [] : [first];
    while (this.tokens.skip('/')) {
      const token = this.tokens.take();
      if (token.kind !== 'word') throw this.tokens.fault(token);
      if ((token.said === 'any' || token.said === 'all') && this.tokens.is('(')) return this.#lambda(token.said, path, variable);
      path.push(token.said);
    }
    const field = variable ? this.#known(path, variable) : this.rootField(path);
    if (typeof field === 'string') return { kind: field, of: readerOf(path, variable) };
    return { kind: 'several', of: readerOf(path, variable) };
  }

  #lambda(word: 'any' | 'all', path: readonly string[], variable: Variable | undefined): Term {
    const field = variable ? this.#known(path, variable) : this.rootField(path);
    if (!isList(field)) throw this.fault(`Any/All may only be used following a collection.`);
    const itemsOf = (looked: Looked): readonly Json[] => {
      const items = readerOf(path, variable)(looked);
      return isArray(items) ? items : [];
    };
    this.tokens.want('(');
    if (word === 'any' && this.tokens.skip(')')) return asTerm((looked) => itemsOf(looked).length > 0);
    const name = this.tokens.take();
    if (name.kind !== 'word') throw this.tokens.fault(name);
    this.tokens.want(':');
    const test = this.#within(name, { shape: field[0], type: `search.${path.at(-1) ?? ''}` });
    this.tokens.want(')');
    const { place, holds } = test;
    const isTrue = (item: Json, looked: Looked): boolean => {
      if (!isObject(item)) return false;
      looked.bound[place] = item;
      return holds(looked);
    };
    return asTerm(
      word === 'any'
        ? (looked) => itemsOf(looked).some((item) => isTrue(item, looked))
        : (looked) => itemsOf(looked).every((item) => isTrue(item, looked)),
    );
  }

  #within({ said: name }: Token, items: Pick<Variable, 'shape' | 'type'>): { readonly place: number; readonly holds: Test } {
    if (this.#variables.has(name)) throw this.fault(`The range variable '${name}' has already been declared.`);
    const place = this.#variables.size;
    this.#variables.set(name, { place, ...items });
    const holds = this.#deeper(() => this.truth());
    this.#variables.delete(name);
    return { place, holds };
  }

  rootField(path: readonly string[]): Field {
    const field = this.#known(path);
    if (this.variable !== undefined) throw this.fault(notBound(`The field ${path.join('/')}`, this.variable));
    return field;
  }

  #known(path: readonly string[], from?: Variable): Field {
    for (let length = 1; length < path.length; length += 1) {
      const before = fieldAt(path.slice(0, length), from?.shape);
      if ('field' in before && isList(before.field))
        throw this.fault(
          `The parent value for a property access of a property '${path[length]}' is not a single value. Property access can only be applied to a single value.`,
        );
    }
    const found = fieldAt(path, from?.shape, from?.type);
    if ('unknown' in found) throw this.fault(notThere(found));
    return found.field;
  }

  #truthOf(term: Term): Test {
    if (term.kind !== 'boolean') throw this.fault('The $filter expression must evaluate to a single boolean value.');
    return (looked) => term.of(looked) === true;
  }

  #deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > deepest) throw this.fault('Recursion depth exceeded allowed limit.');
    const made = read();
    this.#depth -= 1;
    return made;
  }

  fault(words: string): QueryFault {
    return badExpression(this.#parameter, words);
  }
}

function readerOf(path: readonly string[], variable: Variable | undefined): Term['of'] {
  if (variable) return ({ bound }) => along(bound[variable.place], path);
  const [root = '', ...rest] = path;
  return ({ listing }) => along(listing.read(root), rest);
}
