/** A referral is moved on: found, held against its version, read, and only then changed; each change is a version. */
import { etag } from '../../../src/fhir/version.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { enterFiles } from '../attachments/in-record.ts';
import { enterReferral } from './entered.ts';
import { findReferral, keepReferral, type Held, type Referral } from './referral.ts';
import type { ReferralEvent } from './states.ts';
import { referralToChange, stateAfter, unrelated, wrongPatient } from './target.ts';
import { writtenReferral } from './told.ts';

export interface ReferralReply<Status extends number> {
  readonly status: Status;
  readonly headers: { readonly ETag: string };
  readonly rendered: string;
}

/** What is new of it; undefined where something is there no more. */
export type Changes = { readonly [Name in keyof Referral]?: Referral[Name] | undefined };

interface Change<Read> {
  readonly event: ReferralEvent | ((read: Read, found: Referral) => ReferralEvent);
  /** What the body says: before anything is asked of the referral itself. */
  readonly reads: (call: AnyCall, found: Referral) => Read | Problem;
  readonly makes: (call: AnyCall, found: Referral, read: Read) => Changes | Problem;
}

export function changeReferral<Read extends object>(call: AnyCall, { event, reads, makes }: Change<Read>): Referral | Problem {
  const found = referralToChange(call);
  if (isProblem(found)) return found;
  const read = reads(call, found);
  if (isProblem(read)) return read;
  const refusal = unrelated(call, found) ?? wrongPatient(call, found.nhsNumber);
  if (refusal) return refusal;
  const state = stateAfter(found, typeof event === 'string' ? event : event(read, found));
  if (typeof state !== 'string') return state;
  const made = makes(call, found, read);
  if (isProblem(made)) return made;
  // What is undefined is none of what a referral must have.
  const next = moveOn(call, { ...found, ...made, state } as Referral);
  const before = new Set(found.attachments.map(({ id }) => id));
  const answers = next.attachments.filter(({ id, type }) => type === 'PROVIDER' && !before.has(id));
  enterFiles(call, next.nhsNumber, answers, [next.entry]);
  return next;
}

/** Keeps the next version of it, and tells the record. */
export function moveOn(held: Held, referral: Referral): Referral {
  const before = findReferral(held, referral.ubrn);
  const next = { ...referral, version: (before?.version ?? 0) + 1 };
  keepReferral(held, next);
  enterReferral(held, next);
  return next;
}

export const toldReferral = <Status extends number>(call: AnyCall, referral: Referral, status: Status): ReferralReply<Status> => ({
  status,
  headers: { ETag: etag(String(referral.version)) },
  rendered: JSON.stringify(writtenReferral(call, referral)),
});

/** As most operations answer. */
export const answered = (call: AnyCall, changed: Referral | Problem): ReferralReply<200> | Problem =>
  isProblem(changed) ? changed : toldReferral(call, changed, 200);

export const nowOf = ({ clock }: Pick<AnyCall, 'clock'>): string => instant(clock.now());

/** What is booked or left to the provider now is so for no reason of before. */
export function withoutReason(referral: Referral): Referral {
  const { reason: _, comments: __, isAccepted: ___, ...rest } = referral;
  return rest;
}
