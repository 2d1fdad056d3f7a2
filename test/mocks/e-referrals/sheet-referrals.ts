/** Rows of the sheet about referrals and appointments, headers, faults and states. */
import { expect } from 'vitest';
import { given } from '../../given.ts';
import type { SheetRow } from '../sheet.ts';
import {
  actionsIn,
  appointment,
  because,
  chosen,
  coding,
  create,
  creating,
  criteria,
  identifier,
  jane,
  ofPublished,
  openErs,
  parametersOf,
  provider,
  published,
  referred,
  referrer,
  refusal,
  slot,
  slotsOf,
  stateOf,
  updatedIn,
  type Answered,
} from './referring.ts';

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

const still = openErs();
const [unbooked, booked, indirect, deferred, , triaged, returned] = [70000, 70001, 70002, 70003, 70005, 70006, 70007].map(
  (n) => `0000000${n}`,
) as readonly string[] as readonly [string, string, string, string, string, string, string];
const read = '/STU3/ReferralRequest/';
const search = '/STU3/HealthcareService/$ers.searchHealthcareServicesForPatient';
const comment = { valueString: 'As agreed by telephone' };
const cancelling = (code: string, more: Readonly<Record<string, object>> = {}) =>
  parametersOf({ cancellationReason: coding(code), ...more });
const reviewing = (more: Readonly<Record<string, object | undefined>> = {}) =>
  parametersOf({ reviewOutcome: coding('ACCEPT_REFER_BOOK_LATER'), reviewPriority: coding('URGENT'), reviewComments: comment, ...more });
const rejecting = (more: Readonly<Record<string, object | undefined>> = {}) =>
  parametersOf({ rejectionReason: coding('SERVICE_INAPPROPRIATE'), ...more });
const searching = (sought: object = criteria(), more: Readonly<Record<string, object | undefined>> = {}) =>
  parametersOf({
    requestType: coding('APPOINTMENT_REQUEST'),
    sortBy: coding('DISTANCE'),
    patient: identifier(jane),
    searchCriteria: { resource: sought },
    ...more,
  });
const letterFile = (id: string, type = 'REFERRER') => ({
  resource: {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { coding: [{ code: type }] },
    content: [{ attachment: { url: `Binary/${id}` } }],
  },
});
const file = '50f0c0d5-7ed1-4587-8fce-889c8685eb54';
const letter = (...ids: readonly string[]) => ({
  resourceType: 'Parameters',
  parameter: ids.map((id) => ({ name: 'referralLetterFile', ...letterFile(id) })),
});

const onReferral = (ubrn: string, operation: string, body: unknown, as = referrer, version = 5) =>
  openErs().onReferral(ubrn, operation, { as, body, version });
const asProvider = (ubrn: string, operation: string, body: unknown) => onReferral(ubrn, operation, body, provider);
const book = (body: unknown) => openErs().ask('POST', '/STU3/Appointment', { body });
const put = (id: string, more: object = {}) =>
  openErs().ask('PUT', `/STU3/Appointment/${id}`, {
    version: 5,
    body: { resourceType: 'Appointment', status: 'cancelled', reason: [{ coding: [{ code: 'PATIENT_ILL' }] }], ...more },
  });
const creates = (...sent: Parameters<typeof creating>) => openErs().ask('POST', create, { body: creating(...sent) });
const searches = (...sent: Parameters<typeof searching>) => still.ask('POST', search, { body: searching(...sent) });

/** Each of these is refused by its code. */
const refuses = (answers: Readonly<Record<string, () => Promise<Answered>>>): SheetRow =>
  rule(async () => {
    for (const [codes, sends] of Object.entries(answers)) expect([codes, refusal(await sends())]).toEqual([codes, `422 ${codes}`]);
  });

const reading = (path: string, asking: Parameters<typeof still.ask>[2] = {}) => still.ask('GET', path, asking);
const tasks = (ubrn: string, as: string) =>
  reading(`/STU3/Task?focus=ReferralRequest/${ubrn}/_history/5&intent=proposal&status=ready`, { as });

