/** What somebody may do with a referral now: out of the table of states, each for the function that asks. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { instant } from '../../../src/fhir/instant.ts';
import { askerOf } from '../asker/asker.ts';
import { isProvider, isReferrer } from '../asker/functions.ts';
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
  readonly code: string;
  readonly display: string;
  readonly event: ReferralEvent;
  readonly by: 'referrer' | 'provider' | 'both';
}

const actions: readonly Action[] = [
  { code: 'RECORD_REVIEW_OUTCOME', display: 'Record Review Outcome', event: 'accept, book later', by: 'provider' },
  { code: 'CREATE_APPOINTMENT', display: 'Create Appointment', event: 'book', by: 'referrer' },
  { code: 'CHANGE_SHORTLIST', display: 'Change Shortlist', event: 'change shortlist', by: 'referrer' },
  {
    code: 'CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE',
    display: 'Change Shortlist And Send For Triage',
    event: 'change shortlist and send for triage',
    by: 'referrer',
  },
  { code: 'CANCEL_REFERRAL', display: 'Cancel Referral', event: 'cancel', by: 'both' },
  {
    code: 'CANCEL_DIRECTLY_BOOKED_APPOINTMENT',
    display: 'Cancel Directly Booked Appointment',
    event: 'cancel appointment',
    by: 'referrer',
  },
];

export function availableActions(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const focus = String(call.query['focus']);
  const [, ubrn = '', version = ''] = /^ReferralRequest\/(\d+)\/_history\/(\d+)$/.exec(focus) ?? [];
  const found = findReferral(call, ubrn);
  const isAsked = found && isVersion(found, version) && unrelated(call, found) === undefined;
  const offered = isAsked ? actions.filter((action) => isOffered(call, found, action)) : [];
  const self = call.url(`/STU3/Task?${new URLSearchParams({ focus, intent: 'proposal', status: 'ready' })}`);
  return {
    status: 200,
    rendered: JSON.stringify({
      id: uuidBy((part) => call.chance(`actions/${focus}/${part}`)),
      meta: { lastUpdated: instant(call.clock.now()), profile: ['http://hl7.org/fhir/STU3/StructureDefinition/Bundle'] },
      resourceType: 'Bundle',
      type: 'searchset',
      link: [{ relation: 'self', url: self }],
      entry: offered.map((action) => taskOf(call, focus, action)),
    }),
  };
}

function isOffered(call: AnyCall, referral: Referral, { event, by }: Action): boolean {
  const { businessFunction } = askerOf(call);
  const isTheirs =
    businessFunction === undefined || by === 'both' || (by === 'referrer' ? isReferrer(businessFunction) : isProvider(businessFunction));
  if (!isTheirs || after(referral.state, event) === undefined) return false;
  if (event !== 'cancel appointment') return true;
  const appointment = referral.appointment === undefined ? undefined : findAppointment(call, referral.appointment);
  return appointment?.status === 'booked' && serviceOf(call, appointment.service)?.bookable === 'DIRECTLY_BOOKABLE';
}

function taskOf(call: AnyCall, focus: string, { code, display }: Action): JsonObject {
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
      code: { coding: [{ system: codes('eRS-AvailableActionsForUser-1'), code, display }] },
    },
    search: { mode: 'match' },
  };
}
