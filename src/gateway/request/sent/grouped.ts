/** Named values as an object; what is named twice is a list. */
import type { Json, JsonObject } from '../../../contract/contract.ts';

export function grouped(entries: readonly (readonly [name: string, value: Json])[]): JsonObject {
  const byName = Map.groupBy(entries, ([name]) => name);
  return Object.fromEntries(
    [...byName].map(([name, found]): [string, Json] => {
      const values = found.map(([, value]) => value);
      return [name, values.length > 1 ? values : (values[0] ?? null)];
    }),
  );
}
