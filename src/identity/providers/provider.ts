/** A provider of identities as the sandbox plays it, and what passes through its hands. */
import type { JsonObject } from '../../contract/contract.ts';
import type { IdentityCall } from '../identity-call.ts';
import type { Issuer } from '../keys/signing-keys.ts';
import type { Screen } from '../login/screen.ts';
import type { Proofing } from '../users/user.ts';

export interface Provider extends Issuer {
  /** As its pages call it. */
  readonly title: string;
  readonly tokenPath: string;
  readonly jwksPath: string;
  /** Those that mean something to it; others are passed over. */
  readonly scopes: readonly string[];
  /** Parameters that every request to sign in must have, besides those of OAuth 2.0. */
  readonly wants: readonly ('state' | 'nonce')[];
  /** Whether a client may show a secret, besides an assertion. */
  readonly takesSecrets: boolean;
  /** Whether an application may hand its user over to another (`asserted_login_identity`). */
  readonly takesHandedOver: boolean;
  /** The algorithms of client assertions. */
  readonly clientAlgorithms: readonly string[];
  /** What a client is told whom nobody is signed in to, and who wants no page shown. */
  readonly unseen: string;
  /** What is said of an address that is not registered. */
  readonly unknownAddress: string;
  /** Parameters of a request to sign in that may have these values and no other. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Parameters that change nothing, and why not: the trace says it of those that were sent. */
  readonly passedOver: Readonly<Record<string, string>>;
  /** What of its configuration is its own (OpenID Connect Discovery §3). */
  readonly configuration: (call: IdentityCall) => JsonObject;
  /** Goes on with a request as far as what was chosen on its pages allows. */
  readonly proceed: (asked: AskedSignIn, chosen: Chosen, call: IdentityCall) => Next;
  /** What the ID token says besides what every one says. */
  readonly idClaims: (signedIn: SignedIn, call: IdentityCall) => JsonObject;
  /** The claims of whoever acts for the user, where somebody does: they go into a token of their own, in `act.sub`. */
  readonly actor?: (signedIn: SignedIn, call: IdentityCall) => JsonObject | undefined;
  readonly userinfo: (signedIn: KnownUser, call: IdentityCall) => { readonly sub: string };
}

/** A request to sign somebody in, of a client that is known, for an address that is registered. */
export interface AskedSignIn {
  readonly client: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state?: string;
  readonly nonce?: string;
  /** PKCE: the S256 challenge (RFC 7636 §4.2). */
  readonly challenge?: string;
  /** All of its parameters, and what was chosen on the pages. */
  readonly fields: URLSearchParams;
}

/** What is known of who signs in: by the pages, or without them by `login_hint`. */
export interface Chosen {
  readonly user?: string;
  readonly role?: string;
  readonly answer?: string;
  /** No page can be shown: whatever is asked on one is answered in the way that goes on. */
  readonly isHeadless: boolean;
}

export type Next = { readonly screen: Screen } | { readonly signedIn: Identity } | RefusedSignIn;

/** As OAuth 2.0 names it (RFC 6749 §4.1.2.1). */
export interface RefusedSignIn {
  readonly error: string;
  readonly description?: string;
}

/** Who has signed in, and how well that is known. */
export interface Identity {
  readonly user: string;
  /** Of a patient: the vector of trust that was reached, and what it says of their identity. */
  readonly vot?: string;
  readonly proofing?: Proofing;
  /** Of staff. */
  readonly aal?: 2 | 3;
  readonly role?: string;
}

/** Of whom something may be told, to whom and how much. */
export interface KnownUser extends Identity {
  readonly client: string;
  readonly scopes: readonly string[];
}

/** A log-in at a provider, as its codes and tokens stand for it. */
export interface SignedIn extends KnownUser {
  readonly provider: string;
  readonly redirectUri: string;
  readonly nonce?: string;
  readonly challenge?: string;
  readonly authTime: number;
  readonly sid: string;
  readonly expires: number;
  readonly isUsed?: true;
}
