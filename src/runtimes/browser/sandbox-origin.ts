/** Where a sandbox is: the address of `nhs-sandbox start` unless somebody says otherwise. */

export const defaultOrigin = 'http://localhost:8787';

/** An origin, with a folder where it has one; on a page it may be relative to the page's own. Without a slash at its end. */
export function addressOf(origin: string): string {
  const page = (globalThis.location as Location | undefined)?.origin; // Node has none
  const url = URL.parse(origin, page === 'null' ? undefined : page);
  if (!url) throw new RangeError(`${JSON.stringify(origin)} is no address of a sandbox: give all of it, as in ${defaultOrigin}`);
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
