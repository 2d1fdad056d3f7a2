/** What is known of GP Connect as a whole, row by row, and of its prescriptions, which have no tables: in lists. */
import { expect } from 'vitest';
import { nobodysNumber, wrongCheckDigit } from '../../../mocks/personas.ts';
import { sandboxForAll, type Loose } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { graham, janeSmith, openPractice, outcomeOf, pharmacySystem, requestFor, resourcesIn, toPharmacy } from './requests.ts';

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

const facing = '/gp-connect/patient-facing';
const bases = {
  record: `${facing}/access-record-fhir/FHIR/STU3`,
  appointments: `${facing}/appointments-management-fhir/FHIR/STU3`,
  prescriptions: `${facing}/prescriptions-management-fhir/FHIR/R4`,
  permissions: `${facing}/user-permissions`,
};
const header = { 'X-Request-ID': '8d2f6a04-51c7-4f3e-9a1b-0c5e7d3b2f10', 'Content-Type': 'application/fhir+json' };

/** One of the four is asked as a whole sandbox serves it. */
async function answers(method: string, path: string, status: number, body?: unknown): Promise<Loose> {
  const all = await sandboxForAll(['gp-connect-record', 'gp-connect-appointments', 'gp-connect-prescriptions', 'gp-connect-permissions']);
  const answer = await all.send(method, path, body, header);
  expect([path, answer.status]).toEqual([path, status]);
  return (await answer.json()) as Loose;
}

const served = (method: string, path: string, status: number, body?: unknown): SheetRow =>
  record(async () => {
    await answers(method, path, status, body);
  });

const structured = {
  resourceType: 'Parameters',
  parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: janeSmith } }],
};
const documents = [
  `patientNHSNumber=${janeSmith}`,
  ...['subject:Patient', 'custodian:Organization', 'author:Organization', 'author:Practitioner'].map(
    (of) => `_include=DocumentReference:${of}`,
  ),
  '_revinclude:recurse=PractitionerRole:practitioner',
].join('&');

/** What is refused, and by which words. */
const refuses = (
  asked: (practice: ReturnType<typeof openPractice>) => Promise<Parameters<typeof outcomeOf>[0]>,
  status: number,
  code: string,
): SheetRow => rule(async () => expect(outcomeOf(await asked(openPractice()))).toMatchObject({ status, code }));

const anyList = `/Patient/${janeSmith}/MedicationRequest`;
const wishing = (wish: string) => ({ Prefer: `code=${wish}` });

async function refusesRequests(changes: readonly object[], status: number, code: string) {
  const practice = openPractice();
  const plan = await practice.repeat(graham);
  for (const change of changes)
    expect([change, outcomeOf(await practice.ask('POST', '/Task', requestFor(graham, plan['id'], change)))]).toMatchObject([
      change,
      { status, code },
    ]);
}

/** A request for something of which nothing was issued lately. */
async function asked(more: object = {}) {
  const practice = openPractice();
  practice.clock.set(Date.UTC(2026, 0, 26));
  const plan = await practice.repeat(graham, 0);
  return { practice, plan, made: await practice.ask('POST', '/Task', requestFor(graham, plan['id'], more)) };
}

const hours = (clock: { now(): number; set(to: number): void }, by: number): void => clock.set(clock.now() + by * 3_600_000);