/** What it is after an operation. */
const becomes = (sends: () => Promise<Answered>, state: string): SheetRow =>
  rule(async () => {
    const { status, body } = await sends();
    expect(status).toBeLessThan(300);
    expect(stateOf(updatedIn({ body } as Answered) ?? body)).toBe(state);
  });

const twenty = Array.from({ length: 21 }, (_, n) => String(12_000 + n));
const sick = '9000000000';
const sought = (more: Readonly<Record<string, object | undefined>>) => criteria(more);
const user = (id: string) => ({ referringClinician: identifier(id) });

const ofSearch: Readonly<Record<string, () => Promise<Answered>>> = {
  REFERENCE_NOT_FOUND: () => searches(sought({ organisation: identifier('ZZZ99') })),
  INAPPROPRIATE_VALUE: () => searches(sought({ clinicType: coding('ALLERGY_1') })),
  MISSING_VALUE: () => searches(sought({ priority: undefined })),
  VALUE_IS_REQUIRED: () => searches(sought({ clinicType: undefined })),
  FIELD_NOT_PERMITTED: () =>
    searches(sought({ indicativeAppointmentWaitTimeLimit: { valueUnsignedInt: 5 } }), {
      requestType: coding('ADVICE_AND_GUIDANCE_REQUEST'),
    }),
  PATIENT_ERROR: () => searches(criteria(), { patient: identifier('9111231130') }),
  INVALID_VALUE: () => searches(criteria(), { patient: identifier(sick) }),
  INVALID_CODE: () => searches(criteria(), { sortBy: coding('NAME') }),
  UNEXPECTED_FIELD: () => searches(criteria(), { colour: coding('RED') }),
  INVALID_FHIR_STRUCTURE: () => searches(criteria(), { patient: coding('x') }),
  REFERENCED_USER_IS_NOT_SPC: () => searches(sought({ namedClinician: identifier('999000000405') })),
  ORGANISATION_NOT_APPROPRIATE: () => searches(sought({ organisation: identifier('Y23456') })),
  REFERENCED_USER_IS_NOT_ACTIVE: () => searches(criteria(), user('999000000401')),
  REFERENCED_USER_NOT_IN_ORG: () => searches(criteria(), user('999000000402')),
  NO_REG_GP_PRACTICE: () => searches(criteria(), { patient: identifier('9990000344') }),
  REFERENCED_USER_IS_NOT_RC: () => searches(criteria(), user('999000000403')),
  REFERENCED_USER_IS_NOT_RC_AT_ORG: () => searches(criteria(), user('999000000404')),
  SNOMED_NOT_FOUND: () => searches(sought({ clinicalTerm: coding('sore') })),
};

