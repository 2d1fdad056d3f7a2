/** What is known of the Immunisation FHIR API, row by row: each with a request and its answer. */
import { expect } from 'vitest';
import type { Sheet, SheetRow } from '../sheet.ts';
import {
  against,
  byIdentifier,
  identifier,
  idIn,
  influenza,
  numberSystem,
  ofPatient,
  open,
  patient,
  practitioner,
  procedureUrl,
  recorded,
  ruth,
  saidBy,
  send,
  snomed,
  vaccination,
  type Opened,
  type Request,
} from './vaccination.ts';

const rule = (shows: (sandbox: Opened) => Promise<void>): SheetRow => ({ by: 'rule', shows: () => shows(open()) });
const record = (shows: (sandbox: Opened) => Promise<void>): SheetRow => ({ by: 'record', shows: () => shows(open()) });
const invalid = 'INVALID';
const invariant = 'INVARIANT';

/** Each of the requests is refused so. */
const refuses = (...those: readonly (readonly [line: string, code: string, text: string | RegExp, request?: Request])[]): SheetRow =>
  rule(async (sandbox) => {
    for (const [line, code, text, request] of those) {
      const answer = await send(sandbox, line, request);
      expect(saidBy(answer)).toEqual([statusOf[code], code, text instanceof RegExp ? expect.stringMatching(text) : text]);
      expect(answer.body['issue']?.[0]?.['code']).toBe(code.toLowerCase());
    }
  });

const statusOf: Readonly<Record<string, number>> = { INVALID: 400, INVARIANT: 400, FORBIDDEN: 403, 'NOT-FOUND': 404, DUPLICATE: 422 };

const searches = (...those: readonly (readonly [query: string, text: string | RegExp])[]): SheetRow =>
  refuses(...those.map(([query, text]) => [`GET /Immunization${query}`, invalid, text] as const));

/** What a vaccination with these changes is refused for. */
const wrong = (...those: readonly (readonly [changes: Readonly<Record<string, unknown>>, text: string | RegExp])[]): SheetRow =>
  refuses(...those.map(([changes, text]) => ['POST /Immunization', invariant, text, { body: vaccination(changes) }] as const));

const of = (changes: Readonly<Record<string, unknown>>) => ({ contained: [practitioner, { ...patient, ...changes }] });
const errors = (...texts: readonly string[]): string => `Validation errors: ${texts.join('; ')}`;
const inPatient = (place: string): string => `contained[?(@.resourceType=='Patient')].${place}`;
const jane = '9000000009';

const versionOf = (answer: { readonly headers: Headers }): string | null => answer.headers.get('e-tag');

/** Vaccines by the diseases that stand in the table beside them. */
const tetanus = ['398102009', '397430003', '76902006'];
const measles = ['14189004', '36989005', '36653000'];
const vaccines: Readonly<Record<string, readonly string[]>> = {
  '3IN1': tetanus,
  '4IN1': [...tetanus, '27836007'],
  '6IN1': [...tetanus, '27836007', '709410003', '66071002'],
  BCG: ['56717001'],
  COVID: ['840539006'],
  FLU: [influenza],
  HEPB: ['66071002'],
  HIB: ['709410003'],
  HIBMENC: ['709410003', '23511006'],
  HPV: ['240532009'],
  MENACWY: ['23511006'],
  MENB: ['1354584007'],
  MMR: measles,
  MMRV: [...measles, '38907003'],
  PNEUMOCOCCAL: ['16814004'],
  PERTUSSIS: ['27836007'],
  ROTAVIRUS: ['186150001'],
  RSV: ['55735004'],
  SHINGLES: ['4740000'],
};

/** Recorded with these diseases, whichever comes first, it is found as this vaccine and as no other. */
const isVaccineOf = (vaccine: string, diseases: readonly string[]): SheetRow =>
  rule(async (sandbox) => {
    const id = idIn(await recorded(sandbox, against(...diseases.toReversed())));
    const others = Object.keys(vaccines).filter((one) => one !== vaccine);
    for (const [targets, isThere] of [
      [vaccine, true],
      [others.join(','), false],
    ] as const) {
      const { body } = await send(sandbox, `GET ${ofPatient(ruth, `-immunization.target=${targets}`)}`);
      expect(JSON.stringify(body).includes(`/Immunization/${id}"`)).toBe(isThere);
    }
  });

