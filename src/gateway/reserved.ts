/** Where the sandbox's own API stands, and the operations of a contract that can never be reached because it does. */
import type { Contract, Quirk } from '../contract/contract.ts';
import { mountsOf } from './api.ts';

export const controlPath = '/_sandbox';

export function reservedQuirks(contract: Contract): readonly Quirk[] {
  // A contract without a base path may stand at the root; it then answers below its own name as well.
  const [mount = ''] = mountsOf(contract, { alone: true });
  return contract.operations
    .filter(({ path }) => isReserved((mount + path).replace(/\/{2,}/g, '/')))
    .map(({ pointer }) => ({
      pointer,
      effect: 'unserved',
      message: `${controlPath} is the sandbox's own: what lies below it is never asked of this contract${mount === '' ? ` but below /${contract.slug}` : ''}.`,
    }));
}

export function isReserved(path: string): boolean {
  return path === controlPath || path.startsWith(`${controlPath}/`);
}
