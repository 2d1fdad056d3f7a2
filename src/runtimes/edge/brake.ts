/** How fast workspaces may be made from one place: in this process, and in all of a place where the deployment binds a rate limit. */
import type { Caller } from '../../mock/caller.ts';
import { mintingBrake, type Minter } from '../../workspaces/minting-brake.ts';
import type { Bindings } from './bindings.ts';
import { mintingPerMinute, minterOf } from './edge-settings.ts';

const brakeHere = mintingBrake(Date.now);

/** Counts one; the seconds to wait, where that was one too many. The operator has no brake. */
export function brakeOf(request: Request, bindings: Bindings, { scopes, event }: Caller): () => Promise<number | undefined> {
  return async () => {
    if (scopes.has('operate')) return undefined;
    const minter: Minter = { ...minterOf(request, bindings), ...(event !== undefined && { event }) };
    const { MINTING: everywhere } = bindings;
    const wait = brakeHere.wait(minter, mintingPerMinute(bindings));
    // An event has a brake of its own, wherever its organisers sit.
    const isBraked =
      wait === undefined && event === undefined && everywhere && !(await everywhere.limit({ key: minter.network ?? 'unknown' })).success;
    return wait ?? (isBraked ? 60 : undefined);
  };
}
