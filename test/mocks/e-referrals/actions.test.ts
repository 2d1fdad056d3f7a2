/** What may be done with a referral is offered exactly where it is done: every state, every function, every action. */
import { expect, test } from 'vitest';
import { coding, chosen, openErs, parametersOf, published, slot, appointment, actionsIn, type Ers } from './referring.ts';

const provider = 'SERVICE_PROVIDER_CLINICIAN';
const referrer = 'REFERRING_CLINICIAN';
/** One published referral for each state that they are in, with its appointment, and a shortlist that suits it. */
const referrals: Readonly<Record<string, { readonly appointment?: string; readonly service: string; readonly slot?: string }>> = {
  '000000070000': { service: '11000', slot: '11000001' },
  '000000070001': { appointment: '70000', service: '11002', slot: '11002005' },
  '000000070002': { appointment: '70001', service: '50002' },
  '000000070003': { appointment: '70002', service: '11010' },
  '000000070006': { appointment: '70003', service: '50001' },
  '000000070007': { appointment: '70004', service: '11115' },
  '000000070008': { appointment: '70005', service: '11002', slot: '11002005' },
  '000000070009': { appointment: '70006', service: '11002', slot: '11002005' },
};

type Sends = (ers: Ers, ubrn: string, as: string) => Promise<{ readonly status: number }>;
const comment = { valueString: 'As agreed' };

const does: Readonly<Record<string, Sends>> = {
  RECORD_REVIEW_OUTCOME: (ers, ubrn, as) =>
    ers.onReferral(ubrn, 'recordReviewOutcome', {
      as,
      body: parametersOf({
        reviewOutcome: coding('ACCEPT_REFER_BOOK_LATER'),
        reviewPriority: coding('ROUTINE'),
        reviewComments: comment,
      }),
    }),
  CREATE_APPOINTMENT(ers, ubrn, as) {
    const { service = '', slot: free } = referrals[ubrn] ?? {};
    const more = free === undefined ? { status: 'proposed', reason: [{ coding: [{ code: reasonFor(service) }] }] } : slot(free);
    return ers.ask('POST', '/STU3/Appointment', { as, body: appointment({ ubrn, version: 5, nhsNumber: published, service, more }) });
  },
  CHANGE_SHORTLIST: (ers, ubrn, as) => ers.onReferral(ubrn, 'changeShortlist', { as, body: parametersOf(chosen(['11000'])) }),
  CHANGE_SHORTLIST_AND_SEND_FOR_TRIAGE: (ers, ubrn, as) =>
    ers.onReferral(ubrn, 'changeShortlistAndSendForTriage', { as, body: parametersOf(chosen(['50001'])) }),
  CANCEL_REFERRAL: (ers, ubrn, as) =>
    ers.onReferral(ubrn, 'cancelReferral', { as, body: parametersOf({ cancellationReason: coding('RAISED_IN_ERROR') }) }),
  CANCEL_DIRECTLY_BOOKED_APPOINTMENT: (ers, ubrn, as) =>
    ers.ask('PUT', `/STU3/Appointment/${referrals[ubrn]?.appointment ?? '0'}`, {
      as,
      version: 5,
      body: { resourceType: 'Appointment', status: 'cancelled', reason: [{ coding: [{ code: 'PATIENT_ILL' }] }] },
    }),
};
const reasonFor = (service: string): string => (['50001', '11115'].includes(service) ? 'TRIAGE' : 'BOOKING_ATTEMPT_PROBLEM');

const rows = Object.keys(referrals).flatMap((ubrn) => [referrer, provider].map((as) => [ubrn, as] as const));

test.each(rows)('of %s to %s', async (ubrn, as) => {
  const asked = `/STU3/Task?focus=ReferralRequest/${ubrn}/_history/5&intent=proposal&status=ready`;
  const offered = actionsIn(await openErs().ask('GET', asked, { as }));
  const done: string[] = [];
  for (const [code, sends] of Object.entries(does)) if ((await sends(openErs(), ubrn, as)).status < 300) done.push(code);
  expect(offered).toEqual(done);
});
