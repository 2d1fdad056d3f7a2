/** What a log-in page asks. */
export interface Screen {
  readonly heading: string;
  readonly intro: string;
  readonly choices: readonly ScreenChoice[];
  /** Something to type instead of a choice. */
  readonly typed?: { readonly name: string; readonly label: string; readonly hint: string; readonly error?: string };
}

export interface ScreenChoice {
  /** The field that it fills, and with what. */
  readonly name: 'user' | 'role' | 'answer';
  readonly value: string;
  readonly words: string;
  readonly more?: string;
}
