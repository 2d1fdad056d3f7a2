/** A referral as it is kept: those that clients have made or moved on. The others are those of the population, and the published ones. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Cue } from '../../../src/mock/event.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { demographicsNow } from '../../demographics-now.ts';
import type { Appointment } from '../appointment/appointment.ts';
import { nothingThere } from '../faults/refusals.ts';
import { publishedReferral, publishedUbrns } from './published.ts';
import { referralOfRecord } from './of-record.ts';
import { isOver, type ReferralState } from './states.ts';

export type Priority = 'ROUTINE' | 'URGENT' | 'TWO_WEEK_WAIT';

/** The code system by the end of its address: of those that `GET /STU3/CodeSystem` tells, its type. */
export interface StateReason {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface Referral {
  readonly ubrn: string;
  readonly version: number;
  readonly nhsNumber: string;
  /** `r.` and a UUID. */
  readonly requestId: string;
  /** An instant. */
  readonly created: string;
  /** ODS code of whoever refers. */
  readonly referrer: string;
  /** SDS user id. */
  readonly referringClinician?: string;
  readonly priority: Priority;
  readonly specialty?: string;
  /** Parameters of what was searched for. */
  readonly criteria: readonly CriteriaParameter[];
  /** Ids of services. */
  readonly shortlist: readonly string[];
  readonly commissioning: string;
  readonly pathwayStart?: string;
  readonly intendsLetter?: boolean;
  /** The provider has accepted what is booked. */
  readonly isAccepted?: true;
  readonly state: ReferralState;
  readonly reason?: StateReason;
  readonly comments?: string;
  /** Id of the appointment, or of the deferral that stands in its place. */
  readonly appointment?: string;
  readonly attachments: readonly ReferralFile[];
  /** Instants on which clinical information was submitted first and last. */
  readonly clinicalFirst?: string;
  readonly clinicalLast?: string;
  /** Another referral that this one came from. */
  readonly related?: string;
  readonly requirements?: readonly string[];
  /** Id of the entry of the patient's record. */
  readonly entry: string;
  /** The versions that count as current while nobody has changed it: those that published requests name. */
  readonly alsoVersions?: readonly number[];
}

/** A file that is attached to it. */
export interface ReferralFile {
  /** Of the attachment. */
  readonly id: string;
  readonly type: 'REFERRER' | 'PROVIDER' | 'GUIDANCE_RESPONSE' | 'ADVICE_REQUEST';
  readonly description?: string;
  readonly indexed: string;
}

export interface CriteriaParameter {
  readonly name: string;
  readonly [value: `value${string}`]: unknown;
}

/** What is at hand in requests and when something happens by itself. */
export type Held = Pick<AnyCall | Cue, 'store' | 'population' | 'clock' | 'chance' | 'enter' | 'later' | 'settings'>;
export type Reading = Pick<Held, 'store' | 'population' | 'clock' | 'chance'>;

const referrals = 'e-referrals/referral';

export function findReferral(held: Reading, ubrn: string): Referral | undefined {
  const document = held.store.get(referrals, ubrn);
  const found =
    document === undefined
      ? (publishedReferral(held, ubrn)?.referral ?? referralOfRecord(held, ubrn)?.referral)
      : (JSON.parse(document) as Referral); // only `keepReferral` writes these documents
  return found === undefined || isOver(found.state) || !hasDied(held, found.nhsNumber) ? found : endedByDeath(found);
}

/** What is open ends with the death of the patient. */
export const hasDied = (held: Pick<Held, 'store' | 'population'>, nhsNumber: string): boolean =>
  demographicsNow(held, nhsNumber)?.death !== undefined;

function endedByDeath(ended: Referral): Referral {
  const { isAccepted: _, comments: __, ...referral } = ended;
  const reason = { system: 'REFERRAL-CANCELLATION-REASON', code: 'PATIENT_DIED', display: 'Patient died' };
  return { ...referral, version: referral.version + 1, state: 'CANCELLED_REFERRAL', reason };
}

/** The next version of it. */
export function keepReferral({ store }: Pick<Held, 'store'>, referral: Referral): void {
  const { alsoVersions: _, ...kept } = referral;
  store.put(referrals, referral.ubrn, JSON.stringify(kept));
}

/** Those that clients have made or changed, and the published ones: by UBRN. */
export function* knownReferrals(held: Reading): Generator<Referral> {
  for (const ubrn of new Set([...publishedUbrns, ...held.store.keys(referrals)])) {
    const found = findReferral(held, ubrn);
    if (found) yield found;
  }
}

/** A number that nobody's referral has. */
export function freshUbrn(held: Reading): string {
  const { store, population } = held;
  let n = Number(store.get(counters, 'ubrn') ?? String(firstUbrn));
  while (store.get(referrals, ubrnOf(n)) !== undefined || population.referral(ubrnOf(n)) !== undefined) n += 1;
  store.put(counters, 'ubrn', String(n + 1));
  return ubrnOf(n);
}

export const counters = 'e-referrals/counter';
const firstUbrn = 80_000;
const ubrnOf = (n: number): string => String(n).padStart(12, '0');

export const referralNotFound: Problem = nothingThere('There is no referral with this UBRN.');

/** The appointment of a referral that nobody has kept: told with it. */
export function toldAppointment(held: Reading, id: string): Appointment | undefined {
  return publishedUbrns.flatMap((ubrn) => publishedReferral(held, ubrn)?.appointment ?? []).find((each) => each.id === id);
}
