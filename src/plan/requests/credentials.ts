/** What a caller shows to be let in to an operation, by the security requirements of its contract (OpenAPI 3.1 §4.8.30). */
import type { Contract, JsonObject, Operation } from '../../contract/contract.ts';

export type WantedCredential =
  | { readonly type: 'token'; readonly scopes: readonly string[] }
  | { readonly type: 'key'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  /** Nobody can look at it here. */
  | { readonly type: 'unseen'; readonly what: string };

export interface SecurityPlan {
  /**
   * Any one of these lists lets a caller in; every credential of it has to be shown. One of which nothing can be looked at is there only
   * where all are like that: else it would let everybody in.
   */
  readonly alternatives: readonly (readonly WantedCredential[])[];
  /** Whoever shows nothing is let in as well. */
  readonly isOptional: boolean;
}

export function planSecurity({ securitySchemes }: Contract, { security }: Operation): SecurityPlan {
  const alternatives = security
    .map((alternative) => Object.entries(alternative).map(([name, scopes]) => credentialOf(securitySchemes[name], name, scopes)))
    .filter((credentials) => credentials.length > 0);
  const seen = alternatives.filter((credentials) => credentials.some(({ type }) => type !== 'unseen'));
  return { alternatives: seen.length > 0 ? seen : alternatives, isOptional: alternatives.length < security.length };
}

function credentialOf(scheme: JsonObject | undefined, called: string, scopes: readonly string[]): WantedCredential {
  const { type, scheme: word, in: place, name } = scheme ?? {};
  if (type === 'oauth2' || type === 'openIdConnect') return { type: 'token', scopes };
  if (type === 'http' && String(word).toLowerCase() === 'bearer') return { type: 'token', scopes: [] };
  if (type === 'apiKey' && typeof name === 'string' && (place === 'header' || place === 'query' || place === 'cookie'))
    return { type: 'key', in: place, name };
  return { type: 'unseen', what: typeof type === 'string' ? (type === 'http' ? `http ${String(word)}` : type) : called };
}
