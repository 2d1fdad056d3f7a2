/** Tells the draws of one sort from those of others, and stays the same when the tables are put in another order. */
const prime = 0x01000193;

export function saltOf(sort: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < sort.length; n += 1) hash = Math.imul(hash ^ sort.charCodeAt(n), prime);
  return hash >>> 0;
}
