/** What is asked of a record: the areas, each with the parts that narrow it. */
import type { IsoDate } from '../../../src/population.ts';

export interface Span {
  readonly start?: IsoDate;
  readonly end?: IsoDate;
}

export interface ProblemsAsked {
  readonly status?: 'active' | 'inactive';
  readonly significance?: 'major' | 'minor';
}

export interface Asked {
  readonly allergies?: { readonly withEnded: boolean };
  readonly medication?: { readonly withIssues: boolean; readonly from?: IsoDate; readonly types: readonly string[] };
  readonly consultations?: { readonly span?: Span; readonly latest?: number };
  /** Each of them adds those that it lets through. */
  readonly problems?: readonly ProblemsAsked[];
  readonly immunisations?: { readonly withNotGiven: boolean };
  readonly investigations?: { readonly span?: Span };
  readonly referrals?: { readonly span?: Span };
  readonly uncategorised?: { readonly span?: Span };
  /** Names that mean nothing, as `includeThis` or `includeThat.part`. */
  readonly unknown: readonly string[];
  /** Names of areas that the practice keeps to itself. */
  readonly disabled: readonly string[];
}

/** What day it is recorded on is within it, both ends included. */
export const isWithin = (recorded: IsoDate, { start = '', end = '9999' }: Span = {}): boolean => start <= recorded && recorded <= end;
