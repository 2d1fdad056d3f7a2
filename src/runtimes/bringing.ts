/** Brings a contract into a workspace from outside it; what understands one is loaded when it is needed. */
import type { Bring } from '../workspaces/local/local-workspaces.ts';

export async function bringing(): Promise<Bring> {
  const { bringInto } = await import('../control/contracts/contracts.ts');
  return (workspace, name, text) => {
    const contract = bringInto(workspace, name, text);
    return 'problem' in contract ? contract : undefined;
  };
}
