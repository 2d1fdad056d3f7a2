/** One patient through the whole catalogue, in chapters: what one API is told the others tell, and what is open ends with a death. */
import { expect, test } from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import { mod37Check } from '../../../src/fhir/check-digits.ts';
import { isObject } from '../../../src/contract/json.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { given } from '../../given.ts';
import type { Loose } from '../../sandbox.ts';
import { appointment, chosen, coding, criteria, identifier, parametersOf, slot as intoSlot, stateOf } from '../e-referrals/referring.ts';
import { claimOf, notificationOf, releaseOf } from '../eps-dispensing/dispensing.ts';
import { items, message, ods, request } from '../eps-prescribing/prescribing.ts';
import { bookingOf, participants } from '../gp-connect-appointments/appointments.ts';
import { documentsQuery } from '../gp-connect-record/asking.ts';
import { bundle, update } from '../prescription-status-update/updating.ts';
import { headers as asStaff } from '../prescription-tracker/tracking.ts';
import { asking, everyApi, nhsNumberSystem, objectsIn, odsSystem } from './all-apis.ts';

/** Graham Kittiwake, his practice, and the pharmacy that he has nominated. */
const nhsNumber = testPerson.diabeticForReview;
const [practice, pharmacy] = ['Y90001', 'Y23456'] as const;
const [first, second] = items;
const sandbox = everyApi();
const asGraham = {
  'X-Sandbox-Access': 'strict',
  Authorization: `Bearer ${given(sandbox, {}, { expires: Number.MAX_SAFE_INTEGER, mode: 'patient-access', user: { id: nhsNumber, nhsNumber, proofing: 'P9' } }).token}`,
};

