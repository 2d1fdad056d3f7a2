/** How near to the real service a contract says that it is: an extension of our own, in its `info`. */
import type { Contract, Json, JsonObject, Operation } from './contract.ts';
import { isObject } from './json.ts';

export const FIDELITY = 'x-sandbox-fidelity';

/** In one line. */
export function fidelityOf({ document }: Contract): string | undefined {
  const { info } = document;
  const said = isObject(info) ? info[FIDELITY] : undefined;
  return typeof said === 'string' ? said.replace(/\s+/g, ' ').trim() : undefined;
}

/** How good an API is, in a word: whether all, some or none of what it does is by rules of its own. The best comes last. */
const BASES = ['by its contract', 'some rules', 'rules'] as const;

export type Basis = (typeof BASES)[number];

/** Where a mock only refuses what nobody could be asked about, a contract claims less than its rules would have it. */
export const BASIS = 'x-sandbox-basis';

interface Based {
  readonly operations: readonly Pick<Operation, 'id'>[];
  readonly document: JsonObject;
}

export function basisOf({ operations, document: { info } }: Based, hasRules: (operationId: string) => boolean): Basis {
  const ruled = operations.filter(({ id }) => hasRules(id)).length;
  const most = ruled === 0 ? 0 : ruled === operations.length ? 2 : 1;
  const claimed = isObject(info) ? BASES.findIndex((basis) => basis === info[BASIS]) : -1;
  return BASES[claimed < 0 ? most : Math.min(most, claimed)] ?? 'by its contract';
}

/** What is wrong with the word that an `info` of ours claims; undefined where nothing is. */
export function basisMistake(info: Json | undefined): string | undefined {
  const said = isObject(info) ? info[BASIS] : undefined;
  return said === undefined || BASES.some((basis) => basis === said)
    ? undefined
    : `info wants ${BASIS}: one of ${BASES.join(' | ')}, or none`;
}