const issueCode = (code: string, line: string, request?: Request): SheetRow =>
  rule(async (sandbox) => {
    const path = await recorded(sandbox);
    const { body, ...answer } = await send(sandbox, line.replace('{path}', path), request);
    expect([answer.status, body['issue']?.[0]?.['details']?.['coding']?.[0]]).toEqual([
      statusOf[code],
      { system: 'https://fhir.nhs.uk/Codesystem/http-error-codes', code },
    ]);
    expect(body['meta']?.['profile']?.[0]).toBe('https://simplifier.net/guide/UKCoreDevelopment2/ProfileUKCore-OperationOutcome');
  });

const warned = (query: string, text: string, request?: Request): SheetRow =>
  rule(async (sandbox) => {
    await recorded(sandbox);
    const { status, body } = await send(sandbox, `GET ${ofPatient(ruth, query)}`, request);
    const entries = body['entry'] as unknown as readonly { search: { mode: string }; resource: { issue?: readonly object[] } }[];
    const last = entries.at(-1);
    expect([status, last?.search.mode, last?.resource.issue?.[0]]).toMatchObject([
      200,
      'outcome',
      { severity: 'warning', diagnostics: text },
    ]);
    expect(Number(body['total'])).toBe(entries.filter(({ search }) => search.mode === 'match').length);
  });

const operations: Readonly<Record<string, SheetRow>> = {
  '1: POST /Immunization': rule(async (sandbox) => {
    const answer = await send(sandbox, 'POST /Immunization', { body: vaccination() });
    expect([answer.status, answer.body, versionOf(answer)]).toEqual([201, {}, '1']);
    expect(answer.headers.get('location')).toMatch(/\/immunisation-fhir-api\/FHIR\/R4\/Immunization\/[0-9a-f-]{36}$/);
  }),
  '1: GET /Immunization/{id}': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    const answer = await send(sandbox, `GET ${path}`);
    expect([answer.status, versionOf(answer)]).toEqual([200, '1']);
    expect(answer.body).toEqual({ ...vaccination(), id: idIn(path), meta: { versionId: '1' } });
  }),
  '1: PUT /Immunization/{id}': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    const answer = await send(sandbox, `PUT ${path}`, { body: vaccination({ id: idIn(path), lotNumber: 'TP9' }), version: '1' });
    expect([answer.status, answer.body, versionOf(answer)]).toEqual([200, {}, '2']);
    expect((await send(sandbox, `GET ${path}`)).body).toMatchObject({ lotNumber: 'TP9', meta: { versionId: '2' } });
  }),
  '1: DELETE /Immunization/{id}': rule(async (sandbox) => {
    const answer = await send(sandbox, `DELETE ${await recorded(sandbox)}`);
    expect([answer.status, answer.body]).toEqual([204, {}]);
  }),
  '1: GET /Immunization': record(async (sandbox) => {
    const { body } = await send(sandbox, `GET ${ofPatient(jane)}`);
    const jabs = sandbox.workspace.population.record(jane)?.of('vaccination') ?? [];
    const flu = jabs.filter(({ sort, status }) => sort === 'FLU' && status === 'completed');
    expect(body).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: flu.length });
    expect(body['entry']?.[0]?.['resource']?.['occurrenceDateTime']).toContain(flu.at(-1)?.given);
    expect(Object.keys(body).at(-1)).toBe('total');
  }),
  '1: POST /Immunization/_search': rule(async (sandbox) => {
    await recorded(sandbox);
    const [, query = ''] = ofPatient(ruth).split('?');
    const byForm = await send(sandbox, 'POST /Immunization/_search', { form: query });
    const merged = await send(sandbox, 'POST /Immunization/_search?-immunization.target=FLU', {
      form: `patient.identifier=${numberSystem}|${ruth}`,
    });
    expect(byForm.body['total']).toBeGreaterThan(0);
    expect(merged.body).toEqual(byForm.body);
    expect((await send(sandbox, `POST /Immunization/_search?${query}`)).body).toEqual(byForm.body);
  }),
  '1: A patient': rule(async (sandbox) => {
    await recorded(sandbox);
    const between = async (from: string, to: string): Promise<unknown> =>
      (
        await send(
          sandbox,
          `GET ${ofPatient(ruth, `-immunization.target=RSV,FLU&-date.from=${from}&-date.to=${to}&_include=Immunization:patient`)}`,
        )
      ).body['total'];
    expect(await Promise.all([between('2025-12-01', '2025-12-01'), between('2025-12-02', '2025-12-31')])).toEqual([1, 0]);
  }),
  '1: B identifier': rule(async (sandbox) => {
    const id = idIn(await recorded(sandbox));
    const { body } = await send(sandbox, `GET ${byIdentifier}&_elements=id,meta`);
    expect(body).toMatchObject({ total: 1, entry: [{ resource: { resourceType: 'Immunization', id, meta: { versionId: '1' } } }] });
    expect(Object.keys(body['entry']?.[0]?.['resource'] ?? {})).toEqual(['resourceType', 'id', 'meta']);
    expect((await send(sandbox, `GET ${byIdentifier}`)).body['entry']?.[0]?.['resource']).toMatchObject({ id, lotNumber: 'TP2075' });
  }),
  '1: C disease': rule(async (sandbox) => {
    const id = idIn(await recorded(sandbox, against(...(vaccines['MMRV'] ?? []))));
    const { body } = await send(sandbox, `GET ${ofPatient(ruth, 'target-disease=http://snomed.info/sct|36989005')}`);
    expect(body['entry']?.[0]?.['resource']?.['id']).toBe(id);
  }),
};

