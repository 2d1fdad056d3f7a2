/** A workspace of a sandbox on workerd, with a contract in it that was brought. */
import type { Workerd } from '../test/runtimes/workerd.ts';

/** Gives what the paths in it begin with. */
export async function mint(
  { url }: Workerd,
  contract?: { readonly name: string; readonly text: string },
  settings?: { readonly journalBody: number },
): Promise<string> {
  const answer = await fetch(`${url}/_sandbox/workspaces`, { method: 'POST' });
  const { id, managementKey } = (await answer.json()) as { readonly id: string; readonly managementKey: string }; // as its contract says
  const tell = async (method: string, path: string, body: string, type: string): Promise<void> => {
    const headers = { Authorization: `Bearer ${managementKey}`, 'Content-Type': type };
    const { status } = await fetch(`${url}/w/${id}/_sandbox${path}`, { method, headers, body });
    if (status >= 300) throw new Error(`${method} ${path} was not taken: ${status}`);
  };
  if (contract) await tell('PUT', `/contracts/${contract.name}`, contract.text, 'text/plain;charset=UTF-8');
  if (settings) await tell('PATCH', '/settings', JSON.stringify(settings), 'application/json');
  return `/w/${id}`;
}
