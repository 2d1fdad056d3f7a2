/** Other services are chosen for a referral that waits for its referrer. */
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { readParameters } from '../bodies/parameters.ts';
import { readShortlist, shortlisted } from '../bodies/shortlist.ts';
import type { Criteria } from '../bodies/criteria.ts';
import { keepDeferral } from '../booking/deferral.ts';
import { findAppointment } from '../appointment/appointment.ts';
import { writtenAppointment } from '../appointment/told.ts';
import { refused, refusedFor } from '../faults/refusals.ts';
import { answered, changeReferral, type Changes } from '../referral/change.ts';
import type { Referral } from '../referral/referral.ts';
import { writtenReferral } from '../referral/told.ts';
import { structure } from '../systems.ts';
import { letterParameters, triageReason, wrongReminder } from './create.ts';

interface Chosen {
  readonly ids: readonly string[];
  readonly criteria: Criteria;
  readonly at: string;
  readonly intendsLetter: boolean;
}

function readChoice(call: AnyCall): Chosen | Problem {
  const read = readParameters(bodyOf(call), letterParameters);
  const sent = read.one('shortlist');
  const list = sent ? readShortlist(call, sent.value, sent.place) : undefined;
  const days = 'firstReminderLetterFollowUpDays';
  const refusal = refusedFor([...read.faults, ...(list?.faults ?? []), ...wrongReminder(read.number(days), read.placeOf(days))]);
  if (refusal || !sent || !list?.criteria) return refusal ?? refused('MISSING_VALUE', 'The shortlist is missing.');
  const { ids, criteria } = list;
  return { ids, criteria, at: sent.place, intendsLetter: read.code('intentionToAddReferralLetter') === 'NEED_TO_ADD_LATER' };
}

function withChoice(call: AnyCall, found: Referral, { ids, criteria, at, intendsLetter }: Chosen, isForTriage: boolean): Changes | Problem {
  const { nhsNumber } = found;
  const flows = isForTriage ? (['TRIAGE_REQUEST'] as const) : (['APPOINTMENT_REQUEST', 'TRIAGE_REQUEST'] as const);
  const chosen = shortlisted(call, { ids, criteria, at, nhsNumber, flows });
  if (isProblem(chosen)) return chosen;
  const [first] = chosen.services;
  const shortlist = chosen.services.map(({ id }) => id);
  const made = {
    shortlist,
    criteria: criteria.parameters,
    priority: criteria.priority,
    intendsLetter,
    ...(first && { specialty: first.specialty }),
    reason: undefined,
    comments: undefined,
  };
  if (!isForTriage || !first) return { ...made, appointment: undefined };
  return { ...made, reason: triageReason, appointment: keepDeferral(call, found, { service: first.id, reason: triageReason }) };
}

export const changeShortlist = (call: AnyCall) =>
  answered(
    call,
    changeReferral(call, {
      event: 'change shortlist',
      reads: readChoice,
      makes: (_, found, chosen) => withChoice(call, found, chosen, false),
    }),
  );

export function changeShortlistAndSendForTriage(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const changed = changeReferral(call, {
    event: 'change shortlist and send for triage',
    reads: readChoice,
    makes: (_, found, chosen) => withChoice(call, found, chosen, true),
  });
  return isProblem(changed)
    ? changed
    : updated(call, changed, 'eRS-ChangeShortlistAndSendForTriage-Response-Parameters-1', 'createdAppointment');
}

/** The referral, and the appointment where it has one, as Parameters. */
export function updated(
  call: AnyCall,
  changed: Referral,
  profile: string,
  name: 'createdAppointment' | 'updatedAppointment',
): { readonly status: 200; readonly rendered: string } {
  const appointment = changed.appointment === undefined ? undefined : findAppointment(call, changed.appointment);
  const parameter = [
    { name: 'updatedReferralRequest', resource: writtenReferral(call, changed) },
    ...(appointment ? [{ name, resource: writtenAppointment(call, appointment, changed.version) }] : []),
  ];
  return {
    status: 200,
    rendered: JSON.stringify({ meta: { profile: [structure(profile)] }, resourceType: 'Parameters', parameter }),
  };
}