const search: Readonly<Record<string, SheetRow>> = {
  '3: 1': searches([`${ofPatient(ruth).slice(13)}&-immunization.target=RSV`, 'Parameters may not be duplicated. Use commas for "or".']),
  '3: 2': searches(['', 'No parameter provided. Search using either identifier or patient.identifier']),
  '3: 3': searches(
    ...['-immunization.target=FLU', 'identifier=a|b'].map(
      (other) =>
        [
          `?target-disease=http://snomed.info/sct|${influenza}&${other}`,
          'Search parameter target-disease cannot be used with -immunization.target or identifier. Use one search type only.',
        ] as const,
    ),
  ),
  '3: 4': refuses([`GET ${ofPatient(ruth, '-immunization.target=NONE')}`, 'FORBIDDEN', 'Unauthorized request', { may: [] }]),
  '3: 5': searches([
    `${byIdentifier.slice(13)}&patient.identifier=1`,
    'Search parameter should have either identifier or patient.identifier',
  ]),
  '3: 6': searches([`${byIdentifier.slice(13)}&-date.from=2025-01-01`, 'Identifier search included patient.identifier search parameters']),
  '3: 7': searches(
    ...['identifier=x', 'identifier=a|b,c|d', 'identifier='].map(
      (one) =>
        [
          `?${one}`,
          /^Search parameter identifier must have one value and must be in the format of "identifier\.system\|identifier\.value"/,
        ] as const,
    ),
  ),
  '3: 8': searches(['?_elements=id', 'Search parameter _elements must have the following parameter: identifier']),
  '3: 9': searches([`${byIdentifier.slice(13)}&_elements=id,status`, '_elements must be one or more of the following: id,meta']),
  '3: 10': searches(
    ['?-immunization.target=FLU', 'Search parameter patient.identifier must have one value.'],
    [ofPatient(`${ruth},1`).slice(13), 'Search parameter patient.identifier must have one value.'],
    [
      `?patient.identifier=${ruth}`,
      `patient.identifier must be in the format of "${numberSystem}|{NHS number}" e.g. "${numberSystem}|${jane}"`,
    ],
    [ofPatient('9000000008').slice(13), 'Search parameter patient.identifier must be a valid NHS number.'],
  ),
  '3: 11': searches(
    [ofPatient(ruth, '').slice(13), 'Search parameter -immunization.target must have one or more values.'],
    [
      ofPatient(ruth, '-immunization.target=NONE').slice(13),
      /^-immunization\.target must be one or more of the following: 3IN1, 4IN1, .*SHINGLES$/,
    ],
  ),
  '3: 11b': searches(
    [
      ofPatient(ruth, `target-disease=${influenza}`).slice(13),
      'Search parameter target-disease must be in the format "http://snomed.info/sct|{SNOMED code}" e.g. "http://snomed.info/sct|14189004"',
    ],
    [
      ofPatient(ruth, 'target-disease=http://snomed.info/sct|flu').slice(13),
      'Search parameter target-disease must be one or more valid SNOMED codes from the supported target disease list.',
    ],
  ),
  '3: 12': searches(
    [ofPatient(ruth, '-immunization.target=FLU&-date.from=2025').slice(13), 'Search parameter -date.from must be in format: YYYY-MM-DD'],
    [ofPatient(ruth, '-immunization.target=FLU&-date.to=2025-02-30').slice(13), 'Search parameter -date.to must be in format: YYYY-MM-DD'],
    [
      ofPatient(ruth, '-immunization.target=FLU&-date.to=2025-01-01,2025-01-02').slice(13),
      'Search parameter -date.to may have one value at most.',
    ],
    [
      ofPatient(ruth, '-immunization.target=FLU&-date.from=2025-01-02&-date.to=2025-01-01').slice(13),
      'Search parameter -date.from must be before -date.to',
    ],
  ),
  '3: 13': searches([
    ofPatient(ruth, '-immunization.target=FLU&_include=Immunization:location').slice(13),
    "Search parameter _include may only be 'Immunization:patient' if provided.",
  ]),
  '3: 14': refuses([`GET ${ofPatient(ruth)}`, 'FORBIDDEN', 'Unauthorized request for vaccine type', { may: ['RSV.S', 'FLU.CRUD'] }]),
  '3: 15': rule(async (sandbox) => {
    const display = 'a long reason '.repeat(5000);
    for (let n = 0; n < 16; n += 1)
      await recorded(sandbox, { identifier: [{ ...identifier, value: `${n}` }], reasonCode: [{ coding: [{ code: '1', display }] }] });
    const answer = await send(sandbox, `GET ${ofPatient(ruth)}`);
    expect(saidBy(answer)).toEqual([400, invalid, 'Search returned too many results. Please narrow down the search']);
  }),
  'list of warnings: not all are permitted': warned(
    '-immunization.target=FLU,RSV',
    'Your search contains details that you are not authorised to request',
    { may: ['FLU.S'] },
  ),
  'list of warnings: not all targets are known': warned(
    '-immunization.target=FLU,NONE',
    'Your search included invalid -immunization.target value(s) that were ignored: NONE. The search was performed using the valid value(s) only.',
  ),
  'list of warnings: not all diseases are known': warned(
    `target-disease=http://snomed.info/sct|${influenza},http://snomed.info/sct|73211009`,
    "Target disease code '73211009' is not a supported target disease in this service.",
  ),
  'list of warnings: no disease is known': warned(
    'target-disease=http://snomed.info/sct|73211009',
    'This service does not contain any vaccination types with the target disease requested.',
  ),
  'list of what a search hides': rule(async (sandbox) => {
    await recorded(sandbox);
    const { body } = await send(sandbox, `GET ${ofPatient(ruth, '-immunization.target=FLU&-date.from=2025-12-01')}`);
    const [found, person] = body['entry'] as unknown as readonly { fullUrl: string; resource: Record<string, unknown> }[];
    expect(found?.resource).not.toHaveProperty('contained');
    expect(found?.resource).toMatchObject({
      identifier: [{ use: 'official', ...identifier }],
      patient: { reference: person?.fullUrl, type: 'Patient', identifier: { system: numberSystem, value: ruth } },
      performer: [{ actor: { type: 'Organization', identifier: { value: 'N2N9I' } } }],
    });
    expect(person?.fullUrl).toMatch(/^urn:uuid:/);
    expect(body['link']?.[0]?.['relation']).toBe('self');
  }),
  'list of what nobody learns of a restricted person: their postcode is ZZ99 3CZ': record(async (sandbox) => {
    const { population } = sandbox.workspace;
    const [jab] =
      population
        .record(sandbox.people.restricted)
        ?.of('vaccination')
        .filter(({ sort }) => sort in vaccines) ?? [];
    const { body } = await send(sandbox, `GET /Immunization/${jab?.id}`);
    expect(JSON.stringify(body)).toContain('"postalCode":"ZZ99 3CZ"');
    expect(body['location']?.['identifier']?.['value']).toBe('X99999');
  }),
  'list of what is answered where nothing is found': record(async (sandbox) => {
    const { body } = await send(sandbox, `GET ${ofPatient(jane, '-immunization.target=RSV')}`);
    expect(body).toMatchObject({ entry: [], total: 0 });
  }),
};

