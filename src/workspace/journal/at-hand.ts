/** What was sent and answered as the gateway has it at hand, when it gives an exchange to the journal, which looks into it once it is stored. */

export interface AtHand {
  readonly sent: SideAtHand;
  readonly answered: SideAtHand;
  /**
   * What the answer may say. That to a `read`, as most are, says what the workspace holds in its data already, so nothing is taken out of it
   * until it is shown; the same where something was `done` and nothing had to be taken out of what was sent. Where it was `refused`, the answer
   * may quote anything of it.
   */
  readonly came: 'read' | 'done' | 'refused';
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
