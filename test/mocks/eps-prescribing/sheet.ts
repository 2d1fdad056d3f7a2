/** What is known of prescribing, row by row. */
import { expect } from 'vitest';
import type { Answer, Loose } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import {
  cancellation,
  id,
  issuesIn,
  items,
  message,
  notification,
  order,
  outcomeIn,
  prescribing,
  releaseOf,
  request,
  type Ordered,
  type Prescribing,
  type Sent,
} from './prescribing.ts';

const [first, second] = items;
const rule = (shows: (made: Prescribing) => Promise<void>): SheetRow => ({ by: 'rule', shows: async () => shows(await prescribing()) });

const request4 = 'Bundle.entry.resource.ofType(MedicationRequest)';

/** A message is refused with an issue that has these words, and its place. */
const refuses = (
  ...those: readonly (readonly [body: Loose, words: string | RegExp, place?: string | undefined, code?: string])[]
): SheetRow =>
  rule(async ({ send }) => {
    for (const [body, words, place, code] of those) {
      const answer = await send(body);
      const found = issuesIn(answer).find(([, , , said]) => (typeof words === 'string' ? said === words : words.test(String(said))));
      expect([answer.status, issuesIn(answer), found]).toEqual([400, issuesIn(answer), expect.anything()]);
      if (place !== undefined) expect(found?.[4]).toBe(place);
      if (code !== undefined) expect([found?.[1], found?.[2]].join(' ')).toBe(code);
    }
  });

const takes = (body: Loose, then: (made: Prescribing) => Promise<void> | void = () => undefined): SheetRow =>
  rule(async (made) => {
    expect([(await made.send(body)).status, 'taken']).toEqual([200, 'taken']);
    await then(made);
  });

/** The second item is otherwise. */
const unlike = (but: Ordered): Loose => message('prescription-order', { requests: [request(), request({ item: second, ...but })] });
const changed = (but: Sent['but'] = {}): Loose => order({}, { but });

const code = async (answer: Promise<Answer>): Promise<unknown> => issuesIn(await answer)[0]?.[2];

/** What Spine answers an order. */
const spine = (body: Loose, expected: string, headers: Record<string, string> = {}): SheetRow =>
  rule(async ({ send }) => {
    const answer = await send(body, headers);
    const [, kind, named] = issuesIn(answer)[0] ?? [];
    expect([answer.status, `${kind} ${named}`]).toEqual([400, expected]);
  });

const unvalidated = { 'x-skip-validation': 'true' };
const worker = { mode: 'user-restricted', user: { id: 'doctor', roles: ['555010203040'] } } as const;
const scoped = (scope: string) => ({ ...worker, scopes: [`urn:nhsd:apim:user-nhs-id:aal3:${scope}`] });

const lets = (scope: string, status: number, words?: string): SheetRow =>
  rule(async ({ send, as }) => {
    const answer = await send(order(), as({}, scoped(scope)));
    expect([
      answer.status,
      ...(words === undefined ? [] : issuesIn(answer).map(([severity, kind, , said]) => [severity, kind, said])),
    ]).toEqual([status, ...(words === undefined ? [] : [['fatal', 'forbidden', words]])]);
  });

const cancels = (expected: readonly unknown[], before: (made: Prescribing) => Promise<unknown>, but: Ordered = {}): SheetRow =>
  rule(async (made) => {
    expect((await made.send(order())).status).toBe(200);
    await before(made);
    expect(outcomeIn(await made.send(cancellation(but)))).toEqual(expected);
  });

const nothing = (): Promise<void> => Promise.resolve();
const released = ({ dispenser }: Prescribing) => dispenser('Task/$release', releaseOf(id));
const notified = (became: Readonly<Record<string, string>>) => async (made: Prescribing) => {
  await released(made);
  expect((await made.dispenser('$process-message', notification(became))).status).toBe(200);
};
const both = (of: string) => ({ [first]: of, [second]: of });

