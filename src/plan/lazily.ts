/** A value made when it is first asked for. A plan stays immutable all the same: what is made depends on the contract alone. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The same for a value per key. */
export function lazilyFor<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new Map<Key, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as T; // has() says that a T was put there
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
