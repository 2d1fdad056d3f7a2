/** Records whose location details are withheld. */

interface Labelled {
  readonly meta?: { readonly security?: readonly { readonly code?: string }[] };
}

/** Labelled with one of the confidentiality codes R (restricted) and V (very restricted). */
export function isRestricted({ meta }: Labelled): boolean {
  const code = meta?.security?.[0]?.code;
  return code === 'R' || code === 'V';
}