const malformed = { body: '{"resourceType": ' };
const someId = '/Immunization/00000000-0000-4000-8000-000000000000';

const updates: Readonly<Record<string, SheetRow>> = {
  'list of creation: no supplier': refuses(['POST /Immunization', 'FORBIDDEN', 'Unauthorized request', { body: {}, may: [] }]),
  'list of creation: JSON': refuses(['POST /Immunization', invalid, /^Request's body contains malformed JSON: /, malformed]),
  'list of creation: no id': refuses([
    'POST /Immunization',
    invariant,
    'id field must not be present for CREATE operation',
    { body: vaccination({ id: 'mine', status: 'done' }) },
  ]),
  'list of creation: validation before permission': refuses([
    'POST /Immunization',
    invariant,
    errors('status must be one of the following: completed'),
    { body: vaccination({ status: 'done' }), may: ['RSV.C'] },
  ]),
  'list of creation: permission before duplicates': rule(async (sandbox) => {
    await recorded(sandbox);
    const answer = await send(sandbox, 'POST /Immunization', { body: vaccination(), may: ['RSV.CRUDS', 'FLU.RUDS'] });
    expect(saidBy(answer)).toEqual([403, 'FORBIDDEN', 'Unauthorized request for vaccine type']);
  }),
  'list of creation: duplicates': rule(async (sandbox) => {
    await recorded(sandbox);
    const answer = await send(sandbox, 'POST /Immunization', { body: vaccination() });
    expect(saidBy(answer)).toEqual([422, 'DUPLICATE', `The provided identifier: ${identifier.system}#${identifier.value} is duplicated`]);
  }),
  '3: 1 / supplier': refuses([`PUT ${someId}`, 'FORBIDDEN', 'Unauthorized request', { body: vaccination(), may: [] }]),
  '3: 2 / E-Tag present': refuses([
    'PUT /Immunization/a_b',
    invariant,
    'Validation errors: Immunization resource version not specified in the request headers',
    { body: vaccination() },
  ]),
  '3: 3 / id pattern': refuses(
    ...(['PUT', 'GET', 'DELETE'] as const).map(
      (method) =>
        [
          `${method} /Immunization/a_b`,
          invalid,
          'Validation errors: the provided event ID is either missing or not in the expected format.',
          method === 'PUT' ? { body: vaccination(), version: 'one' } : {},
        ] as const,
    ),
  ),
  '3: 4 / E-Tag positive integer': refuses(
    ...['one', '0', '-1', '1.5'].map(
      (version) =>
        [
          `PUT ${someId}`,
          invariant,
          `Validation errors: Immunization resource version:${version} in the request headers is invalid.`,
          { body: vaccination(), version },
        ] as const,
    ),
  ),
  '3: 5 / JSON': refuses([`PUT ${someId}`, invalid, /^Request's body contains malformed JSON: /, { ...malformed, version: '1' }]),
  '3: 6 / body id = path id': refuses(
    ...[undefined, 'other'].map(
      (id) =>
        [
          `PUT ${someId}`,
          invariant,
          `Validation errors: The provided immunization id:${idIn(someId)} doesn't match with the content of the request body`,
          { body: vaccination({ id, status: 'done' }), version: '1' },
        ] as const,
    ),
  ),
  '3: 7 / validation': refuses([
    `PUT ${someId}`,
    invariant,
    errors('status must be one of the following: completed'),
    { body: vaccination({ id: idIn(someId), status: 'done' }), version: '1' },
  ]),
  '3: 8 / exists (deleted counts)': rule(async (sandbox) => {
    const answer = await send(sandbox, `PUT ${someId}`, { body: vaccination({ id: idIn(someId) }), version: '1', may: ['RSV.R'] });
    expect(saidBy(answer)).toEqual([404, 'NOT-FOUND', `Immunization resource does not exist. ID: ${idIn(someId)}`]);
    const path = await recorded(sandbox);
    await send(sandbox, `DELETE ${path}`);
    expect((await send(sandbox, `PUT ${path}`, { body: vaccination({ id: idIn(path) }), version: '1' })).status).toBe(200);
  }),
  '3: 9 / permission for old and new type': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    const body = vaccination({ id: idIn(path), ...against('55735004'), identifier: [{ ...identifier, value: 'other' }] });
    for (const may of [['FLU.U'], ['RSV.U']])
      expect(saidBy(await send(sandbox, `PUT ${path}`, { body, version: '7', may }))).toEqual([
        403,
        'FORBIDDEN',
        'Unauthorized request for vaccine type',
      ]);
    const both = { body: { ...body, identifier: [identifier] }, version: '1', may: ['FLU.U', 'RSV.U'] };
    expect((await send(sandbox, `PUT ${path}`, both)).status).toBe(200);
  }),
  '3: 10 / identifier unchanged': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    for (const [changed, places] of [
      [{ system: 'https://other.example', value: 'other' }, 'identifier[0].system and identifier[0].value'],
      [{ ...identifier, system: 'https://other.example' }, 'identifier[0].system'],
      [{ ...identifier, value: 'other' }, 'identifier[0].value'],
    ] as const) {
      const body = vaccination({ id: idIn(path), identifier: [changed] });
      expect(saidBy(await send(sandbox, `PUT ${path}`, { body, version: '7' }))).toEqual([
        400,
        invariant,
        errors(`${places} doesn't match with the stored content`),
      ]);
    }
  }),
  '3: 11 / version': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    const body = vaccination({ id: idIn(path) });
    const said = async (version: string): Promise<unknown> => saidBy(await send(sandbox, `PUT ${path}`, { body, version }));
    await said('1');
    const one = `The requested immunization resource ${idIn(path)}`;
    expect(await said('1')).toEqual([400, invariant, errors(`${one} has changed since the last retrieve.`)]);
    expect(await said('3')).toEqual([400, invariant, errors(`${one} version is inconsistent with the existing version.`)]);
  }),
  'list of reading: the id, the supplier, what there is, permission': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    const said = async (line: string, may: readonly string[]): Promise<unknown> => (await send(sandbox, line, { may })).status;
    for (const method of ['GET', 'DELETE']) {
      expect(await said(`${method} /Immunization/a_b`, [])).toBe(400);
      expect(await said(`${method} ${someId}`, [])).toBe(403);
      expect(await said(`${method} ${someId}`, ['RSV.RD'])).toBe(404);
      expect(await said(`${method} ${path}`, ['RSV.RD', 'FLU.CUS'])).toBe(403);
    }
    expect([await said(`GET ${path}`, ['FLU.R']), await said(`DELETE ${path}`, ['FLU.D'])]).toEqual([200, 204]);
  }),
};

