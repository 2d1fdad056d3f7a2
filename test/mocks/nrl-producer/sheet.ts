/** What is known of the record locator, of both its sides, row by row. */
import { expect } from 'vitest';
import { given } from '../../given.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import {
  aboutPatient,
  codesOf,
  coded,
  content,
  idsOf,
  locator,
  organisation,
  patient,
  plan,
  replacing,
  said,
  snomed,
  type Locator,
  type Sent,
  type SentPointer,
} from './locator.ts';

const rule = (shows: (made: Locator) => Promise<void>): SheetRow => ({ by: 'rule', shows: () => shows(locator()) });

const create = '/DocumentReference';
const found = `/DocumentReference?${aboutPatient(patient)}`;
const crisisPlan = snomed('736253002');
const number = (value: string): { readonly 'subject:identifier': string } => ({
  'subject:identifier': `https://fhir.nhs.uk/Id/nhs-number|${value}`,
});

/** An answer is the first of these: status, code, kind of issue, words, place. */
type Expected = readonly [status: number, code: string, issue?: string, words?: string | RegExp, place?: string];

async function expectSaid(answer: Promise<Awaited<ReturnType<Locator['producer']>>>, expected: Expected): Promise<void> {
  const [status, code, issue, words, place] = said(await answer);
  const wanted = expected.map((each) => (each instanceof RegExp ? expect.stringMatching(each) : each));
  expect([status, code, issue, words, place].slice(0, wanted.length)).toEqual(wanted);
}

/** A pointer that is refused. */
const refuses = (but: Partial<SentPointer> | Record<string, unknown>, expected: Expected, sent: Sent = {}): SheetRow =>
  rule(({ producer }) => expectSaid(producer('POST', create, { ...sent, body: { ...plan(), ...but } }), expected));

/** A request of a consumer's that is refused. */
const finds = (line: string, expected: Expected, sent: Sent = {}): SheetRow =>
  rule(({ consumer }) => {
    const [method = '', path = ''] = line.split(' ');
    return expectSaid(consumer(method, path, sent), expected);
  });

/** A document of a type is announced under its category, found by both, and no more where the type is not allowed. */
const kind = (
  code: string,
  category: readonly [code: string, display: string],
  display: string,
  system = 'http://snomed.info/sct',
): SheetRow =>
  rule(async ({ producer, consumer, make }) => {
    const type = { coding: [{ system, code, display }] } as SentPointer['type'];
    const id = await make(plan({ type, category: [coded(...category)] }));
    expect(idsOf(await consumer('GET', `${found}&type=${system}|${code}&category=${snomed(category[0])}`))).toContain(id);
    const other = category[0] === '734163000' ? coded('1102421000000108', 'Observations') : coded('734163000', 'Care plan');
    await expectSaid(producer('POST', create, { body: plan({ type, category: [other] }) }), [400, 'BAD_REQUEST']);
    await expectSaid(consumer('GET', `/DocumentReference/${id}`, { may: ['http://snomed.info/sct|1'] }), [403, 'ACCESS DENIED']);
  });

const care = ['734163000', 'Care plan'] as const;
const parse = (what: string): string => `Request body could not be parsed (${what})`;
const notFound: Expected = [404, 'NO_RECORD_FOUND', 'not-found', 'The requested DocumentReference could not be found'];
const wrongSystem = "Provided subject identifier system is not the NHS number system (expected 'https://fhir.nhs.uk/Id/nhs-number')";
const noPermission = (as: string): string =>
  `Your organisation '${as}' does not have permission to access this resource. Contact the onboarding team.`;
const badCustodian: Expected = [
  400,
  'BAD_REQUEST',
  'invalid',
  'The custodian of the provided DocumentReference does not match the expected ODS code for this organisation',
  'custodian.identifier.value',
];
const badType: Expected = [
  403,
  'AUTHOR_CREDENTIALS_ERROR',
  'forbidden',
  'The type of the provided DocumentReference is not in the list of allowed types for this organisation',
  'type.coding[0].code',
];
const otherId = 'The document id in the path does not match the document id in the body';
const related = (code: string, value?: string) => ({
  relatesTo: [{ code, target: { type: 'DocumentReference', ...(value !== undefined && { identifier: { value } }) } }],
});
const target = 'relatesTo[0].target.identifier.value';
const stability = (code: string, display: string) => {
  const one = content();
  const [extension] = one.extension;
  const coding = { ...extension?.valueCodeableConcept.coding[0], code, display };
  return { content: [{ ...one, extension: [{ ...extension, valueCodeableConcept: { coding: [coding] } }] }] };
};
const asid = (...values: readonly string[]) => ({
  content: [content('ssp://rj11.thirdparty.nhs.uk/plan.pdf')],
  context: {
    practiceSetting: coded('788002001', 'Adult mental health service'),
    related: values.map((value) => ({ identifier: { system: 'https://fhir.nhs.uk/Id/nhsSpineASID', value } })),
  },
});

