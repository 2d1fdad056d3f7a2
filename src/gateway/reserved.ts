/** The operations of a contract that can never be reached, because what is the sandbox's own stands there. */
import type { Contract, Quirk } from '../contract/contract.ts';
import { mountsOf } from './api.ts';
import { controlPath, portalPath } from './places.ts';

export function reservedQuirks(contract: Contract): readonly Quirk[] {
  // A contract without a base path may stand at the root; it then answers below its own name as well.
  const [mount = ''] = mountsOf(contract, { alone: true });
  const besides = mount === '' ? ` but below /${contract.slug}` : '';
  return contract.operations.flatMap(({ path, pointer }) => {
    const served = (mount + path).replace(/\/{2,}/g, '/');
    const own = [controlPath, portalPath].find((place) => isAt(place, served));
    const why =
      own !== undefined ? `${own} is the sandbox's own` : namesWorkspace.test(served) ? '/w/ is where workspaces are named' : undefined;
    return why === undefined
      ? []
      : { pointer, effect: 'unserved', message: `${why}: what lies below it is never asked of this contract${besides}.` };
  });
}

/** As in `/w/{id}`. */
const namesWorkspace = /^\/w\/[^/]/;

export function isReserved(path: string): boolean {
  return path.startsWith('/_') && (isAt(controlPath, path) || isAt(portalPath, path));
}

const isAt = (place: string, path: string): boolean => path === place || path.startsWith(`${place}/`);
