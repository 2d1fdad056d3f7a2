/**
 * What patients are told of their referrals: their API asks, and whoever keeps the referrals leaves the answer here, in the same transaction.
 * Where nobody keeps any, there is none.
 */
import type { Json } from '../src/contract/contract.ts';
import type { Cue } from '../src/mock/event.ts';

export const referralsAsked = 'referrals.asked';
export const serviceAsked = 'referrals.service-asked';

export interface ToldReferral {
  readonly ubrn: string;
  readonly requestId: string;
  readonly version: number;
  readonly nhsNumber: string;
  readonly state: string;
  readonly priority: 'ROUTINE' | 'URGENT' | 'TWO_WEEK_WAIT';
  readonly created: string;
  readonly referrer: string;
  /** SDS user id. */
  readonly clinician?: string;
  readonly specialty?: ToldCode;
  readonly appointment?: ToldAppointment;
  /** What the provider has to do with it, at which service, and until which day. */
  readonly task?: { readonly code: string; readonly service: string; readonly until: string };
}

export interface ToldAppointment {
  readonly id: string;
  readonly version: number;
  readonly start?: string;
  readonly end?: string;
  readonly slot?: string;
  readonly service: string;
}

export interface ToldCode {
  readonly code: string;
  readonly display: string;
}

export interface ToldService {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly site: string;
  readonly specialty: ToldCode;
}

type Asking = Pick<Cue, 'store' | 'emit'>;

const answers = 'referrals-told/answer';

/** Leaves nothing behind. */
function answerTo<Answer>(asking: Asking, type: string, about: Json): Answer | undefined {
  const { store } = asking;
  store.delete(answers, type);
  asking.emit({ type, about });
  const told = store.get(answers, type);
  store.delete(answers, type);
  return told === undefined ? undefined : (JSON.parse(told) as Answer); // as `leaveAnswer` wrote it for this type
}

export const askForReferrals = (asking: Asking, nhsNumber: string): readonly ToldReferral[] =>
  answerTo<readonly ToldReferral[]>(asking, referralsAsked, nhsNumber) ?? [];

export const askForService = (asking: Asking, id: string): ToldService | undefined => answerTo<ToldService>(asking, serviceAsked, id);

export const leaveReferrals = ({ store }: Pick<Cue, 'store'>, referrals: readonly ToldReferral[]): void =>
  store.put(answers, referralsAsked, JSON.stringify(referrals));

export const leaveService = ({ store }: Pick<Cue, 'store'>, service: ToldService): void =>
  store.put(answers, serviceAsked, JSON.stringify(service));
