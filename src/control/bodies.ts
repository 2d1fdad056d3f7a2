/** Bodies that the behaviours read themselves: contracts, which may publish numbers that nobody may send, and exports, which are long. */
import { DOCUMENT_BYTES } from '../contract/limits.ts';
import type { operations } from '../generated/sandbox-control.types.ts';
import type { BodyRule } from '../mock/mock.ts';

/** Bytes of the largest export that is taken back. */
const importBytes = 20_000_000;

const contract: BodyRule = { most: DOCUMENT_BYTES, unread: true };

export const bodies: Readonly<Partial<Record<keyof operations, BodyRule>>> = {
  'bring-contract': contract,
  'check-contract': contract,
  'bring-event-contract': contract,
  'import-state': { most: importBytes, unread: true },
  // Contracts may come with the wish, from whoever asks: no more of them together than one may be large.
  'make-workspaces': { most: DOCUMENT_BYTES },
};
