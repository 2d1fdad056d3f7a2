/** `_sort`: search parameters in the order in which they count, `-` before those of which the greatest comes first. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { alternativesIn, type SearchParameter, type SearchParameters } from './criteria.ts';

type Sortable<Item> = Exclude<SearchParameter<Item>, { kind: 'whole text' }>;

interface Clause<Item> {
  readonly parameter: Sortable<Item>;
  readonly isDown: boolean;
}

/** What has no such value comes last; what is alike stays in the order in which the store has it. */
export function sorted<Item>(
  { query, operation }: AnyCall,
  found: readonly Item[],
  parameters: SearchParameters<Item>,
): readonly Item[] | Problem {
  const { _sort: text } = query;
  if (typeof text !== 'string' || text === '') return found;
  const clauses: Clause<Item>[] = [];
  for (const name of alternativesIn(text)) {
    const bare = name.replace(/^-/, '');
    const parameter = Object.hasOwn(parameters, bare) ? parameters[bare] : undefined;
    if (!parameter || parameter.kind === 'whole text') return unknown(bare, operation.path, namesOfSortable(parameters));
    clauses.push({ parameter, isDown: name !== bare });
  }
  const keyed = found.map((item) => ({ item, keys: clauses.map(({ parameter }) => keyOf(parameter, item)) }));
  return keyed.toSorted((a, b) => compare(a.keys, b.keys, clauses)).map(({ item }) => item);
}

function compare(
  a: readonly (string | undefined)[],
  b: readonly (string | undefined)[],
  clauses: readonly { readonly isDown: boolean }[],
): number {
  for (const [n, { isDown }] of clauses.entries()) {
    const [one, other] = [a[n], b[n]];
    if (one === other) continue;
    if (one === undefined) return 1;
    if (other === undefined) return -1;
    return one < other === isDown ? 1 : -1;
  }
  return 0;
}

/** Of several values the first. */
function keyOf<Item>(parameter: Sortable<Item>, item: Item): string | undefined {
  switch (parameter.kind) {
    case 'text':
      return parameter.of(item)[0]?.folded;
    case 'token':
      return parameter.of(item)[0]?.code;
    case 'date':
      return parameter.of(item)[0];
  }
}

const namesOfSortable = <Item>(parameters: SearchParameters<Item>): readonly string[] =>
  Object.entries(parameters).flatMap(([name, { kind }]) => (kind === 'whole text' ? [] : [name]));

function unknown(name: string, path: string, known: readonly string[]): Problem {
  const type = path.slice(1);
  const diagnostics = `HAPI-1194: Unknown _sort parameter value "${name}" for resource type "${type}" (Note: sort parameters values must use a valid Search Parameter). Valid values for this search are: [${known.toSorted().join(', ')}]`;
  return { problem: 'invalid-value', message: diagnostics, said: { diagnostics } };
}
