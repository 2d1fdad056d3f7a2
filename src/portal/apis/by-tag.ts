/** Operations under the first word that their contract files them under, in the order in which those come. */
import type { ListedOperation } from './downloads/requests.ts';

export interface Tagged {
  readonly tag: string;
  readonly operations: readonly ListedOperation[];
}

export function operationsByTag(operations: readonly ListedOperation[]): readonly Tagged[] {
  const groups = Map.groupBy(operations, ({ tags: [tag = 'Operations'] }) => tag);
  return [...groups].map(([tag, own]) => ({ tag, operations: own }));
}
