/** What NHS Notify and the suppliers who print its letters tell each other, and how both name a request in their faults. */

/** NHS Notify hands a letter over to be printed. */
export const letterHandedOver = 'notify.message.letter';

/** What is told of it then, as far as whoever prints it looks. */
export type LetterHandedOver = {
  /** The letter's own as well. */
  readonly messageId: string;
  readonly subject?: string;
  readonly body: string;
  readonly letter: { readonly addressLines: readonly string[]; readonly postcode: string; readonly routingPlanId: string };
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
