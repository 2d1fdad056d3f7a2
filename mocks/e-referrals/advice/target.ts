/** Which request for advice is meant, in which version, and whether whoever asks has to do with it: in the order of the service. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { askerOf } from '../asker/asker.ts';
import { isProvider, isReferrer } from '../asker/functions.ts';
import { nothingThere, refused } from '../faults/refusals.ts';
import { findReferral } from '../referral/referral.ts';
import { noRelationship } from '../referral/target.ts';
import { isVersion, notThisVersion, wrongVersion } from '../versions.ts';
import { adviceOf, type Advice } from './advice.ts';

const notFound = nothingThere('There is no request for advice with this UBRN.');

/** A referral that was no request for advice before is none of this type. */
function requestOf(call: AnyCall, ubrn: string): Advice | Problem {
  return adviceOf(call, ubrn) ?? (findReferral(call, ubrn) ? otherType : notFound);
}

const otherType = refused('INVALID_REQUEST_TYPE', 'The UBRN is that of a referral, and of no request for advice.');

export function adviceToRead(call: AnyCall): Advice | Problem {
  const found = requestOf(call, call.path['ubrn'] ?? '');
  if ('problem' in found) return found;
  return notThisVersion(call.path['version'], found) ?? unrelatedToAdvice(call, found) ?? found;
}

export function adviceToChange(call: AnyCall): Advice | Problem {
  const found = requestOf(call, call.path['ubrn'] ?? '');
  return 'problem' in found ? found : (wrongVersion(call, found) ?? found);
}

/** `CommunicationRequest/000000070000/_history/5` */
export function adviceNamed(call: AnyCall, reference: string): { readonly advice: Advice; readonly version: number } | Problem {
  const [, ubrn, version] = /^(?:.*\/)?CommunicationRequest\/(\d+)\/_history\/(\d+)$/.exec(reference) ?? [];
  if (ubrn === undefined || version === undefined) return notFound;
  const advice = requestOf(call, ubrn);
  if ('problem' in advice) return advice;
  return isVersion(advice, version) ? { advice, version: Number(version) } : nothingThere('Of versions only the current one is there.');
}

/** Referrers see what their organisation has asked, providers what theirs was asked. */
export function unrelatedToAdvice(call: AnyCall, { referrer, provider }: Advice): Problem | undefined {
  const { organisation, businessFunction } = askerOf(call);
  if (organisation === undefined) return undefined;
  const [asked, asks] = [provider === organisation, referrer.organisation === organisation];
  const isRelated = isProvider(businessFunction) ? asked : isReferrer(businessFunction) ? asks : asked || asks;
  return isRelated ? undefined : noRelationship;
}
