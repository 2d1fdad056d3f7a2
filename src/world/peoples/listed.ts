/** One of a list that is written as one text. */

const read = new Map<string, readonly string[]>();

/** The list is split when it is first asked for. */
export function pickFrom(list: string, chance: number): string {
  const items = read.get(list) ?? list.split(',');
  read.set(list, items);
  return items[Math.floor(chance * items.length)] ?? '';
}
