/** What whoever prints a letter has said of it: that happens to it from then on, in the place of what usually does. */
import type { Cue } from '../../../src/mock/event.ts';
import type { LetterTold } from '../../notify-letters.ts';
import { idAt, placeOf } from '../send/ids.ts';
import { findMessage, idOfMessageAt, type SentMessage } from '../send/kept.ts';
import type { Turn } from './suppliers.ts';

export interface SaidOfLetter extends LetterTold {
  /** Milliseconds. */
  readonly at: number;
}

type Held = Pick<Cue, 'store' | 'chance'>;

const collection = 'notify/letters-told';

/** Oldest first. */
function saidOfLetter({ store }: Held, id: string): readonly SaidOfLetter[] {
  const document = store.get(collection, id);
  return document === undefined ? [] : (JSON.parse(document) as readonly SaidOfLetter[]); // as `keepSaid` wrote it
}

export function keepSaid(held: Held, said: SaidOfLetter): void {
  held.store.put(collection, said.id, JSON.stringify([...saidOfLetter(held, said.id), said]));
}

/** The id of the letter of a step: the first of a message has that of the message, any other one of its own. */
export function letterId(held: Held, { id, sent }: SentMessage, step: number): string {
  if (sent.plan.steps.findIndex(({ channel }) => channel === 'letter') === step) return id;
  return idAt(placeOf(id), sent.created, (key) => held.chance(`letter ${step} of ${key}`));
}

/** The message that a letter is of. */
export function messageOfLetter(held: Held, id: string): SentMessage | undefined {
  const message = idOfMessageAt(held, placeOf(id));
  const found = message === undefined ? undefined : findMessage(held, message);
  return found?.sent.plan.steps.some(({ channel }, step) => channel === 'letter' && letterId(held, found, step) === id) ? found : undefined;
}

/** What has been said of the letters of a message, by their steps. */
export const saidOfLetters = (held: Held, found: SentMessage): readonly (readonly SaidOfLetter[])[] =>
  found.sent.plan.steps.map(({ channel }, step) => (channel === 'letter' ? saidOfLetter(held, letterId(held, found, step)) : []));

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
