/** What NHS Notify and the suppliers who print its letters tell each other, and how both name a request in their faults. */

/** A letter is handed over to be printed. Its id is the supplier's as well. */
export const letterRequested = 'notify.letter-requested';

export type LetterRequested = {
  readonly id: string;
  /** How it is to be printed. */
  readonly specificationId: string;
  /** Name and address, as they stand in the window of the envelope. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly paragraphs: readonly string[];
};

/** A supplier said what became of one. */
export const letterTold = 'notify-supplier.letter-told';

export type LetterTold = {
  readonly id: string;
  readonly status: string;
  readonly reasonText?: string;
};

/** A request's id in the form of the gateway's own, made of that of the exchange. */
export function requestReference(id: string): string {
  const digits = id
    .replaceAll(/[^0-9a-f]/g, '')
    .replaceAll(/[a-f]/g, (letter) => String(letter.charCodeAt(0) - 96))
    .padEnd(32, '1');
  return `rrt-${digits.slice(0, 19)}-c-geu2-${digits.slice(19, 24)}-${digits.slice(24, 31)}-${digits.slice(31, 32)}`;
}
