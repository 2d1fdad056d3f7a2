/** What is known of the service by its headers, scopes and bodies, row by row; and what dispensers may do when, by the codes of their refusals. */
import { expect } from 'vitest';
import type { Answer } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import {
  claimOf,
  notificationOf,
  open,
  order,
  pharmacy,
  published,
  publishedItems,
  releasedIn,
  releaseOf,
  returnOf,
  said,
  shortId,
  withdrawOf,
  type Pharmacy,
  type Sent,
} from './dispensing.ts';

const rule = (shows: (made: Pharmacy) => Promise<void>): SheetRow => ({ by: 'rule', shows: () => shows(open()) });
const told = (shows: (made: Pharmacy) => Promise<void>): SheetRow => ({ by: 'record', shows: () => shows(open()) });

const one = '3d1b7a52-9c04-4e6f-8a17-5b2c9d0e4f61';
const { id, patient, pharmacy: own } = published;
const ours = { id, patient, pharmacy: own };
const [amoxicillin] = publishedItems;

/** A message that is refused with these codes or words, an issue each. */
const refuses = (path: string, body: unknown, ...issues: readonly string[]): SheetRow =>
  rule(async ({ post }) => expect(said(await post(path, body))).toEqual([400, ...issues]));

const words = ({ status, body }: Answer): readonly unknown[] => [
  status,
  ...((body['issue'] as unknown as readonly Record<string, unknown>[] | undefined) ?? []).map(({ diagnostics }) => diagnostics),
];

/** A message that breaks rules of the façade, in these words. */
const breaks = (path: string, body: unknown, ...diagnostics: readonly string[]): SheetRow =>
  rule(async ({ post }) =>
    expect(words(await post(path, body, { headers: { 'x-skip-validation': 'true' } }))).toEqual([400, ...diagnostics]),
  );

const notified = (more: Partial<Parameters<typeof notificationOf>[0]> = {}) =>
  notificationOf({ ...ours, items: { [amoxicillin]: '0001' }, ...more });

const scoped = (mode: 'user-restricted' | 'application-restricted', ...scopes: readonly string[]): Sent => ({
  as: { token: { mode, scopes: [...scopes], ...(mode === 'user-restricted' && { user: { id: 'nurse', roles: ['555030405011'] } }) } },
});
const user = 'urn:nhsd:apim:user-nhs-id:aal3:';

/** One that a client has ordered, and how far it has got. */
async function ordered(
  { prescribe, post }: Pharmacy,
  digits: string,
  ...after: readonly ('released' | 'dispensed' | 'claimed')[]
): Promise<string> {
  const prescription = shortId(digits);
  expect(said(await prescribe(order({ id: prescription, items: [one] })))).toEqual([200]);
  if (after.includes('released')) await post('Task/$release', releaseOf(pharmacy, prescription));
  if (after.includes('dispensed')) await post('$process-message', notificationOf({ id: prescription, items: { [one]: '0001' } }));
  if (after.includes('claimed')) await post('Claim', claimOf({ id: prescription, items: [one] }));
  return prescription;
}

const releaseRefused = (digits: string, code: string, ...after: readonly ('released' | 'dispensed' | 'claimed')[]): SheetRow =>
  rule(async (made) => {
    const of = await ordered(made, digits, ...after);
    expect(said(await made.post('Task/$release', releaseOf('VNE51', of)))).toEqual([400, code]);
  });

