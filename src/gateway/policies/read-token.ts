/** An Authorization header taken apart, as the platform's gateway does. */

export type SentToken = { readonly token: string } | { readonly fault: HeaderFault; readonly scheme: string };

export type HeaderFault = 'empty' | 'one word' | 'scheme' | 'many words' | 'malformed';

/** RFC 6750 §2.1. */
const bearerToken = /^[A-Za-z0-9\-._~+/]+=*$/;

export function readToken(sent: string): SentToken {
  const [scheme = '', token = '', ...more] = sent.split(' ');
  const fault = faultIn(scheme, token, more);
  return fault === undefined ? { token } : { fault, scheme };
}

function faultIn(scheme: string, token: string, more: readonly string[]): HeaderFault | undefined {
  if (scheme === '') return 'empty';
  if (token === '') return 'one word';
  if (scheme.toLowerCase() !== 'bearer') return 'scheme';
  if (more.length > 0) return 'many words';
  return bearerToken.test(token) ? undefined : 'malformed';
}
