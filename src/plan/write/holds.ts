/** Whether something is true of a schema or of any schema inside it, so that what is not there need not be looked for in every body. */
import type { SchemaAt } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import type { Merged } from '../../meaning/schema/merged-schema.ts';

export function holds(meaning: Meaning, at: SchemaAt, is: (read: Merged) => boolean): boolean {
  const seen = new Set<Merged>();
  const look = (place: SchemaAt): boolean => {
    const read = meaning.read(place);
    if (seen.has(read)) return false;
    seen.add(read);
    if (is(read)) return true;
    const { properties, items, prefixItems, choices } = read;
    return [...properties.values(), ...(items ? [items] : []), ...prefixItems, ...choices.flatMap(({ branches }) => branches)].some(look);
  };
  return look(at);
}
