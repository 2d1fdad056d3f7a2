/** A parameter that may have been encoded twice, as those of the published contract's own examples are. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // no encoding of anything
  }
}
