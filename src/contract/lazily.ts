/** A value made when it is first asked for. What holds one stays immutable all the same: what is made depends on nothing that changes. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The same for a value per key, kept as long as what holds it. */
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

/** The same for a value per object, gone with the object. */
export function lazilyOf<Key extends WeakKey, T extends {}>(make: (key: Key) => T): (key: Key) => T {
  const made = new WeakMap<Key, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** Something that takes a while, begun for the first who asks, and anew for whoever asks after it failed. */
export function lazilyLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
