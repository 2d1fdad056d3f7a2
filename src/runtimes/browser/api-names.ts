/** Names of the APIs that come with the project, and what is said of one that does not. */
import { nearest } from '../../contract/nearest.ts';
import { basePaths, type ApiPaths, type catalogueNames } from '../../generated/api-paths.ts';

/** An API that a client can be made for: those of the catalogue, and the sandbox's own. */
export type ApiName = keyof ApiPaths;

/** An API of the catalogue. */
export type CatalogueName = (typeof catalogueNames)[number];

export const apiNames: readonly string[] = Object.keys(basePaths);

/** Throws at a name that is none of `known`: types say so first, where there are types. */
export function mustBeKnown(names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(String(unknown), known);
  throw new RangeError(
    `there is no API called ${JSON.stringify(unknown)}${meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`} There is: ${known.join(', ')}`,
  );
}
