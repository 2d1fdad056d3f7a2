/** What is known of GP Connect's record and documents, and of what its four APIs have in common, row by row. */
import { expect } from 'vitest';
import { nobodysNumber, wrongCheckDigit } from '../../../mocks/personas.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { given } from '../../given.ts';
import { sandboxesFor, sandboxForAll, world, type Loose } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import {
  about,
  allergies,
  area,
  asked,
  documentsOf,
  documentsQuery,
  header,
  itemsOf,
  listTitled,
  ofType,
  operation,
  said,
  type Part,
  type RecordSandbox,
  type Told,
} from './asking.ts';

const open = await sandboxesFor('gp-connect-record');
const names = ['gp-connect-record', 'gp-connect-appointments', 'gp-connect-prescriptions', 'gp-connect-permissions'] as const;
const served = await ownApis([...names]);
const facing = '/gp-connect/patient-facing';
const base = {
  R: `${facing}/access-record-fhir/FHIR/STU3`,
  A: `${facing}/appointments-management-fhir/FHIR/STU3`,
  P: `${facing}/prescriptions-management-fhir/FHIR/R4`,
  U: `${facing}/user-permissions`,
} as const;

const rule = (shows: (sandbox: RecordSandbox) => Promise<void>): SheetRow => ({ by: 'rule', shows: () => shows(open()) });
const record = (shows: (sandbox: RecordSandbox) => Promise<void>): SheetRow => ({ by: 'record', shows: () => shows(open()) });

/** Each of these is asked with, and refused by, a status and a code. */
type Refused = readonly [areas: readonly Part[], code: string, status?: number, words?: RegExp];

const refuses = (refused: readonly Refused[], prefer?: string): SheetRow =>
  rule(async ({ call, people }) => {
    for (const [areas, code, status = 422, words = /./] of refused) {
      const headers = { ...header, ...(prefer !== undefined && { Prefer: prefer }) };
      const answer = await call('POST', operation, { headers, body: about(people.recordFull, ...areas) });
      expect([areas, ...said(answer)]).toEqual([areas, status, code]);
      expect(String(answer.body['issue']?.[0]?.['diagnostics'])).toMatch(words);
    }
  });

const tells = (number: (people: RecordSandbox['people']) => string, areas: readonly Part[], shows: (told: Told) => void): SheetRow =>
  record(async (sandbox) => {
    const told = await asked(sandbox, about(number(sandbox.people), ...areas));
    expect(told.status).toBe(200);
    shows(told);
  });

const full = (people: RecordSandbox['people']): string => people.recordFull;
const consultant = (people: RecordSandbox['people']): string => people.janeSmith;
const medication = area('includeMedication');
const problems = area('includeProblems');
const investigations = area('includeInvestigations');
const immunisations = area('includeImmunisations');
const consultations = area('includeConsultations');

/** An operation of the four APIs is there, and the status of its success can be asked for. */
const exists = (api: keyof typeof base, method: string, path: string, success: number, id?: string): SheetRow => ({
  by: 'rule',
  async shows() {
    const contract = served.find((one) => one.contract.basePath === base[api])?.contract;
    const found = contract?.operations.find(
      (one) => one.method.toUpperCase() === method && one.path.replaceAll(/\{\w+\}/g, '{id}') === path,
    );
    expect([path, found?.responses.has(String(success))]).toEqual([path, true]);
    if (id !== undefined) expect(found?.id).toBe(id);
  },
});

const extensionsOf = (resource: Loose | undefined): readonly Loose[] => (resource?.['extension'] ?? []) as unknown as readonly Loose[];
const extensionOf = (resource: Loose | undefined, name: string): Loose | undefined =>
  extensionsOf(resource).find(({ url }) => String(url).endsWith(`-${name}-1`));

const codeOf = (resource: Loose | undefined): string => String(resource?.['code']?.['coding']?.[0]?.['code']);

/** Who is signed in with this number. */
const signedIn = (sandbox: Parameters<typeof given>[0], nhsNumber: string, proofing: 'P5' | 'P9' = 'P9') => ({
  Authorization: `Bearer ${given(sandbox, {}, { mode: 'patient-access', user: { id: 'somebody', nhsNumber, proofing }, scopes: [`urn:nhsd:apim:user-nhs-login:${proofing}:*`] }).token}`,
});

