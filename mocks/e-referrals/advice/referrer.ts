/**
 * What referrers do in the service's own application, where no client of this API can: they send what they were asked for, and read what they
 * are advised. Here they do so two days later by the workspace's clock.
 */
import type { Json } from '../../../src/contract/contract.ts';
import { numberAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { hasDied } from '../referral/referral.ts';
import { adviceOf, keepAdvice, withMessage } from './advice.ts';

export function referrerGoesOn(cue: Cue, about: Json): void {
  const advice = adviceOf(cue, stringAt(about, 'ubrn') ?? '');
  if (!advice || advice.isOver || advice.version !== numberAt(about, 'version')) return;
  // Nobody asks on for the dead.
  if (hasDied(cue, advice.patient) || advice.status === 'REFERRER_TO_REVIEW_RESPONSE') {
    keepAdvice(cue, { ...advice, version: advice.version + 1, isOver: true });
    return;
  }
  if (advice.status !== 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION') return;
  const { referrer } = advice;
  const message = { from: referrer, requester: referrer, sent: cue.clock.now(), text: 'Here is what you asked for.', files: [] };
  keepAdvice(cue, withMessage(advice, { by: 'REQUESTER', ...message }, { status: 'PROVIDER_RESPONSE_REQUIRED' }));
}
