/** What patients are told by their own API: their referrals that are not over, and the services that they lead to. */
import type { Json } from '../../../src/contract/contract.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { leaveReferrals, leaveService, type ToldCode, type ToldReferral } from '../../referrals-told.ts';
import { findAppointment } from '../appointment/appointment.ts';
import { serviceOf } from '../healthcare-services/offered.ts';
import { specialtyNamed } from '../healthcare-services/specialties.ts';
import { siteOf } from '../r4/healthcare-services.ts';
import { findReferral, knownReferrals, type Referral } from '../referral/referral.ts';
import { isOver, type ReferralState } from '../referral/states.ts';
import { contactBy } from '../worklists/contact-by.ts';

export function tellReferrals(cue: Cue, about: Json): void {
  const nhsNumber = String(about);
  const { population } = cue;
  const known = [...knownReferrals(cue)].filter((each) => each.nhsNumber === nhsNumber);
  const numbers = new Set(known.map(({ ubrn }) => ubrn));
  const ofRecord = (population.record(nhsNumber)?.of('referral') ?? [])
    .filter(({ ubrn, status }) => (status === 'sent' || status === 'booked') && !numbers.has(ubrn))
    .flatMap(({ ubrn }) => findReferral(cue, ubrn) ?? []);
  leaveReferrals(
    cue,
    [...known, ...ofRecord].filter(({ state }) => !isOver(state)).flatMap((referral) => toldOf(cue, referral) ?? []),
  );
}

/** Undefined where the patient has been seen. */
function toldOf(cue: Cue, referral: Referral): ToldReferral | undefined {
  const { ubrn, requestId, version, nhsNumber, state, priority, created, referrer, referringClinician, specialty, shortlist } = referral;
  const appointment = referral.appointment === undefined ? undefined : findAppointment(cue, referral.appointment);
  if (appointment?.status === 'fulfilled') return undefined;
  const code = tasks[state];
  const service = appointment?.service ?? shortlist[0];
  return {
    ubrn,
    requestId,
    version,
    nhsNumber,
    state,
    priority,
    created,
    referrer,
    ...(referringClinician !== undefined && { clinician: referringClinician }),
    ...(specialty !== undefined && { specialty: specialtyTold(specialty) }),
    ...(appointment?.status === 'booked' && { appointment }),
    ...(code !== undefined &&
      service !== undefined && { task: { code, service, until: contactBy(referral, appointment?.created ?? created) } }),
  };
}

/** What the provider has to do, by the state of the referral. */
const tasks: Readonly<Partial<Record<ReferralState, string>>> = {
  AWAITING_TRIAGE: 'TRIAGE_DEFERRAL',
  TRIAGE_RESPONSE: 'TRIAGE_DEFERRAL',
  DEFERRED_TO_PROVIDER: 'APPOINTMENT_DEFERRAL',
  TRIAGED_PROVIDER_TO_ACTION: 'APPOINTMENT_DEFERRAL',
  APPT_CANCELLED_BY_PROVIDER: 'APPOINTMENT_DEFERRAL',
};

const specialtyTold = (code: string): ToldCode => ({ code, display: specialtyNamed(code)?.display ?? code });

export function tellService(cue: Cue, about: Json): void {
  const service = serviceOf(cue, String(about));
  if (!service) return;
  const { id, name, organisation, specialty } = service;
  leaveService(cue, { id, name, organisation, site: siteOf(cue.population, organisation), specialty: specialtyTold(specialty) });
}