const common: Readonly<Record<string, SheetRow>> = {
  '1: R POST /Patient/$gpc.getstructuredrecord': exists('R', 'POST', operation, 200, 'get-structured-record'),
  '1: R GET /documents/Patient/{id}': exists('R', 'GET', '/documents/Patient/{id}', 200, 'get-document-patient'),
  '1: R GET /Patient/{id}/DocumentReference': exists('R', 'GET', '/Patient/{id}/DocumentReference', 200, 'search-document'),
  '1: R GET /documents/Binary/{id}': exists('R', 'GET', '/documents/Binary/{id}', 200, 'get-document'),
  '1: A GET /Slot': exists('A', 'GET', '/Slot', 200),
  '1: A POST /Appointment': exists('A', 'POST', '/Appointment', 201),
  '1: A GET /Patient/{id}/Appointment': exists('A', 'GET', '/Patient/{id}/Appointment', 200),
  '1: A GET /Appointment/{id}': exists('A', 'GET', '/Appointment/{id}', 200),
  '1: A PUT /Appointment/{id}': exists('A', 'PUT', '/Appointment/{id}', 200),
  '1: P GET /Patient/{id}/MedicationRequest': exists('P', 'GET', '/Patient/{id}/MedicationRequest', 200, 'get-ordered-medicationrequest'),
  '1: P POST /Task': exists('P', 'POST', '/Task', 201, 'post-task'),
  '1: P GET /Task': exists('P', 'GET', '/Task', 200, 'get-task'),
  '1: U GET /Patient/{id}': exists('U', 'GET', '/Patient/{id}', 200, 'getPatientPermissions'),
  '1: 3': rule(async (sandbox) => {
    const strict = { ...header, 'X-Sandbox-Access': 'strict' };
    const path = `/documents/Patient/${sandbox.people.janeSmith}`;
    for (const token of [{}, signedIn(sandbox, sandbox.people.janeSmith, 'P5')]) {
      const answer = await sandbox.call('GET', path, { headers: { ...strict, ...token } });
      expect([...said(answer), answer.body['issue']?.[0]?.['code']]).toEqual([401, 'ACCESS_DENIED', 'forbidden']);
      expect(answer.body['issue']?.[0]?.['details']?.['coding']?.[0]).toMatchObject({
        system: 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode',
        version: '1',
      });
    }
    expect((await sandbox.call('GET', path, { headers: { ...strict, ...signedIn(sandbox, sandbox.people.janeSmith) } })).status).toBe(200);
  }),
  '1: 6 PDS ≠ 200': rule(async (sandbox) => {
    const headers = { ...header, 'X-Sandbox-Access': 'strict', ...signedIn(sandbox, nobodysNumber) };
    const answer = await sandbox.call('GET', `/documents/Patient/${nobodysNumber}`, { headers });
    expect(said(answer)).toEqual([404, 'RESOURCE_NOT_FOUND']);
    expect(answer.body['meta']).toBeUndefined();
    expect(
      said(await sandbox.call('GET', `/documents/Patient/${wrongCheckDigit}`, { headers: { ...header, Prefer: 'code=404_pds' } })),
    ).toEqual([404, 'RESOURCE_NOT_FOUND']);
  }),
  '1: 8 no endpoint, or 2 no route (no interaction header is added, so 8 finds nothing)': rule(async ({ call, people }) => {
    for (const path of [`/documents/Patient/${people.practiceOutOfReach}`, '/Observation']) {
      const answer = await call('GET', path, { headers: header });
      const issue = answer.body['issue']?.[0];
      expect([...said(answer), issue?.['code'], issue?.['details']?.['coding']?.[0]?.['display']]).toEqual([
        404,
        '404',
        '404',
        'Target Endpoint Not Found',
      ]);
    }
  }),
  '1: 8 permissions': {
    by: 'rule',
    async shows() {
      const sandbox = await sandboxForAll(names);
      const answer = await sandbox.send('GET', `${base.U}/Patient/9990001308`);
      const { issue } = await answer.json();
      expect([answer.status, issue[0].code, issue[0].details.coding[0].code, issue[0].details.coding[0].display]).toEqual([
        400,
        'value',
        'BAD_REQUEST',
        'ODS code not found',
      ]);
      expect(issue[0].details.diagnostics).toBe('ODS Code Mismatch: The ODS code retrieved from PDS is not configured in APIM.');
    },
  },
  '1: 9 refused': rule(async ({ call }) => {
    const answer = await call('GET', '/documents/Patient/9000000009', { headers: { ...header, Prefer: 'code=401_gp-token' } });
    expect([...said(answer), answer.body['issue']?.[0]?.['details']?.['coding']?.[0]?.['display']]).toEqual([
      401,
      'ACCESS_DENIED',
      'Access Token for GPC Expired',
    ]);
  }),
  '1: 10 > 10 MB': rule(async ({ call }) => {
    const answer = await call('GET', '/documents/Patient/9000000009', { headers: { ...header, Prefer: 'code=502_buffer' } });
    expect([...said(answer), answer.body['issue']?.[0]?.['diagnostics']]).toEqual([
      502,
      'BAD_GATEWAY_BUFFER_OVERFLOW',
      'Body buffer overflow: response exceeded 10MB limit',
    ]);
  }),
  '1: other non-FHIR fault': rule(async ({ call, people }) => {
    const answer = await call('GET', `/documents/Patient/${people.janeSmith}`, { headers: { ...header, Accept: 'text/csv' } });
    expect([answer.status, answer.body['resourceType']]).toEqual([expect.any(Number), 'OperationOutcome']);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }),
  '1: 11 other patient': rule(async (sandbox) => {
    const headers = { ...header, 'X-Sandbox-Access': 'strict', ...signedIn(sandbox, sandbox.people.janeSmith) };
    const ask = (more: Record<string, string> = {}) =>
      sandbox.call('POST', operation, { headers: { ...headers, ...more }, body: about(sandbox.people.recordFull) });
    expect([...said(await ask()), (await ask()).body['issue']?.[0]?.['code']]).toEqual([403, 'ACCESS_DENIED', 'forbidden']);
    expect(said(await ask({ Prefer: 'contract=published' }))).toEqual([403, 'REQUEST_UNMATCHED']);
  }),
  '1: 400': rule(async ({ call }) => {
    const ask = async (system: string, value: string) =>
      said(
        await call('POST', operation, {
          headers: header,
          body: { resourceType: 'Parameters', parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system, value } }] },
        }),
      );
    expect(await ask('https://example.org', '9000000009')).toEqual([400, 'INVALID_IDENTIFIER_SYSTEM']);
    expect(await ask('https://fhir.nhs.uk/Id/nhs-number', wrongCheckDigit)).toEqual([400, 'INVALID_NHS_NUMBER']);
    expect(said(await call('GET', '/documents/Patient/9000000009'))).toEqual([400, 'BAD_REQUEST']);
  }),
  '1: 403': rule(async ({ call, people }) => {
    for (const [number, code] of [
      [people.recordDissent, 'NO_PATIENT_CONSENT'],
      [people.practiceOffersNothing, 'ACCESS_DENIED'],
    ] as const)
      expect(said(await call('POST', operation, { headers: header, body: about(number) }))).toEqual([403, code]);
  }),
  '1: 404': rule(async ({ call, people }) => {
    const answers = [];
    for (const number of [
      nobodysNumber,
      people.recordSensitive,
      people.recordInactive,
      people.temporaryPatient,
      people.unverifiedNumber,
      people.recordDeceased,
      people.newToOnlineAccess,
      people.recordSuperseded,
    ])
      answers.push(await call('POST', operation, { headers: header, body: about(number) }));
    expect(said(answers[0] ?? { status: 0, body: {} })).toEqual([404, 'PATIENT_NOT_FOUND']);
    // Which of them it is cannot be told apart.
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const binary = await call('GET', `/documents/Binary/none?patientNHSNumber=${people.recordFull}`, { headers: header });
    expect(said(binary)).toEqual([404, 'NO_RECORD_FOUND']);
  }),
  '1: 409': {
    by: 'rule',
    async shows() {
      const sandbox = await sandboxForAll(names);
      for (const path of ['A', 'P'] as const) {
        const contract = served.find((one) => one.contract.basePath === base[path])?.contract;
        const post = contract?.operations.find(({ method }) => method === 'post');
        const example = post?.body?.content[0]?.examples[0]?.value;
        const headers = { ...header, Prefer: 'code=409', 'Content-Type': 'application/fhir+json' };
        const answer = await sandbox.send('POST', base[path] + String(post?.path), example, headers);
        expect(await answer.json()).toMatchObject({
          issue: [{ code: expect.stringMatching(/duplicate|conflict/), details: { coding: [{ code: 'DUPLICATE_REJECTED' }] } }],
        });
      }
    },
  },
  '1: 422': refuses([
    [[area('includeAllergies')], 'INVALID_PARAMETER'],
    [
      [
        area(
          'includeMedication',
          { name: 'includePrescriptionIssues', valueBoolean: true },
          { name: 'includePrescriptionIssues', valueBoolean: true },
        ),
      ],
      'INVALID_RESOURCE',
    ],
  ]),
  '1: 500 · 501': rule(async ({ call }) => {
    const failed = await call('GET', '/documents/Patient/9000000009', { headers: { ...header, Prefer: 'code=500' } });
    expect(said(failed)).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    const told = await asked(open(), about('9000000009', area('includeDiaryEntries')));
    expect(told.resources.at(-1)).toMatchObject({ issue: [{ details: { coding: [{ code: 'NOT_IMPLEMENTED' }] } }] });
  }),
};

