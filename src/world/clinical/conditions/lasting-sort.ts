/** What the table of lasting conditions says of each sort, and the causes that its sorts share. */
import type { CodedText } from '../../../clinical-record.ts';
import type { Quantiles } from '../../pattern/draws.ts';
import { uncoded } from '../coded.ts';
import type { Illness } from '../health.ts';

/** Ages in years at which the curves have their points. */
export const curveAges = [0, 5, 10, 18, 25, 35, 45, 55, 65, 75, 85, 100] as const;

/** Of a thousand people, how many have had it begin by each of those ages. */
export type Curve = readonly number[];

/** What is alike in a person through life, and makes several conditions likelier: no part of the record, only of its causes. */
export const dispositions = ['vessels', 'mind', 'atopy', 'joints', 'bones', 'gut', 'immune', 'attention', 'frailty'] as const;
export type Disposition = (typeof dispositions)[number];

/** How much likelier by ethnic category, as odds. */
export const origins = {
  /** London 2013: Asian 2.36, Black 1.65 of White; Bangladeshi and Pakistani most. */
  diabetes: {
    A: 0.82,
    B: 0.82,
    C: 0.75,
    D: 1.3,
    E: 1.3,
    F: 1.6,
    G: 1.2,
    H: 2.2,
    J: 3,
    K: 3.3,
    L: 2.1,
    M: 1.8,
    N: 1.6,
    P: 1.7,
    R: 1.05,
    S: 1.5,
  },
  pressure: { M: 1.7, N: 1.7, P: 1.6, H: 1.1, J: 1, K: 0.95 },
  vessels: { H: 1.4, J: 1.6, K: 1.7, L: 1.2, M: 0.7, N: 0.6, R: 0.6 },
  psychosis: { M: 2.8, N: 2.2, P: 2.5, D: 1.8, E: 1.6 },
  fairSkin: { H: 0.12, J: 0.12, K: 0.1, L: 0.12, M: 0.06, N: 0.05, P: 0.06, R: 0.12, D: 0.4, E: 0.3, F: 0.5, S: 0.3 },
  prostate: { M: 2.3, N: 2.1, P: 2.2, H: 0.6, J: 0.6, K: 0.6, R: 0.5 },
  sickle: { A: 0.02, B: 0.02, C: 0.3, D: 70, E: 130, F: 1, G: 10, H: 2, J: 0.5, K: 0.5, L: 0.5, M: 150, N: 260, P: 180, R: 0.02, S: 8 },
  northern: { H: 0.4, J: 0.4, K: 0.3, L: 0.3, M: 0.4, N: 0.2, R: 0.3 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;
export type OriginOdds = keyof typeof origins;

/** Years by which diabetes, and disease of the heart, come earlier, by ethnic category. */
export const earlierBy: Readonly<Record<string, number>> = { F: 3, H: 6.5, J: 7.5, K: 7.5, L: 6, M: 3, N: 4, P: 3.5 };

export interface LastingSort {
  readonly illness: Illness;
  /** Absent where that sex cannot have it. */
  readonly women?: Curve;
  readonly men?: Curve;
  /** From 0, whatever the weight, to 1, as strongly as with diabetes. */
  readonly bmi?: number;
  /** Odds of those who ever smoked, against those who never did. */
  readonly smoking?: number;
  /** Odds of those who drink a lot. */
  readonly alcohol?: number;
  readonly disposition?: readonly [Disposition, strength: number];
  readonly origin?: OriginOdds;
  /** Whether it comes earlier to some categories: `earlierBy`. */
  readonly isEarlier?: true;
  /** Odds once they have those. */
  readonly raisedBy?: Readonly<Record<string, number>>;
  /** Nobody has it who has one of those first; those that come later end it. */
  readonly givesWayTo?: readonly string[];
  /** Comes of another in so many of a hundred, so many years after; the curves are left out. */
  readonly follows?: { readonly after: string; readonly percent: number; readonly years: FromTo; readonly endsIt?: true };
  /** The year from which practices record it. */
  readonly since?: number;
  /** Days from the first signs to the diagnosis. */
  readonly delay: FromTo;
  /** Shares of mild and of moderate; absent where nobody says. */
  readonly severity?: readonly [mild: number, moderate: number];
  /** Of how many in a hundred it ends, after how many years, and of how many of those it comes back. */
  readonly ends?: { readonly percent: number; readonly years: FromTo; readonly again?: number; readonly begunBefore?: number };
  /** No child is born after it began. */
  readonly isAfterBirths?: true;
  /** Years that somebody lives with it at most. */
  readonly survival?: number;
  /** How much likelier by year of birth. */
  readonly cohort?: Quantiles;
}

export type FromTo = readonly [from: number, to: number];

type About = Omit<LastingSort, 'illness' | 'delay'> &
  Partial<Pick<LastingSort, 'delay'>> &
  Partial<Pick<Illness, 'specialty' | 'isMajor' | 'isLasting' | 'isEmergency'>> & {
    readonly both?: Curve;
  };

const soon: FromTo = [10, 120];

/** A row of the table: most are major, begin with the practice and are told within months. */
export function lasting(
  sort: string,
  group: Illness['group'],
  what: string | CodedText,
  { specialty, isMajor = true, isLasting = true, isEmergency = false, both, delay = soon, ...about }: About,
): LastingSort {
  return {
    illness: {
      sort,
      what: typeof what === 'string' ? uncoded(what) : what,
      group,
      isMajor,
      isLasting,
      isEmergency,
      ...(specialty && { specialty }),
    },
    ...(both && { women: both, men: both }),
    delay,
    ...about,
  };
}