/** Of the resources in entries. */
const typesIn = (entries: unknown): readonly string[] =>
  [...JSON.stringify(entries ?? []).matchAll(/"resource":\{(?:"id":"[^"]*",)?"resourceType":"(\w+)"/g)].map(([, type = '']) => type);

export const sheet: Sheet = {
  file: 'electronic-prescriptions.md',
  sections: ['2'],
  rows: {
    '2: Authorization': rule(async ({ get }) => {
      const strict = { 'X-Sandbox-Access': 'strict' };
      expect((await get(`/FHIR/R4/Task?identifier=${id}`, { headers: strict })).status).toBe(401);
      expect((await get(`/FHIR/R4/Task?identifier=${id}`)).status).toBe(200);
    }),
    '2: X-Request-ID': rule(async ({ post }) => {
      for (const sent of ['', 'abc']) {
        const { status, body } = await post('Task/$release', releaseOf(own, id), { headers: { 'X-Request-ID': sent } });
        const text = 'X-Request-ID header missing or malformed';
        expect([status, body]).toMatchObject([
          400,
          {
            issue: [
              {
                severity: 'fatal',
                code: 'value',
                details: { coding: [{ version: '1', code: 'MISSING_FIELD', display: text }] },
                diagnostics: text,
              },
            ],
          },
        ]);
      }
    }),
    '2: X-Correlation-ID': rule(async ({ post }) => {
      const { headers } = await post('Task/$release', releaseOf(own, id), { headers: { 'X-Correlation-ID': 'of the counter' } });
      expect(headers.get('x-correlation-id')).toBe('of the counter');
    }),
    '2: NHSD-Session-URID': rule(async ({ post }) => {
      expect((await post('Task/$release', releaseOf(own, id), { headers: { 'NHSD-Session-URID': 'abc' } })).status).toBe(400);
    }),
    '2: Content-Type': rule(async ({ post }) => {
      expect((await post('Task/$release', releaseOf(own, id), { headers: { 'Content-Type': 'text/csv' } })).status).toBeGreaterThanOrEqual(
        400,
      );
    }),
    '2: response type': rule(async ({ post }) => {
      for (const { headers } of [await post('Task/$release', releaseOf(own, id)), await post('Claim', {})])
        expect(headers.get('content-type')).toBe('application/fhir+json; fhirVersion=4.0');
    }),
    '2: x-skip-validation, x-show-validation-warnings, x-raw-response': rule(async ({ post }) => {
      const unknown = notified({ items: { [amoxicillin]: '0099' } });
      expect(words(await post('$process-message', unknown))[1]).toMatch(/^Unknown code in the CodeSystem /);
      const skipped = await post('$process-message', unknown, { headers: { 'x-skip-validation': 'true' } });
      expect(said(skipped)).toEqual([400, 'MEDICATIONREQUEST_INVALID_STATE_TRANSITION']);
      const type = { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/medicationdispense-type', code: '0001', display: 'Given' }] };
      const shown = await post('$process-message', notified({ dispense: { type } }), { headers: { 'x-show-validation-warnings': 'true' } });
      expect([shown.status, shown.body]).toMatchObject([400, { issue: [{ severity: 'warning' }] }]);
      expect((await post('$process-message', notified({ dispense: { type } }))).status).toBe(200);
    }),
    '2: user-nhs-id:aal3:electronic-prescription-service-api:prescribing / …:fhir-prescribing': rule(async ({ post }) => {
      const answer = await post('Task/$release', releaseOf(own, id), scoped('user-restricted', `${user}fhir-prescribing`));
      expect(said(answer)).toEqual([403, 'ACCESS_DENIED']);
    }),
    '2: user-nhs-id:aal3:electronic-prescription-service-api:dispensing / …:fhir-dispensing': rule(async ({ post }) => {
      for (const scope of ['electronic-prescription-service-api:dispensing', 'fhir-dispensing'])
        expect((await post('Task/$release', releaseOf(own, id), scoped('user-restricted', user + scope))).status).toBe(200);
    }),
    '2: …:tracker': rule(async ({ get }) => {
      const path = `/FHIR/R4/Task?identifier=${id}`;
      const api = `${user}electronic-prescription-service-api`;
      expect((await get(path, scoped('user-restricted', `${api}:tracker`))).status).toBe(200);
      expect((await get(path, scoped('user-restricted', `${api}:dispensing`))).status).toBe(403);
    }),
    '2: app:level3:… variants': rule(async ({ post, get }) => {
      const app = scoped('application-restricted', 'urn:nhsd:apim:app:level3:electronic-prescription-service-api:dispensing');
      expect((await post('Task/$release', releaseOf('VNE99'), app)).status).toBe(200);
      expect((await post('Task/$release', releaseOf('VNE99', id), app)).status).toBe(403);
      const tracker = scoped('application-restricted', 'urn:nhsd:apim:app:level3:electronic-prescription-service-api:tracker');
      expect((await get(`/FHIR/R4/Task?identifier=${id}`, tracker)).status).toBe(200);
    }),
    '2: Prescribing functionality can only be accessed using the user-restricted access mode. (or Dispensing …)': rule(async ({ post }) => {
      const { status, body } = await post('Task', returnOf(ours), scoped('application-restricted', 'urn:nhsd:apim:app:level3:*'));
      const display = 'Dispensing functionality can only be accessed using the user-restricted access mode.';
      expect([status, body]).toMatchObject([
        403,
        { issue: [{ severity: 'fatal', code: 'forbidden', details: { coding: [{ display }] } }] },
      ]);
    }),
    '2: Your app does not have permission to access prescribing functionality. (dispensing, tracker)': rule(async ({ post, get }) => {
      const other = scoped('user-restricted', `${user}fhir-prescribing`);
      for (const [answer, what] of [
        [await post('Task', returnOf(ours), other), 'dispensing'],
        [await get(`/FHIR/R4/Task?identifier=${id}`, other), 'tracker'],
      ] as const)
        expect(answer.body).toMatchObject({
          issue: [{ details: { coding: [{ display: `Your app does not have permission to access ${what} functionality.` }] } }],
        });
    }),
    '2: Prescribing functionality is disabled. etc.': rule(async ({ post }) => {
      const { status, body } = await post('$process-message', notified({ event: 'prescription-order' }));
      expect([status, body]).toMatchObject([
        400,
        {
          issue: [
            { severity: 'fatal', code: 'not-supported', details: { coding: [{ display: 'Prescribing functionality is disabled.' }] } },
          ],
        },
      ]);
    }),

    'list 1: release': told(async ({ post }) => {
      const [message] = releasedIn(await post('Task/$release', releaseOf(own, id)), 'passedPrescriptions');
      const types = typesIn(message?.['entry']);
      expect(types.filter((type) => type === 'MedicationRequest')).toHaveLength(4);
      expect(types).toEqual(
        expect.arrayContaining(['MessageHeader', 'Patient', 'PractitionerRole', 'Practitioner', 'Organization', 'Provenance']),
      );
      expect(JSON.stringify(message)).toContain('"family":"Twitchett"');
    }),
    'list 1: tracker': told(async ({ post, get }) => {
      await post('Task/$release', releaseOf(own, id));
      const ask = async (query: string): Promise<unknown> => (await get(`/FHIR/R4/Task?${query}`)).body['total'];
      const number = `patient:identifier=https://fhir.nhs.uk/Id/nhs-number|${patient}`;
      expect(await ask(`identifier=https://fhir.nhs.uk/Id/prescription-order-number|${id}`)).toBe(1);
      expect(await ask(`focus:identifier=${id}`)).toBe(1);
      expect(await ask(`${number}&identifier=${id}`)).toBe(1);
      expect(await ask(`${number}&business-status=0002&authored-on=ge2025-12-31&authored-on=le2026-01-01`)).toBe(1);
      expect(await ask(`identifier=${id}&business-status=0001`)).toBe(0);
      expect(await ask(`identifier=${id}&authored-on=2020-01-01`)).toBe(0);
      for (const query of ['', 'business-status=0001', `identifier=${id}&authored-on=soon`, `identifier=${id}&identifier=${id}`])
        expect((await get(`/FHIR/R4/Task?${query}`)).status).toBe(400);
    }),
    'list 1: metadata': rule(async ({ get }) => {
      for (const path of ['/metadata', '/FHIR/R4/metadata'])
        expect((await get(path)).body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
    }),
    'list 1: validate': rule(async ({ post, status }) => {
      expect((await post('$validate', releaseOf(own, id))).status).toBe(200);
      expect((await post('$validate', notified({ items: { [amoxicillin]: '0099' } }))).status).toBe(400);
      expect(await status(id)).toBeUndefined();
    }),

    'list 3: resource type': breaks(
      'Claim',
      { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Claim' } }] },
      'Incorrect FHIR resource type. Expected Claim.',
    ),
    'list 3: message type': breaks(
      '$process-message',
      notified({ event: 'dispense' }),
      "MessageHeader.eventCoding.code must be one of: 'prescription-order', 'prescription-order-update', 'dispense-notification'.",
    ),

    'list 4: both medicines': rule(async ({ post }) => {
      const answer = await post('$process-message', notified({ dispense: { medicationReference: { reference: '#m' } } }));
      expect([said(answer), words(answer)]).toEqual([
        [400, 'CONFLICTING_VALUES'],
        [400, 'MedicationDispense cannot contain both medicationReference and medicationCodeableConcept fields.'],
      ]);
    }),
    'list 4: telecom': breaks(
      '$process-message',
      notified({ organisation: { telecom: [{ system: 'phone' }] } }),
      'Required field Organization.telecom.value is missing.',
      'Required field Organization.telecom.use is missing.',
    ),
    'list 4: the same of all': rule(async ({ post }) => {
      const { entry, ...bundle } = notified({ items: { [amoxicillin]: '0001', [publishedItems[1]]: '0001' } });
      const later = { ...entry[1], resource: { ...entry[1]?.resource, whenHandedOver: '2026-01-02T10:00:00+00:00' } };
      const { body } = await post('$process-message', { ...bundle, entry: entry.map((each, n) => (n === 1 ? later : each)) });
      expect(body).toMatchObject({
        issue: [
          {
            diagnostics: expect.stringMatching(
              /^Expected all MedicationDispenses to have the same value for whenHandedOver\. Received \[.*2026-01-02.*\]\.$/,
            ),
            expression: ['Bundle.entry.resource.ofType(MedicationDispense).whenHandedOver'],
          },
        ],
      });
    }),
    'list 4: performer': breaks(
      '$process-message',
      notified({ dispense: { performer: [] } }),
      'Required field MedicationDispense.performer is missing.',
    ),
    'list 4: one performer': breaks(
      '$process-message',
      notified({ dispense: { performer: [{ actor: { reference: '#performer' } }, { actor: { reference: '#performer' } }] } }),
      'Expected exactly one MedicationDispense.performer.',
    ),
    'list 4: contained practitioner': rule(async ({ post }) => {
      const { entry, ...bundle } = notified();
      const text = JSON.stringify(entry).replace(/"practitioner":\{"identifier":\{[^}]*\}/, '"practitioner":{"reference":"urn:uuid:x"');
      const answer = await post('$process-message', { ...bundle, entry: JSON.parse(text) as unknown });
      expect(words(answer)).toEqual([400, 'practitioner populated incorrectly. Please populate with Identifier and Display.']);
    }),
    'list 4: reimbursement authority': breaks(
      '$process-message',
      notified({ organisation: { extension: [] } }),
      'The dispense notification is missing the reimbursement authority and it should be provided.',
    ),
    'list 4: task': breaks(
      'Task',
      { ...returnOf(ours), intent: 'plan', status: 'ready' },
      "Task.intent must be 'order'.",
      "Task.status must be one of: 'in-progress', 'rejected'.",
    ),
    'list 4: withdrawal': breaks(
      'Task',
      { ...withdrawOf(ours), code: {}, statusReason: returnOf(ours).statusReason },
      "Task.code must be 'abort' of 'http://hl7.org/fhir/CodeSystem/task-code'.",
      "Task.statusReason.coding.system must be 'https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-withdraw-reason'.",
    ),
    'list 4: one insurance': breaks(
      'Claim',
      claimOf({ ...ours, items: [amoxicillin], payors: [] }),
      'Expected exactly one Claim.insurance. Received 0.',
    ),
    'list 4: payor': breaks(
      'Claim',
      claimOf({ ...ours, items: [amoxicillin], payors: ['X26'] }),
      "Claim.insurance.coverage.identifier.value must be one of: 'T1450', 'RQFZ1'.",
    ),
    'list 4: endorsement': breaks(
      'Claim',
      claimOf({ ...ours, items: [amoxicillin], endorsement: '' }),
      'The claim is missing the required endorsement code.',
    ),
    'list 4: release': breaks(
      'Task/$release',
      { resourceType: 'Parameters', parameter: [] },
      'Required parameter owner is missing.',
      'Required parameter agent is missing.',
      'Required parameter status is missing.',
    ),

    'list 7: PRESCRIPTION_CANCELLED': rule(async (made) => {
      const of = await ordered(made, '0C0001');
      const update = order({ id: of, items: [one], more: { status: 'cancelled', statusReason: { coding: [{ code: '0001' }] } } });
      const event = { system: 'https://fhir.nhs.uk/CodeSystem/message-event', code: 'prescription-order-update' };
      await made.prescribe({
        ...update,
        entry: update.entry.map((each, n) => (n > 0 ? each : { ...each, resource: { ...each.resource, eventCoding: event } })),
      });
      expect(said(await made.post('Task/$release', releaseOf(own, of)))).toEqual([400, 'PRESCRIPTION_CANCELLED']);
    }),
    'list 7: PRESCRIPTION_EXPIRED': rule(async (made) => {
      const of = await ordered(made, '0C0002');
      made.sandbox.clock.set(Date.UTC(2027, 0, 2));
      expect(said(await made.post('Task/$release', releaseOf(own, of)))).toEqual([400, 'PRESCRIPTION_EXPIRED']);
    }),
    'list 7: RESOURCE_NOT_FOUND': refuses('Task/$release', releaseOf(own, shortId('0C0003')), 'RESOURCE_NOT_FOUND'),
    'list 7: PRESCRIPTION_WITH_ANOTHER_DISPENSER': releaseRefused('0C0004', 'PRESCRIPTION_WITH_ANOTHER_DISPENSER', 'released'),
    'list 7: PRESCRIPTION_DISPENSED': releaseRefused('0C0005', 'PRESCRIPTION_DISPENSED', 'released', 'dispensed'),
    'list 7: PRESCRIPTION_DISPENSED once claimed': releaseRefused('0C0006', 'PRESCRIPTION_DISPENSED', 'released', 'dispensed', 'claimed'),
    'list 7: SERVICE_DISABLED': rule(async ({ post, sandbox }) => {
      const closed = [...sandbox.workspace.population.register.entries()].find(({ isActive }) => !isActive);
      expect(closed).toBeDefined();
      expect(said(await post('Task/$release', releaseOf(closed?.organisation.ods ?? '')))).toEqual([400, 'SERVICE_DISABLED']);
    }),
    'list 7: INVALID_CHECK_DIGIT': refuses('Task/$release', releaseOf(own, `${id.slice(0, -1)}A`), 'INVALID_CHECK_DIGIT'),
    'list 7: PRESCRIPTION_NOT_FOUND': refuses('$process-message', notified({ id: shortId('0C0007') }), 'PRESCRIPTION_NOT_FOUND'),
    'list 7: PRESCRIPTION_INVALID_STATE_TRANSITION': rule(async (made) => {
      const of = await ordered(made, '0C0008');
      const answer = await made.post('$process-message', notificationOf({ id: of, items: { [one]: '0001' } }));
      expect(said(answer)).toEqual([400, 'PRESCRIPTION_INVALID_STATE_TRANSITION']);
    }),
    'list 7: MEDICATIONREQUEST_NOT_FOUND': refuses(
      '$process-message',
      notified({ items: { [one]: '0001' } }),
      'MEDICATIONREQUEST_NOT_FOUND',
    ),
    'list 7: MEDICATIONREQUEST_INVALID_STATE_TRANSITION': refuses(
      '$process-message',
      notified({ items: { [publishedItems[3]]: '0001' } }),
      'MEDICATIONREQUEST_INVALID_STATE_TRANSITION',
    ),
    'list 7: CLAIM_INVALID_NOT_DISPENSED': rule(async (made) => {
      const of = await ordered(made, '0C0009', 'released');
      expect(said(await made.post('Claim', claimOf({ id: of, items: [one] })))).toEqual([400, 'CLAIM_INVALID_NOT_DISPENSED']);
    }),
    'list 7: INVALID_DATE_FORMAT': rule(async ({ post }) => {
      const headers = { 'x-skip-validation': 'true' };
      expect(said(await post('$process-message', notified({ handedOver: 'yesterday' }), { headers }))).toEqual([
        400,
        'INVALID_DATE_FORMAT',
      ]);
    }),
    'list 8: items say what becomes of the prescription': rule(async (made) => {
      for (const [n, [item, whole]] of Object.entries({
        '0001': '0006',
        '0002': '0007',
        '0003': '0003',
        '0004': '0003',
        '0008': '0003',
      }).entries()) {
        const fresh = open();
        const of = await ordered(fresh, `0D000${n}`, 'released');
        expect(said(await fresh.post('$process-message', notificationOf({ id: of, items: { [one]: item } })))).toEqual([200]);
        expect([item, await fresh.status(of)]).toEqual([item, whole]);
      }
      expect(await made.status(id)).toBeUndefined();
    }),
  },
};
