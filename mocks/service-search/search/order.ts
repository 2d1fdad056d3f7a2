/** `$orderby`: by fields, by a distance, by how well the text fits; each up or down. What is null comes first on the way up. */
import type { Json } from '../../../src/contract/contract.ts';
import { Expressions } from '../filter/filter.ts';
import { distance, type Matches } from '../filter/functions.ts';
import { fieldAt, isList, notThere } from '../index/fields.ts';
import type { Listing } from '../index/listing.ts';
import { badExpression } from '../query-fault.ts';
import { along } from '../filter/terms.ts';

export interface Found {
  readonly listing: Listing;
  readonly score: number;
}

interface Clause {
  readonly of: (found: Found) => Json | undefined;
  readonly isDown: boolean;
}

const mostClauses = 32;

/** Of what fits alike, the first by code comes first: so pages of one search do not overlap. */
export function inOrder(found: readonly Found[], orderBy: string | undefined, matches: Matches): readonly Found[] {
  const clauses = orderBy === undefined || orderBy.trim() === '' ? [{ of: scoreOf, isDown: true }] : readOrder(orderBy, matches);
  const keyed = found.map((each) => ({ each, keys: clauses.map(({ of }) => of(each)) }));
  return keyed
    .toSorted((a, b) => {
      for (const [n, { isDown }] of clauses.entries()) {
        const difference = compare(a.keys[n], b.keys[n]);
        if (difference !== 0) return isDown ? -difference : difference;
      }
      return 0;
    })
    .map(({ each }) => each);
}

const scoreOf = ({ score }: Found): number => score;

function compare(a: Json | undefined, b: Json | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return a < b ? -1 : 1;
}

function readOrder(text: string, matches: Matches): readonly Clause[] {
  const expressions = new Expressions(text, '$orderby', matches);
  const { tokens } = expressions;
  const clauses: Clause[] = [];
  do {
    const of = readKey(expressions);
    const isDown = tokens.skip('desc');
    if (!isDown) tokens.skip('asc');
    clauses.push({ of, isDown });
    if (clauses.length > mostClauses) throw badExpression('$orderby', `There are more than ${mostClauses} clauses to sort by.`);
  } while (tokens.skip(','));
  expressions.end();
  return clauses;
}

function readKey(expressions: Expressions): Clause['of'] {
  const { tokens } = expressions;
  const name = tokens.take();
  if (name.kind !== 'word') throw tokens.fault(name);
  if (name.said === 'geo.distance') {
    const away = distance(expressions);
    return ({ listing }) => away.of({ listing, bound: [] });
  }
  if (name.said === 'search.score') {
    tokens.want('(');
    tokens.want(')');
    return scoreOf;
  }
  const path = [name.said];
  while (tokens.skip('/')) path.push(tokens.take().said);
  const found = fieldAt(path);
  if ('unknown' in found) throw badExpression('$orderby', notThere(found));
  const [root = '', ...rest] = path;
  const first = fieldAt([root]);
  const isSortable = typeof found.field === 'string' && found.field !== 'point' && !('field' in first && isList(first.field));
  if (!isSortable) throw badExpression('$orderby', `The field '${path.join('/')}' cannot be sorted by; a place is sorted by geo.distance.`);
  return ({ listing }) => along(listing.read(root), rest);
}
