/** What is wrong with a query, in the words of the search index, and with which of its parameters. */
import type { Problem } from '../../src/mock/problem.ts';

export type QueryParameter = '$filter' | '$orderby' | '$select' | '$skip' | 'search' | 'searchFields' | 'facet' | 'parameters';

export class QueryFault extends Error {
  readonly parameter: QueryParameter;
  readonly words: string;

  constructor(parameter: QueryParameter, words: string) {
    super(words);
    this.parameter = parameter;
    this.words = words;
  }
}

/** One in an expression of OData, which says so. */
export function badExpression(parameter: QueryParameter, words: string): QueryFault {
  return new QueryFault(parameter, `Invalid expression: ${words}`);
}

export function problemOf({ parameter, words }: QueryFault): Problem {
  return { problem: 'invalid-value', message: `${words}\r\nParameter name: ${parameter}` };
}
