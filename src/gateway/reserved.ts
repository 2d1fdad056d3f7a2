/** Operations that can never be reached here, because the sandbox's own API stands where they would. */
import type { Contract, Quirk } from '../contract/contract.ts';
import { controlPath } from './control.ts';
import { mountsOf } from './api.ts';

export function reservedQuirks(contract: Contract): readonly Quirk[] {
  // A contract without a base path may stand at the root; it then answers below its own name as well.
  const [mount = ''] = mountsOf(contract, { alone: true });
  return contract.operations
    .filter(({ path }) => isReserved(mount + path))
    .map(({ pointer }) => ({
      pointer,
      effect: 'unserved',
      message: `${controlPath} is the sandbox's own: what lies below it is never asked of this contract${mount === '' ? ` but below /${contract.slug}` : ''}.`,
    }));
}

function isReserved(path: string): boolean {
  return path === controlPath || path.startsWith(`${controlPath}/`);
}
