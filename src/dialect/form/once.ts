/** Finds a thing the first time it is asked for, and remembers it. */
export function once<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  if (!known.has(key)) known.set(key, find());
  return known.get(key) as V; // it has just been put there
}
