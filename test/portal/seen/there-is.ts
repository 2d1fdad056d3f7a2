/** A page, as the list of all pages has it. */
import type { Page } from 'playwright-core';

/** What addresses are made of. */
export interface Examples {
  /** The number of a request that was refused. */
  readonly refused: string;
  readonly answered: string;
  readonly person: string;
}

export interface ThereIs {
  readonly name: string;
  /** Which addresses are this page, below `/_portal`, without what follows a `?`. */
  readonly pattern: RegExp;
  /** One of them. */
  readonly at: (examples: Examples) => string;
  /** What is done there before it is looked at. */
  readonly then?: (page: Page) => Promise<void>;
  /** Why no link of another page leads to it. */
  readonly unlinked?: string;
  readonly status?: number;
}
