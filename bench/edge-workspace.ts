/** A workspace of a sandbox on workerd, with a contract in it that was brought. */
import type { Workerd } from '../test/runtimes/workerd.ts';

/** Gives what the paths in it begin with. */
export async function mint({ url }: Workerd, contract?: { readonly name: string; readonly text: string }): Promise<string> {
  const answer = await fetch(`${url}/_sandbox/workspaces`, { method: 'POST' });
  const { id, managementKey } = (await answer.json()) as { readonly id: string; readonly managementKey: string }; // as its contract says
  if (contract) {
    const put = { method: 'PUT', headers: { Authorization: `Bearer ${managementKey}` }, body: contract.text };
    const { status } = await fetch(`${url}/w/${id}/_sandbox/contracts/${contract.name}`, put);
    if (status >= 300) throw new Error(`the contract was not taken: ${status}`);
  }
  return `/w/${id}`;
}
