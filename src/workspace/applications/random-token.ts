/** Chance that nobody can tell beforehand: for what lets somebody in. */
export const randomToken = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
