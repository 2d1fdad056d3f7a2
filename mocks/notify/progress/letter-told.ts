/** What whoever prints a letter has said of it: that happens to it from then on, in the place of what usually does. */
import type { Cue } from '../../../src/mock/event.ts';
import type { LetterTold } from '../../notify-letters.ts';
import type { Turn } from './suppliers.ts';

export interface SaidOfLetter extends LetterTold {
  /** Milliseconds. */
  readonly at: number;
}

type Store = Pick<Cue, 'store'>;

const collection = 'notify/letters-told';

/** Oldest first. */
export function saidOfLetter({ store }: Store, id: string): readonly SaidOfLetter[] {
  const document = store.get(collection, id);
  return document === undefined ? [] : (JSON.parse(document) as readonly SaidOfLetter[]); // as `keepSaid` wrote it
}

export function keepSaid(held: Store, said: SaidOfLetter): void {
  held.store.put(collection, said.id, JSON.stringify([...saidOfLetter(held, said.id), said]));
}

const meant: Readonly<Record<string, Pick<Turn, 'supplier' | 'status'>>> = {
  ACCEPTED: { supplier: 'accepted' },
  PRINTED: { supplier: 'accepted' },
  ENCLOSED: { supplier: 'accepted' },
  DISPATCHED: { supplier: 'accepted' },
  DELIVERED: { supplier: 'received', status: 'delivered' },
  REJECTED: { supplier: 'rejected', status: 'failed' },
  CANCELLED: { supplier: 'cancelled', status: 'failed' },
  FAILED: { supplier: 'technical_failure', status: 'failed' },
  RETURNED: { supplier: 'permanent_failure', status: 'failed' },
};

/** `start` is when the letter was handed over. */
export function turnsAsSaid(usual: readonly Turn[], said: readonly SaidOfLetter[], start: number): readonly Turn[] {
  const [first] = said;
  if (!first) return usual;
  const own = said.flatMap(({ at, status, reasonText }): readonly Turn[] => {
    const turn = Object.hasOwn(meant, status) ? meant[status] : undefined;
    const why = turn?.status === 'failed' ? { why: reasonText ?? `The supplier of letters says ${status}` } : {};
    return turn ? [{ after: at - start, ...turn, ...why }] : [];
  });
  return [...usual.filter(({ after }) => start + after < first.at), ...own];
}
