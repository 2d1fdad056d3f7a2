/** What a provider decides who has looked through a request that came for triage. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { isByItself } from '../asker/asker.ts';
import { readFiles } from '../bodies/files.ts';
import { readParameters, type Wanted } from '../bodies/parameters.ts';
import { keepAppointment } from '../appointment/appointment.ts';
import { providerBooksLater } from '../booking/provider-books.ts';
import { refusedFor, wrongAt } from '../faults/refusals.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { answered, changeReferral, type Changes } from '../referral/change.ts';
import type { Priority, Referral } from '../referral/referral.ts';
import { priorityCodes, withFiles } from './cancel-action-later.ts';
import { appointmentIn } from './reject.ts';

const displays = {
  RETURN_TO_REFERRER_WITH_ADVICE: 'Return to Referrer With Advice',
  ACCEPT_REFER_BOOK_LATER: 'Accept/Refer Book Later',
} as const;
type Outcome = keyof typeof displays;
const outcomes: readonly Outcome[] = ['RETURN_TO_REFERRER_WITH_ADVICE', 'ACCEPT_REFER_BOOK_LATER'];

const wanted: Readonly<Record<string, Wanted>> = {
  reviewOutcome: { kind: 'valueCoding', isRequired: true, codes: outcomes },
  reviewComments: { kind: 'valueString', isRequired: true },
  reviewPriority: { kind: 'valueCoding', codes: priorityCodes },
  reviewAttachmentFile: { kind: 'resource', isList: true },
};

interface Review {
  readonly outcome: Outcome;
  readonly comments: string;
  readonly priority: Priority | undefined;
  readonly files: ReturnType<typeof readFiles>['files'];
}

export const recordReviewOutcome = (call: AnyCall) =>
  answered(
    call,
    changeReferral<Review>(call, {
      event: ({ outcome }) => (outcome === 'ACCEPT_REFER_BOOK_LATER' ? 'accept, book later' : 'return with advice'),
      reads: readReview,
      makes: (_, found, review) => reviewed(call, found, review),
    }),
  );

function readReview(call: AnyCall, found: Referral): Review | Problem {
  const read = readParameters(bodyOf(call), wanted);
  const { faults, files } = readFiles(read.all('reviewAttachmentFile'), 'PROVIDER');
  const outcome = outcomes.find((code) => code === read.code('reviewOutcome'));
  const priority = priorityCodes.find((code) => code === read.code('reviewPriority'));
  const wrong: Fault[] = [];
  const place = read.placeOf('reviewPriority');
  if (outcome === 'ACCEPT_REFER_BOOK_LATER' && read.faults.length === 0 && priority === undefined)
    wrong.push(wrongAt('VALUE_IS_REQUIRED', 'parameter', 'reviewPriority is required of what is accepted'));
  if (outcome === 'RETURN_TO_REFERRER_WITH_ADVICE' && priority !== undefined)
    wrong.push(wrongAt('INAPPROPRIATE_VALUE', place, 'is of what is accepted alone'));
  const service = serviceOf(call, found.shortlist[0] ?? '');
  if (priority !== undefined && service && !service.priorities.includes(priority))
    wrong.push(wrongAt('PRIORITY_NOT_CURRENT', place, 'is a priority that the service does not have now'));
  if (outcome === 'RETURN_TO_REFERRER_WITH_ADVICE' && isByItself(call))
    wrong.push(
      wrongAt('INAPPROPRIATE_VALUE', read.placeOf('reviewOutcome'), 'is a clinical outcome, which no application decides by itself'),
    );
  const refusal = refusedFor([...read.faults, ...faults, ...wrong]);
  return refusal ?? { outcome: outcome ?? 'RETURN_TO_REFERRER_WITH_ADVICE', comments: read.text('reviewComments') ?? '', priority, files };
}

function reviewed(call: AnyCall, found: Referral, { outcome, comments, priority, files }: Review): Changes | Problem {
  const attached = withFiles(call, found, files);
  if ('problem' in attached) return attached;
  const reason = { system: 'eRS-ReviewOutcome-1', code: outcome, display: displays[outcome] };
  const deferral = appointmentIn(call, found);
  if (deferral) keepAppointment(call, { ...deferral, version: deferral.version + 1, reason, comment: comments });
  if (outcome === 'ACCEPT_REFER_BOOK_LATER')
    providerBooksLater(call, { ...found, priority: priority ?? found.priority }, 'triageContactDays');
  return { ...attached, reason, comments, ...(priority && { priority }) };
}
