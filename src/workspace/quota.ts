/** How much a workspace may hold in a deployment. What is written is counted as it is written; now and then the size itself is looked at. */
import { StoreRefusal } from './store/guarded-store.ts';

/** Most bytes of a workspace, whatever they are: what clients store, contracts, and the journal. */
const workspaceLimit = 50_000_000;

/** Writes between two looks at the size, which takes about as long as a write. */
const betweenLooks = 32;

export interface Quota {
  /** Throws a refusal where there is no room for so many bytes. */
  take(bytes: number): void;
}

/** `size` tells the bytes that are held, which may have become fewer by what was deleted or replaced. */
export function openQuota(size: () => number): Quota {
  let room = 0;
  let writes = 0;
  return {
    take(bytes) {
      if (bytes > room || ++writes >= betweenLooks) {
        room = workspaceLimit - size();
        writes = 0;
      }
      if (bytes > room) {
        const message = `This workspace may hold ${workspaceLimit} bytes, and there is no room for this in it. Reset it or delete something first.`;
        throw new StoreRefusal({ problem: 'rate-limited', message });
      }
      room -= bytes;
    },
  };
}
