/** What a request says in its query, or in its form: as it was written, since the checks of these endpoints are their own. */
import type { IdentityCall } from '../identity-call.ts';

export function sentFields({ search, binary }: IdentityCall): URLSearchParams {
  return new URLSearchParams(binary ? new TextDecoder().decode(binary.bytes) : search);
}
