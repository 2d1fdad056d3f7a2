/** Rows of the sheet about advice and guidance, files, worklists, lists of codes, staff and services. */
import { expect } from 'vitest';
import type { Loose } from '../../sandbox.ts';
import type { SheetRow } from '../sheet.ts';
import {
  answer,
  askFor,
  coded,
  concept,
  conversion,
  ers,
  fileParameter,
  listed,
  parameters,
  refusal,
  resourceIn,
  said,
  statusOf,
  still,
  toUbrn,
  upload,
  uploaded,
  worklist,
  type Answered,
  type As,
  type Asked,
} from './advising.ts';

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const ofRecord = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

const ubrn = '000000070000';
const referralOnly = '000000070011';
const published = { uuid: 'c5d2d200-7613-4a69-9c5f-1bb68e04b8d8', legacy: 'att-70000-70001' };
const withheld = {
  PENDING: '10e22163-b1d3-4434-8166-b92be5104c72',
  THREATS_FOUND: 'adda8c72-4a91-4dc7-a918-b6d12fb28085',
  VALIDATION_FAILED: '9e554611-3378-425c-9cab-700b697e52d3',
};
const object = '/ObjectStore/d497bbe3-f88b-45f1-b3d4-9c563e4c0f5f';

const respond = (body: object, asked: Asked = {}, version = 5, of = still): Promise<Answered> =>
  of.ask('POST', toUbrn(ubrn, 'sendCommunicationToRequester'), { body, headers: { 'If-Match': `W/"${version}"` }, ...asked });
const convert = (body: object, of = still): Promise<Answered> =>
  of.ask('POST', '/STU3/ReferralRequest/$ers.createFromCommunicationRequestActionLater', { body });
const get = (path: string, as: As | 'nobody' = 'SPC'): Promise<Answered> => still.ask('GET', path, { as });

const entriesOf = ({ body }: Answered): readonly { readonly resource: Loose }[] =>
  (body['entry'] ?? []) as unknown as readonly { readonly resource: Loose }[];
const typesIn = (answered: Answered): readonly string[] => entriesOf(answered).map(({ resource }) => String(resource['resourceType']));

/** Functions that are let in, of all six. */
async function letIn(method: string, path: string, asked: Asked = {}): Promise<readonly string[]> {
  const all = ['RC', 'RCA', 'RA', 'SPC', 'SPA', 'SPCA'] as const;
  const answers = await Promise.all(all.map((as) => still.ask(method, path, { ...asked, as })));
  return all.filter((_, n) => answers[n]?.status !== 403);
}

const referralLists = [
  'REFERRALS_FOR_REVIEW',
  'APPOINTMENT_SLOT_ISSUES',
  'LETTERS_OUTSTANDING',
  'REJECTED_TRIAGE_RESPONSE',
  'ASSESSMENT_RETURNED_CANCELLED_DNA',
  'AWAITING_BOOKING',
] as const;
const listBody = (code: string): object => parameters({ listType: concept(code) });
const listPath = '/STU3/ReferralRequest/$ers.fetchworklist';

