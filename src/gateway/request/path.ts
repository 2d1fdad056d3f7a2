/** A request's path as segments: split first and decoded after, so that an encoded slash stays inside its segment. */
/** Undefined where percent-encoding is broken. Empty segments are dropped: real clients send doubled and trailing slashes. */
export function decodePath(pathname: string): readonly string[] | undefined {
  if (!pathname.includes('%') && !pathname.includes('//') && !pathname.endsWith('/')) return pathname.slice(1).split('/');
  const segments: string[] = [];
  for (const raw of pathname.split('/')) {
    if (raw === '') continue;
    const segment = decodeUrl(raw);
    if (segment === undefined) return undefined;
    segments.push(segment);
  }
  return segments;
}

/** What is wrong with a path that has no segments. */
export function pathFault(pathname: string): string {
  return /%00|\0/.test(pathname)
    ? 'The path holds a NUL character (%00), which is not allowed anywhere.'
    : 'The path is not valid percent-encoded UTF-8.';
}

/** True where slashes were dropped that the contract's own path has not. */
export function isUntidy(pathname: string, published: string): boolean {
  return pathname.includes('//') || (pathname.endsWith('/') && pathname.length > 1 && !published.endsWith('/'));
}

/** The path as Hono's router should see it: decoded except for its slashes, since FHIR's `$` and a custom verb's `:` may arrive encoded. */
export function routingPath(pathname: string): string {
  const decoded = pathname.includes('%') ? decodeLiterals(pathname) : pathname;
  return decoded.includes('//') || (decoded.length > 1 && decoded.endsWith('/'))
    ? `/${decoded.split('/').filter(Boolean).join('/')}`
    : decoded;
}

function decodeLiterals(pathname: string): string {
  try {
    return decodeURI(pathname).replace(/%24/g, '$').replace(/%3A/gi, ':').replace(/%2C/gi, ',').replace(/%40/g, '@');
  } catch {
    return pathname;
  }
}

/** Undefined where percent-encoding is broken, or where the text holds a NUL. */
export function decodeUrl(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    const decoded = decodeURIComponent(text);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
