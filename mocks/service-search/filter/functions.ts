/** The functions of filters and orders: distances, texts that are searched, and whether a text is one of several. */
import type { Field } from '../index/fields.ts';
import type { Listing } from '../index/listing.ts';
import type { QueryFault } from '../query-fault.ts';
import type { TextAsked } from '../text/text-query.ts';
import { kilometresBetween, pointOf, type Position } from './geo.ts';
import { asTerm, type Term } from './terms.ts';
import type { Tokens } from './tokens.ts';

/** Which organisations a full-text search finds. */
export type Matches = (asked: TextAsked) => ReadonlyMap<Listing, number>;

/** Who reads the expression that a function stands in. */
export interface Reader {
  readonly tokens: Tokens;
  readonly matches: Matches;
  /** The outermost variable of `any` or `all` that it stands in. */
  readonly variable: string | undefined;
  single(): Term;
  rootField(path: readonly string[]): Field;
  fault(words: string): QueryFault;
}

/** From its opening bracket on. */
export function functionTerm(name: string, reader: Reader): Term {
  switch (name) {
    case 'geo.distance':
      return distance(reader);
    case 'search.in':
      return isIn(reader);
    case 'search.ismatch':
    case 'search.ismatchscoring':
      return isMatch(name.slice('search.'.length), reader);
    default:
      throw reader.fault(
        `An unknown function with name '${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
      );
  }
}

/** A point and the one field that is a place, in either order. */
export function distance(reader: Reader): Term {
  const { tokens } = reader;
  tokens.want('(');
  const first = placeOf(reader);
  tokens.want(',');
  const second = placeOf(reader);
  tokens.want(')');
  const point = first ?? second;
  if (point === undefined || (first !== undefined && second !== undefined))
    throw reader.fault('geo.distance takes one field of type Edm.GeographyPoint and one point.');
  return { kind: 'double', of: ({ listing }) => kilometresBetween(listing.place, point) };
}

/** A point; undefined for the field that is one. */
function placeOf(reader: Reader): Position | undefined {
  const token = reader.tokens.take();
  if (token.kind === 'word') {
    if (reader.rootField([token.said]) !== 'point') throw reader.fault(`The field '${token.said}' is not of type Edm.GeographyPoint.`);
    return undefined;
  }
  const point = token.kind === 'point' ? pointOf(token.said) : undefined;
  if (point === undefined) throw reader.tokens.fault(token);
  return point;
}

function isIn(reader: Reader): Term {
  const { tokens } = reader;
  tokens.want('(');
  const sought = reader.single();
  tokens.want(',');
  const values = textOf(tokens);
  const between = tokens.skip(',') ? textOf(tokens) : ' ,';
  tokens.want(')');
  if (sought.kind !== 'string') throw reader.fault('search.in takes a field of type Edm.String.');
  const listed = new Set(partedBy(values, between));
  return asTerm((looked) => {
    const value = sought.of(looked);
    return typeof value === 'string' && listed.has(value);
  });
}

function isMatch(name: string, reader: Reader): Term {
  const { tokens, variable } = reader;
  if (variable !== undefined) throw reader.fault(notBound(`The function ${name}`, variable));
  tokens.want('(');
  const text = textOf(tokens);
  const given: string[] = [];
  while (given.length < 3 && tokens.skip(',')) given.push(textOf(tokens));
  tokens.want(')');
  const [searchFields, queryType = 'simple', searchMode = 'any'] = given;
  const isFull = queryType === 'full';
  if (!isFull && queryType !== 'simple') throw reader.fault(`'${queryType}' is not a query type: use 'simple' or 'full'.`);
  if (searchMode !== 'any' && searchMode !== 'all') throw reader.fault(`'${searchMode}' is not a search mode: use 'any' or 'all'.`);
  const found = reader.matches({ text, isFull, wantsAll: searchMode === 'all', ...(searchFields !== undefined && { searchFields }) });
  return asTerm(({ listing }) => found.has(listing));
}

function textOf(tokens: Tokens): string {
  const token = tokens.take();
  if (token.kind !== 'text') throw tokens.fault(token);
  return token.said;
}

export const notBound = (what: string, variable: string): string =>
  `${what} has no parameters bound to the range variable '${variable}'. Only bound field references are supported inside lambda expressions ('any' or 'all').`;

/** Each of the characters parts them; what is empty is nothing. */
function partedBy(text: string, between: string): string[] {
  const parts: string[] = [''];
  for (const character of text) {
    if (between.includes(character)) parts.push('');
    else parts.push(`${parts.pop()}${character}`);
  }
  return parts.filter((part) => part !== '');
}