export const adviceRows: Readonly<Record<string, SheetRow>> = {
  '1: a004-retrieve-reference-data': rule(async () => {
    for (const [type, count] of [
      ['SPECIALTY', 30],
      ['CLINIC-TYPE', 30],
      ['APPOINTMENT-CANCELLATION-REASON', 36],
      ['REFERRAL-CANCELLATION-REASON', 18],
      ['APPOINTMENT-NON-ATTENDANCE-REASON', 8],
      ['PRIORITY', 3],
    ] as const) {
      const list = await get(`/STU3/CodeSystem/${type}`);
      const concepts = (list.body['concept'] ?? []) as unknown as readonly unknown[];
      expect([type, list.status, concepts.length >= count]).toEqual([type, 200, true]);
    }
    expect((await get('/STU3/CodeSystem/COLOURS')).status).toBe(404);
  }),
  '1: a006-retrieve-attachment': rule(async () => {
    const file = await get(`/STU3/Binary/${published.uuid}`);
    expect([file.status, file.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await get('/STU3/Binary/5b0d7c1e-3f7a-4c55-9d3e-0a6f2b1c8d94')).status).toBe(404);
  }),
  '1: a007-retrieve-clinical-information': ofRecord(async () => {
    const page = await still.ask('POST', `/STU3/ReferralRequest/${ubrn}/$ers.generateCRI`);
    expect([page.status, page.headers.get('content-type'), page.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    expect((await still.ask('POST', '/STU3/ReferralRequest/999999999999/$ers.generateCRI')).status).toBe(404);
  }),
  '1: a008-retrieve-worklist': ofRecord(async () => {
    const list = await worklist(still, 'REFERRALS_FOR_REVIEW');
    expect([list.status, list.body['resourceType']]).toEqual([200, 'List']);
    expect(listed(list)).toContain('ReferralRequest/000000070001');
    const plain = await still.ask('POST', listPath, { body: '{}', headers: { 'Content-Type': 'text/plain' } });
    expect([plain.status, plain.headers.get('content-type')]).toEqual([415, 'text/plain;charset=utf-8']);
  }),
  '1: a020-upload-file-to-document-store': rule(async () => {
    const made = await upload(ers(), { ubrn });
    expect([made.status, made.headers.get('location')]).toEqual([201, expect.stringMatching(/^Binary\/[0-9a-f-]{36}$/)]);
    expect((await upload(still, { type: 'text/html', name: 'a.html' })).status).toBe(415);
  }),
  '1: a023-retrieve-a&g-worklist': rule(async () => {
    const list = await worklist(still, 'ADVICE_AND_GUIDANCE_REQUESTS');
    expect([list.status, listed(list)[0]]).toEqual([200, `CommunicationRequest/${ubrn}`]);
  }),
  '1: a024-retrieve-advice-and-guidance (+ -versioned)': rule(async () => {
    const read = await get(`/STU3/CommunicationRequest/${ubrn}`);
    expect([read.status, read.headers.get('etag')]).toEqual([200, 'W/"5"']);
    expect((await get(`/STU3/CommunicationRequest/${ubrn}/_history/5`)).status).toBe(200);
    expect((await get(`/STU3/CommunicationRequest/${ubrn}/_history/4`)).status).toBe(404);
    expect((await get('/STU3/CommunicationRequest/999999999999')).status).toBe(404);
  }),
  '1: a025-retrieve-advice-and-guidance-conversation': rule(async () => {
    const told = await get(`/STU3/Communication?based-on=CommunicationRequest/${ubrn}/_history/5`);
    expect([told.status, told.body['total']]).toEqual([200, 3]);
    expect(refusal(await get('/STU3/Communication'))).toBe('400 MISSING_PARAMETER');
    expect((await get(`/STU3/Communication?based-on=CommunicationRequest/${ubrn}/_history/9`)).status).toBe(404);
  }),
  '1: a026-send-a&g-response': rule(async () => {
    expect((await respond(answer(), {}, 5, ers())).status).toBe(200);
    expect((await respond(answer(), {}, 8)).status).toBe(409);
    expect((await respond(answer(), { headers: {} })).status).toBe(412);
  }),
  '1: a027-convert-a&g-to-referral': rule(async () => {
    expect((await convert(conversion(`CommunicationRequest/${ubrn}/_history/3`), ers())).status).toBe(201);
    expect((await convert(conversion('CommunicationRequest/999999999999/_history/3'))).status).toBe(404);
  }),
  '1: a030-retrieve-business-functions': rule(async () => {
    expect(typesIn(await get('/R4/PractitionerRole', 'nobody'))).toEqual(['PractitionerRole']);
  }),
  '1: a033-retrieve-healthcare-service': ofRecord(async () => {
    const read = await get('/R4/HealthcareService/2', 'RC');
    expect([read.status, read.headers.get('etag'), Array.isArray(read.body['type'])]).toEqual([200, 'W/"1"', false]);
    expect(refusal(await get('/R4/HealthcareService/999', 'RC'))).toBe('404 REC_NOT_FOUND');
  }),
  '1: a035-search-for-healthcare-services': ofRecord(async () => {
    expect((await get('/R4/HealthcareService?_id=1,2', 'RC')).body['total']).toBe(2);
    expect(refusal(await get('/R4/HealthcareService?_id=heart', 'RC'))).toBe('400 REC_BAD_REQUEST');
  }),
  '1: a040-retrieve-practitioner-info': ofRecord(async () => {
    expect(typesIn(await get('/R4/Practitioner?_query=onBehalfOf', 'SPCA'))).toContain('Practitioner');
    expect(refusal(await get('/R4/Practitioner?_query=other', 'SPCA'))).toBe('400 REC_BAD_REQUEST');
  }),
  '1: a041-search-service-request': ofRecord(async () => {
    expect(typesIn(await get(`/R4/ServiceRequest?identifier=${ubrn}`))).toEqual(['ServiceRequest']);
    expect(refusal(await get('/R4/ServiceRequest?identifier=heart'))).toBe('400 REC_BAD_REQUEST');
  }),
  '1: a042-retrieve-attachment': rule(async () => {
    const elsewhere = await get(`/R4/Binary/${published.uuid}`);
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([307, expect.stringContaining(object)]);
    expect((await get('/R4/Binary/5b0d7c1e-3f7a-4c55-9d3e-0a6f2b1c8d94')).status).toBe(404);
  }),
  '1: a043-retrieve-advice-and-guidance-overview-pdf': rule(async () => {
    const page = await still.ask('POST', toUbrn(ubrn, 'generateCRI'));
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await still.ask('POST', toUbrn('999999999999', 'generateCRI'))).status).toBe(404);
  }),
  '1: a044-create-advice-and-guidance-request': rule(async () => {
    const of = ers();
    const asked = await askFor(of);
    const made = resourceIn(asked, 'createdCommunicationRequest');
    expect([asked.status, made['meta']?.['versionId'], statusOf(made)]).toEqual([200, '1', 'PROVIDER_RESPONSE_REQUIRED']);
    expect((await of.ask('GET', `/STU3/CommunicationRequest/${String(made['id'])}`)).status).toBe(200);
  }),
  '1: Communication': rule(async () => {
    const path = `/STU3/Communication?based-on=CommunicationRequest/${ubrn}/_history/5`;
    expect(new Set(typesIn(await get(path)))).toEqual(new Set(['Communication', 'PractitionerRole']));
    const files = await get(`${path}&_include=Communication:content-reference:DocumentReference`);
    expect(new Set(typesIn(files))).toEqual(new Set(['Communication']));
  }),
  '1: R4 HealthcareService / Practitioner / ServiceRequest': rule(async () => {
    for (const [path, as] of [
      ['/R4/HealthcareService', 'RC'],
      ['/R4/Practitioner', 'SPCA'],
      ['/R4/ServiceRequest', 'SPC'],
    ] as const)
      expect([path, refusal(await get(path, as))]).toEqual([path, '400 REC_BAD_REQUEST']);
  }),

  '2: NHSD-eRS-File-Name': rule(async () => {
    const nameless = await still.ask('POST', '/STU3/Binary', { body: 'A', headers: { 'Content-Type': 'text/plain' } });
    expect(refusal(nameless)).toBe('400 MISSING_HEADER');
    expect((await upload(ers())).status).toBe(201);
  }),
  '2: SERVICE_PROVIDER_ADMIN (SPA), REFERRING_ADMIN': rule(async () => {
    expect((await worklist(still, 'REFERRALS_FOR_REVIEW', { as: 'SPA' })).status).toBe(200);
    expect((await worklist(still, 'AWAITING_BOOKING', { as: 'RA' })).status).toBe(200);
    expect(refusal(await worklist(still, 'AWAITING_BOOKING', { as: 'SPA' }))).toBe('422 INVALID_VALUE');
    expect((await respond(answer(), { as: 'SPA' })).status).toBe(403);
  }),

  '4: fetchworklist (A008)': ofRecord(async () => {
    for (const code of referralLists) {
      const isOfProvider = code === 'REFERRALS_FOR_REVIEW' || code === 'APPOINTMENT_SLOT_ISSUES';
      expect([code, (await worklist(still, code, { as: isOfProvider ? 'SPC' : 'RC' })).status]).toEqual([code, 200]);
    }
    const narrowed = await worklist(still, 'REFERRALS_FOR_REVIEW', {
      filters: {
        specialtyAssignedIndicator: concept('ASSIGNED'),
        specialty: concept('CARDIOLOGY'),
        clinicianAssignedIndicator: concept('ASSIGNED'),
        clinician: { valueIdentifier: { value: '021600556514' } },
        service: { valueIdentifier: { value: '11002' } },
      },
    });
    expect(listed(narrowed)).toContain('ReferralRequest/000000070001');
    expect(listed(narrowed)).not.toContain('ReferralRequest/000000070002');
  }),
  '4: fetchworklist (A023)': rule(async () => {
    const clinicians = { clinicianAssignedIndicator: concept('UNASSIGNED') };
    const unassigned = listed(await worklist(still, 'ADVICE_AND_GUIDANCE_REQUESTS', { filters: clinicians }));
    expect([unassigned.includes(`CommunicationRequest/${ubrn}`), unassigned.length > 0]).toEqual([false, true]);
  }),
  '4: sendCommunicationToRequester': rule(async () => {
    const of = ers();
    const asked = answer({ guidanceOutcome: coded('REQUIRE_FURTHER_INFORMATION'), guidanceIntendedRecommendation: undefined });
    const further = await respond(asked, {}, 5, of);
    expect(statusOf(resourceIn(further, 'updatedCommunicationRequest'))).toBe('REFERRER_TO_SUBMIT_FURTHER_INFORMATION');
    const file = fileParameter('guidanceAttachmentFile', '19eb7224-dff3-4730-a5cb-67eac811f1a5', 'GUIDANCE_RESPONSE');
    const advised = await respond(answer({ updatedPriority: coded('URGENT') }, [file]), {}, 5, ers());
    const told = resourceIn(advised, 'createdCommunication');
    expect([told['note']?.[0]?.['text'], told['payload']?.[0]?.['contentReference']?.['reference']]).toEqual([
      'Stockings will do.',
      expect.stringMatching(/^#DocumentReference-\d+$/),
    ]);
  }),
  '4: createFromCommunicationRequestActionLater': rule(async () => {
    const made = await convert(conversion(`CommunicationRequest/${ubrn}/_history/5`, { newReferralPriority: coded('URGENT') }), ers());
    expect(JSON.stringify(made.body)).toContain('PROVIDER_CONVERTED_ADVICE_AND_GUIDANCE_ADMIN_TO_REFER');
    expect(made.body['supportingInfo']?.[0]?.['reference']).toMatch(/^#DocumentReference-/);
  }),

  '4: createAdviceAndGuidance': rule(async () => {
    const of = ers();
    const file = fileParameter('requestAttachmentFile', await uploaded(of), 'ADVICE_REQUEST');
    const clinician = { referringClinician: { valueIdentifier: { value: '021600556514' } } };
    const asked = await askFor(of, { conversion: 'NOT_AUTHORISED_TO_CONVERT', files: [file], more: clinician }, 'RCA');
    const message = resourceIn(asked, 'createdCommunication');
    expect([asked.status, message['note']?.[0]?.['text'], message['payload']?.[0]?.['contentReference']?.['reference']]).toEqual([
      200,
      'What would you do about the ankles?',
      expect.stringMatching(/^#DocumentReference-/),
    ]);
    expect(refusal(await askFor(of, { services: ['11014', '11010'] }))).toContain('422 TOO_MANY_ITEMS');
    expect(refusal(await askFor(of, { services: ['11002'] }))).toBe('422 SHORTLISTED_SERVICE_NOT_IN_RESULTS');
  }),

  '5: A006': rule(async () => {
    for (const [code, id] of Object.entries(withheld)) expect(refusal(await get(`/STU3/Binary/${id}`))).toBe(`422 ${code}`);
    expect(refusal(await get('/STU3/Binary/att-70012-70099'))).toBe('422 FILE_SIZE_ERROR');
  }),
  '5: A042': rule(async () => {
    for (const [code, id] of Object.entries(withheld)) {
      const refused = await get(`/R4/Binary/${id}`);
      expect(refusal(refused)).toBe(`422 ${code}`);
      expect(refused.body['issue']?.[0]?.['details']?.['coding']?.[0]?.['system']).toBe('https://fhir.nhs.uk/CodeSystem/ers-error-codes');
    }
    expect((await get('/R4/Binary/att-70012-70099')).status).toBe(307);
  }),
  '5: A007, A043': ofRecord(async () => {
    const page = (path: string, asked: Asked = {}) => still.ask('POST', path, asked);
    expect(refusal(await page(`/STU3/ReferralRequest/${ubrn}/$ers.generateCRI`, { organisation: 'RZ1' }))).toBe('422 NO_RELATIONSHIP');
    expect(refusal(await page(toUbrn(ubrn, 'generateCRI'), { organisation: 'RZ1' }))).toBe('422 NO_RELATIONSHIP');
    expect(refusal(await page(toUbrn(referralOnly, 'generateCRI')))).toBe('422 INVALID_REQUEST_TYPE');
  }),
  '5: A008, A023': rule(async () => {
    const narrowed = (filters: Record<string, unknown>) => worklist(still, 'REFERRALS_FOR_REVIEW', { filters });
    const service = (value: string) => ({ service: { valueIdentifier: { value } } });
    expect(refusal(await narrowed(service('999')))).toBe('422 REFERENCE_NOT_FOUND');
    expect(refusal(await still.ask('POST', listPath, { body: parameters({}) }))).toBe('422 MISSING_VALUE');
    expect(refusal(await worklist(still, 'REFERRALS_FOR_REVIEW', { organisation: 'RZ1', filters: service('11002') }))).toBe(
      '422 NO_RELATIONSHIP',
    );
    expect(refusal(await narrowed({ clinician: { valueIdentifier: { value: 'A. Doctor' } } }))).toBe('422 INVALID_VALUE');
    expect(refusal(await worklist(still, 'EVERYTHING'))).toBe('422 INVALID_CODE');
    expect(refusal(await narrowed({ colour: said('red') }))).toBe('422 UNEXPECTED_FIELD');
    expect(refusal(await narrowed({ specialty: { valueCodeableConcept: [] } }))).toBe('422 INVALID_FHIR_STRUCTURE');
  }),
  '5: A020': rule(async () => {
    const of = ers();
    expect(refusal(await upload(of, { name: 'letter.pdf' }))).toBe('422 CONFLICTING_VALUES');
    expect(refusal(await upload(of, { body: '' }))).toBe('422 FILE_SIZE_ERROR');
    expect(refusal(await upload(of, { name: 'letter' }))).toBe('422 INAPPROPRIATE_VALUE');
    expect(refusal(await upload(of, { ubrn: '7' }))).toBe('422 INVALID_VALUE');
  }),
  '5: A026, A027': rule(async () => {
    const of = ers();
    const file = (id: string, name = 'guidanceAttachmentFile') => fileParameter(name, id, 'GUIDANCE_RESPONSE');
    const known = '19eb7224-dff3-4730-a5cb-67eac811f1a5';
    const answers: readonly (readonly [code: string, sent: () => Promise<Answered>])[] = [
      ['NO_RELATIONSHIP', () => respond(answer(), { organisation: 'RZ1' })],
      ['INVALID_VALUE', () => respond(answer({ updatedPriority: coded('SOON') }))],
      ['MISSING_VALUE', () => respond(answer({ guidance: undefined }))],
      ['VALUE_IS_REQUIRED', () => respond(answer({ guidanceIntendedRecommendation: undefined }))],
      ['CONFLICTING_VALUES', () => respond(answer({ guidanceOutcome: coded('REQUIRE_FURTHER_INFORMATION') }))],
      ['REFERENCE_NOT_FOUND', () => respond(answer({}, [file('5b0d7c1e-3f7a-4c55-9d3e-0a6f2b1c8d94')]))],
      ['DUPLICATE_FILENAME', () => respond(answer({}, [file(known), file(known)]))],
      ['UNEXPECTED_FIELD', () => respond(answer({ colour: said('red') }))],
      ['INAPPROPRIATE_VALUE', async () => respond(answer({}, [file(await uploaded(of))]), {}, 5, of)],
    ];
    for (const [code, sent] of answers) expect(refusal(await sent())).toBe(`422 ${code}`);
    const closed = resourceIn(await askFor(of, { conversion: 'NOT_AUTHORISED_TO_CONVERT' }), 'createdCommunicationRequest');
    expect(refusal(await convert(conversion(`CommunicationRequest/${String(closed['id'])}/_history/1`), of))).toBe('422 INVALID_STATE');
    await respond(answer(), {}, 5, of);
    expect(refusal(await respond(answer(), {}, 6, of))).toBe('422 INVALID_REQUEST_STATE');
    expect(refusal(await convert(conversion(`CommunicationRequest/${ubrn}/_history/6`), of))).toBe('422 INVALID_REQUEST_STATE');
  }),

  '6: attachments': rule(async () => {
    const of = ers();
    const attached = async (ids: { readonly ubrn?: string }) => {
      const file = fileParameter('guidanceAttachmentFile', await uploaded(of, ids), 'GUIDANCE_RESPONSE');
      return respond(answer({}, [file]), {}, 5, of);
    };
    expect(refusal(await attached({}))).toBe('422 INAPPROPRIATE_VALUE');
    const told = JSON.stringify((await attached({ ubrn })).body);
    expect(told).toContain('"code":"PENDING"');
    of.wait(5);
    const now = await of.ask('GET', `/STU3/Communication?based-on=CommunicationRequest/${ubrn}/_history/6`);
    expect(JSON.stringify(now.body)).toContain('"code":"AVAILABLE"');
    expect(refusal(await upload(of, { body: 'x'.repeat(5_242_881) }))).toBe('422 FILE_SIZE_ERROR');
  }),
  '6: worklists': ofRecord(async () => {
    const whole = await worklist(still, 'REFERRALS_FOR_REVIEW', { organisation: 'RZ0' });
    expect(whole.text.length).toBeLessThan(10_000_000);
  }),

  'list of the official sandbox, object store': rule(async () => {
    const fetched = await get(object, 'nobody');
    expect([fetched.status, fetched.text.slice(0, 5), fetched.headers.get('content-disposition')]).toEqual([
      200,
      '%PDF-',
      'attachment; filename="The filenam_.pdf"; filename*=UTF-8\'\'The%20filenam%C3%A9.pdf',
    ]);
  }),
  'list of the official sandbox, A&G': rule(async () => {
    for (const number of ['000000070000', '000000070001', '000000070002']) {
      const read = await get(`/STU3/CommunicationRequest/${number}`);
      expect([number, read.status, read.headers.get('etag')]).toEqual([number, 200, 'W/"5"']);
    }
  }),
  'list of the official sandbox, Communication based-on': rule(async () => {
    for (const [asked, messages] of [
      ['70000/_history/1', 1],
      ['70000/_history/2', 2],
      ['70001/_history/6', 2],
      ['70002/_history/1', 4],
      ['70003/_history/7', 2],
      ['70004/_history/3', 2],
    ] as const) {
      const told = await get(`/STU3/Communication?based-on=CommunicationRequest/0000000${asked}`);
      expect([asked, told.status, told.body['total']]).toEqual([asked, 200, messages]);
    }
  }),
  'list of the official sandbox, Binary': rule(async () => {
    const files = await Promise.all([published.uuid, published.legacy].map((id) => get(`/STU3/Binary/${id}`)));
    expect(files.map(({ status, text }) => [status, text.slice(0, 5)])).toEqual([
      [200, '%PDF-'],
      [200, '%PDF-'],
    ]);
  }),
  'list of the official sandbox, R4 HealthcareService/{id}': ofRecord(async () => {
    const [minimal, full, head] = await Promise.all([
      get('/R4/HealthcareService/1', 'RC'),
      get('/R4/HealthcareService/2', 'RC'),
      still.ask('HEAD', '/R4/HealthcareService/2', { as: 'RC' }),
    ]);
    expect([minimal.body['characteristic'], full.body['characteristic']?.[0]?.['coding']?.[0]?.['code']]).toEqual([undefined, 'BOOKABLE']);
    expect([head.status, head.headers.get('etag'), head.text]).toEqual([200, 'W/"1"', '']);
  }),
  'list of the official sandbox, R4 HealthcareService _id': ofRecord(async () => {
    const totals = await Promise.all(['1,2', '3,4', '5,6'].map((ids) => get(`/R4/HealthcareService?_id=${ids}`, 'RC')));
    expect(totals.map(({ body }) => body['total'])).toEqual([2, 2, 0]);
  }),
  'list of the official sandbox, R4 ServiceRequest identifier': ofRecord(async () => {
    const kinds = async (token: string) =>
      entriesOf(await get(`/R4/ServiceRequest?identifier=${encodeURIComponent(token)}`)).map(({ resource }) =>
        String(resource['id']).slice(0, 2),
      );
    expect(await kinds('000000070000')).toEqual(['r.']);
    expect(await kinds('https://fhir.nhs.uk/Id/UBRN|000000070001')).toEqual(['a.']);
    expect(await kinds('000000070002')).toEqual(['r.', 'a.']);
    expect(await kinds('000000070003')).toEqual([]);
  }),
  'list of the official sandbox, R4 Practitioner': ofRecord(async () => {
    expect((await get('/R4/Practitioner?_query=onBehalfOf', 'SPCA')).status).toBe(200);
    expect((await get('/R4/Practitioner?_query=else', 'SPCA')).status).toBe(400);
  }),
  'list of the official sandbox, R4 Binary/{id}': rule(async () => {
    for (const id of Object.values(published)) expect((await get(`/R4/Binary/${id}`)).status).toBe(307);
  }),
  'list of the official sandbox, STU3 Binary/{id}': rule(async () => {
    const file = await get(`/STU3/Binary/${published.uuid}`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="example_attachment.pdf"');
  }),
  'list of the official sandbox, PDFs': ofRecord(async () => {
    const named = async (path: string) => (await still.ask('POST', path)).headers.get('content-disposition');
    expect(await named(`/STU3/ReferralRequest/${ubrn}/$ers.generateCRI`)).toMatch(
      /"000000070000_Clinical_Information_Summary_\d{14}\.pdf"/,
    );
    expect(await named(toUbrn(ubrn, 'generateCRI'))).toMatch(/"000000070000_Advice_And_Guidance_\d{14}\.pdf"/);
  }),
  'list of the official sandbox, upload': rule(async () => {
    const of = ers();
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const types =
      'text/plain txt,text/xml xml,text/rtf rtf,application/pdf pdf,application/msword doc,application/dicom dcm,audio/basic au,audio/mpeg mp3,image/png png,image/gif gif,image/jpeg jpeg,image/tiff tiff,video/mpeg mpeg';
    for (const [type = '', ending = ''] of [...types.split(',').map((line) => line.split(' ')), [word, 'docx']])
      expect([type, (await upload(of, { type, name: `file.${ending}`, ubrn })).status]).toEqual([type, 201]);
    expect((await upload(of, { type: 'application/zip', name: 'file.zip' })).status).toBe(415);
  }),
  'list of the official sandbox, SPC, SPA, SPCA': rule(async () => {
    const body = parameters({ listType: concept('ADVICE_AND_GUIDANCE_REQUESTS') });
    expect(await letIn('POST', '/STU3/CommunicationRequest/$ers.fetchworklist', { body })).toEqual(['SPC', 'SPA', 'SPCA']);
  }),
  'list of the official sandbox, SPC, SPA, SPCA, RC, RCA, RA': rule(async () => {
    expect(await letIn('POST', listPath, { body: listBody('AWAITING_BOOKING') })).toEqual(['RC', 'RCA', 'RA', 'SPC', 'SPA', 'SPCA']);
  }),
  'list of the official sandbox, SPCA': rule(async () => {
    expect(await letIn('GET', '/R4/Practitioner?_query=onBehalfOf')).toEqual(['SPCA']);
  }),
  'list of the official sandbox, any, also none': rule(async () => {
    expect(await letIn('GET', '/R4/PractitionerRole')).toEqual(['RC', 'RCA', 'RA', 'SPC', 'SPA', 'SPCA']);
    expect((await get('/R4/PractitionerRole', 'nobody')).status).toBe(200);
  }),
};