export const sheet: Sheet = {
  file: 'electronic-prescriptions.md',
  sections: ['4', '8'],
  rows: {
    '4: MedicationRequest.intent is order / original-order / instance-order (plan and reflex-order refused)': refuses(
      ...['plan', 'reflex-order'].map(
        (intent) => [order({ but: { intent } }), 'MedicationRequest.intent must be order, original-order or instance-order.'] as const,
      ),
    ),
    '4: not both medication forms': refuses([
      order({ but: { medicationReference: { reference: 'urn:uuid:medicine' } } }),
      'MedicationRequest cannot contain both medicationReference and medicationCodeableConcept fields.',
      undefined,
      'structure CONFLICTING_VALUES',
    ]),
    '4: every telecom has value and use': refuses(
      [changed({ PractitionerRole: { telecom: [{ system: 'phone', value: '1' }] } }), /^Required field .*telecom\.use is missing\.$/],
      [changed({ Organization: { telecom: [{ system: 'phone', use: 'work' }] } }), /^Required field .*telecom\.value is missing\.$/],
    ),
    '4: PractitionerRole.practitioner and .organization are References inside the Bundle': refuses(
      [
        changed({ PractitionerRole: { practitioner: { reference: 'urn:uuid:nobody' } } }),
        'practitioner populated incorrectly. Please populate with Reference to resource within Bundle.',
      ],
      [
        changed({ PractitionerRole: { organization: { display: 'A practice' } } }),
        'organization populated incorrectly. Please populate with Reference to resource within Bundle.',
      ],
    ),
    '4: equal across MedicationRequests: groupIdentifier, category, authoredOn, subject, requester, dispenseRequest.performer, .validityPeriod, .expectedSupplyDuration, extensions PerformerSiteType, PrescriptionType, ResponsiblePractitioner':
      refuses(
        ...(
          [
            ['groupIdentifier', { but: { groupIdentifier: { value: 'A0548B-A99968-451485' } } }],
            ['category', { but: { category: [{ coding: [{ code: 'inpatient' }] }] } }],
            ['authoredOn', { but: { authoredOn: '2026-01-01' } }],
            ['subject', { but: { subject: { reference: 'urn:uuid:other' } } }],
            ['requester', { but: { requester: { reference: 'urn:uuid:other' } } }],
            ['dispenseRequest.performer', { dispense: { performer: { identifier: { value: 'FZ002' } } } }],
            ['dispenseRequest.validityPeriod', { dispense: { validityPeriod: { start: '2026-01-02' } } }],
            ['dispenseRequest.expectedSupplyDuration', { dispense: { expectedSupplyDuration: { value: 7, unit: 'day' } } }],
            [
              'dispenseRequest.extension("https://fhir.nhs.uk/StructureDefinition/Extension-DM-PerformerSiteType")',
              { dispense: { extension: [] } },
            ],
            ['extension("https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionType")', { but: { extension: [] } }],
            [
              'extension("https://fhir.nhs.uk/StructureDefinition/Extension-DM-ResponsiblePractitioner")',
              {
                but: {
                  extension: [
                    {
                      url: 'https://fhir.nhs.uk/StructureDefinition/Extension-DM-ResponsiblePractitioner',
                      valueReference: { reference: 'urn:uuid:role' },
                    },
                  ],
                },
              },
            ],
          ] as const
        ).map(([name, but]) => {
          const escaped = name.replaceAll(/[.()"]/g, String.raw`\$&`);
          const words = new RegExp(String.raw`^Expected all MedicationRequests to have the same value for ${escaped}\. Received \[.+\]\.$`);
          return [unlike(but), words, `${request4}.${name}`] as const;
        }),
      ),
    '4: identifier distinct': refuses([
      message('prescription-order', { requests: [request(), request()] }),
      /^Expected all MedicationRequests to have a different value for identifier\./,
      `${request4}.identifier`,
    ]),
    '4: status active': refuses([
      order({ but: { status: 'on-hold' } }),
      /MedicationRequest\.status/,
      `${request4}.status`,
      'value INVALID_VALUE',
    ]),
    '4: dosageInstruction non-empty; several lines need sequence': refuses(
      [order({ but: { dosageInstruction: [] } }), `Required field ${request4}.dosageInstruction is missing.`],
      [
        order({ but: { dosageInstruction: [{ text: 'One' }, { text: 'Two' }] } }),
        'The request contains multiple dosage instruction lines but no corresponding dosage sequence number.',
        undefined,
        'value MISSING_VALUE',
      ],
    ),
    '4: prescription type beginning 01 (primary care England): no PractitionerRole.healthcareService; organization.partOf present': refuses(
      [
        changed({ PractitionerRole: { healthcareService: [{ reference: 'urn:uuid:service' }] } }),
        /^Unexpected field of .*healthcareService/,
      ],
      [changed({ Organization: { partOf: undefined } }), /^Required field .*partOf is missing\.$/],
    ),
    '4: Practitioner has exactly one professional code among GMC, NMC, GPhC, HCPC, professional-code': refuses(
      ...[[], ['gmc-number', 'nmc-number']].map(
        (those) =>
          [
            changed({
              Practitioner: { identifier: those.map((each) => ({ system: `https://fhir.hl7.org.uk/Id/${each}`, value: '1' })) },
            }),
            /^Bundle resource Practitioner\.identifier expected exactly one professional code from GMC\|NMC\|GPhC\|HCPC\|professional-code\./,
          ] as const,
      ),
    ),
    '4: eRD (course continuous-repeat-dispensing): same numberOfRepeatsAllowed and repeat information; validityPeriod and expectedSupplyDuration present':
      refuses(
        [
          message('prescription-order', {
            requests: [2, 3].map((numberOfRepeatsAllowed, n) =>
              request({ item: items[n] ?? '', course: 'continuous-repeat-dispensing', dispense: { numberOfRepeatsAllowed } }),
            ),
          }),
          /same value for dispenseRequest\.numberOfRepeatsAllowed/,
        ],
        [
          order({ course: 'continuous-repeat-dispensing', dispense: { validityPeriod: undefined, expectedSupplyDuration: undefined } }),
          `Required field ${request4}.dispenseRequest.validityPeriod is missing.`,
        ],
        [
          order({ course: 'continuous-repeat-dispensing', dispense: { expectedSupplyDuration: undefined } }),
          `Required field ${request4}.dispenseRequest.expectedSupplyDuration is missing.`,
        ],
      ),
    '4: 1–4 MedicationRequests': refuses(
      ...[0, 5].map(
        (count) =>
          [
            message('prescription-order', { requests: Array.from({ length: count }, () => request({ item: crypto.randomUUID() })) }),
            'Number of items on a prescription should be between 1 and 4',
            undefined,
            'business-rule INVALID_NUMBER_MEDICATIONREQUESTS',
          ] as const,
      ),
    ),

    '8: prescription status (EPS-task-business-status)': takes(order(), async ({ dispenser }) => {
      const found = await dispenser(`Task?identifier=${id}`, undefined);
      expect(found.body['entry']?.[0]?.['resource']?.['businessStatus']?.['coding']?.[0]).toMatchObject({ code: '0001' });
    }),
    '8: item status (medicationdispense-type)': rule(async (made) => {
      await made.send(order());
      await released(made);
      await made.dispenser('$process-message', notification({ [first]: '0001', [second]: '0004' }));
      expect(made.inRecord()).toEqual(['collected', 'with-pharmacy']);
    }),
    '8: item status → MedicationRequest.status': rule(async ({ send }) => {
      await send(order());
      expect([outcomeIn(await send(cancellation())), outcomeIn(await send(cancellation({ by: 'Y90001', item: second })))]).toEqual([
        [200, 'R-0001', 'cancelled'],
        [400, 'R-0007', 'active'],
      ]);
    }),
    '8: cancel reason (medicationrequest-status-reason)': rule(async ({ send }) => {
      await send(order());
      expect(outcomeIn(await send(cancellation({}, '0009')))).toEqual([200, 'R-0001', 'cancelled']);
      expect(outcomeIn(await send(cancellation({ item: second }, '0010'), unvalidated))).toEqual([400, 'R-5888']);
      expect((await send(cancellation({ item: second }, '0010'))).status).toBe(400);
    }),
    '8: return reason': rule(async ({ dispenser }) => {
      const task = {
        resourceType: 'Task',
        status: 'rejected',
        intent: 'order',
        statusReason: { coding: [{ system: 'other', code: '0003' }] },
      };
      expect((await dispenser('Task', task)).status).toBe(400);
    }),
    '8: withdraw reason': rule(async ({ dispenser }) => {
      const task = {
        resourceType: 'Task',
        status: 'in-progress',
        intent: 'order',
        statusReason: { coding: [{ system: 'other', code: 'MU' }] },
      };
      expect((await dispenser('Task', task)).status).toBe(400);
    }),
    '8: not-dispensed reason': rule(async (made) => {
      await made.send(order());
      await notified(both('0002'))(made);
      expect(made.inRecord()).toEqual(['not-collected', 'not-collected']);
    }),
    '8: dispensing site': takes(
      order({
        dispense: {
          extension: [{ url: 'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PerformerSiteType', valueCoding: { code: 'P3' } }],
        },
      }),
    ),
    '8: prescription type': takes(
      order(
        {
          but: {
            extension: [{ url: 'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionType', valueCoding: { code: '1001' } }],
          },
        },
        { but: { Organization: { partOf: undefined } } },
      ),
    ),
    '8: course': rule(async ({ send, inRecord }) => {
      for (const [n, course] of ['acute', 'continuous', 'continuous-repeat-dispensing'].entries()) {
        const prescription = ['24F5DA-A83008-7EFE6Z', 'A0548B-A99968-451485', '060CC0-A83008-5A2E6T'][n] ?? '';
        const requests = [request({ id: prescription, course, item: crypto.randomUUID() })];
        expect((await send(message('prescription-order', { requests }))).status).toBe(200);
        expect(inRecord(prescription)).toEqual(['prescribed']);
      }
    }),
    '8: short prescription id': rule(async ({ send }) => {
      expect(await code(send(order({ id: '24F5DA-A83008-7EFE6Y' })))).toBe('INVALID_CHECK_DIGIT');
      expect(await code(send(order({ id: '24F5DA' })))).toBe('INVALID_RESOURCE_ID');
      expect((await send(order({ id: '24f5da-a83008-7efe6z' }))).status).toBe(200);
    }),

    'list 1: $prepare': rule(async ({ prescriber }) => {
      const { status, body } = await prescriber(
        '$prepare',
        message('prescription-order', { requests: [request()], but: { Provenance: undefined } }),
      );
      const parameters = (body['parameter'] ?? []) as unknown as readonly Loose[];
      expect([status, parameters.map(({ name }) => name)]).toEqual([200, ['digest', 'timestamp', 'algorithm']]);
      expect(atob(String(parameters[0]?.['valueString']))).toMatch(/^<SignedInfo .*<DigestValue>.+<\/DigestValue>/);
    }),
    'list 1: $validate': rule(async ({ prescriber }) => {
      expect((await prescriber('$validate', order())).status).toBe(200);
      const answer = await prescriber('$validate', order({ but: { intent: undefined } }));
      expect([answer.status, issuesIn(answer)[0]?.[4]]).toEqual([400, 'Bundle.entry[1].resource.intent']);
    }),
    'list 1: $convert': rule(async ({ prescriber }) => {
      const { status, body } = await prescriber('$convert', cancellation());
      expect([status, body]).toEqual([200, { text: expect.stringMatching(/^<CancellationRequest .*24F5DA-A83008-7EFE6Z/) }]);
    }),
    'list 1: metadata': rule(async ({ prescriber }) => {
      expect((await prescriber('metadata', undefined)).body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
    }),
    'list 2: X-Request-ID': rule(async ({ send }) => {
      const words = 'X-Request-ID header missing or malformed';
      for (const sent of ['', 'one'])
        expect(issuesIn(await send(order(), { 'X-Request-ID': sent }))).toEqual([['fatal', 'value', 'MISSING_FIELD', words, undefined]]);
    }),
    'list 2: X-Correlation-ID': rule(async ({ send }) => {
      expect((await send(order(), { 'X-Correlation-ID': 'mine' })).headers.get('x-correlation-id')).toBe('mine');
    }),
    'list 2: NHSD-Session-URID': rule(async ({ send }) => {
      expect((await send(order(), { 'NHSD-Session-URID': 'doctor' })).status).toBe(400);
    }),
    'list 2: response type': rule(async ({ send }) => {
      for (const body of [order(), order()])
        expect((await send(body)).headers.get('content-type')).toBe('application/fhir+json; fhirVersion=4.0');
    }),
    'list 2: x-skip-validation, x-show-validation-warnings': rule(async ({ send }) => {
      const wrong = order({ but: { authoredOn: 'yesterday' } });
      expect(issuesIn(await send(wrong))[0]?.slice(0, 3)).toEqual(['error', 'processing', undefined]);
      expect(await code(send(wrong, unvalidated))).toBe('INVALID_DATE_FORMAT');
      const reworded = {
        statusReason: {
          coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/medicationrequest-status-reason', code: '0001', display: 'A slip' }],
        },
      };
      const warned = await send(cancellation({ but: reworded }), { 'x-show-validation-warnings': 'true' });
      expect(issuesIn(warned)[0]?.[0]).toBe('warning');
      expect(outcomeIn(await send(cancellation({ but: reworded })))).toEqual([400, 'R-0008']);
    }),
    'list 2: prescribing scopes': rule(async (made) => {
      for (const scope of ['electronic-prescription-service-api:prescribing', 'fhir-prescribing']) await lets(scope, 200).shows();
      expect((await made.send(order(), made.as({}, worker))).status).toBe(200);
    }),
    'list 2: other scopes': lets(
      'electronic-prescription-service-api:dispensing',
      403,
      'Your app does not have permission to access prescribing functionality.',
    ),
    'list 2: an application by itself': rule(async ({ send, as }) => {
      const answer = await send(order(), as());
      expect([answer.status, issuesIn(answer)[0]?.[3]]).toEqual([
        403,
        'Prescribing functionality can only be accessed using the user-restricted access mode.',
      ]);
    }),
    'list 2: disabled': rule(async ({ send, as }) => {
      const answer = await send(order(), as({ permissions: { 'eps-prescribing': [] } }, worker));
      expect(issuesIn(answer)[0]?.slice(1, 4)).toEqual(['not-supported', 'ACCESS_DENIED', 'Prescribing functionality is disabled.']);
    }),
    'list 3: the order of checks': rule(async ({ send, as }) => {
      const byItself = as();
      const unread = await send('{', { ...byItself });
      expect([unread.status, issuesIn(unread)[0]?.[1]]).toEqual([400, 'invalid']);
      expect(issuesIn(await send({ resourceType: 'Patient' }, byItself))[0]?.[3]).toBe('Incorrect FHIR resource type. Expected Bundle.');
      expect(issuesIn(await send(message('prescription-renewal'), byItself))[0]?.[3]).toMatch(
        /^MessageHeader\.eventCoding\.code must be one of: /,
      );
      expect((await send(order({ but: { intent: 'plan' } }), byItself)).status).toBe(403);
      const several = await send(order({ but: { intent: 'plan', status: 'draft', dosageInstruction: [] } }));
      expect(new Set(issuesIn(several).map(([, , , words]) => words)).size).toBe(3);
    }),
    'list 4: cancel': refuses(
      [message('prescription-order-update', { requests: [request(), request({ item: second })] }), /exactly 1 MedicationRequest/],
      [cancellation({ but: { status: 'active' } }), /MedicationRequest\.status must be 'cancelled'/, `${request4}.status`],
      [cancellation({ but: { statusReason: undefined } }), `Required field ${request4}.statusReason is missing.`],
    ),
    'list 6: create': takes(order(), async ({ send }) => {
      const { status, body } = await send(
        order({ id: 'A0548B-A99968-451485' }, { requests: [request({ id: 'A0548B-A99968-451485', item: crypto.randomUUID() })] }),
      );
      expect([status, body]).toEqual([
        200,
        {
          resourceType: 'OperationOutcome',
          meta: { lastUpdated: '2026-01-01T00:00:00+00:00' },
          issue: [{ severity: 'information', code: 'informational' }],
        },
      ]);
    }),
    'list 6: cancel 0001': cancels([200, 'R-0001', 'cancelled'], nothing),
    'list 6: cancel 0002': cancels([400, 'R-0002', 'active'], released),
    'list 6: cancel 0003': cancels([400, 'R-0003', 'active'], notified({ [second]: '0001', [first]: '0003' })),
    'list 6: cancel 0004': cancels([400, 'R-0004', 'completed'], notified(both('0001'))),
    'list 6: cancel 0005': cancels([400, 'R-0005', 'stopped'], ({ sandbox }) => Promise.resolve(sandbox.clock.set(Date.UTC(2026, 6, 2)))),
    'list 6: cancel 0006': cancels([400, 'R-0006', 'cancelled'], ({ send }) => send(cancellation())),
    'list 6: cancel 0007': cancels([400, 'R-0007', 'active'], nothing, { by: 'Y90001' }),
    'list 6: cancel 0008': cancels([400, 'R-0008'], nothing, { id: 'A0548B-A99968-451485' }),
    'list 6: cancel 0009': rule(async ({ send, as }) => {
      await send(order());
      const headers = as({ permissions: { 'eps-prescribing': ['prescribing'] } }, worker);
      expect(outcomeIn(await send(cancellation(), headers))).toEqual([400, 'R-0009']);
    }),
    'list 6: cancel 0010': cancels([400, 'R-0010', 'stopped'], notified(both('0002'))),
    'list 6: cancel 5000 / 5888': cancels([400, 'R-5000'], nothing, { of: '9000000017' }),

    'list 7: 0001': spine(order({ of: '9990000123' }), 'business-rule PATIENT_DECEASED'),
    'list 7: 0002': rule(async ({ send }) => {
      await send(order());
      expect(issuesIn(await send(order()))[0]?.slice(1, 4)).toEqual([
        'duplicate',
        'DUPLICATE_PRESCRIPTION_ID',
        'Duplicate prescription ID exists',
      ]);
    }),
    'list 7: 0003': spine(changed({ Provenance: undefined }), 'required MISSING_DIGITAL_SIGNATURE'),
    'list 7: 0007': spine(order({ id: '24F5DA' }), 'code-invalid INVALID_RESOURCE_ID'),
    'list 7: 0008': spine(order({ but: { groupIdentifier: {} } }), 'required MISSING_VALUE'),
    'list 7: 0009': spine(message('prescription-order', { requests: [request({ item: 'one' })] }), 'structure INVALID_MESSAGE'),
    'list 7: 0010': spine(message('prescription-order'), 'business-rule INVALID_NUMBER_MEDICATIONREQUESTS'),
    'list 7: 0018': spine(
      order({
        course: 'continuous',
        but: {
          extension: [
            {
              url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-MedicationRepeatInformation',
              extension: [{ url: 'numberOfPrescriptionsIssued', valueUnsignedInt: 9 }],
            },
          ],
          basedOn: [
            {
              extension: [
                {
                  url: 'https://fhir.nhs.uk/StructureDefinition/Extension-EPS-RepeatInformation',
                  extension: [{ url: 'numberOfRepeatsAllowed', valueInteger: 5 }],
                },
              ],
            },
          ],
        },
      }),
      'business-rule MISMATCH_AUTHORISED_REPEAT_COUNT',
    ),
    'list 7: 0019': spine(
      order({ course: 'continuous-repeat-dispensing', dispense: { numberOfRepeatsAllowed: 99 } }),
      'business-rule INVALID_REPEAT_COUNT',
    ),
    'list 7: 5008': rule(async ({ send }) => {
      await send(order());
      expect(await code(send(order({ id: 'A0548B-A99968-451485' })))).toBe('DUPLICATE_MEDICATIONREQUEST_ID');
    }),
    'list 7: 5009': spine(order({ id: '24F5DA-A83008-7EFE6A' }), 'business-rule INVALID_CHECK_DIGIT'),
    'list 7: 9006': spine(order({ but: { authoredOn: 'today' } }), 'business-rule INVALID_DATE_FORMAT', unvalidated),

    'lifecycle: create ─▶ 0001, and 0000 until its day': takes(
      order({ dispense: { validityPeriod: { start: '2026-01-02' } } }),
      async (made) => {
        expect(await code(released(made))).toBe('RESOURCE_NOT_FOUND');
        made.sandbox.clock.set(Date.UTC(2026, 0, 2));
        expect((await released(made)).status).toBe(200);
      },
    ),
    'lifecycle: 0001/0000 ─cancel─▶ 0005': takes(order(), async (made) => {
      for (const item of items) await made.send(cancellation({ item }));
      expect(await code(released(made))).toBe('PRESCRIPTION_CANCELLED');
    }),
    'lifecycle: 0001 ─nominated period ends (clock)─▶ 0004': takes(order(), async (made) => {
      made.sandbox.clock.set(Date.UTC(2026, 6, 1));
      expect(await code(released(made))).toBe('PRESCRIPTION_EXPIRED');
      expect(made.inRecord()).toEqual(['not-collected', 'not-collected']);
    }),
    'lifecycle: eRD: issue n at 0006 ─▶ issue n+1': takes(
      order({ course: 'continuous-repeat-dispensing', dispense: { numberOfRepeatsAllowed: 1 } }),
      async (made) => {
        await notified(both('0001'))(made);
        expect(made.inRecord()).toEqual(['collected', 'collected']);
        made.sandbox.clock.set(Date.UTC(2026, 0, 22));
        expect((await released(made)).status).toBe(200);
        expect(made.inRecord()).toEqual(['collected', 'collected', 'with-pharmacy', 'with-pharmacy']);
      },
    ),
  },
};