const period = (start?: string, end?: string) => ({ valuePeriod: { ...(start && { start }), ...(end && { end }) } });
const searched = (value: object): Part => area('includeConsultations', { name: 'consultationSearchPeriod', ...value });

const parameters: Readonly<Record<string, SheetRow>> = {
  '2: patientNHSNumber* valueIdentifier, once': rule(async ({ call, people }) => {
    const ask = async (body: unknown) => said(await call('POST', operation, { headers: header, body }));
    const [number] = about(people.recordFull).parameter;
    expect(await ask({ resourceType: 'Parameters', parameter: [medication] })).toEqual([422, 'INVALID_PARAMETER']);
    expect(await ask({ resourceType: 'Parameters', parameter: [number, number] })).toEqual([422, 'INVALID_PARAMETER']);
    expect(await ask({ resourceType: 'Parameters', parameter: [number] })).toEqual([200, undefined]);
  }),
  '2: includeAllergies': refuses([[[area('includeAllergies')], 'INVALID_PARAMETER', 422, /includeResolvedAllergies/]]),
  '2: includeMedication': tells(full, [medication], (told) => {
    expect(ofType(told, 'MedicationStatement')).toHaveLength(3);
    expect(ofType(told, 'MedicationRequest').some(({ intent }) => String(intent) === 'order')).toBe(true);
  }),
  '2: includeConsultations': record(async (sandbox) => {
    const all = await asked(sandbox, about(sandbox.people.janeSmith, consultations));
    const latest = await asked(
      sandbox,
      about(sandbox.people.janeSmith, area('includeConsultations', { name: 'includeNumberOfMostRecent', valuePositiveInt: 2 })),
    );
    expect(ofType(all, 'Encounter').length).toBeGreaterThan(2);
    expect(ofType(latest, 'Encounter')).toEqual(ofType(all, 'Encounter').slice(-2));
  }),
  '2: includeProblems (may repeat)': record(async (sandbox) => {
    const filtered = async (...areas: readonly Part[]) =>
      ofType(await asked(sandbox, about(sandbox.people.recordFull, ...areas)), 'Condition').length;
    const by = (valueCode: string): Part => area('includeProblems', { name: 'filterStatus', valueCode });
    expect([
      await filtered(problems),
      await filtered(by('active')),
      await filtered(by('inactive')),
      await filtered(by('active'), by('inactive')),
    ]).toEqual([3, 2, 1, 3]);
  }),
  '2: includeImmunisations (pack, definition) or includeImmunizations (example): accept both': record(async (sandbox) => {
    const of = async (name: string) => ofType(await asked(sandbox, about(sandbox.people.recordFull, area(name))), 'Immunization');
    expect((await of('includeImmunisations')).length).toBe(2);
    expect(await of('includeImmunizations')).toEqual(await of('includeImmunisations'));
  }),
  '2: includeInvestigations': record(async (sandbox) => {
    const of = async (start: string) =>
      ofType(
        await asked(
          sandbox,
          about(sandbox.people.janeSmith, area('includeInvestigations', { name: 'investigationSearchPeriod', ...period(start) })),
        ),
        'DiagnosticReport',
      ).length;
    expect(await of('1990-01-01')).toBeGreaterThan(await of('2026-01-01'));
  }),
  '2: withdrawn: includeReferrals, includeUncategorisedData; classic only: includeDiaryEntries': rule(async (sandbox) => {
    const body = about(sandbox.people.janeSmith, area('includeReferrals'), area('includeUncategorisedData'));
    expect(said(await sandbox.call('POST', operation, { headers: header, body }))).toEqual([422, 'INVALID_PARAMETER']);
    const told = await asked(sandbox, body, { Prefer: 'contract=2023' });
    expect(
      ofType(told, 'List')
        .slice(0, 2)
        .map(({ title }) => title),
    ).toEqual(['Outbound referral', 'Uncategorised data']);
    const published = await asked(sandbox, body, { Prefer: 'contract=published' });
    expect(published.resources.at(-1)).toMatchObject({
      issue: [{ diagnostics: 'includeReferrals' }, { diagnostics: 'includeUncategorisedData' }],
    });
  }),
  '2: only patientNHSNumber': tells(full, [], (told) => {
    expect(told.resources.map(({ resourceType }) => resourceType)).toEqual(['Patient', 'Organization', 'Practitioner', 'PractitionerRole']);
    expect(told.resources.map(({ meta }) => String(meta?.['versionId']))).toEqual(['1', '1', '1', '1']);
  }),
  '2: unknown parameter or part': tells(
    full,
    [area('includeAll'), area('includeMedication', { name: 'inWords' }), area('filterStatus')],
    (told) => {
      expect(told.resources.at(-1)).toMatchObject({
        resourceType: 'OperationOutcome',
        issue: [
          {
            severity: 'warning',
            code: 'not-supported',
            diagnostics: 'includeAll',
            details: { coding: [{ code: 'NOT_IMPLEMENTED', display: 'Not implemented' }], text: 'includeAll is an unrecognised parameter' },
          },
          { diagnostics: 'includeMedication.inWords' },
          { diagnostics: 'filterStatus' },
        ],
      });
    },
  ),
  '2: area switched off at the practice': rule(async (sandbox) => {
    const { practiceKeepsAreas: number } = sandbox.people;
    const told = await asked(sandbox, about(number, investigations));
    expect([told.status, told.resources.at(-1)]).toMatchObject([
      200,
      {
        issue: [
          { severity: 'warning', details: { text: 'includeInvestigations has been disabled' }, diagnostics: 'includeInvestigations' },
        ],
      },
    ]);
    const documents = await documentsOf(sandbox, number);
    expect([documents.status, documents.body['entry']?.[0]?.['resource']]).toMatchObject([
      200,
      { issue: [{ diagnostics: 'DocumentReferences' }] },
    ]);
  }),
  '2: mandatory part absent; wrong value type; part without value or null; bad, partial or future date; start > end': refuses(
    [
      [area('includeAllergies')],
      [area('includeAllergies', { name: 'includeResolvedAllergies', valueString: 'true' })],
      [area('includeAllergies', { name: 'includeResolvedAllergies' })],
      [area('includeAllergies', { name: 'includeResolvedAllergies', valueBoolean: null })],
      [area('includeMedication', { name: 'medicationSearchFromDate', valueDate: '2025-02-30' })],
      [area('includeMedication', { name: 'medicationSearchFromDate', valueDate: '2025-02' })],
      [area('includeMedication', { name: 'medicationSearchFromDate', valueDate: '2026-01-02' })],
      [area('includeMedication', { name: 'filterPrescriptionType', valueCode: 'weekly' })],
      [area('includeConsultations', { name: 'includeNumberOfMostRecent', valuePositiveInt: 0 })],
      [searched(period('2025-06-01', '2025-05-01'))],
      [searched(period('2025'))],
      [searched(period('2026-01-02'))],
    ].map((areas): Refused => [areas, 'INVALID_PARAMETER']),
  ),
  '2: same part twice; both consultation parts; body not a Parameters': rule(async ({ call, people }) => {
    const ask = async (body: unknown) => said(await call('POST', operation, { headers: header, body }));
    const issues = { name: 'includePrescriptionIssues', valueBoolean: true };
    expect(await ask(about(people.recordFull, area('includeMedication', issues, issues)))).toEqual([422, 'INVALID_RESOURCE']);
    const both = area(
      'includeConsultations',
      { name: 'consultationSearchPeriod', ...period('2025-01-01') },
      { name: 'includeNumberOfMostRecent', valuePositiveInt: 1 },
    );
    expect(await ask(about(people.recordFull, both))).toEqual([422, 'INVALID_RESOURCE']);
    for (const body of [{ resourceType: 'Patient' }, { resourceType: 'Parameters', parameter: 'x' }, [], '{', 'null'])
      expect([body, ...(await ask(body))]).toEqual([body, 422, 'INVALID_RESOURCE']);
  }),
  '2: same area twice (not problems)': refuses([
    [[medication, medication], 'INVALID_PARAMETER', 422, /^Repeated Parameter : includeMedication$/],
  ]),
  '2: with includeConsultations or includeProblems: any of medicationSearchFromDate, includeNotGiven, includeStatus (consultations: filterStatus, filterSignificance too)':
    {
      by: 'rule',
      async shows() {
        const from = area('includeMedication', { name: 'medicationSearchFromDate', valueDate: '2025-01-01' });
        const notGiven = area('includeImmunisations', { name: 'includeNotGiven', valueBoolean: true });
        const status = area('includeProblems', { name: 'filterStatus', valueCode: 'active' });
        const together: readonly Refused[] = [
          [[problems, from], 'INVALID_PARAMETER'],
          [[consultations, notGiven], 'INVALID_PARAMETER'],
          [[consultations, status], 'INVALID_PARAMETER'],
        ];
        await refuses(together).shows();
        await refuses(
          together.map(([areas, code]): Refused => [areas, code, 404]),
          'contract=published',
        ).shows();
        await tells(full, [status, medication], () => undefined).shows();
      },
    },
  '2: NHS number: wrong system · wrong format or check digit': common['1: 400'] as SheetRow, // it is there
  '2: not findable · dissent · GP Connect off at the practice': common['1: 403'] as SheetRow,
};

