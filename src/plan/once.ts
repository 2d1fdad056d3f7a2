/** A value made when it is first asked for, and kept: how a plan is built at first use and never changes after. */

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