const bodies: Readonly<Record<string, SheetRow>> = {
  '4: first, each on its own': wrong(
    [
      { resourceType: 'Patient', contained: undefined },
      errors("This service only accepts FHIR Immunization Resources (i.e. resourceType must equal 'Immunization')"),
    ],
    [{ contained: undefined, identifier: undefined }, errors('contained is a mandatory field')],
    [{ identifier: undefined, extension: undefined }, errors('identifier is a mandatory field')],
    [{ extension: undefined, status: 'done' }, errors('extension is a mandatory field')],
  ),
  '4: top-level keys': wrong([
    { text: { status: 'generated' }, status: 'done' },
    errors(
      'text is not an allowed element of the Immunization resource for this service',
      'status must be one of the following: completed',
    ),
  ]),
  '4: contained': wrong(
    [
      { contained: [{ resourceType: 'Location', id: 'L' }] },
      errors('contained must contain only Patient and Practitioner resources', 'contained must contain exactly one Patient resource'),
    ],
    [{ contained: [patient, practitioner, practitioner] }, errors('contained must contain a maximum of one Practitioner resource')],
    [{ contained: [practitioner, { ...patient, id: undefined }] }, errors("The contained Patient resource must have an 'id' field")],
    [
      { patient: { reference: '#other' }, performer: vaccination().performer.slice(1) },
      errors(
        "The reference '#other' does not match the id of the contained Patient resource",
        "contained Practitioner resource id 'Pract1' must be referenced from performer",
      ),
    ],
  ),
  '4: status': wrong(
    ...['done', 'entered-in-error'].map((status) => [{ status }, errors('status must be one of the following: completed')] as const),
  ),
  '4: identifier': wrong(
    [{ identifier: [identifier, identifier] }, errors('identifier must be an array of length 1')],
    [
      { identifier: [{ use: 'official' }] },
      errors('identifier[0].value is a mandatory field', 'identifier[0].system is a mandatory field'),
    ],
  ),
  '4: extension': wrong(
    [{ extension: [vaccination().extension[0], vaccination().extension[0]] }, errors('extension must be an array of length 1')],
    [
      { extension: [{ url: 'https://other.example', valueCodeableConcept: snomed('822851000000103') }] },
      errors(
        `extension[0].url must be one of the following: ${procedureUrl}`,
        `extension[?(@.url=='${procedureUrl}')].valueCodeableConcept.coding[?(@.system=='http://snomed.info/sct')].code is not a valid snomed code`,
      ),
    ],
  ),
  '4: Patient': wrong([
    of({
      identifier: [{ system: numberSystem, value: '9990000019' }],
      name: [{ family: 'x'.repeat(36), given: ['a', 'b', 'c', 'd', 'e', 'f'] }],
      gender: 'F',
      birthDate: '2026-01-02',
      address: [{ postalCode: ' ' }],
    }),
    errors(
      `${inPatient('identifier[0].value')} is not a valid NHS number`,
      `${inPatient('name[0].given')} must be an array of maximum length 5`,
      `${inPatient('name[0].family')} must be 35 or fewer characters`,
      `${inPatient('birthDate')} must not be in the future`,
      `${inPatient('gender')} must be one of the following: male, female, other, unknown`,
      `${inPatient('address[0].postalCode')} must be a non-empty string`,
    ),
  ]),
  '4: occurrenceDateTime, recorded': wrong(
    ...(['2026-01-02', '2025-13-01', '2025-12', 'today', '2025-12-01T10:15:00Z', '2025-12-01T10:15:00+05:00'] as const).map(
      (occurrenceDateTime) => [{ occurrenceDateTime }, /^Validation errors: occurrenceDateTime must be a valid datetime/] as const,
    ),
    [{ recorded: '2026-01-01T00:00:01+00:00' }, /^Validation errors: recorded must be a valid datetime/],
  ),
  '4: primarySource': wrong([{ primarySource: 'yes' }, errors('primarySource must be a boolean')]),
  '4: performer': wrong([
    { performer: [{ actor: { reference: '#Pract1' } }] },
    errors("There must be exactly one performer.actor[?@.type=='Organization'] with type 'Organization'"),
  ]),
  '4: protocolApplied': wrong(
    [
      { protocolApplied: [...vaccination().protocolApplied, ...vaccination().protocolApplied] },
      errors('protocolApplied must be an array of length 1'),
    ],
    [
      { protocolApplied: [{ ...vaccination().protocolApplied[0], doseNumberPositiveInt: 10 }] },
      errors('protocolApplied[0].doseNumberPositiveInt must be an integer in the range 1 to 9'),
    ],
    [
      { protocolApplied: [{ targetDisease: [{ coding: [{ system: 'urn:other', code: '1' }] }], doseNumberPositiveInt: 1 }] },
      errors('protocolApplied[0].targetDisease[0].coding must contain exactly one element with a system of http://snomed.info/sct'),
    ],
    [
      against('14189004', '36989005'),
      errors(
        "protocolApplied[0].targetDisease[*].coding[?(@.system=='http://snomed.info/sct')].code - ['14189004', '36989005'] is not a valid combination of disease codes for this service",
      ),
    ],
  ),
  '4: location': wrong(
    [{ location: { identifier: { value: '' } } }, errors('location.identifier.value must be a non-empty string')],
    [{ location: { identifier: { value: 'Y12345' } } }, errors('location.identifier.system is a mandatory field')],
  ),
  '4: mandatory': wrong([
    {
      ...of({ name: undefined, birthDate: undefined, gender: undefined, address: undefined }),
      occurrenceDateTime: undefined,
      recorded: undefined,
      primarySource: undefined,
      location: undefined,
      performer: [{ actor: { reference: '#Pract1' } }, { actor: { type: 'Organization' } }],
    },
    errors(
      ...[
        inPatient('name[0].given'),
        inPatient('name[0].family'),
        inPatient('birthDate'),
        inPatient('gender'),
        inPatient('address[0].postalCode'),
        'occurrenceDateTime',
        "performer[?(@.actor.type=='Organization')].actor.identifier.value",
        "performer[?(@.actor.type=='Organization')].actor.identifier.system",
        'recorded',
        'primarySource',
        'location.identifier.value',
        'location.identifier.system',
      ].map((place) => `${place} is a mandatory field`),
    ),
  ]),
  ...Object.fromEntries(Object.entries(vaccines).map(([name, diseases]) => [`4: ${name}`, isVaccineOf(name, diseases)])),
};