const areas: Readonly<Record<string, SheetRow>> = {
  '2: allergies': tells(full, [allergies], (told) => {
    expect(codeOf(listTitled(told, 'Allergies and adverse reactions'))).toBe('886921000000105');
    expect(codeOf(listTitled(told, 'Ended allergies'))).toBe('1103671000000101');
    expect(ofType(told, 'AllergyIntolerance')).toHaveLength(1);
  }),
  '2: medication': tells(full, [medication], (told) => {
    const list = listTitled(told, 'Medications and medical devices');
    expect(codeOf(list)).toBe('933361000000108');
    expect(itemsOf(list).every((item) => item.startsWith('MedicationStatement/'))).toBe(true);
    expect(ofType(told, 'Medication').length).toBeGreaterThan(0);
    // What they are for comes too, in a List of its own.
    expect(itemsOf(listTitled(told, 'Problems - linked problems not relating to the primary query'))).toHaveLength(2);
  }),
  '2: consultations': tells(consultant, [consultations], (told) => {
    const [first] = itemsOf(listTitled(told, 'List of consultations'));
    const tree = ofType(told, 'List').filter(({ encounter }) => String(encounter?.['reference']) === first);
    expect(tree.map(codeOf).slice(0, 3)).toEqual(['325851000000107', '25851000000105', '24781000000107']);
    for (const { id, date, orderedBy } of tree)
      expect([id, date, orderedBy]).toEqual([
        expect.any(String),
        expect.any(String),
        expect.objectContaining({ coding: [expect.objectContaining({ code: 'system' })] }),
      ]);
  }),
  '2: problems': tells(full, [problems], (told) => {
    expect(codeOf(listTitled(told, 'Problems'))).toBe('717711000000103');
    expect(itemsOf(listTitled(told, 'Problems - medications related to problems'))).toHaveLength(2);
  }),
  '2: immunisations': tells(full, [immunisations], (told) => {
    expect(codeOf(listTitled(told, 'Immunisations'))).toBe('1102181000000102');
    expect(itemsOf(listTitled(told, 'Immunisations'))).toHaveLength(2);
  }),
  '2: investigations': tells(consultant, [investigations], (told) => {
    expect(codeOf(listTitled(told, 'Investigations and results'))).toBe('887191000000108');
    const [report] = ofType(told, 'DiagnosticReport');
    expect(report).toMatchObject({ basedOn: [{ reference: expect.stringMatching(/^ProcedureRequest\//) }] });
    expect(ofType(told, 'ProcedureRequest')[0]).toMatchObject({ intent: 'order' });
  }),
  '2: referrals · uncategorised (withdrawn)': record(async (sandbox) => {
    const body = about(sandbox.people.waitingForHip, area('includeReferrals'), area('includeUncategorisedData'));
    const told = await asked(sandbox, body, { Prefer: 'contract=2023' });
    expect(codeOf(listTitled(told, 'Outbound referral'))).toBe('792931000000107');
    expect(listTitled(told, 'Uncategorised data')).toMatchObject({
      code: { coding: [{ code: '826501000000100', display: 'Miscellaneous record' }] },
    });
    expect(ofType(told, 'ReferralRequest')).toMatchObject([{ identifier: [{ system: 'https://fhir.nhs.uk/Id/UBRN' }] }]);
  }),
  '2: diary (classic)': tells(full, [area('includeDiaryEntries')], (told) => {
    expect(ofType(told, 'List')).toEqual([]);
    expect(told.resources.at(-1)).toMatchObject({ resourceType: 'OperationOutcome' });
  }),
  '2: AllergyIntolerance': record(async (sandbox) => {
    const told = await asked(sandbox, about(sandbox.people.recordNoAllergies, allergies));
    expect(ofType(told, 'AllergyIntolerance')).toMatchObject([
      {
        clinicalStatus: 'active',
        verificationStatus: 'unconfirmed',
        category: ['medication'],
        code: { coding: [{ code: '716186003' }] },
        assertedDate: expect.any(String),
      },
    ]);
  }),
  '2: Medication, MedicationStatement': tells(full, [medication], (told) => {
    for (const statement of ofType(told, 'MedicationStatement')) {
      expect(statement).toMatchObject({
        taken: 'unk',
        basedOn: [{ reference: expect.stringMatching(/^MedicationRequest\//) }],
        dosage: [{ text: expect.any(String) }],
        dateAsserted: expect.any(String),
      });
      expect(extensionOf(statement, 'PrescribingAgency')).toMatchObject({
        valueCodeableConcept: { coding: [{ code: 'prescribed-at-gp-practice' }] },
      });
    }
    expect(ofType(told, 'MedicationStatement').some((each) => extensionOf(each, 'MedicationStatementLastIssueDate'))).toBe(true);
  }),
  '2: MedicationRequest': tells(full, [medication], (told) => {
    const requests = ofType(told, 'MedicationRequest');
    const [plans, orders] = ['plan', 'order'].map((kind) => requests.filter(({ intent }) => String(intent) === kind));
    for (const plan of plans ?? []) {
      expect(plan['basedOn']).toBeUndefined();
      expect(extensionOf(plan, 'PrescriptionType')).toBeDefined();
    }
    for (const order of orders ?? [])
      expect(order).toMatchObject({
        basedOn: [{ reference: expect.any(String) }],
        groupIdentifier: { value: expect.stringMatching(/^[0-9A-F]{6}-/) },
        dispenseRequest: { quantity: { extension: [{ valueString: expect.any(String) }] } },
      });
    for (const request of requests) for (const name of ['category', 'priority', 'substitution']) expect(request).not.toHaveProperty(name);
    expect(plans?.some((plan) => extensionOf(plan, 'MedicationRepeatInformation'))).toBe(true);
  }),
  '2: Immunization': tells(full, [immunisations], (told) => {
    for (const each of ofType(told, 'Immunization')) {
      expect(each).toMatchObject({
        status: 'completed',
        notGiven: false,
        primarySource: true,
        date: expect.any(String),
        vaccinationProtocol: [{ doseSequence: expect.any(Number) }],
      });
      for (const name of ['DateRecorded', 'VaccinationProcedure', 'ParentPresent']) expect(extensionOf(each, name)).toBeDefined();
    }
  }),
  '2: Encounter': tells(consultant, [consultations], (told) => {
    for (const each of ofType(told, 'Encounter')) {
      expect(each).toMatchObject({
        status: 'finished',
        identifier: [{}],
        type: [{ text: expect.any(String) }, {}],
        period: { start: expect.any(String) },
        location: [{ location: {} }],
      });
      expect(each).not.toHaveProperty('class');
      expect(each['participant']?.[0]?.['type']?.[0]?.['coding']?.[0]).toMatchObject({
        code: 'REC',
        system: 'https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-ParticipantType-1',
      });
    }
  }),
  '2: Condition': tells(full, [problems], (told) => {
    for (const each of ofType(told, 'Condition')) {
      expect(each).toMatchObject({
        clinicalStatus: expect.stringMatching(/^(in)?active$/),
        category: [{ coding: [{ code: 'problem-list-item' }] }],
        assertedDate: expect.any(String),
      });
      for (const name of ['severity', 'verificationStatus']) expect(each).not.toHaveProperty(name);
      for (const name of ['ProblemSignificance', 'ActualProblem'])
        expect(extensionsOf(each).filter(({ url }) => String(url).endsWith(`${name}-1`))).toHaveLength(1);
    }
    expect(ofType(told, 'Condition').some((each) => extensionOf(each, 'RelatedClinicalContent'))).toBe(true);
  }),
  '2: DiagnosticReport': tells(consultant, [investigations], (told) => {
    const groups = ofType(told, 'Observation').filter(({ related }) => related !== undefined);
    for (const each of ofType(told, 'DiagnosticReport')) {
      expect(each).toMatchObject({ code: { coding: [{ code: '721981007' }] }, issued: expect.any(String) });
      expect(groups.map(({ id }) => `Observation/${String(id)}`)).toContain(String(each['result']?.[0]?.['reference']));
    }
  }),
  '2: Observation': tells(consultant, [consultations], (told) => {
    const observations = ofType(told, 'Observation');
    expect(observations.length).toBeGreaterThan(0);
    for (const each of observations)
      expect(each).toMatchObject({ status: expect.stringMatching(/^(final|unknown)$/), issued: expect.any(String), performer: [{}] });
    const texts = observations.filter((each) => codeOf(each) === '37331000000100');
    expect(texts.length).toBeGreaterThan(0);
    for (const { comment } of texts) expect(comment).toEqual(expect.any(String));
  }),
  '2: Patient': tells(full, [], (told) => {
    const [patient] = ofType(told, 'Patient');
    expect(patient).toMatchObject({
      identifier: [
        {
          value: '9690937286',
          extension: [
            {
              valueCodeableConcept: {
                coding: [{ code: '01', system: 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-NHSNumberVerificationStatus-1' }],
              },
            },
          ],
        },
      ],
      generalPractitioner: [{ reference: expect.stringMatching(/^Practitioner\//) }],
      managingOrganization: { reference: expect.stringMatching(/^Organization\//) },
    });
    expect(extensionOf(patient, 'RegistrationDetails')).toMatchObject({
      extension: [{ valuePeriod: { start: expect.any(String) } }, { valueCodeableConcept: { coding: [{ code: 'R' }] } }, {}],
    });
  }),
  '2: any coding': tells(consultant, [consultations, problems], (told) => {
    for (const [, system] of JSON.stringify(told.resources).matchAll(/"system":"([^"]*)"/g)) expect(system).toBe(system?.trim());
  }),
};

const lists: Readonly<Record<string, SheetRow>> = {
  'list of empty Lists: a reason and a note': tells(
    ({ recordEmpty }) => recordEmpty,
    [medication, problems, consultations],
    (told) => {
      expect(ofType(told, 'List')).toHaveLength(3);
      for (const list of ofType(told, 'List'))
        expect(list).toMatchObject({
          emptyReason: {
            coding: [{ code: 'no-content-recorded', system: 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-ListEmptyReasonCode-1' }],
          },
          note: [{ text: 'Information not available' }],
        });
    },
  ),
  'list of warnings: in confidence, in transit, awaiting filing': record(async (sandbox) => {
    const warned = async (number: string, title: string, ...asking: readonly Part[]) => {
      const list = listTitled(await asked(sandbox, about(number, ...asking)), title);
      expect(list).not.toHaveProperty('id');
      return [
        extensionOf(list, 'ListWarningCode')?.['valueCode'],
        ((list?.['note'] ?? []) as unknown as readonly Loose[]).at(-1)?.['text'],
      ];
    };
    expect(await warned(sandbox.people.recordConfidential, 'Allergies and adverse reactions', allergies)).toEqual([
      'confidential-items',
      'Items excluded due to confidentiality and/or patient preferences.',
    ]);
    expect(await warned(sandbox.people.recordInTransit, 'Problems', problems)).toEqual([
      'data-in-transit',
      expect.stringMatching(/recorded before \d{2}-[A-Z][a-z]{2}-\d{4} may be missing\.$/),
    ]);
    const reported = world()
      .record(sandbox.people.recordLogin)
      ?.of('report')
      .findLast(({ category }) => category === 'laboratory');
    sandbox.clock.set(Date.parse(`${reported?.recorded}T12:00:00Z`));
    expect((await warned(sandbox.people.recordLogin, 'Investigations and results', investigations))[0]).toBe('data-awaiting-filing');
  }),
  'list of levels: none, summary, detailed, documents, full': record(async (sandbox) => {
    const { people } = sandbox;
    const of = async (number: string, ...asking: readonly Part[]) => asked(sandbox, about(number, ...asking));
    expect(ofType(await of(people.recordClosed, medication, problems), 'MedicationStatement')).toEqual([]);
    expect(ofType(await of(people.recordSummary, problems), 'Condition')).toEqual([]);
    const notes = (told: Told) => ofType(told, 'Observation').filter((each) => codeOf(each) === '37331000000100').length;
    const detailed = await of(people.recordDetailed, consultations);
    expect([ofType(detailed, 'Encounter').length > 0, notes(detailed)]).toEqual([true, 0]);
    expect(notes(await of(people.recordOfLate, consultations))).toBeGreaterThan(0);
    const dates = ofType(await of(people.recordOfLate, consultations), 'Encounter').map(({ period: span }) => String(span?.['start']));
    expect(dates.every((date) => date >= '2022-11-01')).toBe(true);
    const documents = async (number: string) => Number((await documentsOf(sandbox, number)).body['total']);
    expect([await documents(people.recordDetailed), (await documents(people.recordDocuments)) > 0]).toEqual([0, true]);
  }),
  'list of document searches: faults, filters and what is too large': rule(async (sandbox) => {
    const { call, people } = sandbox;
    const number = people.recordLargeDocument;
    const found = await call('GET', `/documents/Patient/${number}`, { headers: header });
    const patient = String(found.body['entry']?.[0]?.['resource']?.['id']);
    const search = async (query: string, prefer = '') =>
      said(await call('GET', `/Patient/${patient}/DocumentReference?${query}`, { headers: { ...header, Prefer: prefer } }));
    const whole = documentsQuery(number);
    expect(await search(`patientNHSNumber=${number}`)).toEqual([422, 'INVALID_PARAMETER']);
    expect(await search(`patientNHSNumber=${number}`, 'contract=published')).toEqual([400, 'BAD_REQUEST']);
    expect(await search(`${whole}&author=https://example.org|1`)).toEqual([422, 'INVALID_PARAMETER']);
    expect(await search(`${whole}&status=current`)).toEqual([422, 'INVALID_PARAMETER']);
    expect(await search(`${whole}&created=g2022-01-15`)).toEqual([422, 'INVALID_PARAMETER']);
    expect(await search(documentsQuery(wrongCheckDigit))).toEqual([400, 'INVALID_NHS_NUMBER']);
    expect(await search(whole.replace(`patientNHSNumber=${number}&`, ''))).toEqual([422, 'INVALID_PARAMETER']);
    expect(said(await call('GET', `/Patient/1/DocumentReference?${whole}`, { headers: header }))).toEqual([404, 'PATIENT_NOT_FOUND']);
    const documents = await documentsOf(sandbox, number);
    const letter = documents.body['entry']?.[0]?.['resource'];
    const attachment = letter?.['content']?.[0]?.['attachment'];
    expect([Number(attachment?.['size']) > 5_000_000, attachment?.['url']]).toEqual([true, undefined]);
    expect(String(attachment?.['title'])).toMatch(/5 MB/);
    expect(said(await call('GET', `/documents/Binary/${String(letter?.['id'])}?patientNHSNumber=${number}`, { headers: header }))).toEqual([
      404,
      'NO_RECORD_FOUND',
    ]);
    for (const name of ['data', 'docStatus', 'class', 'relatesTo', 'securityLabel']) expect(letter).not.toHaveProperty(name);
    const by = async (author: string) => Number((await documentsOf(sandbox, people.janeSmith, `&author=${author}`)).body['total']);
    const told = world().record(people.janeSmith)?.of('document') ?? [];
    const [one] = told;
    expect(await by(`https://fhir.nhs.uk/Id/ods-organization-code|${one?.organisation}`)).toBe(
      told.filter(({ organisation }) => organisation === one?.organisation).length,
    );
    expect(await by(`https://fhir.nhs.uk/Id/sds-user-id|${one?.practitioner}`)).toBeGreaterThan(0);
  }),
  'list of people who are found among patients with documents: who dissents, and who died lately': rule(async ({ call, people, clock }) => {
    const total = async (number: string) => (await call('GET', `/documents/Patient/${number}`, { headers: header })).body['total'];
    expect([await total(people.recordDissent), await total(people.recordDeceased), await total(people.recordSensitive)]).toEqual([1, 0, 0]);
    clock.set(Date.UTC(2023, 4, 20));
    expect(await total(people.recordDeceased)).toBe(1);
    for (const [path, code] of [
      ['%20', 422],
      ['9000000009,9000000017', 400],
      ['9000000008', 400],
    ] as const)
      expect((await call('GET', `/documents/Patient/${path}`, { headers: header })).status).toBe(code);
  }),
};

/** Each is found, or is not. */
const people: Readonly<Record<string, SheetRow>> = {
  '8: Official PFS examples': record(async (sandbox) => {
    for (const number of ['9000000009', '9465701947'])
      expect((await asked(sandbox, about(number, allergies, medication))).status).toBe(200);
    const query = documentsQuery('9000000009');
    const found = await sandbox.call('GET', `/Patient/9d43831b-b2c7-4f8f-b5b5-1d9429acf5fb/DocumentReference?${query}`, {
      headers: header,
    });
    expect([found.status, Number(found.body['total']) > 0]).toEqual([200, true]);
    const letter = '/documents/Binary/07a6483f-732b-461e-86b6-edb665c45510?patientNHSNumber=9000000009';
    expect((await sandbox.call('GET', letter, { headers: header })).body).toMatchObject({
      resourceType: 'Binary',
      content: expect.any(String),
    });
  }),
  '8: Mock NHS logins (P9)': record(async (sandbox) => {
    for (const number of ['9449305552', '9734644475']) {
      const headers = { ...header, 'X-Sandbox-Access': 'strict', ...signedIn(sandbox, number) };
      expect((await sandbox.call('POST', operation, { headers, body: about(number) })).status).toBe(200);
    }
  }),
  '8: Demonstrator [O], practice B82617 COXWOLD SURGERY, ASID 918999198738': record(async (sandbox) => {
    const statuses: Record<string, number> = {};
    const numbers =
      '9690937278 9690937286 9690937294 9690937308 9690937375 9690938533 9690938541 9690938622 9690938614 9690938096 9476718943 9690938576 9690938118 9690938126 9690938681 9690938142 9690938134 1234567891';
    for (const number of numbers.split(' ')) statuses[number] = (await asked(sandbox, about(number))).status;
    expect(
      Object.entries(statuses)
        .filter(([, status]) => status === 404)
        .map(([number]) => number),
    ).toEqual(['9690938533', '9690938541', '9690938622', '9476718943', '9690938681', '9690938142']);
    expect([statuses['9690938576'], statuses['1234567891']]).toEqual([403, 400]);
  }),
};

const supplied: Readonly<Record<string, SheetRow>> = {
  '9: record, all areas': areas['2: Patient'] as SheetRow,
  '9: medication, prescriptions': areas['2: MedicationRequest'] as SheetRow,
  '9: immunisations': areas['2: Immunization'] as SheetRow,
  '9: investigations, referrals, documents': lists['list of document searches: faults, filters and what is too large'] as SheetRow,
  '9: appointments': record(async ({ people: { janeSmith }, workspace }) => {
    const practice = world().find(janeSmith)?.registrations[0]?.practice ?? '';
    const slots = [...(workspace.population.diary(practice)?.slots('2026-01-05', '2026-01-09') ?? [])];
    expect(slots.length).toBeGreaterThan(0);
  }),
  '9: permissions': lists['list of levels: none, summary, detailed, documents, full'] as SheetRow,
};

export const sheet: Sheet = {
  file: 'gp-connect.md',
  sections: ['1', '2', '8', '9'],
  rows: { ...common, ...parameters, ...areas, ...lists, ...people, ...supplied },
};
