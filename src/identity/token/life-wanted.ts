/** The platform's own hooks for tests: milliseconds in a parameter that can make a life shorter, and never longer. */
import type { TokenForm } from './read-form.ts';

export function lifeWanted(form: TokenForm, name: string, longest: number): number {
  const wanted = Number(form.get(name) ?? longest);
  return Number.isSafeInteger(wanted) && wanted > 0 ? Math.min(wanted, longest) : longest;
}