interface Told {
  readonly status: number;
  readonly text: string;
  readonly body: Loose;
  readonly headers: Headers;
}

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Told> {
  const response = await sandbox.send(method, path, body, {
    ...asking,
    'X-Request-ID': crypto.randomUUID(),
    'Content-Type': 'application/fhir+json',
    ...headers,
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, text, headers: response.headers, body: (isJson ? JSON.parse(text) : {}) as Loose };
}

const resourcesIn = ({ body }: Told, type: string): readonly JsonObject[] =>
  [...objectsIn(body as unknown as Json)].filter(({ resourceType }) => resourceType === type); // it was JSON
const codeOf = ({ status, body }: Told): string => `${status} ${String(body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code'])}`;

const facing = '/gp-connect/patient-facing';
const dispensing = '/fhir-dispensing/FHIR/R4/';
const permissions = () => ask('GET', `${facing}/user-permissions/Patient/${nhsNumber}`);

const shortId = (digits: string): string => {
  const stem = `${digits}-${practice}-1E240`;
  return stem + mod37Check(stem.replaceAll('-', ''));
};
const prescription = shortId('7C1D4F');

const orderOf = (id: string, those: readonly string[], signature?: string) =>
  message('prescription-order', {
    requests: those.map((item) => request({ id, item, dispense: { performer: ods(pharmacy) } })),
    of: nhsNumber,
    by: practice,
    but: { Provenance: signature === undefined ? undefined : { signature: [{ data: signature }] } },
  });

async function prescribe(id: string, those: readonly string[]): Promise<Told> {
  const prepared = await ask('POST', '/fhir-prescribing/FHIR/R4/$prepare', orderOf(id, those));
  const digest = atob(String(prepared.body['parameter']?.[0]?.['valueString']));
  const signed = `<Signature>${digest}<SignatureValue>c2lnbmVk</SignatureValue><X509Certificate>bWU=</X509Certificate></Signature>`;
  return ask('POST', '/fhir-prescribing/FHIR/R4/$process-message', orderOf(id, those, btoa(signed)));
}

/** What the tracker tells staff of a prescription, and the app tells the patient of its items. */
const tracked = async (id: string): Promise<unknown> => {
  const told = await ask('GET', `/clinical-prescription-tracker/RequestGroup/${encodeURIComponent(id)}`, undefined, asStaff);
  return /"code":"(\d{4})"/.exec(told.text)?.[1];
};
async function shown(id: string): Promise<readonly string[]> {
  const told = await ask('GET', '/prescriptions-for-patients/Bundle', undefined, { 'x-nhs-number': nhsNumber });
  return resourcesIn(told, 'MedicationRequest')
    .filter(({ groupIdentifier }) => isObject(groupIdentifier) && groupIdentifier['value'] === id)
    .map((each) => [...objectsIn(each)].find(({ system }) => String(system).endsWith('/task-businessStatus-nppt'))?.['code'])
    .map(String);
}
const says = (item: string, status: string, at: string) =>
  ask(
    'POST',
    '/prescription-status-update',
    bundle(
      update({
        id: crypto.randomUUID(),
        prescription,
        item,
        person: nhsNumber,
        pharmacy,
        business: status,
        status: status === 'Collected' ? 'completed' : 'in-progress',
        modified: at,
      }),
    ),
  );

test('a GP prescribes, and the practice, the patient and staff are told of it', async () => {
  expect((await permissions()).status).toBe(200);
  expect((await prescribe(prescription, items)).status).toBe(200);
  expect([await tracked(prescription), await shown(prescription)]).toEqual(['0001', ['Prescriber Approved', 'Prescriber Approved']]);
  const medicines = await ask('GET', `${facing}/prescriptions-management-fhir/FHIR/R4/Patient/${nhsNumber}/MedicationRequest`);
  expect(medicines.text).toContain(prescription);
  const record = await ask('POST', `${facing}/access-record-fhir/FHIR/STU3/Patient/$gpc.getstructuredrecord`, {
    resourceType: 'Parameters',
    parameter: [
      { name: 'patientNHSNumber', valueIdentifier: { system: nhsNumberSystem, value: nhsNumber } },
      { name: 'includeMedication' },
    ],
  });
  expect(record.text).toContain('Amoxicillin 250mg capsules');
});

test('the nominated pharmacy releases it, dispenses a part, and the patient is told by NHS Notify that it is ready', async () => {
  const released = await ask('POST', `${dispensing}Task/$release`, releaseOf(pharmacy));
  expect([released.status, released.text.includes(prescription), await tracked(prescription)]).toEqual([200, true, '0002']);
  const part = notificationOf({ id: prescription, items: { [first]: '0001', [second]: '0004' }, patient: nhsNumber, pharmacy });
  expect((await ask('POST', `${dispensing}$process-message`, part)).status).toBe(200);
  expect((await says(second, 'Ready to Collect', '2025-12-31T23:00:00Z')).status).toBe(201);
  expect([await tracked(prescription), await shown(prescription)]).toEqual(['0003', ['With Pharmacy', 'Ready to Collect']]);
  sandbox.clock.set(Date.parse('2026-01-01T10:00:00Z'));
  const inbox = await ask('GET', '/_sandbox/inbox?type=notify.message.*');
  expect(inbox.text).toContain('ready to collect at Trevelyan Dispensary');
});

test('the rest is dispensed, collected and claimed for', async () => {
  const rest = notificationOf({ id: prescription, items: { [second]: '0001' }, patient: nhsNumber, pharmacy });
  expect((await ask('POST', `${dispensing}$process-message`, rest)).status).toBe(200);
  for (const item of items) expect((await says(item, 'Collected', '2026-01-01T10:00:00Z')).status).toBe(201);
  expect([await tracked(prescription), await shown(prescription)]).toEqual(['0006', ['Collected', 'Collected']]);
  const claim = claimOf({ id: prescription, items, patient: nhsNumber, pharmacy });
  expect((await ask('POST', `${dispensing}Claim`, claim)).status).toBe(200);
  expect(await tracked(prescription)).toBe('0008');
});

/** Written by the chapter that refers, and read by those after it. */
const referral = { ubrn: '', service: '', slot: '', hospital: '' };

const ers = (by: 'practice' | 'hospital', method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
  ask(method, `/referrals/FHIR/STU3/${path}`, body, {
    'NHSD-End-User-Organisation-ODS': by === 'practice' ? practice : referral.hospital,
    'NHSD-eRS-Business-Function': by === 'practice' ? 'REFERRING_CLINICIAN' : 'SERVICE_PROVIDER_CLINICIAN',
    ...more,
  });
const sought = criteria({ specialty: coding('DERMATOLOGY'), clinicType: coding('GENERAL_DERMATOLOGY') });
const referralTo = (service: string) => parametersOf({ patient: identifier(nhsNumber), ...chosen([service], {}, sought) });
const own = () =>
  ask(
    'GET',
    `/e-referrals-service-patient-care-api/FHIR/R4/ServiceRequest?patient:identifier=${nhsNumber}&category=3457005&_revinclude=Appointment:based-on`,
  );

async function refer(): Promise<void> {
  const search = { requestType: coding('APPOINTMENT_REQUEST'), sortBy: coding('DISTANCE'), patient: identifier(nhsNumber) };
  const found = await ers(
    'practice',
    'POST',
    'HealthcareService/$ers.searchHealthcareServicesForPatient',
    parametersOf({ ...search, searchCriteria: { resource: sought } }),
  );
  referral.service = String(found.body['entry']?.[0]?.['item']?.['identifier']?.['value']);
  const made = await ers('practice', 'POST', 'ReferralRequest/$ers.createReferral', referralTo(referral.service));
  expect(made.status).toBe(201);
  referral.ubrn = String(made.body['id']);
  const entries = sandbox.workspace.population.record(nhsNumber)?.of('referral') ?? [];
  referral.hospital = entries.find(({ ubrn }) => ubrn === referral.ubrn)?.to ?? '';
}

async function book(version: number): Promise<void> {
  const { ubrn, service } = referral;
  const query = `schedule.actor:HealthcareService=${service}&appointmentType=ROUTINE&status=free&_count=20&page=1`;
  const slots = await ers('practice', 'GET', `Slot?${query}`, undefined, { 'NHSD-eRS-Comm-Rule-Org': practice });
  referral.slot = String(resourcesIn(slots, 'Slot')[0]?.['id']);
  const booking = appointment({ ubrn, version, nhsNumber, service, more: intoSlot(referral.slot) });
  expect((await ers('practice', 'POST', 'Appointment', booking)).status).toBe(201);
}

const documents = async (): Promise<Told> => {
  const found = await ask('GET', `${facing}/access-record-fhir/FHIR/STU3/documents/Patient/${nhsNumber}`);
  const id = String(found.body['entry']?.[0]?.['resource']?.['id']);
  return ask('GET', `${facing}/access-record-fhir/FHIR/STU3/Patient/${id}/DocumentReference?${documentsQuery(nhsNumber)}`);
};

test('the GP refers to a hospital and books, and the patient sees the referral and the hour', async () => {
  await refer();
  await book(1);
  const seen = await own();
  expect([resourcesIn(seen, 'ServiceRequest').length, resourcesIn(seen, 'Appointment').length]).toEqual([1, 1]);
  expect(seen.text).toContain(`"value":"${referral.ubrn}"`);
  expect(seen.text).toContain('"code":"BOOKED"');
});

test('the hospital moves the hour by a letter, which stands with the referral and among the documents of the practice', async () => {
  const { ubrn } = referral;
  const uploaded = await ers('hospital', 'POST', 'Binary', 'Dear Mr Kittiwake.\n\nWe have to move your appointment.', {
    'Content-Type': 'text/plain',
    'NHSD-eRS-File-Name': 'letter.txt',
    'NHSD-eRS-Referral-ID': ubrn,
  });
  const letter = {
    resourceType: 'DocumentReference',
    type: { coding: [{ code: 'PROVIDER' }] },
    status: 'current',
    indexed: '2026-01-01T10:00:00Z',
    description: 'Your appointment has to move',
    content: [{ attachment: { url: uploaded.headers.get('location') } }],
  };
  const moved = await ers(
    'hospital',
    'POST',
    `ReferralRequest/${ubrn}/$ers.cancelAppointmentActionLater`,
    parametersOf({ comments: { valueString: 'The clinic is moved' }, providerAttachmentFile: { resource: letter } }),
    { 'If-Match': 'W/"2"' },
  );
  expect([moved.status, stateOf(moved.body)]).toEqual([200, 'APPT_CANCELLED_BY_PROVIDER']);
  expect(sandbox.workspace.population.slot(referral.slot)?.isFree).toBe(true);
  // Nobody sees what the practice has not looked through yet.
  expect(resourcesIn(await documents(), 'DocumentReference')).toEqual([]);
  sandbox.clock.set(Date.parse('2026-01-02T10:00:00Z'));
  const told = await documents();
  const listed = resourcesIn(told, 'DocumentReference').find(({ description }) => String(description).includes('has to move'));
  expect([told.status, listed?.['resourceType']]).toEqual([200, 'DocumentReference']);
  const address = [...objectsIn(listed ?? {})].find(({ url, contentType }) => url !== undefined && contentType !== undefined)?.['url'];
  const read = await ask('GET', `${String(address).replace(/^https?:\/\/[^/]+/, '')}?patientNHSNumber=${nhsNumber}`);
  expect([read.status, atob(String(read.body['content']))]).toEqual([200, expect.stringContaining('We have to move your appointment.')]);
});

const target = {
  'NHSD-Target-Identifier': btoa(JSON.stringify({ system: odsSystem, value: practice })),
  'use-context': 'a1t1|booking|booking-request|new',
};
const bars = (method: string, path: string, body?: unknown) =>
  ask(method, `/booking-and-referral/FHIR/R4/${path}`, body, {
    ...target,
    'Content-Type': 'application/fhir+json;version=1.4.0',
    Accept: 'application/fhir+json;version=1.4.0',
  });
const freeForBars = async (id: string): Promise<boolean> => {
  const days = 'start=ge2026-01-05T00:00:00Z&start=le2026-01-09T00:00:00Z&_include=Slot:schedule';
  return resourcesIn(await bars('GET', `Slot?status=free&${days}`), 'Slot').some((slot) => slot['id'] === id);
};
const visit = { id: '', slot: {} as Loose };

test('the patient books an appointment with the GP, and its slot is taken for every other service', async () => {
  const appointments = `${facing}/appointments-management-fhir/FHIR/STU3`;
  const search = 'start=ge2026-01-05&end=le2026-01-16&status=free&_include=Slot:schedule';
  const slots = await ask('GET', `${appointments}/Slot?${search}`, undefined, asGraham);
  visit.slot = resourcesIn(slots, 'Slot')[0] as unknown as Loose; // there is one, or it is not free
  const id = String(visit.slot['id']);
  expect(await freeForBars(id)).toBe(true);
  const booked = await ask(
    'POST',
    `${appointments}/Appointment`,
    bookingOf(visit.slot, { participant: participants(nhsNumber, practice) }),
    asGraham,
  );
  visit.id = String(booked.body['id']);
  expect([booked.status, await freeForBars(id)]).toEqual([201, false]);
  const again = await bars('POST', 'Appointment', {
    resourceType: 'Appointment',
    status: 'booked',
    start: visit.slot['start'],
    end: visit.slot['end'],
    description: 'A cough',
    slot: [{ reference: `Slot/${id}` }],
    participant: [{ actor: { reference: 'Patient/9000000009' }, status: 'accepted' }],
  });
  expect(again.status).toBe(409);
  expect((await bars('GET', `Appointment?patient:identifier=${nhsNumberSystem}%7C${nhsNumber}`)).text).toContain(visit.id);
});

test('the patient dies: what was open ends in every API, and nothing new is taken', async () => {
  const [open, later] = [shortId('7C1D50'), shortId('7C1D51')];
  const item = '0c5e7d3b-2f10-4c8e-9a1b-8d2f6a0451c7';
  expect((await prescribe(open, [item])).status).toBe(200);
  const moved = referral.ubrn;
  await refer();
  await book(1);
  const bookedAnew = referral.slot;
  expect([await tracked(open), sandbox.workspace.population.slot(bookedAnew)?.isFree]).toEqual(['0001', false]);

  const record = `/personal-demographics/FHIR/R4/Patient/${nhsNumber}`;
  const version = (await ask('GET', record)).headers.get('etag') ?? '';
  const status = { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus', code: '1' }] };
  const notified = {
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
    extension: [{ url: 'deathNotificationStatus', valueCodeableConcept: status }],
  };
  const patches = [
    { op: 'add', path: '/deceasedDateTime', value: '2026-01-02T09:00:00+00:00' },
    { op: 'add', path: '/extension/-', value: notified },
  ];
  const died = await ask('PATCH', record, { patches }, { 'Content-Type': 'application/json-patch+json', 'If-Match': version });
  expect(died.status).toBe(200);

  expect([await tracked(open), await tracked(prescription)]).toEqual(['0005', '0008']);
  expect(codeOf(await ask('POST', `${dispensing}Task/$release`, releaseOf(pharmacy, open)))).toBe('400 PRESCRIPTION_CANCELLED');
  expect(codeOf(await prescribe(later, ['1c5e7d3b-2f10-4c8e-9a1b-8d2f6a0451c7']))).toBe('400 PATIENT_DECEASED');

  for (const ubrn of [moved, referral.ubrn]) {
    const ended = await ers('practice', 'GET', `ReferralRequest/${ubrn}`);
    expect([stateOf(ended.body), ended.text.includes('PATIENT_DIED')]).toEqual(['CANCELLED_REFERRAL', true]);
  }
  expect(sandbox.workspace.population.slot(bookedAnew)?.isFree).toBe(true);
  expect(resourcesIn(await own(), 'ServiceRequest')).toEqual([]);
  expect(codeOf(await ers('practice', 'POST', 'ReferralRequest/$ers.createReferral', referralTo(referral.service)))).toBe(
    '422 PATIENT_ERROR',
  );

  const booked = sandbox.workspace.population
    .record(nhsNumber)
    ?.of('appointment')
    .filter((each) => each.status === 'booked');
  expect([booked, await freeForBars(String(visit.slot['id']))]).toEqual([[], true]);
  const again = await bars('POST', 'Appointment', {
    resourceType: 'Appointment',
    status: 'booked',
    start: visit.slot['start'],
    end: visit.slot['end'],
    slot: [{ reference: `Slot/${String(visit.slot['id'])}` }],
    participant: [{ actor: { reference: `Patient/${nhsNumber}` }, status: 'accepted' }],
  });
  expect(again.status).toBe(422);

  expect(codeOf(await permissions())).toBe('404 PATIENT_NOT_FOUND');
  // Documents alone can be read for four weeks more.
  expect((await documents()).text).toContain('has to move');
  sandbox.clock.set(Date.parse('2026-04-01T10:00:00Z'));
  expect(
    sandbox.workspace.population
      .record(nhsNumber)
      ?.of('appointment')
      .filter((each) => each.status === 'booked'),
  ).toEqual([]);
  expect(resourcesIn(await documents(), 'DocumentReference')).toEqual([]);
});