export const sheet: Sheet = {
  file: 'gp-connect.md',
  sections: ['1'],
  rows: {
    '1: R POST /Patient/$gpc.getstructuredrecord': served('POST', `${bases.record}/Patient/$gpc.getstructuredrecord`, 200, structured),
    '1: R GET /documents/Patient/{id}': served('GET', `${bases.record}/documents/Patient/${janeSmith}`, 200),
    '1: R GET /Patient/{id}/DocumentReference': record(async () => {
      const found = await answers('GET', `${bases.record}/documents/Patient/${janeSmith}`, 200);
      const id = String(found['entry']?.[0]?.['resource']?.['id']);
      await answers('GET', `${bases.record}/Patient/${id}/DocumentReference?${documents}`, 200);
    }),
    '1: R GET /documents/Binary/{id}': served('GET', `${bases.record}/documents/Binary/nothing?patientNHSNumber=${nobodysNumber}`, 404),
    '1: A GET /Slot': served(
      'GET',
      `${bases.appointments}/Slot?start=ge2026-01-05&end=le2026-01-06&status=free&_include=Slot:schedule`,
      200,
    ),
    '1: A POST /Appointment': served('POST', `${bases.appointments}/Appointment`, 422, {}),
    '1: A GET /Patient/{id}/Appointment': served(
      'GET',
      `${bases.appointments}/Patient/${janeSmith}/Appointment?start=ge2026-01-01&start=le2026-01-31`,
      200,
    ),
    '1: A GET /Appointment/{id}': served('GET', `${bases.appointments}/Appointment/1`, 200),
    '1: A PUT /Appointment/{id}': served('PUT', `${bases.appointments}/Appointment/1`, 422, {}),
    '1: P GET /Patient/{id}/MedicationRequest': record(async () => {
      const found = await openPractice().prescribed(graham);
      expect(new Set(resourcesIn(found).map(({ intent }) => String(intent)))).toEqual(new Set(['order', 'plan']));
    }),
    '1: P POST /Task': rule(async () => {
      const { plan, made } = await asked();
      expect([made.status, made.body]).toMatchObject([201, requestFor(graham, plan['id'])]);
    }),
    '1: P GET /Task': rule(async () => {
      const { practice, plan, made } = await asked();
      const id = String(made.body['id']);
      for (const query of [`patient=${graham}`, `id=${id}`, `patient=${graham}&id=${id}&status=requested&authored-on=eq2026-01-26`])
        expect([query, resourcesIn(await practice.tasks(query))]).toEqual([query, [made.body]]);
      const both = resourcesIn(await practice.tasks(`id=${id}&_include=Task:focus:MedicationRequest`));
      expect(both).toMatchObject([{ id }, { resourceType: 'MedicationRequest', id: plan['id'], intent: 'plan' }]);
      expect(resourcesIn(await practice.tasks(`patient=${graham}&status=completed`))).toEqual([]);
    }),
    '1: U GET /Patient/{id}': served('GET', `${bases.permissions}/Patient/${janeSmith}`, 200),

    '1: 3': refuses(({ ask }) => ask('GET', anyList, undefined, { 'X-Sandbox-Access': 'strict' }), 401, 'ACCESS_DENIED'),
    '1: 6 PDS ≠ 200': refuses(({ ask }) => ask('GET', anyList, undefined, wishing('404_pds')), 404, 'RESOURCE_NOT_FOUND'),
    '1: 8 no endpoint, or 2 no route (no interaction header is added, so 8 finds nothing)': refuses(
      ({ ask }) => ask('GET', '/Patient/9990001308/MedicationRequest'),
      404,
      '404',
    ),
    '1: 8 permissions': rule(async () => {
      const outcome = await answers('GET', `${bases.permissions}/Patient/9990001308`, 400);
      expect(JSON.stringify(outcome)).toContain('ODS Code Mismatch');
    }),
    '1: 9 refused': refuses(({ ask }) => ask('GET', anyList, undefined, wishing('401_gp-token')), 401, 'ACCESS_DENIED'),
    '1: 10 > 10 MB': refuses(({ ask }) => ask('GET', anyList, undefined, wishing('502_buffer')), 502, 'BAD_GATEWAY_BUFFER_OVERFLOW'),
    '1: other non-FHIR fault': rule(async () => {
      const { status, body } = await openPractice().ask('GET', anyList, undefined, wishing('500'));
      expect([status, body]).toMatchObject([500, { resourceType: 'OperationOutcome', issue: [{ code: 'processing' }] }]);
    }),
    '1: 11 other patient': rule(async () => {
      const { ask, signedIn } = openPractice();
      const path = `/Patient/${graham}/MedicationRequest`;
      expect(outcomeOf(await ask('GET', path, undefined, signedIn(janeSmith)))).toMatchObject({ status: 403, code: 'ACCESS_DENIED' });
      const other = await ask('GET', path, undefined, { ...signedIn(janeSmith), Prefer: 'contract=published' });
      expect(outcomeOf(other)).toMatchObject({ status: 403, code: 'REQUEST_UNMATCHED' });
    }),
    '1: 400': refuses(({ ask }) => ask('GET', anyList, undefined, { 'X-Request-ID': '' }), 400, 'BAD_REQUEST'),
    '1: 403': refuses(({ prescribed }) => prescribed('9990001219'), 403, 'ACCESS_DENIED'),
    '1: 404': refuses(({ prescribed }) => prescribed(nobodysNumber), 404, 'PATIENT_NOT_FOUND'),
    '1: 409': rule(async () => {
      const { practice, plan } = await asked();
      const again = await practice.ask('POST', '/Task', requestFor(graham, plan['id']));
      expect(outcomeOf(again)).toEqual({ status: 409, code: 'DUPLICATE_REJECTED', issue: 'duplicate' });
    }),
    '1: 422': rule(() => refusesRequests([{ focus: undefined }], 422, 'INVALID_RESOURCE')),
    '1: 500 · 501': rule(async () => {
      const { ask } = openPractice();
      expect(outcomeOf(await ask('GET', anyList, undefined, wishing('500')))).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    }),

    'list a prescription is found by its number, a UUID, a day, its intent or its status': record(async () => {
      const { prescribed } = openPractice();
      const all = resourcesIn(await prescribed(graham));
      const [order = {}] = all;
      const number = String(order['groupIdentifier']?.['value']);
      const of = async (query: string) => resourcesIn(await prescribed(graham, query));
      const [same, plan] = await of(`?identifier=https://fhir.nhs.uk/Id/prescription-order-number|${number}`);
      expect([same, order['basedOn']?.[0]?.['reference']]).toEqual([order, `MedicationRequest/${String(plan?.['id'])}`]);
      expect(await of(`?identifier=${String(order['id'])}`)).toEqual([order, plan]);
      for (const one of await of('?intent=plan')) expect(one['intent']).toBe('plan');
      for (const one of await of('?status=completed&intent=order'))
        if (String(one['intent']) === 'order') expect(one['status']).toBe('completed');
      const recent = (await of('?authoredon=ge2025-11-01&authoredon=le2025-11-30')).filter(({ intent }) => String(intent) === 'order');
      expect(recent.length).toBeGreaterThan(0);
      for (const { authoredOn } of recent) expect(String(authoredOn)).toMatch(/^2025-11/);
    }),
    'list faults of a list': rule(async () => {
      const { prescribed } = openPractice();
      const outcome = async (number: string, query = '') => outcomeOf(await prescribed(number, query));
      expect(await outcome(wrongCheckDigit)).toMatchObject({ status: 422, code: 'INVALID_PARAMETER' });
      for (const query of [
        '?authoredon=g2022-01-15',
        '?authoredon=ge2022-02-30',
        '?authoredon=ge2027-01-01',
        '?identifier=x',
        '?identifier=https://example.org/id|1',
      ])
        expect([query, await outcome(graham, query)]).toMatchObject([query, { status: 422, code: 'INVALID_PARAMETER' }]);
      const unknown = '?identifier=https://fhir.nhs.uk/Id/prescription-order-number|754CB4-E81001-0B9EB8';
      expect(await outcome(graham, unknown)).toMatchObject({ status: 404, code: 'RESOURCE_NOT_FOUND' });
    }),
    'list faults of a request: its values': rule(() =>
      refusesRequests(
        [
          { id: 'x' },
          { status: 'completed' },
          { code: { coding: [{ system: 'http://snomed.info/sct', code: '1' }] } },
          { focus: {} },
          { input: [{ type: { coding: [{ code: 'x' }] }, valueIdentifier: { value: 'x' } }] },
        ],
        422,
        'INVALID_RESOURCE',
      ),
    ),
    'list faults of a request: what it refers to': rule(async () => {
      const other = { reference: `Patient/${janeSmith}` };
      const nobody = { reference: `Patient/${nobodysNumber}` };
      await refusesRequests(
        [
          { focus: { reference: 'MedicationRequest/nothing' } },
          { focus: { reference: 'MedicationRequest/4de39acf-73b1-4dc6-bb87-c98b57ee5413' } },
          { requester: other },
          { for: { reference: 'Group/1' } },
          { for: nobody, requester: nobody },
        ],
        422,
        'REFERENCE_NOT_FOUND',
      );
    }),
    'list a plan that is not repeated, or has ended, cannot be asked for': rule(async () => {
      const { prescribed, ask } = openPractice();
      const people = ['9000000009', graham];
      for (const number of people)
        for (const { id, courseOfTherapyType } of resourcesIn(await prescribed(number, '?intent=plan')).filter(
          (one) => String(one['courseOfTherapyType']?.['coding']?.[0]?.['code']) === 'acute',
        )) {
          expect(courseOfTherapyType).toBeDefined();
          expect(outcomeOf(await ask('POST', '/Task', requestFor(number, id)))).toMatchObject({ status: 422, code: 'INVALID_RESOURCE' });
        }
      const acute = openPractice().workspace.population.record(janeSmith)?.of('medication')[0];
      expect(acute?.course).toBe('acute');
      expect(outcomeOf(await ask('POST', '/Task', requestFor(janeSmith, acute?.id)))).toMatchObject({
        status: 422,
        code: 'INVALID_RESOURCE',
      });
    }),
    'list the levels of access: none sees nothing, view sees, manage asks': rule(async () => {
      const { prescribed, ask } = openPractice();
      const [none, view] = ['9990001219', '9990001227'];
      expect(outcomeOf(await prescribed(none))).toMatchObject({ status: 403, code: 'ACCESS_DENIED' });
      expect((await prescribed(view)).status).toBe(200);
      expect(outcomeOf(await ask('POST', '/Task', requestFor(view, 'x')))).toMatchObject({ status: 403, code: 'ACCESS_DENIED' });
      expect(outcomeOf(await ask('GET', `/Task?patient=${none}`))).toMatchObject({ status: 403, code: 'ACCESS_DENIED' });
    }),
    'list faults of a status': rule(async () => {
      const { tasks } = openPractice();
      const outcome = async (query: string) => outcomeOf(await tasks(query));
      expect(await outcome('status=requested')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
      expect(await outcome(`patient=${nobodysNumber}`)).toMatchObject({ status: 404, code: 'PATIENT_NOT_FOUND' });
      for (const query of [
        'patient=first',
        `patient=${graham}&id=x`,
        `patient=${graham}&authored-on=2026-01-01`,
        `patient=${graham}&status=x`,
      ])
        expect([query, await outcome(query)]).toMatchObject([query, { status: 422, code: 'INVALID_PARAMETER' }]);
      const nothing = '00000000-0000-4000-8000-000000000000';
      for (const query of [`patient=${graham}&id=${nothing}`, `id=${nothing}`])
        expect(await outcome(query)).toMatchObject({ status: 404, code: 'RESOURCE_NOT_FOUND' });
    }),
    'lifecycle requested → in-progress → completed, with the item of the prescription': rule(async () => {
      const { practice, made } = await asked();
      const id = String(made.body['id']);
      const now = async () => resourcesIn(await practice.tasks(`id=${id}`))[0] ?? {};
      expect((await now())['status']).toBe('requested');
      hours(practice.clock, 3);
      expect((await now())['status']).toBe('in-progress');
      hours(practice.clock, 24);
      const { status, output } = await now();
      expect([status, output]).toMatchObject([
        'completed',
        [
          {
            type: { coding: [{ code: 'sent-to-eps' }] },
            valueIdentifier: { system: 'https://fhir.nhs.uk/Id/prescription-order-item-number' },
          },
        ],
      ]);
      const item = String(output?.[0]?.['valueIdentifier']?.['value']);
      expect(resourcesIn(await practice.prescribed(graham, `?identifier=${item}`))[0]).toMatchObject({ id: item, intent: 'order' });
    }),
    'lifecycle → rejected, with a reason for the patient': rule(async () => {
      const practice = openPractice();
      const plan = await practice.repeat(graham);
      await practice.ask('POST', '/Task', requestFor(graham, plan['id']));
      hours(practice.clock, 25);
      const [task] = resourcesIn(await practice.tasks(`patient=${graham}`));
      expect([task?.['status'], task?.['statusReason']]).toEqual(['rejected', { text: expect.stringContaining('too early') as unknown }]);
    }),
    'lifecycle → cancelled: withdrawn, and routed for whoever asks for the contract of 2023': rule(async () => {
      const { practice, made } = await asked();
      const path = `/Task?id=${String(made.body['id'])}&patient=${graham}`;
      const operation = { op: 'replace', path: '/status', value: 'cancelled' };
      const cancel = (body: unknown, contract: string) =>
        practice.ask('PATCH', path, body, { 'Content-Type': 'application/json-patch+json', Prefer: contract });
      expect(outcomeOf(await cancel(operation, ''))).toMatchObject({ status: 404, code: '404' });
      expect(outcomeOf(await cancel([], 'contract=2023'))).toMatchObject({ status: 422, code: 'INVALID_RESOURCE' });
      expect((await cancel(operation, 'contract=2023')).body).toMatchObject({ status: 'cancelled' });
      expect(outcomeOf(await cancel([operation], 'contract=2023'))).toMatchObject({ status: 404, code: 'RESOURCE_NOT_FOUND' });
      expect(outcomeOf(await cancel([operation], 'contract=2023, contract=published'))).toMatchObject({
        status: 400,
        code: 'INVALID_REQUEST_STATE',
      });
    }),
    'list the pharmacy of this once, or the one that is nominated': rule(async () => {
      const performerOf = async (more: object) => {
        const { practice } = await asked(more);
        hours(practice.clock, 25);
        const item = resourcesIn(await practice.tasks(`patient=${graham}`))[0]?.['output']?.[0]?.['valueIdentifier']?.['value'];
        return resourcesIn(await practice.prescribed(graham, `?identifier=${String(item)}`))[0]?.['dispenseRequest']?.['performer']?.[
          'identifier'
        ];
      };
      expect(await performerOf({})).toEqual({ system: pharmacySystem, value: 'Y23456' });
      expect(await performerOf({ input: toPharmacy('FLM49') })).toEqual({ system: pharmacySystem, value: 'FLM49' });
    }),
    'list an order stands for its plan, as in the published example': rule(async () => {
      const practice = openPractice();
      practice.clock.set(Date.UTC(2026, 0, 26));
      const orders = resourcesIn(await practice.prescribed(graham, '?intent=order')).filter(({ intent }) => String(intent) === 'order');
      expect((await practice.ask('POST', '/Task', requestFor(graham, orders[0]?.['id']))).status).toBe(201);
      expect((await practice.ask('POST', '/Task', requestFor(janeSmith, 'b269d1d7-1acf-47bb-8b3c-e38b583d9a07'))).status).toBe(201);
    }),
    'list the requests of the published examples are there': rule(async () => {
      const { tasks } = openPractice();
      for (const [id, status] of [
        ['aef77afb-7e3c-427a-8657-2c427f71a271', 'requested'],
        ['84722efb-95b0-4769-921a-eda53382b320', 'in-progress'],
        ['b395d57e-5d6c-4d2c-b590-fe2f2d708458', 'rejected'],
      ] as const)
        expect(resourcesIn(await tasks(`id=${id}`))).toMatchObject([{ id, status }]);
    }),
  },
};
