/** What somebody may do with a referral now: out of the table of states, each for the function that asks. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { instant } from '../../../src/fhir/instant.ts';
import { isForApplications, type OperationId } from '../access.ts';
import { askerOf, isByItself } from '../asker/asker.ts';
import { functionsOf } from '../asker/functions.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { findAppointment } from '../appointment/appointment.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { codes } from '../systems.ts';
import { isVersion } from '../versions.ts';
import { findReferral, type Referral } from './referral.ts';
import { after, type ReferralEvent } from './states.ts';
import { unrelated } from './target.ts';

interface Action {
  readonly event: ReferralEvent;
  /** By whom it is done: whoever may ask this. */
  readonly operation: OperationId;
}

const actions = {
  RECORD_REVIEW_OUTCOME: { event: 'accept, book later', operation: 'a028-record-triage-outcome' },
  CREATE_APPOINTMENT: { event: 'book', operation: 'a016-book-or-defer-appointment' },
  CHANGE_SHORTLIST: { event: 'change shortlist', operation: 'a031-change-shortlist' },
  CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE: {
    event: 'change shortlist and send for triage',
    operation: 'a032-change-shortlist-and-send-for-triage',
  },
  CANCEL_REFERRAL: { event: 'cancel', operation: 'a036-cancel-referral' },
  CANCEL_DIRECTLY_BOOKED_APPOINTMENT: { event: 'cancel appointment', operation: 'a034-update-appointment' },
} as const satisfies Readonly<Record<string, Action>>;

export function availableActions(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const focus = String(call.query['focus']);
  const [, ubrn = '', version = ''] = /^ReferralRequest\/(\d+)\/_history\/(\d+)$/.exec(focus) ?? [];
  const found = findReferral(call, ubrn);
  const isAsked = found && isVersion(found, version) && unrelated(call, found) === undefined;
  const offered = isAsked ? Object.entries(actions).flatMap(([code, action]) => (isOffered(call, found, action) ? [code] : [])) : [];
  const self = call.url(`/STU3/Task?${new URLSearchParams({ focus, intent: 'proposal', status: 'ready' })}`);
  return {
    status: 200,
    rendered: JSON.stringify({
      id: uuidBy((part) => call.chance(`actions/${focus}/${part}`)),
      meta: { lastUpdated: instant(call.clock.now()), profile: ['http://hl7.org/fhir/STU3/StructureDefinition/Bundle'] },
      resourceType: 'Bundle',
      type: 'searchset',
      link: [{ relation: 'self', url: self }],
      entry: offered.map((code) => taskOf(call, focus, code)),
    }),
  };
}

function isOffered(call: AnyCall, referral: Referral, { event, operation }: Action): boolean {
  const { businessFunction } = askerOf(call);
  const isTheirs =
    businessFunction === undefined
      ? !isByItself(call) || isForApplications(operation)
      : functionsOf[operation]?.some((each) => each === businessFunction) === true;
  if (!isTheirs || after(referral.state, event) === undefined) return false;
  if (event !== 'cancel appointment') return true;
  const appointment = referral.appointment === undefined ? undefined : findAppointment(call, referral.appointment);
  const isAhead = appointment?.status === 'booked' && Date.parse(appointment.start ?? '') >= call.clock.now();
  return isAhead && serviceOf(call, appointment.service)?.bookable === 'DIRECTLY_BOOKABLE';
}

/** Each word of it with a capital. */
const displayOf = (code: string): string =>
  code.toLowerCase().replaceAll(/(^|_)(.)/g, (_, gap: string, first: string) => (gap && ' ') + first.toUpperCase());

function taskOf(call: AnyCall, focus: string, code: string): JsonObject {
  const id = uuidBy((part) => call.chance(`action/${focus}/${code}/${part}`));
  return {
    fullUrl: call.url(`/STU3/Task/${id}`),
    resource: {
      id,
      meta: { profile: ['https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Task-1'] },
      resourceType: 'Task',
      status: 'ready',
      intent: 'proposal',
      focus: { reference: focus },
      code: { coding: [{ system: codes('eRS-AvailableActionsForUser-1'), code, display: displayOf(code) }] },
    },
    search: { mode: 'match' },
  };
}