export const referralRows: Readonly<Record<string, SheetRow>> = {
  '1: a005-retrieve-referral-request (+ -versioned)': record(async () => {
    const now = await reading(`${read}${booked}`);
    expect([now.status, now.headers.get('etag'), stateOf(now.body)]).toEqual([200, 'W/"5"', 'BOOKED']);
    expect((await reading(`${read}${booked}/_history/5`)).status).toBe(200);
    expect((await reading(`${read}${booked}/_history/4`)).status).toBe(404);
    expect((await reading(`${read}000000000000`)).status).toBe(404);
  }),
  '1: a010-patient-service-search': record(async () => expect((await searches()).body['resourceType']).toBe('List')),
  '1: a011-create-referral': rule(async () => {
    const made = await creates();
    expect([made.status, made.headers.get('etag'), stateOf(made.body)]).toEqual([201, 'W/"1"', 'NOT_BOOKED']);
  }),
  '1: a012-maintain-referral-letter': becomes(() => onReferral(unbooked, 'maintainReferralLetter', letter(file)), 'NOT_BOOKED'),
  '1: a013-accept-referral': becomes(() => asProvider(booked, 'acceptReferral', undefined), 'BOOKED'),
  '1: a014-reject-referral': becomes(() => asProvider(booked, 'rejectReferral', rejecting()), 'REJECTED'),
  '1: a015-retrieve-appointment-slots': record(async () => expect((await slotsOf(still, '12000')).body['total']).toBe(3)),
  '1: a016-book-or-defer-appointment': rule(async () => {
    expect((await book(ofPublished(slot('11000001')))).status).toBe(201);
    expect((await book(ofPublished(because('NO_SLOTS_AT_SERVICE'), '11021'))).status).toBe(201);
  }),
  '1: a019-generate-patient-letter': record(async () => {
    const sent = await openErs().ask('POST', `${read}${booked}/$ers.generatePatientLetter`);
    expect([sent.status, sent.headers.get('content-type'), sent.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(sent.headers.get('content-disposition')).toMatch(/000000070001_Appointment_Confirmation_Summary_\d{14}\.pdf/);
  }),
  '1: a021-create-referral-request-and-send-for-triage': becomes(
    () => openErs().ask('POST', '/STU3/ReferralRequest/$ers.createReferralAndSendForTriage', { body: creating(['50001']) }),
    'AWAITING_TRIAGE',
  ),
  '1: a022-cancel-appointment-action-later': becomes(
    () => asProvider(booked, 'cancelAppointmentActionLater', parametersOf({ comments: comment })),
    'APPT_CANCELLED_BY_PROVIDER',
  ),
  '1: a028-record-triage-outcome': becomes(() => asProvider(triaged, 'recordReviewOutcome', reviewing()), 'TRIAGED_PROVIDER_TO_ACTION'),
  '1: a029-available-actions-for-user-list': rule(async () =>
    expect(actionsIn(await tasks(triaged, provider))).toEqual(['RECORD_REVIEW_OUTCOME', 'CANCEL_REFERRAL']),
  ),
  '1: a031-change-shortlist': becomes(() => onReferral(returned, 'changeShortlist', parametersOf(chosen(['11001']))), 'NOT_BOOKED'),
  '1: a032-change-shortlist-and-send-for-triage': becomes(
    () => onReferral(unbooked, 'changeShortlistAndSendForTriage', parametersOf(chosen(['11004']))),
    'AWAITING_TRIAGE',
  ),
  '1: a034-update-appointment': rule(async () => expect((await put('70000')).body['status']).toBe('cancelled')),
  '1: a036-cancel-referral': becomes(() => onReferral(booked, 'cancelReferral', cancelling('INTEND_PRIVATE')), 'CANCELLED_REFERRAL'),
  '1: a038-retrieve-appointment (+ -versioned)': record(async () => {
    expect((await reading('/STU3/Appointment/70002')).body['status']).toBe('proposed');
    expect((await reading('/STU3/Appointment/70002/_history/5')).headers.get('etag')).toBe('W/"5"');
    expect((await reading('/STU3/Appointment/70002/_history/1')).status).toBe(404);
  }),
  '1: Slot': record(async () => {
    const page = (count: number, n: number) =>
      reading(`/STU3/Slot?schedule.actor:HealthcareService=11000&appointmentType=ROUTINE&status=free&_count=${count}&page=${n}`, {
        headers: { 'NHSD-eRS-Comm-Rule-Org': 'R69' },
      });
    expect([(await page(5, 1)).body['entry']?.length, (await page(5, 3)).body['entry']?.length]).toEqual([5, 2]);
    expect([(await page(5, 4)).status, (await page(101, 1)).status, (await page(5, 0)).status]).toEqual([400, 400, 400]);
  }),
  '1: Task': rule(async () => expect(refusal(await reading('/STU3/Task?focus=x'))).toBe('400 MISSING_PARAMETER')),

  '2: NHSD-End-User-Organisation-ODS, NHSD-eRS-Business-Function': rule(async () => {
    expect(refusal(await still.ask('POST', create, { organisation: '', body: {} }))).toBe('400 MISSING_HEADER');
    expect(refusal(await still.ask('POST', create, { as: '', body: {} }))).toBe('400 MISSING_HEADER');
    expect((await reading(`${read}${booked}`, { organisation: '', as: '' })).status).toBe(200);
  }),
  '2: NHSD-eRS-On-Behalf-Of-User-ID': rule(async () => {
    const admin = 'SERVICE_PROVIDER_CLINICIAN_ADMIN';
    expect(refusal(await reading(`${read}${booked}`, { as: admin }))).toBe('400 MISSING_HEADER');
    const headers = { 'NHSD-eRS-On-Behalf-Of-User-ID': '021600556514' };
    expect((await reading(`${read}${booked}`, { as: admin, headers })).status).toBe(200);
    expect(refusal(await reading(`${read}${booked}`, { headers }))).toBe('403 FORBIDDEN');
  }),
  '2: NHSD-eRS-Comm-Rule-Org': rule(async () =>
    expect(refusal(await reading('/STU3/Slot?schedule.actor:HealthcareService=11000'))).toBe('400 MISSING_HEADER'),
  ),
  '2: If-Match': rule(async () => {
    const without = await still.ask('POST', `${read}${booked}/$ers.cancelReferral`, { body: cancelling('INTEND_PRIVATE') });
    expect(without.status).toBe(412);
    expect((await onReferral(booked, 'cancelReferral', cancelling('INTEND_PRIVATE'), referrer, 3)).status).toBe(409);
    const locked = await still.onReferral(booked, 'cancelReferral', {
      body: cancelling('INTEND_PRIVATE'),
      headers: { Prefer: 'code=423' },
    });
    expect(locked.status).toBe(423);
  }),
  '2: X-Correlation-ID': rule(async () => {
    const { headers } = await reading(`${read}${booked}`, { headers: { 'X-Correlation-ID': '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42' } });
    expect(headers.get('x-correlation-id')).toBe('3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-1$/);
  }),
  '2: ETag': rule(async () => expect((await reading('/STU3/Appointment/70000')).headers.get('etag')).toBe('W/"5"')),
  '2: REFERRING_CLINICIAN (RC), REFERRING_CLINICIAN_ADMIN (RCA)': rule(async () => {
    expect(refusal(await asProvider(unbooked, 'changeShortlist', parametersOf(chosen(['11001']))))).toBe('403 FORBIDDEN');
    const admin = await still.ask('POST', search, { as: 'REFERRING_CLINICIAN_ADMIN', body: searching() });
    expect(refusal(admin)).toBe('422 VALUE_IS_REQUIRED');
  }),
  '2: SERVICE_PROVIDER_CLINICIAN (SPC), SERVICE_PROVIDER_CLINICIAN_ADMIN (SPCA)': rule(async () =>
    expect(refusal(await onReferral(booked, 'rejectReferral', rejecting()))).toBe('403 FORBIDDEN'),
  ),
  '2: application-restricted, provider': rule(async () => {
    const strict = openErs({ settings: { access: 'strict' } });
    const headers = { Authorization: `Bearer ${given(strict.sandbox, {}, { mode: 'application-restricted' }).token}` };
    const asking = { organisation: '', as: '', headers };
    expect((await strict.ask('GET', `${read}${booked}`, asking)).status).toBe(200);
    expect((await strict.ask('POST', create, { ...asking, body: creating() })).status).toBe(403);
    const clinical = reviewing({ reviewOutcome: coding('RETURN_TO_REFERRER_WITH_ADVICE'), reviewPriority: undefined });
    expect(refusal(await strict.onReferral(triaged, 'recordReviewOutcome', { ...asking, body: clinical }))).toBe('422 INAPPROPRIATE_VALUE');
  }),

  '4: service search (A010)': record(async () => {
    const advice = await searches(criteria(), { requestType: coding('ADVICE_AND_GUIDANCE_REQUEST'), sortBy: coding('IWT') });
    expect(JSON.stringify(advice.body)).toContain('ADVICE_AND_GUIDANCE_REQUEST');
  }),
  '4: createReferral': rule(async () =>
    expect(refusal(await still.ask('POST', create, { body: parametersOf({}) }))).toBe('422 MISSING_VALUE'),
  ),
  '4: maintainReferralLetter': refuses({ MISSING_VALUE: () => onReferral(unbooked, 'maintainReferralLetter', parametersOf({})) }),
  '4: rejectReferral': rule(async () => {
    const said = rejecting({ appointmentCancelledInPAS: { valueBoolean: true } });
    expect((await asProvider(indirect, 'rejectReferral', said)).status).toBe(200);
  }),
  '4: cancelAppointmentActionLater': rule(async () => {
    const sent = parametersOf({ comments: comment, priority: coding('URGENT'), providerAttachmentFile: letterFile(file, 'PROVIDER') });
    expect((await asProvider(booked, 'cancelAppointmentActionLater', sent)).text).toContain('"code":"URGENT"');
  }),
  '4: recordReviewOutcome': refuses({
    MISSING_VALUE: () => asProvider(triaged, 'recordReviewOutcome', reviewing({ reviewComments: undefined })),
  }),
  '4: changeShortlist': refuses({ MISSING_VALUE: () => onReferral(unbooked, 'changeShortlist', parametersOf({})) }),
  '4: cancelReferral': refuses({ INVALID_CODE: () => onReferral(unbooked, 'cancelReferral', cancelling('BORED')) }),

  '5: 400': rule(async () => {
    expect(refusal(await reading('/STU3/Slot/1/_history/2'))).toBe('400 HISTORY_NOT_SUPPORTED');
    expect(refusal(await reading('/R4/HealthcareService', { as: referrer }))).toBe('400 REC_BAD_REQUEST');
  }),
  '5: 401': rule(async () => {
    const strict = openErs({ settings: { access: 'strict' } });
    expect(refusal(await strict.ask('GET', `${read}${booked}`))).toBe('401 NO_ACCESS');
    expect(refusal(await strict.ask('GET', '/R4/PractitionerRole'))).toBe('401 ACCESS_DENIED');
  }),
  '5: 403': rule(async () => {
    expect(refusal(await reading('/R4/HealthcareService/1', { as: 'SERVICE_PROVIDER_ADMIN' }))).toBe('403 REC_FORBIDDEN');
    expect(refusal(await reading(`${read}${booked}`, { as: 'COMMISSIONER' }))).toBe('403 FORBIDDEN');
  }),
  '5: 422': refuses({ INVALID_FHIR_STRUCTURE: () => still.ask('POST', create, { body: '{' }) }),
  '5: 429': rule(async () => {
    const scenario = await reading(`${read}${booked}`, { headers: { 'X-Sandbox-Scenario': 'quota' } });
    expect([scenario.status, scenario.body['issue']?.[0]?.['code']]).toEqual([429, 'throttled']);
  }),
  '5: 502': rule(async () => expect(refusal(await book(ofPublished(slot('11000502'))))).toBe('502 PAS_RESPONDED_WITH_ERROR')),
  '5: 503': rule(async () => {
    const { body } = await reading(`${read}${booked}`, { headers: { Prefer: 'code=503' } });
    expect(refusal({ status: 503, body } as Answered)).toBe('503 SYSTEM_UNAVAILABLE');
  }),
  '5: 504': rule(async () => expect(refusal(await book(ofPublished(slot('11000504'))))).toBe('504 PAS_NOT_RESPONDING')),
  '5: 406, 415': rule(async () => {
    const unacceptable = await reading(`${read}${booked}`, { headers: { Accept: 'text/html' } });
    const unread = await still.ask('POST', create, { body: 'x', headers: { 'Content-Type': 'text/css' } });
    for (const [status, { status: sent, headers }] of [[406, unacceptable] as const, [415, unread] as const])
      expect([sent, headers.get('content-type')]).toEqual([status, 'text/plain;charset=utf-8']);
  }),
  '5: A005, A024': refuses({ NO_RELATIONSHIP: () => reading(`${read}${booked}`, { organisation: 'Y12345' }) }),
  '5: A010': refuses(ofSearch),
  '5: A011, A021, A044': refuses({
    TOO_MANY_ITEMS: () => creates(twenty),
    DUPLICATE_SERVICE: () => creates(['11000', '11000']),
    SHORTLISTED_SERVICE_NOT_IN_RESULTS: () => creates(['11014']),
  }),
  '5: A012': refuses({
    REFERENCE_NOT_FOUND: () => onReferral(unbooked, 'maintainReferralLetter', letter('00000000-0000-4000-8000-000000000000')),
    INVALID_REQUEST_STATE: () => onReferral('000000070099', 'x', {}).then(() => rejectedLetter()),
    DUPLICATE_FILENAME: () => onReferral(unbooked, 'maintainReferralLetter', letter(file, file)),
    UNEXPECTED_FIELD: () => onReferral(unbooked, 'maintainReferralLetter', { ...letter(file), colour: 'red' }),
  }),
  '5: A013': refuses({ INVALID_REQUEST_STATE: () => asProvider(unbooked, 'acceptReferral', undefined) }),
  '5: A014': refuses({
    INAPPROPRIATE_VALUE: () => asProvider(booked, 'rejectReferral', rejecting({ rejectionReason: coding('PATIENT_ILL') })),
    INVALID_CODE: () => asProvider(booked, 'rejectReferral', rejecting({ rejectionReason: coding('BORED') })),
    VALUE_IS_REQUIRED: () => asProvider(indirect, 'rejectReferral', rejecting()),
    FIELD_NOT_PERMITTED: () => asProvider(booked, 'rejectReferral', rejecting({ appointmentCancelledInPAS: { valueBoolean: true } })),
    INVALID_REQUEST_STATE: () => asProvider(unbooked, 'rejectReferral', rejecting()),
  }),
  '5: A016': refuses({
    INVALID_VALUE: () => book(ofPublished({ status: 'fulfilled' })),
    INVALID_CODE: () => book(ofPublished(because('RAIN'))),
    REFERENCE_NOT_FOUND: () => book(ofPublished(slot('11000999'))),
    INAPPROPRIATE_VALUE: () => book(ofPublished(slot('12000001'), '12000')),
    INVALID_REQUEST_STATE: () =>
      book(appointment({ ubrn: booked, version: 5, nhsNumber: published, service: '11002', more: slot('11002004') })),
    MISSING_VALUE: () => book(ofPublished({})),
    INAPPROPRIATE_SLOT: () => book(ofPublished(slot('11002004'))),
    SLOT_NOT_AVAILABLE: () => book(ofPublished(slot('11002001'), '11002')),
    UNABLE_TO_CONFIRM_APPOINTMENT: () => book(ofPublished(slot('11000503'))),
    SLOTS_CURRENTLY_AVAILABLE: () => book(ofPublished(because('NO_SLOTS_AT_SERVICE'))),
    THIS_SLOT_IS_AVAILABLE: () => book(ofPublished({ ...because('SLOT_NOT_AVAILABLE'), ...slot('11000001') })),
    UNEXPECTED_FIELD: () => book(ofPublished({ ...slot('11000001'), colour: 'red' })),
  }),
  '5: A019': refuses({
    NO_ACCESS_CODE: () => onReferral('000000070005', 'generatePatientLetter', undefined),
    INVALID_REQUEST_STATE: () => onReferral(triaged, 'generatePatientLetter', undefined),
  }),
  '5: A022': refuses({
    MISSING_VALUE: () => asProvider(booked, 'cancelAppointmentActionLater', parametersOf({})),
    VALUE_IS_REQUIRED: () => asProvider(indirect, 'cancelAppointmentActionLater', parametersOf({ comments: comment })),
    INVALID_REQUEST_STATE: () => asProvider(deferred, 'cancelAppointmentActionLater', parametersOf({ comments: comment })),
  }),
  '5: A028': refuses({
    PRIORITY_NOT_CURRENT: async () => {
      const ers = openErs();
      const ubrn = await referred(ers, ['11115']);
      return ers.onReferral(ubrn, 'recordReviewOutcome', {
        as: provider,
        version: 1,
        body: reviewing({ reviewPriority: coding('TWO_WEEK_WAIT') }),
      });
    },
    VALUE_IS_REQUIRED: () => asProvider(triaged, 'recordReviewOutcome', reviewing({ reviewPriority: undefined })),
    INAPPROPRIATE_VALUE: () =>
      asProvider(triaged, 'recordReviewOutcome', reviewing({ reviewOutcome: coding('RETURN_TO_REFERRER_WITH_ADVICE') })),
    INVALID_REQUEST_STATE: () => asProvider(booked, 'recordReviewOutcome', reviewing()),
  }),
  '5: A031, A032': refuses({
    TOO_MANY_ITEMS: () => onReferral(unbooked, 'changeShortlist', parametersOf(chosen(twenty))),
    SHORTLISTED_SERVICE_NOT_IN_RESULTS: () => onReferral(unbooked, 'changeShortlistAndSendForTriage', parametersOf(chosen(['11000']))),
    INVALID_REQUEST_STATE: () => onReferral(booked, 'changeShortlist', parametersOf(chosen(['11001']))),
  }),
  '5: A034': refuses({
    INVALID_REQUEST_STATE: () => put('70002'),
    INVALID_VALUE: () => put('70000', { reason: [{ coding: [{ code: 'INTEND_PRIVATE' }] }] }),
    INAPPROPRIATE_VALUE: () => put('70000', { reason: [{ coding: [{ code: 'OTHER' }] }] }),
    MISSING_VALUE: () => put('70000', { reason: [{ coding: [{ code: 'PATIENT_OTHER_ENGAGEMENT' }] }] }),
    UNABLE_TO_CANCEL_APPOINTMENT: () => put('70001'),
  }),
  '5: A036': refuses({
    MISSING_VALUE: () => onReferral(unbooked, 'cancelReferral', cancelling('PATIENT_REQUEST_CANCELLATION_OTHER')),
    UNABLE_TO_CANCEL_APPOINTMENT: () =>
      onReferral(booked, 'cancelReferral', cancelling('COMPLEX_PATHWAY', { cancellationComments: comment })),
  }),
  '5: A038': refuses({ NO_RELATIONSHIP: () => reading('/STU3/Appointment/70000', { organisation: 'Y12345' }) }),

  '6: shortlist': rule(async () => {
    expect((await creates(twenty.slice(0, 20))).status).toBe(201);
    expect(refusal(await creates([]))).toBe('422 MISSING_VALUE');
  }),
  '6: pathway start': rule(async () => {
    const at = (days: number) =>
      creates(['11000'], {
        eReferralPathwayStart: { valueInstant: new Date(still.sandbox.clock.now() - days * 86_400_000).toISOString() },
      });
    expect([refusal(await at(-1)), refusal(await at(366)), (await at(300)).status]).toEqual([
      '422 INAPPROPRIATE_VALUE',
      '422 INAPPROPRIATE_VALUE',
      201,
    ]);
  }),
  '6: slots': record(async () => expect((await slotsOf(still, '50002')).body['total']).toBe(0)),
  '6: deferral': rule(async () => {
    const gone = await book(ofPublished({ ...because('SLOT_NOT_AVAILABLE'), ...slot('11000022') }));
    expect([gone.status, gone.body['meta']?.['versionId'], typeof gone.body['created']]).toEqual([201, '0', 'string']);
    expect((await book(ofPublished(because('BOOKING_ATTEMPT_PROBLEM')))).status).toBe(201);
  }),
  '6: PAS': rule(async () => expect((await book(ofPublished(slot('11000504')))).text).toContain('PAS Request Status: TIMED_OUT')),
  '6: letters': rule(async () => {
    const ers = openErs();
    const asking = { body: letter(file) };
    expect((await ers.onReferral(unbooked, 'maintainReferralLetter', asking)).text).toContain(`Binary/${file}`);
    expect(refusal(await ers.onReferral(unbooked, 'maintainReferralLetter', { ...asking, version: 6 }))).toBe('422 NO_CHANGES_DETECTED');
  }),
  '6: comments': rule(async () =>
    expect(refusal(await put('70000', { reason: [{ coding: [{ code: 'PATIENT_OTHER_ENGAGEMENT' }] }] }))).toBe('422 MISSING_VALUE'),
  ),
  '6: contact-by date': rule(async () => {
    const ers = openErs();
    const ubrn = await referred(ers, ['11115']);
    await ers.onReferral(ubrn, 'recordReviewOutcome', { as: provider, version: 1, body: reviewing() });
    const state = async () => stateOf((await ers.ask('GET', `${read}${ubrn}`)).body);
    ers.wait(4);
    expect(await state()).toBe('TRIAGED_PROVIDER_TO_ACTION');
    ers.wait(5);
    expect(await state()).toBe('BOOKED');
  }),

  '7: –': becomes(() => creates(['50001']), 'AWAITING_TRIAGE'),
  '7: NOT_BOOKED': rule(async () => {
    const ers = openErs();
    await ers.ask('POST', '/STU3/Appointment', { body: ofPublished(slot('11000001')) });
    expect(stateOf((await ers.ask('GET', `${read}${unbooked}`)).body)).toBe('BOOKED');
  }),
  '7: NOT_BOOKED / defer': rule(async () => {
    const ers = openErs();
    await ers.ask('POST', '/STU3/Appointment', { body: ofPublished(because('NO_SLOTS_AT_SERVICE'), '11021') });
    expect(stateOf((await ers.ask('GET', `${read}${unbooked}`)).body)).toBe('DEFERRED_TO_PROVIDER');
  }),
  '7: DEFERRED_TO_PROVIDER': rule(async () => {
    const ers = openErs();
    await ers.ask('POST', '/STU3/Appointment', { body: ofPublished(because('NO_SLOTS_AT_SERVICE'), '11021') });
    ers.wait(60);
    expect(stateOf((await ers.ask('GET', `${read}${unbooked}`)).body)).toBe('BOOKED');
  }),
  '7: AWAITING_TRIAGE': becomes(
    () =>
      asProvider(
        triaged,
        'recordReviewOutcome',
        reviewing({ reviewOutcome: coding('RETURN_TO_REFERRER_WITH_ADVICE'), reviewPriority: undefined }),
      ),
    'TRIAGE_RESPONSE',
  ),
  '7: AWAITING_TRIAGE / review ACCEPT_REFER_BOOK_LATER': becomes(
    () => asProvider(triaged, 'recordReviewOutcome', reviewing()),
    'TRIAGED_PROVIDER_TO_ACTION',
  ),
  '7: BOOKED (assessment)': rule(async () => expect(await afterVisit('12100')).toBe('ASSESSMENT_RESULT')),
  '7: BOOKED': rule(async () => {
    const ers = openErs();
    await ers.ask('PUT', '/STU3/Appointment/70000', {
      version: 5,
      body: { resourceType: 'Appointment', status: 'cancelled', reason: [{ coding: [{ code: 'PATIENT_ILL' }] }] },
    });
    expect(stateOf((await ers.ask('GET', `${read}${booked}`)).body)).toBe('APPT_CANCELLED_BY_PATIENT');
  }),
  '7: BOOKED / rejectReferral': becomes(() => asProvider(booked, 'rejectReferral', rejecting()), 'REJECTED'),
  '7: BOOKED / cancelAppointmentActionLater': becomes(
    () => asProvider(booked, 'cancelAppointmentActionLater', parametersOf({ comments: comment })),
    'APPT_CANCELLED_BY_PROVIDER',
  ),
  '7: BOOKED / clock passes, no attendance': rule(async () => expect(await afterVisit('11000', 'Does not attend')).toBe('DID_NOT_ATTEND')),
  '7: any live': becomes(() => onReferral(deferred, 'cancelReferral', cancelling('RAISED_IN_ERROR')), 'CANCELLED_REFERRAL'),
};

async function rejectedLetter(): Promise<Answered> {
  const ers = openErs();
  await ers.onReferral(booked, 'rejectReferral', { as: provider, body: rejecting() });
  return ers.onReferral(booked, 'maintainReferralLetter', { version: 6, body: letter(file) });
}

/** What a referral is when the hour of its appointment has passed. */
async function afterVisit(service: string, said?: string): Promise<string> {
  const ers = openErs();
  const ubrn = await referred(ers, [service]);
  const more = { ...slot(`${service}001`), ...(said !== undefined && { comment: said }) };
  const made = await ers.ask('POST', '/STU3/Appointment', { body: appointment({ ubrn, version: 1, service, more }) });
  expect(made.status).toBe(201);
  ers.wait(30);
  return stateOf((await ers.ask('GET', `${read}${ubrn}`)).body);
}
