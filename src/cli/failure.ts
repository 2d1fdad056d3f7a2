/** The two ways in which a command fails on purpose; anything else that is thrown is a bug. */

/** What was asked for cannot be done: exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** What was typed cannot be understood: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Whose help says how it is typed. */
  command?: string;
}

/** What the network calls that for which `fetch` failed: ECONNREFUSED, for example. */
export function networkCode(error: unknown): string | undefined {
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
