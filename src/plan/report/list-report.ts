/** What is understood of a list: where its items stand, and by which parameters it is paged, searched and sorted. */
import { isControl } from '../list/list-plan.ts';
import type { StatePlan } from '../operation-plan.ts';

export interface ListReport {
  /** Where an item stands: `/data/*`, `/entry/*` + `/resource`. */
  readonly items: string;
  readonly pagedBy: readonly string[];
  readonly searchedBy: readonly string[];
  readonly sortedBy: readonly string[];
  /** Parameters that no item has anything for. */
  readonly unmet: readonly string[];
}

export function reportOnList(state: StatePlan): ListReport | undefined {
  const list = state.list();
  if (!list) return undefined;
  const { paging, search, sort, frame } = list;
  const { path, wrapping } = frame.envelope;
  const declared = state.operation.parameters.filter(({ in: place }) => place === 'query');
  const pagedBy = declared.filter(({ name }) => paging.names.has(name));
  const sortedBy = declared.filter(({ name }) => sort.names.has(name) && !paging.names.has(name));
  const searches = declared.filter((one) => !pagedBy.includes(one) && !sortedBy.includes(one) && !isControl(one.name));
  const isMet = ({ name, examples }: (typeof searches)[number]): boolean =>
    search.read({ [name]: examples[0]?.value ?? 'x' }, 0).unknown.length === 0;
  const names = (parameters: typeof declared): readonly string[] => parameters.map(({ name }) => name);
  return {
    items: ['', ...path, '*', ...wrapping].join('/'),
    pagedBy: names(pagedBy),
    searchedBy: names(searches.filter(isMet)),
    sortedBy: names(sortedBy),
    unmet: names(searches.filter((one) => !isMet(one))),
  };
}
