/**
 * Advice and guidance: a referrer asks a service about a patient, and the service answers, asks back, or turns the request into a referral.
 * What referrers do in the service's own application happens here by itself: they send what they were asked for, and read what they are advised.
 */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { AttachedFile } from '../attachments/attached.ts';
import { hasDied, type CriteriaParameter, type Priority } from '../referral/referral.ts';
import { publishedAdvice } from './published.ts';

export type AdviceStatus = 'PROVIDER_RESPONSE_REQUIRED' | 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION' | 'REFERRER_TO_REVIEW_RESPONSE';

/** Somebody in a function at an organisation. */
export interface ActingUser {
  /** SDS user id. */
  readonly user: string;
  readonly organisation: string;
  readonly role: string;
}

export interface AdviceMessage {
  readonly id: string;
  /** The version of the request that it made. */
  readonly since: number;
  readonly by: 'REQUESTER' | 'RESPONDER' | 'REFERRER_CLINICAL_INFORMATION_UPDATED';
  readonly from: ActingUser;
  /** On whose behalf, where that is somebody else. */
  readonly requester: ActingUser;
  /** In milliseconds. */
  readonly sent: number;
  readonly text?: string;
  readonly files: readonly AttachedFile[];
}

export interface Advice {
  readonly ubrn: string;
  /** A UUID. */
  readonly requestId: string;
  readonly version: number;
  readonly patient: string;
  readonly priority: Priority;
  readonly isConvertible: boolean;
  /** Ids of services: one. */
  readonly shortlist: readonly string[];
  readonly criteria: readonly CriteriaParameter[];
  readonly specialty: string;
  readonly clinicType?: string;
  /** The service that is asked, and the organisation that it belongs to. */
  readonly service: string;
  readonly provider: string;
  readonly referrer: ActingUser;
  readonly status: AdviceStatus;
  readonly isOver: boolean;
  readonly messages: readonly AdviceMessage[];
  /** Files that are attached to the request itself. */
  readonly files: readonly AttachedFile[];
  /** Of published ones that nobody has touched: versions that published requests name, though they are not the current one. */
  readonly alsoVersions?: readonly number[];
}

type Stored = Pick<AnyCall, 'store'>;

const collection = 'e-referrals/advice';
/** Is changed with what the entries of a row are made of. */
const definition = 'e-referrals/advice/1';

const mostListed = 1000;

const read = (document: string): Advice => JSON.parse(document) as Advice; // as `keepAdvice` wrote it
const entriesOf = ({ provider }: Advice) => [{ name: 'provider', value: provider }];

export function keepAdvice({ store }: Stored, advice: Advice): void {
  store.reindex(collection, definition, (document) => entriesOf(read(document)));
  store.put(collection, advice.ubrn, JSON.stringify(advice), entriesOf(advice));
}

export function adviceOf({ store }: Stored, ubrn: string): Advice | undefined {
  const stored = store.get(collection, ubrn);
  return stored === undefined ? publishedAdvice.get(ubrn) : read(stored);
}

/** All that were asked of a provider, the published ones first. */
export function adviceAskedOf({ store }: Stored, provider: string): readonly Advice[] {
  store.reindex(collection, definition, (document) => entriesOf(read(document)));
  const untouched = [...publishedAdvice.values()].filter(
    (one) => one.provider === provider && store.get(collection, one.ubrn) === undefined,
  );
  const kept = store.find(collection, [{ name: 'provider', anyOf: [provider] }], { limit: mostListed });
  return [...untouched, ...kept.map(({ document }) => read(document))];
}

/** What is open ends with the death of the patient. */
export const isEnded = (held: Pick<AnyCall, 'population' | 'store'>, { isOver, patient }: Advice): boolean =>
  isOver || hasDied(held, patient);

/** The next version, with a message that made it. */
export function withMessage(advice: Advice, message: Omit<AdviceMessage, 'id' | 'since'>, change: Partial<Advice>): Advice {
  const { alsoVersions: _, ...rest } = advice;
  const since = advice.version + 1;
  return {
    ...rest,
    ...change,
    version: since,
    messages: [...advice.messages, { ...message, id: messageId(advice.ubrn, advice.messages.length), since }],
  };
}

/** Numbers of messages are unlike those of any other request. */
export const messageId = (ubrn: string, place: number): string => String(Number(ubrn) * 100 + place);