export const sheet: Sheet = {
  file: 'national-record-locator.md',
  sections: ['1', '2', '3', '4'],
  rows: {
    '1: producer': rule(async ({ producer }) => {
      const made = await producer('POST', create, { body: plan() });
      expect([made.status, made.body['resourceType']]).toEqual([201, 'OperationOutcome']);
      expect(made.headers.get('location')).toMatch(/^\/producer\/FHIR\/R4\/DocumentReference\/RJ11-/);
    }),
    '1: producer / GET /DocumentReference': rule(async ({ producer, make }) => {
      const id = await make(plan());
      expect(idsOf(await producer('GET', found))).toContain(id);
      expect(idsOf(await producer('GET', found, { as: '02V' }))).not.toContain(id);
    }),
    '1: producer / POST /DocumentReference/_search': rule(async ({ producer, make }) => {
      const id = await make(plan());
      const asked = { ...number(patient), type: crisisPlan, category: snomed('734163000') };
      expect(idsOf(await producer('POST', '/DocumentReference/_search', { body: asked }))).toContain(id);
    }),
    '1: producer / GET /DocumentReference/{id}': rule(async ({ producer, make }) => {
      const id = await make(plan());
      expect((await producer('GET', `${create}/${id}`)).body).toMatchObject({ ...plan(), id });
    }),
    '1: producer / PUT /DocumentReference/{id}': rule(async ({ producer, make }) => {
      const id = await make(plan());
      await expectSaid(producer('PUT', `${create}/${id}`, { body: plan({ id }) }), [200, 'RESOURCE_UPDATED']);
    }),
    '1: producer / DELETE /DocumentReference/{id}': rule(async ({ producer, make }) => {
      const id = await make(plan());
      await expectSaid(producer('DELETE', `${create}/${id}`), [200, 'RESOURCE_DELETED']);
    }),
    '1: producer / PUT /DocumentReference': rule(async ({ producer, consumer }) => {
      await expectSaid(producer('PUT', create, { body: plan({ id: 'RJ11-111-Upsert' }) }), [201, 'RESOURCE_CREATED']);
      expect((await consumer('GET', `${create}/RJ11-111-Upsert`)).status).toBe(200);
      const other = producer('PUT', create, { body: plan({ id: '02V-111-Upsert' }) });
      await expectSaid(other, [
        400,
        'BAD_REQUEST',
        'invalid',
        /id of the provided DocumentReference does not include the expected ODS code/,
      ]);
    }),
    '1: consumer': rule(async ({ consumer }) => {
      const { body } = await consumer('GET', found);
      expect(body).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: idsOf({ body } as never).length });
    }),
    '1: consumer / POST /DocumentReference/_search': rule(async ({ consumer }) => {
      const posted = await consumer('POST', '/DocumentReference/_search', { body: number(patient) });
      expect(posted.body).toEqual((await consumer('GET', found)).body);
    }),
    '1: consumer / GET /DocumentReference/{id}': rule(async ({ consumer, make }) => {
      expect((await consumer('GET', `${create}/${await make(plan())}`, { as: 'RX898' })).body).toMatchObject(plan());
    }),
    '1: consumer / GET /DocumentReference/_count': rule(async ({ consumer }) => {
      const { body } = await consumer('GET', `/DocumentReference/_count?${aboutPatient(patient)}`);
      expect([body['total'], body['entry']]).toEqual([idsOf(await consumer('GET', found)).length, undefined]);
    }),
    '1: subject:identifier': finds(`GET ${found.replace('nhs-number|', 'number|')}`, [400, 'INVALID_PARAMETER']),
    '1: type': rule(async ({ consumer }) => {
      const [one, two] = [crisisPlan, snomed('887701000000100')];
      const of = async (type: string): Promise<number> => idsOf(await consumer('GET', `${found}&type=${type}`)).length;
      expect(await of(`${one},${two}`)).toBe((await of(one)) + (await of(two)));
      expect(await of(two)).toBeGreaterThan(0);
    }),
    '1: category': rule(async ({ consumer }) => {
      const of = async (code: string): Promise<readonly unknown[]> => idsOf(await consumer('GET', `${found}&category=${snomed(code)}`));
      expect((await of('734163000')).length).toBeGreaterThan(0);
      expect(await of('1102421000000108')).toEqual([]);
    }),
    '1: custodian:identifier': rule(async ({ consumer, producer }) => {
      const custodian = 'custodian:identifier=https://fhir.nhs.uk/Id/ods-organization-code|02V';
      const all = idsOf(await consumer('GET', `${found}&${custodian}`));
      expect(all).toEqual(expect.arrayContaining(['02V-1111111111-SearchDocRefTest']));
      expect(all.every((id) => String(id).startsWith('02V-'))).toBe(true);
      await expectSaid(producer('GET', `${found}&${custodian}`), [400, 'INVALID_PARAMETER']);
    }),
    '1: _summary=count': rule(async ({ consumer }) => {
      const { body } = await consumer('GET', `${found}&_summary=count`);
      expect([body['total'], 'entry' in body]).toEqual([idsOf(await consumer('GET', found)).length, false]);
      await expectSaid(consumer('GET', `${found}&_summary=text`), [400, 'INVALID_PARAMETER']);
    }),
    '1: path id': finds('GET /DocumentReference/***', notFound),
    '2: Authorization': rule(async ({ consumer, sandbox }) => {
      const strict = { 'X-Sandbox-Access': 'strict' };
      await expectSaid(consumer('GET', found, { headers: strict }), [401, 'ACCESS_DENIED']);
      const patientsOwn = given(sandbox, {}, { mode: 'patient-access' }).token;
      await expectSaid(consumer('GET', found, { headers: { ...strict, Authorization: `Bearer ${patientsOwn}` } }), [403, 'ACCESS_DENIED']);
      expect((await consumer('GET', found, { may: [crisisPlan] })).status).toBe(200);
    }),
    '2: NHSD-End-User-Organisation-ODS': finds(`GET ${found}`, [400, 'PRECONDITION_FAILED'], { as: '' }),
    '2: X-Request-ID': finds(`GET ${found}`, [400, 'MISSING_OR_INVALID_HEADER'], { headers: { 'X-Request-ID': '' } }),
    '2: X-Correlation-ID': rule(async ({ consumer }) => {
      const headers = { 'X-Correlation-ID': '0f7c2a11-6a0b-4d8f-9a6e-2f1f3b7c9d10' };
      expect((await consumer('GET', found, { headers })).headers.get('x-correlation-id')).toBe(headers['X-Correlation-ID']);
      expect((await consumer('GET', found)).status).toBe(200);
    }),
    '2: media type': rule(async ({ consumer }) => {
      expect((await consumer('GET', found)).headers.get('content-type')).toBe('application/fhir+json;version=1');
      const typed = { headers: { 'Content-Type': 'application/fhir+json;version=1' } };
      const { producer } = locator();
      expect((await producer('POST', create, { ...typed, body: plan() })).status).toBe(201);
    }),
    '3: 1': finds(`GET ${found}`, [401, 'ACCESS_DENIED', 'forbidden', 'You are not authorized to access this resource.'], {
      as: '',
      headers: { 'X-Sandbox-Access': 'strict', 'X-Request-ID': '' },
    }),
    '3: 2': rule(async ({ consumer }) => {
      const answer = await consumer('GET', found, { as: '', headers: { 'X-Request-ID': '' } });
      expect(said(answer).slice(0, 4)).toEqual([
        400,
        'PRECONDITION_FAILED',
        'required',
        'The NHSD-End-User-Organisation-ODS header is missing or invalid',
      ]);
      expect(codesOf(answer)).toMatchObject({ system: 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode' });
    }),
    '3: 3': finds(
      'GET /DocumentReference',
      [400, 'MISSING_OR_INVALID_HEADER', 'invalid', 'The X-Request-Id header is missing or invalid'],
      { headers: { 'X-Request-ID': 'mine' }, may: [] },
    ),
    '3: 4': rule(async ({ consumer }) => {
      const words = 'Provided ODS code has no pointers within requesting app';
      await expectSaid(consumer('GET', found, { may: [`02V ${crisisPlan}`] }), [403, 'ACCESS_DENIED', 'forbidden', words]);
      expect((await consumer('GET', found, { as: '02V', may: [`02V ${crisisPlan}`] })).status).toBe(200);
    }),
    '3: 1 / server assigns id {ODS[\\|suffix]}-{uuid4}': rule(async ({ make }) => {
      const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
      expect(await make(plan({ id: 'RJ11-mine' }))).toMatch(new RegExp(`^RJ11-${uuid}$`));
      expect(await make(plan({}, 'RJ11.A'), { as: 'RJ11|A' })).toMatch(new RegExp(`^RJ11\\.A-${uuid}$`));
    }),
    '3: 2 / required custodian, id, type, status, subject, category': rule(async ({ producer }) => {
      for (const field of ['custodian', 'type', 'status', 'subject', 'category'] as const) {
        const { [field]: _, ...rest } = plan();
        const words = `The required field '${field}' is missing`;
        await expectSaid(producer('POST', create, { body: rest }), [400, 'INVALID_RESOURCE', 'required', words, field]);
      }
      const upsert = producer('PUT', create, { body: plan() });
      await expectSaid(upsert, [400, 'INVALID_RESOURCE', 'required', "The required field 'id' is missing", 'id']);
      const { author: _, ...authorless } = plan();
      await expectSaid(producer('POST', create, { body: authorless }), [
        400,
        'MESSAGE_NOT_WELL_FORMED',
        'invalid',
        parse('author: Field required'),
      ]);
    }),
    '3: 3 / nothing beyond the schema': refuses({ extra: 1 }, [400, 'INVALID_RESOURCE', 'invalid', 'The resource contains extra fields']),
    '3: 4 / custodian.identifier, subject.identifier present, right system': rule(async ({ producer }) => {
      const send = (but: object) => producer('POST', create, { body: { ...plan(), ...but } });
      await expectSaid(send({ custodian: {} }), [400, 'INVALID_RESOURCE', 'required', 'Custodian must have an identifier']);
      await expectSaid(send({ subject: {} }), [400, 'INVALID_RESOURCE', 'required', 'Subject must have an identifier']);
      await expectSaid(send({ custodian: { identifier: { system: 'https://example.org', value: 'RJ11' } } }), [
        400,
        'INVALID_IDENTIFIER_SYSTEM',
        'invalid',
        /custodian identifier system is not the ODS system/,
        'custodian.identifier.system',
      ]);
    }),
    '3: 5': refuses(related('follows', 'RJ11-1'), [
      400,
      'INVALID_CODE_VALUE',
      'value',
      'Invalid relatesTo code: follows',
      'relatesTo[0].code',
    ]),
    '3: 6': refuses(related('replaces'), [400, 'INVALID_IDENTIFIER_VALUE', 'required', /must have a target identifier/, target]),
    '3: 7': rule(async ({ producer }) => {
      const send = (...values: readonly string[]) => producer('POST', create, { body: plan(asid(...values)) });
      expect((await send('200000000123')).status).toBe(201);
      await expectSaid(send(), [400, 'INVALID_RESOURCE', 'required', /^Missing context.related/, 'context.related']);
      await expectSaid(send('12'), [400, 'INVALID_IDENTIFIER_VALUE', 'value', /^Invalid ASID value '12'/]);
      await expectSaid(send('200000000123', '200000000124'), [400, 'INVALID_RESOURCE', 'invalid', /^Multiple ASID identifiers/]);
    }),
    '3: 8': rule(async ({ producer }) => {
      const send = (...category: SentPointer['category']) => producer('POST', create, { body: plan({ category }) });
      const plans = coded(...care);
      await expectSaid(send(plans, plans), [400, 'INVALID_RESOURCE', 'invalid', /^Invalid category length: 2/, 'category']);
      await expectSaid(send(coded('1', 'Care plan')), [400, 'INVALID_RESOURCE', 'value', /^Invalid category code: 1 /]);
      await expectSaid(send(coded('734163000', 'Plan')), [400, 'INVALID_RESOURCE', 'value', /must have a display value of 'Care plan'$/]);
      const system = 'https://example.org';
      const foreign = { coding: [{ ...plans.coding[0], system }] };
      await expectSaid(send(foreign as never), [400, 'MESSAGE_NOT_WELL_FORMED']);
    }),
    '3: 9': rule(async ({ producer }) => {
      const send = (code: string, display: string) => producer('POST', create, { body: { ...plan(), ...stability(code, display) } });
      expect((await send('dynamic', 'Dynamic')).status).toBe(201);
      await expectSaid(send('fluid', 'Fluid'), [400, 'INVALID_RESOURCE', 'value', /Extension code must be 'static' or 'dynamic'$/]);
      await expectSaid(send('static', 'Dynamic'), [400, 'INVALID_RESOURCE', 'value', /^Invalid content extension display: Dynamic/]);
    }),
    '3: 10': refuses({ custodian: organisation('02V'), type: coded('1', 'None') }, badCustodian),
    '3: 11': refuses({ category: [coded('1102421000000108', 'Observations')] }, badType, { may: [snomed('861421000000109')] }),
    '3: 12': refuses({ category: [coded('1102421000000108', 'Observations')], ...replacing('RJ11-none') }, [
      400,
      'BAD_REQUEST',
      'invalid',
      /^The Category code/,
    ]),
    '3: 13': rule(async ({ producer, make }) => {
      const before = await make(plan());
      const send = (but: Partial<SentPointer>) => producer('POST', create, { body: plan(but) });
      const words = (what: string): Expected => [400, 'BAD_REQUEST', 'invalid', what, target];
      await expectSaid(send(related('appends')), words('No identifier value provided for relatesTo target'));
      await expectSaid(send(replacing('RJ11-none')), words('The relatesTo target document does not exist'));
      const other = plan(replacing(before), 'RJ11', '9999999999');
      await expectSaid(
        producer('POST', create, { body: other }),
        words('The relatesTo target document NHS number does not match the NHS number in the request'),
      );
      const type = coded('736373009', 'End of life care plan');
      await expectSaid(
        send({ type, ...replacing(before) }),
        words('The relatesTo target document type does not match the type in the request'),
      );
      expect((await producer('GET', `${create}/${before}`)).status).toBe(200);
    }),
    '3: 14': rule(async ({ producer, make }) => {
      const id = await make(plan());
      await expectSaid(producer('PUT', create, { body: plan({ id }) }), [409, 'DUPLICATE_REJECTED']);
    }),
    '3: custodian ≠ caller': refuses({ custodian: organisation('02V') }, badCustodian),
    '3: subject system wrong': refuses({ subject: { identifier: { system: 'https://example.org', value: patient } } }, [
      400,
      'INVALID_IDENTIFIER_SYSTEM',
      'invalid',
      wrongSystem,
      'subject.identifier.system',
    ]),
    '3: type not allowed': refuses({}, badType, { may: [snomed('861421000000109')] }),
    '3: no types at all, no permission file': refuses({}, [403, 'ACCESS DENIED', 'forbidden', noPermission('RJ11')], { may: [] }),
    '3: category ≠ type (create and upsert)': rule(async ({ producer }) => {
      const body = plan({ id: 'RJ11-111-Pair', category: [coded('1102421000000108', 'Observations')] });
      const words =
        "The Category code of the provided document 'http://snomed.info/sct|1102421000000108' must match the allowed category for pointer type 'http://snomed.info/sct|736253002' with a category value of 'http://snomed.info/sct|734163000'";
      for (const method of ['POST', 'PUT'])
        await expectSaid(producer(method, create, { body }), [400, 'BAD_REQUEST', 'invalid', words, 'category.coding[0].code']);
    }),
    '3: type display wrong': refuses({ type: coded('736253002', 'Emergency Healthcare Plan') }, [
      400,
      'BAD_REQUEST',
      'invalid',
      'The display does not match the expected value for this type',
    ]),
    "3: supersede another custodian's": rule(async ({ producer, consumer }) => {
      const theirs = '02V-1111111111-SearchDocRefTest';
      await expectSaid(producer('POST', create, { body: plan(replacing(theirs)) }), [
        400,
        'BAD_REQUEST',
        'invalid',
        'The relatesTo target identifier value does not include the expected ODS code for this organisation',
        target,
      ]);
      expect((await consumer('GET', `${create}/${theirs}`)).status).toBe(200);
    }),
    "3: delete / producer read of another's": rule(async ({ producer }) => {
      const theirs = `${create}/02V-1111111111-SearchDocRefTest`;
      const words = (what: string) => `The requested DocumentReference cannot be ${what} because it belongs to another organisation`;
      await expectSaid(producer('GET', theirs), [403, 'AUTHOR_CREDENTIALS_ERROR', 'forbidden', words('read')]);
      await expectSaid(producer('DELETE', theirs), [403, 'AUTHOR_CREDENTIALS_ERROR', 'forbidden', words('deleted')]);
      expect((await producer('GET', theirs, { as: '02V' })).status).toBe(200);
    }),
    '3: not found, and any malformed id': rule(async ({ producer, consumer }) => {
      for (const ask of [producer, consumer]) {
        await expectSaid(ask('GET', `${create}/RJ11-none`), notFound);
        await expectSaid(ask('GET', `${create}/***`), notFound);
      }
      await expectSaid(producer('DELETE', `${create}/RJ11-none`), notFound);
      await expectSaid(producer('PUT', `${create}/RJ11-none`, { body: plan({ id: 'RJ11-none' }) }), notFound);
    }),
    '3: consumer read, type not permitted': finds(
      `GET ${create}/02V-1111111111-SearchDocRefTest`,
      [403, 'ACCESS DENIED', 'forbidden', 'The requested DocumentReference is not of a type that this organisation is allowed to access'],
      { may: [snomed('887701000000100')] },
    ),
    '3: search without subject': finds('GET /DocumentReference', [
      400,
      'INVALID_PARAMETER',
      'invalid',
      'Invalid query parameter (subject:identifier: Field required)',
      'subject:identifier',
    ]),
    '3: search, unknown parameter': finds(`GET ${found}&extra=1`, [
      400,
      'INVALID_PARAMETER',
      'invalid',
      'Invalid query parameter (extra: Extra inputs are not permitted)',
      'extra',
    ]),
    '3: _search body, the same two': rule(async ({ consumer }) => {
      for (const [body, what] of [
        [{}, 'subject:identifier: Field required'],
        [{ ...number(patient), extra: 1 }, 'extra: Extra inputs are not permitted'],
      ] as const)
        await expectSaid(consumer('POST', '/DocumentReference/_search', { body }), [
          400,
          'MESSAGE_NOT_WELL_FORMED',
          'invalid',
          parse(what),
        ]);
      await expectSaid(consumer('POST', '/DocumentReference/_search'), [400, 'BAD_REQUEST', 'invalid', 'Request body is required']);
    }),
    '3: search, bad NHS number': finds(`GET /DocumentReference?${aboutPatient('9278693473')}`, [
      400,
      'INVALID_NHS_NUMBER',
      'invalid',
      'A valid NHS number is required to search for document references',
      'subject:identifier',
    ]),
    '3: _count, bad NHS number': finds(`GET /DocumentReference/_count?${aboutPatient('123')}`, [
      400,
      'INVALID_IDENTIFIER_VALUE',
      'invalid',
      'Invalid NHS number provided in the query parameters',
      'subject:identifier',
    ]),
    '3: type system not allowed': rule(async ({ consumer }) => {
      const type = 'http://example.org|736253002';
      const words = (where: string) => `${where} (The provided type system does not match the allowed types for this organisation)`;
      const get = consumer('GET', `${found}&type=${type}`);
      await expectSaid(get, [400, 'INVALID_CODE_SYSTEM', 'code-invalid', words('Invalid query parameter'), 'type']);
      const post = consumer('POST', '/DocumentReference/_search', { body: { ...number(patient), type } });
      await expectSaid(post, [400, 'INVALID_CODE_SYSTEM', 'code-invalid', words('Invalid type'), 'type']);
      const imaging = consumer('GET', `${found}&type=https://nicip.nhs.uk|MAULR`, { may: [crisisPlan] });
      await expectSaid(imaging, [400, 'INVALID_CODE_SYSTEM']);
    }),
    '4: 201': rule(async ({ producer }) => {
      const answer = await producer('POST', create, { body: plan() });
      expect(codesOf(answer)).toEqual({
        system: 'https://fhir.nhs.uk/ValueSet/NRL-ResponseCode',
        code: 'RESOURCE_CREATED',
        display: 'Resource created',
      });
      expect(said(answer)).toEqual([201, 'RESOURCE_CREATED', 'informational', 'The document has been created', undefined]);
      expect(answer.headers.get('location')).toMatch(/^\/producer\/FHIR\/R4\/DocumentReference\/RJ11-/);
    }),
    '4: 201 / RESOURCE_SUPERSEDED': rule(async ({ producer, consumer, make }) => {
      const [one, two] = [await make(plan()), await make(plan())];
      const answer = producer('POST', create, { body: plan(replacing(one, two)) });
      await expectSaid(answer, [201, 'RESOURCE_SUPERSEDED', 'informational', 'The document has been superseded by a new version']);
      for (const id of [one, two]) await expectSaid(consumer('GET', `${create}/${id}`), notFound);
    }),
    '4: 200': rule(async ({ producer, make }) => {
      const id = await make(plan());
      expect(codesOf(await producer('PUT', `${create}/${id}`, { body: plan({ id }) }))).toMatchObject({ display: 'Resource updated' });
    }),
    '4: 200 / RESOURCE_DELETED': rule(async ({ producer, make }) => {
      const answer = producer('DELETE', `${create}/${await make(plan())}`);
      await expectSaid(answer, [200, 'RESOURCE_DELETED', 'informational', 'The requested DocumentReference has been deleted']);
    }),
    '4: 736253002': kind('736253002', care, 'Mental health crisis plan'),
    '4: 887701000000100': kind('887701000000100', care, 'Emergency health care plan'),
    '4: 861421000000109': kind('861421000000109', care, 'End of life care coordination summary'),
    '4: 1382601000000107': kind('1382601000000107', care, 'ReSPECT (Recommended Summary Plan for Emergency Care and Treatment) form'),
    '4: 325691000000100': kind('325691000000100', care, 'Contingency plan'),
    '4: 736373009': kind('736373009', care, 'End of life care plan'),
    '4: 16521000000101': kind('16521000000101', care, 'Lloyd George record folder'),
    '4: 736366004': kind('736366004', care, 'Advance care plan'),
    '4: 735324008': kind('735324008', care, 'Treatment escalation plan'),
    '4: 2181441000000107': kind('2181441000000107', care, 'Personalised Care and Support Plan'),
    '4: 1363501000000100': kind(
      '1363501000000100',
      ['1102421000000108', 'Observations'],
      'Royal College of Physicians NEWS2 (National Early Warning Score 2) chart',
    ),
    '4: 824321000000109': kind('824321000000109', ['823651000000106', 'Clinical note'], 'Summary record'),
    '4: MAULR (https://nicip.nhs.uk)': kind(
      'MAULR',
      ['721981007', 'Diagnostic studies report'],
      'MRA Upper Limb Rt',
      'https://nicip.nhs.uk',
    ),
    '4: MAXIB (https://nicip.nhs.uk)': kind('MAXIB', ['103693007', 'Diagnostic procedure'], 'MRI Axilla Both', 'https://nicip.nhs.uk'),
    'list update: the order of its checks': rule(async ({ producer, make }) => {
      const id = await make(plan({ masterIdentifier: { system: 'https://example.org', value: '7' } }));
      const put = (but: object, path = id, as = 'RJ11') => producer('PUT', `${create}/${path}`, { as, body: { ...plan({ id }), ...but } });
      await expectSaid(put({ extra: 1 }, 'RJ11-other'), [400, 'BAD_REQUEST', 'invalid', otherId]);
      await expectSaid(put(related('follows', 'x'), 'RJ11-other'), [400, 'BAD_REQUEST', 'invalid', otherId]);
      await expectSaid(put(related('follows', 'x'), id, '02V'), [400, 'INVALID_CODE_VALUE']);
      await expectSaid(put({}, id, '02V'), [403, 'AUTHOR_CREDENTIALS_ERROR', 'forbidden', /does not include the expected ODS code/]);
      await expectSaid(put({ id: 'RJ11-none' }, 'RJ11-none'), notFound);
      const immutable = (field: string): Expected => [
        400,
        'BAD_REQUEST',
        'invalid',
        `The field '${field}' is immutable and cannot be updated`,
        field,
      ];
      await expectSaid(put({}), immutable('masterIdentifier'));
      const master = { masterIdentifier: { system: 'https://example.org', value: '7' } };
      await expectSaid(put({ ...master, type: coded('736373009', 'End of life care plan') }), immutable('type'));
      await expectSaid(put({ ...master, subject: plan({}, 'RJ11', '9999999999').subject }), immutable('subject'));
      await expectSaid(put({ ...master, custodian: organisation('02V') }), immutable('custodian'));
      const { date } = (await producer('GET', `${create}/${id}`)).body;
      expect((await put({ ...master, date: '2020-01-01T00:00:00Z', author: [organisation('HAR1')] })).status).toBe(200);
      const changed = (await producer('GET', `${create}/${id}`)).body;
      expect([changed['date'], changed['author']?.[0]?.['identifier']?.['value']]).toEqual([date, 'HAR1']);
    }),
    'list bodies: one link, self, as it was understood': rule(async ({ consumer }) => {
      const asked = { ...number(patient), 'custodian:identifier': 'https://fhir.nhs.uk/Id/ods-organization-code|02V', type: crisisPlan };
      const { body } = await consumer('POST', '/DocumentReference/_search', { body: asked });
      const link = `http://sandbox.test/record-locator/consumer/FHIR/R4${found}&custodian:identifier=${asked['custodian:identifier']}&type=${crisisPlan}`;
      expect(body['link']).toEqual([{ relation: 'self', url: link }]);
      const nobody = await consumer('GET', `/DocumentReference?${aboutPatient('9999999484')}`);
      expect(nobody.body).toMatchObject({ total: 0, entry: [] });
    }),
    'list errors: RESOURCE_NOT_FOUND': finds('GET /Patient', [404, 'RESOURCE_NOT_FOUND', 'not-found']),
    'list errors: MESSAGE_NOT_WELL_FORMED': rule(({ producer }) =>
      expectSaid(producer('POST', create, { body: '{', headers: { 'Content-Type': 'application/json' } }), [
        400,
        'MESSAGE_NOT_WELL_FORMED',
      ]),
    ),
    // Nothing that a client sends comes to these: they are asked for.
    'list errors: UNPROCESSABLE_ENTITY': finds(`GET ${found}`, [422, 'UNPROCESSABLE_ENTITY'], { headers: { Prefer: 'code=422' } }),
    'list errors: INTERNAL_SERVER_ERROR': finds(`GET ${found}`, [500, 'INTERNAL_SERVER_ERROR'], { headers: { Prefer: 'code=500' } }),
    'list permissions: types by organisation, and a part of it': rule(async ({ consumer, producer }) => {
      const may = [`RJ11 ${crisisPlan}`, `RJ11.A ${snomed('736373009')}`];
      const endOfLife = { type: coded('736373009', 'End of life care plan') };
      expect((await producer('POST', create, { may, as: 'RJ11.A', body: plan(endOfLife, 'RJ11.A') })).status).toBe(201);
      await expectSaid(producer('POST', create, { may, body: plan(endOfLife) }), badType);
      const types = async (as: string) => idsOf(await consumer('GET', found, { may, as })).length;
      expect(await types('RJ11.A')).toBe((await types('RJ11')) + 1);
      await expectSaid(consumer('GET', found, { may: ['RJ11 audit-dates-from-payload'] }), [403, 'ACCESS DENIED']);
    }),
    'list permissions: flags': rule(async ({ producer, consumer, make }) => {
      const date = '2020-02-02T10:00:00Z';
      const dated = async (may: readonly string[]): Promise<unknown> =>
        (await consumer('GET', `${create}/${await make(plan({ date }), { may })}`)).body['date'];
      expect(await dated(['allow-all-pointer-types'])).toBe('2026-01-01T00:00:00+00:00');
      expect(await dated(['allow-all-pointer-types', 'audit-dates-from-payload'])).toBe(date);
      const lost = plan(replacing('RJ11-none'));
      await expectSaid(producer('POST', create, { body: lost, may: [crisisPlan] }), [400, 'BAD_REQUEST']);
      const may = [crisisPlan, 'supersede-ignore-delete-fail'];
      await expectSaid(producer('POST', create, { body: lost, may }), [201, 'RESOURCE_CREATED']);
    }),
    'lifecycle created → updated → superseded': rule(async ({ producer, consumer, make, sandbox }) => {
      const id = await make(plan());
      sandbox.clock.set(Date.UTC(2026, 0, 2));
      await producer('PUT', `${create}/${id}`, { body: plan({ id }) });
      const { date, meta } = (await consumer('GET', `${create}/${id}`)).body;
      expect([date, meta?.['lastUpdated']]).toEqual(['2026-01-01T00:00:00+00:00', '2026-01-02T00:00:00+00:00']);
      const next = await make(plan(replacing(id)));
      await expectSaid(consumer('GET', `${create}/${id}`), notFound);
      expect(idsOf(await consumer('GET', found))).toEqual(expect.not.arrayContaining([id]));
      expect((await consumer('GET', `${create}/${next}`)).status).toBe(200);
    }),
    'lifecycle created → deleted, for good': rule(async ({ producer, consumer, make }) => {
      const id = await make(plan());
      await producer('DELETE', `${create}/${id}`);
      await expectSaid(producer('DELETE', `${create}/${id}`), notFound);
      expect(idsOf(await consumer('GET', found))).not.toContain(id);
    }),
    'lifecycle of what comes with the sandbox: changed and deleted like any other': rule(async ({ producer, consumer }) => {
      const id = '02V-1111111111-SearchDocRefTest';
      await producer('PUT', `${create}/${id}`, { as: '02V', body: plan({ id, description: 'New' }, '02V') });
      expect((await consumer('GET', `${create}/${id}`)).body).toMatchObject({ description: 'New', date: '2025-06-02T08:30:00Z' });
      expect(idsOf(await consumer('GET', found)).filter((each) => each === id)).toEqual([id]);
      await producer('DELETE', `${create}/${id}`, { as: '02V' });
      await expectSaid(consumer('GET', `${create}/${id}`), notFound);
      expect(idsOf(await consumer('GET', found))).not.toContain(id);
    }),
    'list scenarios: pointers of the published ones': rule(async ({ consumer, producer }) => {
      const read = async (id: string, as = 'RX898') => (await consumer('GET', `${create}/${id}`, { as })).status;
      expect(await read('RX898-9999999999-ReadDocRefSameCustodian')).toBe(200);
      expect(await read('X26-9999999999-ReadDocRefDiffCustodian')).toBe(200);
      expect(await read('RX898%7C001-1234567890-ReadDocRefUrlEncoded')).toBe(200);
      const custodian = 'custodian:identifier=https://fhir.nhs.uk/Id/ods-organization-code|RX898';
      const none = await consumer('GET', `${found}&${custodian}`, { as: 'RX898' });
      expect(none.body).toMatchObject({ total: 0, entry: [] });
      await expectSaid(
        producer('POST', create, { as: 'ANGY1', body: plan({ author: [organisation('HAR1')] }, 'N0TANGY', '9999999999') }),
        badCustodian,
      );
      const suffixed = `${create}/RX898%7C001-1234567890-ReadDocRefUrlEncoded`;
      await expectSaid(producer('GET', suffixed, { as: 'RX898|002' }), [403, 'AUTHOR_CREDENTIALS_ERROR']);
      expect((await producer('GET', suffixed, { as: 'RX898|001' })).status).toBe(200);
    }),
  },
};
