/** Workspaces at the address that a room can open, where they were made at another. */

/** Without a slash at its end; undefined where it is none of a sandbox. */
export function sandboxAddress(typed: string): string | undefined {
  const address = URL.parse(typed.trim());
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== '' || address.search !== '') return undefined;
  return (address.origin + address.pathname).replace(/(?:\/_sandbox)?\/*$/, '');
}

/** With another address in whatever there is to copy. */
export function readdressed<T extends { readonly baseUrl: string; readonly curl?: string; readonly env?: readonly string[] }>(
  workspace: T,
  to: string | undefined,
): T {
  if (to === undefined) return workspace;
  const { origin } = new URL(workspace.baseUrl);
  const { baseUrl, curl, env } = workspace;
  const moved = (text: string): string => text.replaceAll(origin, () => to);
  return { ...workspace, baseUrl: moved(baseUrl), ...(curl !== undefined && { curl: moved(curl) }), ...(env && { env: env.map(moved) }) };
}
