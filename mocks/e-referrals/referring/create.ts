/** A referral is made: to services that were searched for, for a patient who is registered and lives. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { askerOf } from '../asker/asker.ts';
import { wrongNewPatient, wrongUser } from '../bodies/named.ts';
import { readParameters, type Wanted } from '../bodies/parameters.ts';
import { readShortlist, shortlisted } from '../bodies/shortlist.ts';
import { refused, refusedFor, wrongAt } from '../faults/refusals.ts';
import { missingClinician } from '../healthcare-services/patient-search.ts';
import { isTriage } from '../healthcare-services/offered.ts';
import { publishedOrganisation } from '../organisations.ts';
import { keepDeferral } from '../booking/deferral.ts';
import { nowOf, toldReferral, type ReferralReply } from '../referral/change.ts';
import { enterReferral } from '../referral/entered.ts';
import { freshUbrn, keepReferral, type Referral } from '../referral/referral.ts';

export const letterParameters: Readonly<Record<string, Wanted>> = {
  shortlist: { kind: 'resource', isRequired: true },
  intentionToAddReferralLetter: { kind: 'valueCoding', isRequired: true, codes: ['NEED_TO_ADD_LATER', 'NOT_INTENDING_TO_ADD'] },
  firstReminderLetterFollowUpDays: { kind: 'valueUnsignedInt', isRequired: true },
};

const wanted: Readonly<Record<string, Wanted>> = {
  patient: { kind: 'valueIdentifier', isRequired: true },
  ...letterParameters,
  eReferralPathwayStart: { kind: 'valueInstant' },
  referringClinician: { kind: 'valueIdentifier' },
  commissioningRuleOrganisation: { kind: 'valueIdentifier' },
};

const day = 86_400_000;
const longestPathway = 365 * day;
/** A reminder comes within this. */
const mostReminderDays = 365;

export function createReferral(call: AnyCall, sends: 'as it is' | 'for triage'): ReferralReply<201> | Problem {
  const read = readParameters(bodyOf(call), wanted);
  const sent = read.one('shortlist');
  const list = sent ? readShortlist(call, sent.value, sent.place) : undefined;
  const clinician = read.identifier('referringClinician');
  const faults = [
    ...read.faults,
    ...(list?.faults ?? []),
    ...(clinician === undefined ? missingClinician(call) : wrongUser(call, clinician, read.placeOf('referringClinician'), 'RC')),
    ...wrongReminder(read.number('firstReminderLetterFollowUpDays'), read.placeOf('firstReminderLetterFollowUpDays')),
  ];
  const refusal = refusedFor(faults);
  if (refusal || !sent || !list?.criteria) return refusal ?? refused('MISSING_VALUE', 'The shortlist is missing.');
  const nhsNumber = read.identifier('patient') ?? '';
  const wrong = wrongNewPatient(call, nhsNumber, read.placeOf('patient'));
  if (wrong) return wrong;
  const flows = sends === 'for triage' ? (['TRIAGE_REQUEST'] as const) : (['APPOINTMENT_REQUEST', 'TRIAGE_REQUEST'] as const);
  const { ids, criteria } = list;
  const chosen = shortlisted(call, { ids, criteria, at: sent.place, nhsNumber, flows });
  if (isProblem(chosen)) return chosen;
  const start = read.text('eReferralPathwayStart');
  const tooLong = wrongStart(call, start, read.placeOf('eReferralPathwayStart'));
  if (tooLong) return tooLong;
  const { organisation = publishedOrganisation, user } = askerOf(call);
  const ubrn = freshUbrn(call);
  const [first] = chosen.services;
  const isForTriage = chosen.services.every(isTriage);
  const now = nowOf(call);
  const referral: Referral = {
    ubrn,
    version: 1,
    nhsNumber,
    requestId: `r.${uuidBy((part) => call.chance(`request/${ubrn}/${part}`))}`,
    created: now,
    referrer: organisation,
    referringClinician: clinician ?? user,
    priority: criteria.priority,
    ...(first && { specialty: first.specialty }),
    criteria: criteria.parameters,
    shortlist: chosen.services.map(({ id }) => id),
    commissioning: read.identifier('commissioningRuleOrganisation') ?? organisation,
    ...(start !== undefined && { pathwayStart: start }),
    intendsLetter: read.code('intentionToAddReferralLetter') === 'NEED_TO_ADD_LATER',
    state: isForTriage ? 'AWAITING_TRIAGE' : 'NOT_BOOKED',
    ...(isForTriage && { reason: triageReason }),
    attachments: [],
    entry: uuidBy((part) => call.chance(`referral/${ubrn}/${part}`)),
  };
  const kept =
    isForTriage && first
      ? { ...referral, appointment: keepDeferral(call, referral, { service: first.id, reason: triageReason }) }
      : referral;
  keepReferral(call, kept);
  enterReferral(call, kept);
  return toldReferral(call, kept, 201);
}

export const triageReason = { system: 'eRS-ReviewReason-1', code: 'TRIAGE' };

export const wrongReminder = (days: number | undefined, place: string) =>
  days !== undefined && days > mostReminderDays ? [wrongAt('INVALID_VALUE', place, `must be ${mostReminderDays} days at most`)] : [];

function wrongStart({ clock }: AnyCall, start: string | undefined, place: string): Problem | undefined {
  if (start === undefined) return undefined;
  const ago = clock.now() - Date.parse(start);
  if (ago < 0) return refused('INAPPROPRIATE_VALUE', 'A pathway starts in the past.', place);
  return ago > longestPathway ? refused('INAPPROPRIATE_VALUE', 'A pathway started no longer ago than 365 days.', place) : undefined;
}
