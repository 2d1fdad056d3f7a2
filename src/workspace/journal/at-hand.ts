/** What was sent and answered as the gateway has it at hand, when it gives an exchange to the journal, which looks into it once it is stored. */

export interface AtHand {
  readonly sent: SideAtHand;
  readonly answered: SideAtHand;
}

export interface SideAtHand {
  /** As a request has them, or as they are written into a response. */
  readonly headers: Iterable<readonly [name: string, value: string]> | Readonly<Record<string, string>>;
  readonly body?: BodyAtHand;
}

/** Of what was sent, numbers of patients that somebody has found are taken out already; nobody has looked through what is answered. */
export interface BodyAtHand {
  /** Of all of it, where they are counted already. */
  readonly bytes?: number;
  /** All of it, or its beginning; left out where it is no text. */
  readonly text?: string;
}
