/** What a receiver sends when it has looked at a referral: a message to the sender's own `$process-message`, later. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Cue, OutgoingMessage } from '../../../src/mock/event.ts';
import { numbersIn } from '../bookings/references.ts';
import type { Outcome } from '../published.ts';
import { changeReferral, referralAt } from '../referrals/referrals.ts';
import type { Message, MessageReason } from './read-message.ts';
import { answerMessage } from './response.ts';

/** How long after the referral. */
const waits = { interim: 'PT30S', final: 'PT2M' } as const;

type Step = keyof typeof waits;

/** What is to be answered: a message that came, by its id and header. */
type Awaited = {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly id: string;
  readonly reason: MessageReason;
  readonly referral: string;
  readonly header: JsonObject;
};

export const laterAnswer = 'servicerequest-response';

export function answerLater(call: AnyCall, { id, reason, focusId, header }: Message, outcome: Outcome): void {
  const steps: readonly Step[] = outcome === 'interim' ? ['interim', 'final'] : ['final'];
  for (const step of steps)
    call.later({ in: waits[step], do: laterAnswer, about: { step, outcome, id, reason, referral: focusId, header } satisfies Awaited });
}

/** The referral is accepted or not by then, unless somebody has revoked it. */
export function answerNow(cue: Cue, about: Json): void {
  const { step, outcome, referral } = about as Awaited; // as it was written above
  const known = referralAt(cue, referral);
  if (known?.['status'] !== 'active') return;
  if (step === 'final') changeReferral(cue, referral, { ...known, status: outcome === 'rejected' ? 'revoked' : 'completed' });
  cue.emit({ type: laterAnswer, about });
}

export function asMessage(cue: Cue, about: Json, id: string): OutgoingMessage | undefined {
  const { step, outcome, id: answered, reason, referral, header } = about as Awaited; // as it was written above
  const focus = referralAt(cue, referral);
  if (!focus) return undefined;
  const [subject] = numbersIn(focus);
  const body = answerMessage({
    ids: [id, uuidBy((part) => cue.chance(`header ${part} ${id}`))],
    now: cue.clock.now(),
    to: { id: answered, header },
    event: 'servicerequest-response',
    reason: step === 'interim' ? reason : 'update',
    code: outcome === 'rejected' ? 'fatal-error' : 'ok',
    focus,
  });
  return { contentType: 'application/fhir+json', body, ...(subject !== undefined && { subject }) };
}
