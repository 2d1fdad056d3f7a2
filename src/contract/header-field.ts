/**
 * Header fields as HTTP has them (RFC 9110 §5), and which of them a contract or a mock may set on an answer. One list: it is asked when a contract is
 * read, where what is left out is said, and again before anything goes out.
 */

/** Longest name and value that are sent: clients give up on more than a few thousand bytes of headers. */
export const NAME_LENGTH = 128;
export const VALUE_LENGTH = 4_096;
/** Headers that one documented answer may have. */
export const HEADERS = 64;

const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** `__proto__` is a token, and no name that a table of ours can hold. */
export const isFieldName = (name: string): boolean => name.length <= NAME_LENGTH && token.test(name) && name !== '__proto__';

/** Visible ASCII, spaces and tabs: what every runtime lets through. */
export const isFieldValue = (text: string): boolean => text.length <= VALUE_LENGTH && /^[\t\x20-\x7e]+$/.test(text);

/**
 * `wire`: how an answer is framed and who may read it · `server`: true of the server, not of a document about it; a mock may know · `acts`: a browser or a proxy would do more than read this one
 * answer, and every workspace of a deployment has the same origin · `ours`: says what is mock and what is not.
 */
export type Reserved = 'wire' | 'server' | 'acts' | 'ours';

/** RFC 9110 §7.6, RFC 9112; and what the sandbox says of every answer. */
const wire =
  /^(?:content-(?:length|type)|transfer-encoding|connection|keep-alive|proxy-.*|te|trailer|upgrade|http2-settings|host|x-content-type-options|access-control-.*)$/;
const server = /^(?:content-(?:encoding|range)|date|allow|age|via)$/;

/**
 * Cookies are among them: a browser sends one to every workspace of the origin, whatever its Path, and a sandbox authorises by header. So are the headers by which
 * a server behind nginx, Apache or a content network asks it for another file or keeps a copy of the answer.
 */
const acts =
  /^(?:set-cookie2?|set-login|refresh|clear-site-data|service-worker.*|(?:x-)?(?:webkit-)?content-security-policy.*|x-webkit-csp.*|strict-transport-security|public-key-pins.*|expect-ct|(?:x-)?sourcemap|report-to|reporting-endpoints|nel|alt-svc|alt-used|cross-origin-.*|(?:permissions|feature|document|integrity|require-document|referrer)-policy.*|document-isolation-policy.*|speculation-rules|supports-loading-mode|origin-agent-cluster|origin-trial|timing-allow-origin|accept-ch.*|critical-ch|delegate-ch|use-as-dictionary|available-dictionary|dictionary-id|no-vary-search|activate-storage-access|attribution-reporting-.*|observe-browsing-topics|ad-auction-.*|sec-.*|secure-session-.*|idp-.*|x-dns-prefetch-control|x-xss-protection|x-permitted-cross-domain-policies|large-allocation|tk|x-accel-.*|x-sendfile.*|x-lighttpd-.*|x-litespeed-.*|x-reproxy-.*|surrogate-.*|edge-.*|(?:[\w-]+-)?cdn-cache-control|cf-.*|fastly-.*)$/;

const ours = /^x-sandbox-/;

/** Why nothing but the sandbox may set a header of this name, in lower case; undefined where anybody may. */
export function reservedField(key: string): Reserved | undefined {
  return wire.test(key) ? 'wire' : server.test(key) ? 'server' : ours.test(key) ? 'ours' : acts.test(key) ? 'acts' : undefined;
}

/** Relations by which a browser loads, opens or connects to something at once (HTML §4.6.7). */
const loads =
  /rel\s*=\s*["']?[^"',;]*\b(?:preload|modulepreload|prefetch|prerender|preconnect|dns-prefetch|serviceworker|stylesheet|compression-dictionary|expect|manifest|import|icon)\b/i;

/** Whether a `Link` may go out: links that lead somewhere may, and those that a browser follows by itself may not. */
export const isInertLink = (value: string): boolean => !loads.test(value);
