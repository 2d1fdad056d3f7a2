/** What practices make of a request: they look at it, and agree to it, or say why not. What they agree to is a prescription everywhere. */
import type { MedicationEntry } from '../../../src/clinical-record.ts';
import type { Json } from '../../../src/contract/contract.ts';
import { memberOf } from '../../../src/contract/json-pointer.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { daysAfter, englishDayAndTime } from '../../../src/fhir/clinical/england-time.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { demographicsNow } from '../../demographics-now.ts';
import { keepNew } from '../../prescriptions/keep.ts';
import { newShortId } from '../../prescriptions/short-id.ts';
import { monthsAfter } from '../../prescriptions/told.ts';
import { isOrderable, planOf } from '../medicines/plans.ts';
import { isOpen, keepRequest, requestOf, requestsOf, type Request } from './requests.ts';

/** Of what one issue lasts, so much has to be used up before there is another. */
const usedUp = 1 / 4;

export function lookAt(cue: Cue, about: Json): void {
  const request = requestOf(cue, String(about));
  if (request?.status === 'requested') keepRequest(cue, { ...request, status: 'in-progress', modified: cue.clock.now() });
}

export function decide(cue: Cue, about: Json): void {
  const request = requestOf(cue, String(about));
  if (request === undefined || !isOpen(request)) return;
  const decided = { ...request, modified: cue.clock.now() };
  const plan = planOf(cue, request.nhsNumber, request.plan);
  const reason = plan === undefined ? 'This is not prescribed to you any more.' : reasonAgainst(cue, request, plan);
  if (plan === undefined || reason !== undefined)
    keepRequest(cue, { ...decided, status: 'rejected', ...(reason !== undefined && { reason }) });
  else keepRequest(cue, { ...decided, status: 'completed', item: prescribe(cue, request, plan) });
}

/** In words for the patient; undefined where nothing speaks against it. */
function reasonAgainst(cue: Cue, { nhsNumber }: Request, plan: MedicationEntry): string | undefined {
  const today = dayOf(cue);
  if (!isOrderable(plan, today)) return 'This is not prescribed to you any more.';
  if (plan.review !== undefined && plan.review < today) return 'Please make an appointment for a review of your medicines first.';
  const issued = cue.population
    .record(nhsNumber)
    ?.of('issue')
    .filter(({ medication, status }) => medication === plan.id && status !== 'cancelled' && status !== 'not-collected');
  const last = issued?.at(-1);
  const from = last && daysAfter(last.recorded, Math.ceil(last.days * usedUp));
  return last && from !== undefined && from > today
    ? `It is too early: you were given enough for ${last.days} days on ${last.recorded}. Ask again on ${from} or later.`
    : undefined;
}

const dayOf = ({ clock }: Cue): string => englishDayAndTime(instant(clock.now()))?.date ?? '';

/** Gives the id of its item. */
function prescribe(cue: Cue, { id, nhsNumber, pharmacy: once }: Request, plan: MedicationEntry): string {
  const now = cue.clock.now();
  const person = cue.population.find(nhsNumber);
  const practice = person?.registrations[0]?.practice ?? plan.organisation ?? '';
  const practitioner = plan.organisation === practice ? plan.practitioner : cue.population.practitioners(practice)[0]?.sdsUserId;
  const pharmacy = once ?? person?.pharmacy;
  const drawn = (what: string) => uuidBy((part) => cue.chance(`${what} ${part} ${id}`));
  const item = drawn('item');
  const by = { organisation: practice, ...(practitioner !== undefined && { practitioner }) };
  keepNew(
    cue,
    {
      id: newShortId(drawn('short id'), practice),
      uuid: drawn('prescription'),
      patient: nhsNumber,
      prescriber: by,
      type: '0101',
      treatment: 'continuous',
      authored: now,
      until: monthsAfter(now, 6),
      ...(pharmacy !== undefined && { pharmacy }),
      siteType: pharmacy === undefined ? '0004' : 'P1',
      issues: 1,
      items: [{ id: item, medicine: plan.medicine, dose: plan.dose, quantity: plan.quantity, days: plan.days, medication: plan.id }],
    },
    { at: now, status: '0001', by },
  );
  return item;
}

/** Nobody decides on what the dead have asked for. */
export function endWithDeath(cue: Cue, about: Json): void {
  const nhsNumber = String(memberOf(about, 'nhsNumber'));
  if (demographicsNow(cue, nhsNumber)?.death === undefined) return;
  for (const request of requestsOf(cue, nhsNumber))
    if (isOpen(request)) keepRequest(cue, { ...request, status: 'cancelled', modified: cue.clock.now() });
}
