/** How near to the real service a contract says that it is: an extension of our own, in its `info`. */
import type { Contract } from './contract.ts';
import { isObject } from './json.ts';

export const FIDELITY = 'x-sandbox-fidelity';

/** In one line. */
export function fidelityOf({ document }: Contract): string | undefined {
  const { info } = document;
  const said = isObject(info) ? info[FIDELITY] : undefined;
  return typeof said === 'string' ? said.replace(/\s+/g, ' ').trim() : undefined;
}
