/** Looks into JSON of any shape: what a contract holds is whatever its author wrote. */

/** The member of that name at the end of a path of them; undefined where there is none. What every object has by birth is no member. */
export function partAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Readonly<Record<string | number, unknown>>)[name]; // it has a member of this name, as was just seen
  }
  return found;
}

export const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = partAt(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
};

export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = partAt(value, ...path);
  return Array.isArray(found) ? found : [];
};

/** Names and values of an object; none of anything else. */
export const entriesAt = (value: unknown, ...path: readonly string[]): readonly (readonly [name: string, value: unknown])[] => {
  const found = partAt(value, ...path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
};

/** As a reader of the page sees it: text as it is, everything else as JSON. */
export const shownValue = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

export function cutTo(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
