/** Makes new workspaces with something in them: all or none, and where it is cut short nothing is left that anybody can open. */
import type { Problem } from '../../mock/problem.ts';
import type { Store } from '../../workspace/store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { LocalPremises } from './local-workspaces.ts';
import type { Minted } from '../workspaces.ts';

interface Filling {
  /** Why they may not be made after all, by the time that they could be. */
  refusal(): Problem | undefined;
  /** Lays down what a workspace is to find when it is opened for the first time. */
  lay?(store: Store): void;
  /** Puts in what is to be in it. Nothing is stored of a workspace that has neither. */
  fill?(workspace: Workspace): Problem | undefined;
}

export async function makeFilled(
  minted: readonly Minted[],
  premises: LocalPremises,
  { refusal, lay, fill }: Filling,
): Promise<readonly Minted[] | Problem> {
  const { write, open, stores, making, pause } = premises;
  const registry = write();
  const begun: string[] = [];
  try {
    for (const { facts } of lay || fill ? minted : []) {
      making.add(facts.id);
      begun.push(facts.id);
      registry.workspaces.loose.add(facts.id);
      if (lay) {
        const store = stores.open(facts);
        try {
          lay(store);
        } finally {
          store.close();
        }
      }
      const problem = fill && open.within(facts, fill);
      // A hundred at once would be more than may be open.
      open.shut(facts.id);
      if (problem) {
        discard(begun, premises);
        return problem;
      }
      await pause();
    }
    const problem = refusal();
    if (problem) discard(begun, premises);
    else registry.add(minted.map(({ facts }) => facts));
    return problem ?? minted;
  } catch (error) {
    discard(begun, premises);
    throw error;
  } finally {
    for (const id of begun) making.delete(id);
  }
}

/** What cannot be deleted now is swept away later, since it is written down as nobody's. */
function discard(ids: readonly string[], { write, open, onBug }: LocalPremises): void {
  for (const id of ids) {
    try {
      open.end(id);
      write().workspaces.loose.remove(id);
    } catch (error) {
      onBug(error);
    }
  }
}
