/** A JWT in its compact form (RFC 7519), taken apart strictly: what two readers could read differently is read by neither. */
import { fromBase64url } from '../../contract/base64.ts';
import { counted } from '../../contract/counted.ts';
import { isObject } from '../../contract/json.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';

export interface ReadJwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** As it was sent: what the signature is of, and the signature. */
  readonly text: string;
}

/** Characters of the longest that is read. */
export const longestJwt = 16_000;

/** Or what is wrong with it, as a sentence. */
export function readJwt(text: string): ReadJwt | string {
  if (text.length > longestJwt) return `It has ${text.length} characters; no more than ${longestJwt} are read.`;
  const parts = text.split('.');
  const [first = '', second = '', signature = ''] = parts;
  if (parts.length === 5) return 'It has five parts, as an encrypted token has (JWE): sign it, and do not encrypt it.';
  if (parts.length !== 3) return `It has ${counted(parts.length, 'part')} and not three: header.claims.signature.`;
  if (signature !== '' && !fromBase64url(signature)) return 'Its signature is not base64url without padding.';
  const header = readPart(first, 'header');
  if (typeof header === 'string') return header;
  const claims = readPart(second, 'part with the claims');
  return typeof claims === 'string' ? claims : { header, claims, text };
}

function readPart(part: string, name: string): JsonObject | string {
  const bytes = fromBase64url(part);
  if (!bytes) return `Its ${name} is not base64url without padding (RFC 7515 §2).`;
  let value: Json;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text) as Json;
  } catch {
    return `Its ${name} is not JSON.`;
  }
  if (!isObject(value)) return `Its ${name} is JSON, and no object.`;
  const twice = repeatedName(text);
  return twice === undefined ? value : `Its ${name} has the member ${JSON.stringify(twice.slice(0, 40))} twice.`;
}

/** Of an object that JSON.parse has read: a member of its outermost braces that stands there twice (RFC 7515 §4 wants such a token refused). */
function repeatedName(text: string): string | undefined {
  const seen = new Set<string>();
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 1 && /^\s*:/.test(text.slice(index + token.length, index + token.length + 40))) {
      const name = JSON.parse(token) as string; // a string, by its quotes
      if (seen.has(name)) return name;
      seen.add(name);
    }
  }
  return undefined;
}
