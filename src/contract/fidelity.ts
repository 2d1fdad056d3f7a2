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

/** How good an API is, in a word: whether all, some or none of its operations have rules of their own. */
export type Basis = 'rules' | 'some rules' | 'by its contract';

export function basisOf({ operations }: Pick<Contract, 'operations'>, hasRules: (operationId: string) => boolean): Basis {
  const ruled = operations.filter(({ id }) => hasRules(id)).length;
  if (ruled === 0) return 'by its contract';
  return ruled === operations.length ? 'rules' : 'some rules';
}