const faults: Readonly<Record<string, SheetRow>> = {
  '5: 400': issueCode(invariant, 'PUT {path}', { body: vaccination() }),
  '5: 401': rule(async (sandbox) => {
    const { status, body } = await sandbox.call('GET', someId, { headers: { 'X-Sandbox-Access': 'strict' } });
    expect([status, body['resourceType']]).toEqual([401, 'OperationOutcome']);
  }),
  '5: 403': issueCode('FORBIDDEN', 'GET {path}', { may: ['RSV.R'] }),
  '5: 404': refuses(
    ...['constructor', 'nobody'].map(
      (id) => [`GET /Immunization/${id}`, 'NOT-FOUND', `Immunization resource does not exist. ID: ${id}`] as const,
    ),
  ),
  '5: 405': rule(async (sandbox) => {
    const { status, headers, body } = await send(sandbox, `PATCH ${someId}`, { body: {} });
    expect([status, body['issue']?.[0]?.['code']]).toEqual([405, 'not-supported']);
    expect(headers.get('allow')).toBe('DELETE, GET, HEAD, OPTIONS, PUT');
  }),
  '5: 422': issueCode('DUPLICATE', 'POST /Immunization', { body: vaccination() }),
  // No request of a client's leads to it: it is asked for.
  '5: 500': rule(async (sandbox) => {
    const { status, body } = await sandbox.call('GET', someId, { headers: { Prefer: 'code=500' } });
    expect([status, body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']]).toEqual([500, 'EXCEPTION']);
  }),
};

const lifecycle: Readonly<Record<string, SheetRow>> = {
  'lifecycle: recorded, replaced, deleted': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    await send(sandbox, `PUT ${path}`, { body: vaccination({ id: idIn(path) }), version: '1' });
    await send(sandbox, `DELETE ${path}`);
    for (const line of [`GET ${path}`, `DELETE ${path}`]) expect((await send(sandbox, line)).status).toBe(404);
    for (const query of [byIdentifier, ofPatient(ruth, '-immunization.target=FLU&-date.from=2025-12-01')])
      expect((await send(sandbox, `GET ${query}`)).body['total']).toBe(0);
  }),
  'lifecycle: reinstated by a replacement, whatever version it names': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    await send(sandbox, `DELETE ${path}`);
    const answer = await send(sandbox, `PUT ${path}`, { body: vaccination({ id: idIn(path) }), version: '41' });
    expect([answer.status, versionOf(answer), versionOf(await send(sandbox, `GET ${path}`))]).toEqual([200, '2', '2']);
  }),
  'lifecycle: reinstated by a recording with the same identifier': rule(async (sandbox) => {
    const path = await recorded(sandbox);
    await send(sandbox, `DELETE ${path}`);
    const answer = await send(sandbox, 'POST /Immunization', { body: vaccination({ lotNumber: 'TP8' }) });
    expect([answer.status, versionOf(answer), answer.headers.get('location')?.endsWith(path)]).toEqual([201, '2', true]);
    expect((await send(sandbox, `GET ${path}`)).body['lotNumber']).toBe('TP8');
  }),
};

export const sheet: Sheet = {
  file: 'immunisation.md',
  sections: ['1', '3', '4', '5'],
  rows: { ...operations, ...search, ...updates, ...bodies, ...faults, ...lifecycle },
};
