/** Changing a patient: what is stored, and every refusal with its words and its place in the order of checks. */
import { describe, expect, test } from 'vitest';
import { world, demographics, faultOf, foundIn, type Demographics } from '../demographics.ts';
import type { Answer } from '../../../sandbox.ts';
import { personWith, somebody } from '../people.ts';

const id = somebody.nhsNumber;
const { version } = somebody;
const name = somebody.names[0];
const home = somebody.addresses[0];

const said = async (answer: Promise<Answer>): Promise<unknown[]> => {
  const { status, code, diagnostics } = faultOf(await answer);
  return diagnostics === undefined ? [status, code] : [status, code, diagnostics];
};
const patching = async (...patches: readonly unknown[]): Promise<unknown[]> => said(demographics().patch(id, version, patches));
const invalid = (text: string): unknown[] => [400, 'INVALID_UPDATE', `Invalid update with error - ${text}`];
const forbidden = (text: string): unknown[] => [403, 'FORBIDDEN_UPDATE', `Forbidden update with error - ${text}`];

describe('an update', () => {
  test('is stored, moves the version once, and is read back', async () => {
    const { call, patch } = demographics();
    const answer = await patch(id, version, [
      { op: 'replace', path: '/name/0/id', value: name?.id },
      { op: 'replace', path: '/name/0/family', value: 'Sampleton' },
      { op: 'add', path: '/multipleBirthInteger', value: 2 },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe(`W/"${version + 1}"`);
    expect(answer.body).toMatchObject({
      meta: { versionId: String(version + 1) },
      name: [{ id: name?.id, family: 'Sampleton' }],
      multipleBirthInteger: 2,
    });
    const read = await call('GET', `/Patient/${id}`);
    expect(read.body).toEqual(answer.body);
    expect(read.headers.get('etag')).toBe(`W/"${version + 1}"`);
  });

  test('is found by the new name, and by the old one in history', async () => {
    const { call, patch } = demographics();
    await patch(id, version, [
      { op: 'test', path: '/name/0/id', value: name?.id },
      { op: 'replace', path: '/name/0/family', value: 'Sampleton' },
    ]);
    const by = async (query: string): Promise<unknown[]> => foundIn(await call('GET', `/Patient?birthdate=${somebody.birthDate}&${query}`));
    const old = encodeURIComponent(name?.family ?? '');
    expect(await by('family=Sampleton')).toEqual([[id, 1]]);
    expect(await by(`family=${old}`)).not.toContainEqual([id, expect.anything()]);
    expect(await by(`family=${old}&_history=true`)).toContainEqual([id, 1]);
  });

  test('is undone by a reset', async () => {
    const { call, patch, sandbox } = demographics();
    await patch(id, version, [{ op: 'replace', path: '/gender', value: 'unknown' }]);
    sandbox.workspace.reset();
    expect((await call('GET', `/Patient/${id}`)).body).toMatchObject({ gender: somebody.gender, meta: { versionId: String(version) } });
  });

  test('gives new objects an id and a start date', async () => {
    const { patch } = demographics();
    const { body } = await patch(id, version, [
      { op: 'add', path: '/name/-', value: { use: 'nickname', given: ['Bob'], family: 'Sample' } },
    ]);
    expect(body['name']).toContainEqual({
      id: expect.stringMatching(/^[0-9A-F]{8}$/),
      use: 'nickname',
      given: ['Bob'],
      family: 'Sample',
      period: { start: '2026-01-01' },
    });
  });

  test('keeps the start of an object of which one value is replaced, and starts anew one that is replaced whole', async () => {
    const { patch } = demographics();
    const part = await patch(id, version, [
      { op: 'replace', path: '/address/0/id', value: home?.id },
      { op: 'replace', path: '/address/0/postalCode', value: 'LS1 4BU' },
    ]);
    expect(part.body['address']?.[0]).toMatchObject({ postalCode: 'LS1 4BU', period: home?.period });
    const whole = await patch(id, version + 1, [
      {
        op: 'replace',
        path: '/address/0',
        value: { id: home?.id, use: 'home', line: ['1 Invented Row', '', '', 'Leeds', ''], postalCode: 'LS1 4BU' },
      },
    ]);
    expect(whole.body['address']?.[0]).toEqual({
      id: home?.id,
      use: 'home',
      line: ['1 Invented Row', 'Leeds'],
      postalCode: 'LS1 4BU',
      period: { start: '2026-01-01' },
    });
  });

  test('writes every white space as FHIR knows it', async () => {
    const { body } = await demographics().patch(id, version, [
      { op: 'replace', path: '/address/0/id', value: home?.id },
      { op: 'replace', path: '/address/0/line/0', value: 'Flat\u00a07' },
    ]);
    expect(body['address']?.[0]?.['line']?.[0]).toBe('Flat 7');
  });

  test('normalises prefixes', async () => {
    const { patch } = demographics();
    const { body } = await patch(id, version, [
      { op: 'add', path: '/name/-', value: { use: 'old', family: 'Sample', prefix: ['mrs.', 'Prof.'] } },
    ]);
    expect(body['name']).toContainEqual(expect.objectContaining({ prefix: ['Mrs', 'Prof'] }));
  });

  test('adds to an extension and to a list the record does not have yet', async () => {
    const minimal = personWith('minimal');
    const { patch } = demographics();
    const pharmacy = {
      url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NominatedPharmacy',
      valueReference: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'FZ001' } },
    };
    const { status, body } = await patch(minimal.nhsNumber, minimal.version, [
      { op: 'add', path: '/extension/-', value: pharmacy },
      { op: 'add', path: '/name/-', value: { use: 'usual', family: 'Sample', given: ['Ann'] } },
      { op: 'add', path: '/gender', value: 'female' },
      { op: 'add', path: '/birthDate', value: '1990-05-05' },
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ extension: [pharmacy], gender: 'female', name: [{ family: 'Sample' }] });
  });

  test('removes list members from the highest index down', async () => {
    const { patch } = demographics();
    const added = await patch(
      id,
      version,
      ['Ann', 'Bea'].map((given) => ({ op: 'add', path: '/name/-', value: { use: 'old', family: 'Sample', given: [given] } })),
    );
    const names: unknown = added.body['name'];
    const last = Array.isArray(names) ? names.length - 1 : 0;
    const { status, body } = await patch(
      id,
      version + 1,
      [last, last - 1].flatMap((index) => [
        { op: 'test', path: `/name/${index}/id`, value: added.body['name']?.[index]?.['id'] },
        { op: 'remove', path: `/name/${index}` },
      ]),
    );
    expect(status).toBe(200);
    expect(JSON.stringify(body['name'])).not.toContain('Sample');
  });

  test('records an informal death', async () => {
    const { patch } = demographics();
    const { status, body } = await patch(id, version, [
      { op: 'add', path: '/deceasedDateTime', value: '2025-12-24T10:00:00+00:00' },
      { op: 'add', path: '/extension/-', value: notification('1') },
    ]);
    expect(status).toBe(200);
    expect(body['deceasedDateTime']).toBe('2025-12-24T10:00:00+00:00');
  });
});

const notification = (code: string): unknown => ({
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
  extension: [
    {
      url: 'deathNotificationStatus',
      valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus', code }] },
    },
  ],
});

describe('the order of checks', () => {
  const gender = { patches: [{ op: 'replace', path: '/gender', value: 'unknown' }] };
  const all = { 'Content-Type': 'application/json-patch+json', 'If-Match': `W/"${version}"` };
  const send = async (number: string, body: unknown, headers: Record<string, string>): Promise<unknown[]> =>
    said(demographics().call('PATCH', `/Patient/${number}`, { body, headers }));
  const precondition = [
    412,
    'PRECONDITION_FAILED',
    'Invalid request with error - If-Match header must be supplied to update this resource',
  ];
  const missingId = [400, 'MISSING_VALUE', 'Invalid request with error - X-Request-ID header must be supplied to access this resource'];

  test('NHS number, If-Match, Content-Type, X-Request-ID, the patient, patches, version', async () => {
    const nothing = { 'X-Request-ID': '', 'Content-Type': 'text/plain' };
    expect(await send('9000000000', {}, nothing)).toEqual([400, 'INVALID_RESOURCE_ID']);
    expect(await send('9111231130', {}, nothing)).toEqual(precondition);
    expect(await send('9111231130', {}, { ...nothing, 'If-Match': 'W/"x"' })).toEqual(precondition);
    expect(await send('9111231130', {}, { ...nothing, 'If-Match': 'W/"1"' })).toEqual([400, 'UNSUPPORTED_SERVICE']);
    expect(await send('9111231130', {}, { ...all, 'X-Request-ID': '' })).toEqual(missingId);
    expect(await send('9111231130', {}, all)).toEqual([404, 'RESOURCE_NOT_FOUND']);
    expect(await send(id, {}, { ...all, 'If-Match': 'W/"99"' })).toEqual(invalid('No patches found'));
    expect(await send(id, { patches: [] }, { ...all, 'If-Match': 'W/"99"' })).toEqual(invalid('No patches found'));
    expect(await send(id, gender, { ...all, 'If-Match': 'W/"99"' })).toEqual([409, 'RESOURCE_VERSION_MISMATCH']);
  });

  test('the id of an address, then every op, then the patches in order', async () => {
    const unnamed = { op: 'replace', path: '/address/0/postalCode', value: 'LS1 4BU' };
    const badOp = { op: 'bad_value', path: '/name/0', value: 'x' };
    expect(await patching(badOp, unnamed)).toEqual(invalid('no id or url found for path with root /address/0'));
    expect(await patching({ op: 'replace', path: '/name/0/family', value: 'x' }, badOp)).toEqual([
      400,
      'INVALID_VALUE',
      "Invalid value - 'bad_value' in field '1/op'",
    ]);
    expect(await patching({ op: 'replace', path: '/name/0/family', value: 'x' })).toEqual(
      invalid('no id or url found for path with root /name/0'),
    );
  });

  test('a forbidden change wins over an error before it', async () => {
    expect(await patching({ op: 'replace', path: '/name/9', value: { id: 'none' } }, { op: 'remove', path: '/birthDate' })).toEqual(
      forbidden("source not permitted to remove 'birthDate'"),
    );
  });

  test('one failing patch undoes all of them', async () => {
    const { call, patch } = demographics();
    await patch(id, version, [
      { op: 'replace', path: '/gender', value: 'unknown' },
      { op: 'remove', path: '/name/7' },
    ]);
    expect((await call('GET', `/Patient/${id}`)).body).toMatchObject({ gender: somebody.gender, meta: { versionId: String(version) } });
  });
});

describe('what patches may aim at', () => {
  const named = { op: 'test', path: '/name/0/id', value: name?.id };

  test.for<[string, unknown[], unknown[]]>([
    [
      'an object id of another list',
      [
        { op: 'replace', path: '/address/0/id', value: '123456' },
        { op: 'replace', path: '/address/0/postalCode', value: 'X' },
      ],
      invalid("no 'address' resources with object id '123456'"),
    ],
    [
      'an index beyond the end',
      [{ op: 'replace', path: '/name/9', value: { id: name?.id, use: 'usual', family: 'X' } }],
      invalid("Invalid patch - index '9' is out of bounds"),
    ],
    [
      'a member that is not there',
      [named, { op: 'replace', path: '/name/0/line', value: 'X' }],
      invalid("Invalid patch - can't replace non-existent object 'line'"),
    ],
    [
      'a removal of nothing',
      [named, { op: 'remove', path: '/name/0/suffix/7' }],
      invalid("Invalid patch - can't remove non-existent object 'suffix'"),
    ],
    [
      'a removal without a test',
      [{ op: 'remove', path: '/telecom/0' }],
      invalid("removal '/telecom/0' is not immediately preceded by equivalent test - instead it is the first item"),
    ],
    [
      'a removal after something else',
      [
        { op: 'replace', path: '/gender', value: 'unknown' },
        { op: 'remove', path: '/telecom/0' },
      ],
      invalid("removal '/telecom/0' is not immediately preceded by equivalent test - instead it is 'replace /gender'"),
    ],
    [
      'a whole object without its id',
      [{ op: 'replace', path: '/name/0', value: { use: 'usual', family: 'X' } }],
      invalid('no id or url found for path with root /name/0'),
    ],
    [
      'appending to a sub-list without the id',
      [{ op: 'add', path: '/name/0/given/-', value: 'Rose' }],
      invalid('no id or url found for path with root /name/0'),
    ],
    [
      'a new member at an index',
      [{ op: 'add', path: '/name/0', value: { use: 'old', family: 'X' } }],
      invalid("Invalid patch - a new member is added with '/name/-'"),
    ],
    [
      'the NHS number',
      [{ op: 'replace', path: '/id', value: '9000000009' }],
      invalid('This user does not have permission to update the fields in the patches provided.'),
    ],
    [
      'a member nobody knows',
      [{ op: 'add', path: '/photo', value: 'x' }],
      [400, 'ADDITIONAL_PROPERTIES', "Invalid request with error - Additional properties are not allowed ('photo' was unexpected)"],
    ],
    [
      'a member of a name nobody knows',
      [named, { op: 'add', path: '/name/0/colour', value: 'red' }],
      [400, 'ADDITIONAL_PROPERTIES', "Invalid request with error - Additional properties are not allowed ('colour' was unexpected)"],
    ],
    [
      'a value of another type',
      [{ op: 'replace', path: '/gender', value: 7 }],
      [400, 'INVALID_VALUE', "Invalid value - '7' in field 'gender'"],
    ],
    [
      'a prototype',
      [{ op: 'add', path: '/__proto__/polluted', value: 'x' }],
      [400, 'INVALID_VALUE', "Invalid value - '/__proto__/polluted' in field '0/path'"],
    ],
  ])('%s is refused', async ([, patches, answer]) => {
    expect(await patching(...patches)).toEqual(answer);
  });

  test('a test that does not hold', async () => {
    expect(
      await patching({ op: 'test', path: '/name/0/id', value: 'other' }, { op: 'replace', path: '/gender', value: 'unknown' }),
    ).toEqual(invalid("Invalid patch - '/name/0/id' is not equal to tested value 'other'"));
  });
});

describe('business rules', () => {
  const add = (list: string, value: unknown): unknown => ({ op: 'add', path: `/${list}/-`, value });
  const lines = ['1 Invented Row', '', '', 'Leeds', ''];
  const text = 'Holiday Home';
  const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
  const language = (code: string): unknown => ({
    url: `${ukCore}NHSCommunication`,
    extension: [
      { url: 'language', valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-HumanLanguage', code }] } },
    ],
  });
  const preference = (...extension: readonly unknown[]): unknown => ({ url: `${ukCore}ContactPreference`, extension });
  const contact = (telecom: unknown, code = 'C'): unknown => ({
    relationship: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code }] }],
    telecom: [telecom],
  });

  test.for<[string, unknown[], unknown[]]>([
    ['a second usual name', [add('name', { use: 'usual', family: 'X' })], forbidden('multiple usual names cannot be added')],
    [
      'a second nickname',
      [add('name', { use: 'nickname', family: 'X' }), add('name', { use: 'nickname', family: 'Y' })],
      invalid('multiple nicknames cannot be added'),
    ],
    [
      'another use for a name',
      [
        { op: 'test', path: '/name/0/id', value: name?.id },
        { op: 'replace', path: '/name/0/use', value: 'old' },
      ],
      invalid("the use of name '0' cannot be changed, remove it and add another"),
    ],
    [
      'a name in other letters',
      [add('name', { use: 'old', family: 'Ωmega' })],
      [400, 'INVALID_VALUE', "Invalid value - 'Ωmega' in field 'name/1/family'"],
    ],
    [
      'a suffix in small letters',
      [add('name', { use: 'old', family: 'X', suffix: ['phd'] })],
      [400, 'INVALID_VALUE', "Invalid value - 'phd' in field 'name/1/suffix'"],
    ],
    ['a name without family', [add('name', { use: 'old', given: ['X'] })], [400, 'MISSING_VALUE', "Missing value - 'name/1/family'"]],
    [
      'a name from tomorrow',
      [add('name', { use: 'old', family: 'X', period: { start: '2026-01-02' } })],
      invalid("Invalid patch - the start date of 'name/1/period' is in the future"),
    ],
    [
      'a period that ends before it starts',
      [add('name', { use: 'old', family: 'X', period: { start: '2025-01-02', end: '2025-01-01' } })],
      invalid("Invalid patch - the start date of 'name/1/period' is after its end date"),
    ],
    [
      'a period without start',
      [add('name', { use: 'old', family: 'X', period: { end: '2025-01-01' } })],
      [400, 'MISSING_VALUE', "Missing value - 'name/1/period/start'"],
    ],
    [
      'gender other',
      [{ op: 'replace', path: '/gender', value: 'other' }],
      [400, 'INVALID_VALUE', "Invalid value - 'other' in field 'gender'"],
    ],
    ['no gender', [{ op: 'remove', path: '/gender' }], forbidden("source not permitted to remove 'gender'")],
    ['a birth tomorrow', [{ op: 'replace', path: '/birthDate', value: '2026-01-02' }], invalid('birthDate cannot be in the future')],
    [
      'a birth on no day',
      [{ op: 'replace', path: '/birthDate', value: '2020-02-30' }],
      [400, 'INVALID_VALUE', "Invalid value - '2020-02-30' in field 'birthDate'"],
    ],
    [
      'a death without notification',
      [{ op: 'add', path: '/deceasedDateTime', value: '2025-01-01' }],
      invalid('deceasedDateTime must be added together with a death notification status'),
    ],
    [
      'a notification without death',
      [add('extension', notification('1'))],
      invalid('a death notification status must be added together with deceasedDateTime'),
    ],
    [
      'a death with an offset',
      [{ op: 'add', path: '/deceasedDateTime', value: '2025-01-01T00:00:00+01:00' }, add('extension', notification('1'))],
      [400, 'INVALID_VALUE', "Invalid value - '2025-01-01T00:00:00+01:00' in field 'deceasedDateTime'"],
    ],
    [
      'a death tomorrow',
      [{ op: 'add', path: '/deceasedDateTime', value: '2026-01-02' }, add('extension', notification('1'))],
      invalid('deceasedDateTime cannot be in the future'),
    ],
    [
      'a death before birth',
      [{ op: 'add', path: '/deceasedDateTime', value: '1800-01-01' }, add('extension', notification('1'))],
      invalid('deceasedDateTime cannot be before birthDate'),
    ],
    [
      'a formal death',
      [{ op: 'add', path: '/deceasedDateTime', value: '2025-01-01' }, add('extension', notification('2'))],
      forbidden('source not permitted to record a formal death'),
    ],
    [
      'a second home',
      [add('address', { use: 'home', line: lines })],
      invalid("Invalid patch - a patient has no more than one 'home' address"),
    ],
    [
      'a place of work',
      [add('address', { use: 'work', line: lines })],
      invalid("Invalid patch - a 'work' address can be removed, not added or replaced"),
    ],
    [
      'a temporary address without end',
      [add('address', { use: 'temp', text, line: lines, period: { start: '2025-12-01' } })],
      [400, 'MISSING_VALUE', "Missing value - 'address/1/period/end'"],
    ],
    [
      'a temporary address without text',
      [add('address', { use: 'temp', line: lines, period: { start: '2025-12-01', end: '2026-01-01' } })],
      [400, 'MISSING_VALUE', "Missing value - 'address/1/text'"],
    ],
    [
      'a temporary address for a year',
      [add('address', { use: 'temp', text, line: lines, period: { start: '2025-12-01', end: '2026-12-01' } })],
      invalid("Invalid patch - a 'temp' address may last 90 days at most"),
    ],
    [
      'a temporary address of another kind',
      [add('address', { use: 'temp', text: 'Castle', line: lines, period: { start: '2025-12-01', end: '2026-01-01' } })],
      [400, 'INVALID_VALUE', "Invalid value - 'Castle' in field 'address/1/text'"],
    ],
    [
      'an address without town',
      [
        add('address', {
          use: 'billing',
          line: ['1 Invented Row', 'Sample Street', '', '', ''],
          period: { start: '2025-12-01', end: '2026-01-01' },
        }),
      ],
      invalid('address lines 1 and 4 or 2 and 4 must be completed as a minimum'),
    ],
    [
      'an address of one line',
      [add('address', { use: 'billing', line: ['1 Invented Row'], period: { start: '2025-12-01', end: '2026-01-01' } })],
      invalid('address lines 1 and 4 or 2 and 4 must be completed as a minimum'),
    ],
    [
      'a county without a PAF key',
      [
        add('address', {
          use: 'billing',
          line: ['1 Invented Row', 'Sample Street', 'Part', 'Leeds', 'West Yorkshire'],
          period: { start: '2025-12-01', end: '2026-01-01' },
        }),
      ],
      invalid('address line 5 can only be given with a PAF key'),
    ],
    [
      'an e-mail address that is none',
      [add('telecom', { system: 'email', use: 'work', value: 'nobody' })],
      [400, 'INVALID_VALUE', expect.stringContaining("Invalid value - 'nobody' in field 'telecom/")],
    ],
    [
      'an emergency contact of another kind',
      [add('contact', contact({ system: 'phone', value: '01632960587' }, 'E'))],
      [400, 'INVALID_VALUE', expect.stringContaining("Invalid value - 'E' in field 'contact/")],
    ],
    [
      'an emergency contact by fax',
      [add('contact', contact({ system: 'fax', value: '01632960587' }))],
      [400, 'INVALID_VALUE', expect.stringContaining("Invalid value - 'fax'")],
    ],
    [
      'an emergency contact with a use',
      [add('contact', contact({ system: 'phone', use: 'home', value: '01632960587' }))],
      [400, 'INVALID_UPDATE', expect.stringContaining('must not have a use')],
    ],
    [
      'English as preferred language',
      [add('extension', language('en'))],
      [400, 'INVALID_VALUE', expect.stringContaining("Invalid value - 'en' in field 'extension/")],
    ],
    [
      'a language nobody knows',
      [add('extension', language('qa'))],
      [400, 'INVALID_VALUE', expect.stringContaining("Invalid value - 'qa'")],
    ],
    [
      'a time without method',
      [add('extension', preference({ url: 'PreferredContactTimes', valueString: 'Mornings' }))],
      [400, 'MISSING_VALUE', expect.stringContaining('PreferredContactMethod')],
    ],
    [
      'a long time',
      [add('extension', preference({ url: 'PreferredContactTimes', valueString: 'x'.repeat(41) }))],
      [400, 'INVALID_VALUE', expect.stringContaining('valueString')],
    ],
    [
      'a tenth child at once',
      [{ op: 'add', path: '/multipleBirthInteger', value: 10 }],
      [400, 'INVALID_VALUE', "Invalid value - '10' in field 'multipleBirthInteger'"],
    ],
    [
      'no practice',
      [
        { op: 'test', path: '/generalPractitioner/0', value: {} },
        { op: 'remove', path: '/generalPractitioner/0' },
      ],
      forbidden("source not permitted to remove 'generalPractitioner'"),
    ],
    [
      'an extension nobody knows',
      [add('extension', { url: 'https://example.org/mine', valueString: 'x' })],
      [400, 'INVALID_VALUE', expect.stringContaining("Invalid value - 'https://example.org/mine' in field 'extension/")],
    ],
  ])('%s is refused', async ([, patches, answer]) => {
    expect(await patching(...patches)).toEqual(answer);
  });

  test('the usual name stays', async () => {
    expect(await patching({ op: 'test', path: '/name/0/id', value: name?.id }, { op: 'remove', path: '/name/0' })).toEqual(
      forbidden('not permitted to remove usual name'),
    );
  });

  test('interpreterRequired stays while the communication does', async () => {
    const person = personWith(
      'interpreter',
      ({ status, restricted, death }) => status.kind === 'live' && !restricted && death === undefined,
    );
    const { call, patch } = demographics();
    const { body } = await call('GET', `/Patient/${person.nhsNumber}`);
    const extensions: unknown = body['extension'];
    const index = Array.isArray(extensions) ? extensions.findIndex((each) => JSON.stringify(each).includes('NHSCommunication')) : -1;
    const communication = body['extension']?.[index];
    const parts: unknown = communication?.['extension'];
    const part = Array.isArray(parts) ? parts.findIndex((each) => JSON.stringify(each).includes('interpreterRequired')) : -1;
    const path = `/extension/${index}/extension/${part}`;
    const answer = patch(person.nhsNumber, person.version, [
      { op: 'test', path: `${path}/url`, value: 'interpreterRequired' },
      { op: 'remove', path },
    ]);
    expect(await said(answer)).toEqual([400, expect.stringMatching(/INVALID_UPDATE|TOO_FEW/), expect.anything()]);
  });

  test('a second telecom of one system and use is refused, and system and use stay', async () => {
    const telecom = somebody.telecoms[0];
    expect(await patching(add('telecom', { system: telecom?.system, use: telecom?.use, value: '01632960111' }))).toEqual([
      400,
      'INVALID_UPDATE',
      expect.stringContaining('exists already'),
    ]);
    expect(
      await patching(
        { op: 'replace', path: '/telecom/0/id', value: telecom?.id },
        { op: 'replace', path: '/telecom/0/use', value: 'temp' },
      ),
    ).toEqual([400, 'INVALID_UPDATE', expect.stringContaining('cannot be changed')]);
  });
});

describe('records that may not be changed', () => {
  const gender = [{ op: 'replace', path: '/gender', value: 'unknown' }];
  const change = async (service: Demographics, number: string): Promise<unknown[]> =>
    said(service.patch(number, world.find(number)?.version ?? 1, gender));

  test('restricted, superseded, invalidated', async () => {
    const service = demographics();
    expect(await change(service, personWith('restricted').nhsNumber)).toEqual(forbidden('not permitted to update a sensitive patient'));
    expect(await change(service, personWith('superseded').nhsNumber)).toEqual(
      forbidden('Update Failed - NHS No. supplied has been superseded in a merge'),
    );
    expect(await change(service, personWith('invalidated').nhsNumber)).toEqual([404, 'INVALIDATED_RESOURCE']);
  });

  test('formally dead, as far as the death goes', async () => {
    const { nhsNumber, version: held } = personWith('deceased-formal', ({ status, restricted }) => status.kind === 'live' && !restricted);
    expect(await said(demographics().patch(nhsNumber, held, [{ op: 'replace', path: '/deceasedDateTime', value: '2020-01-01' }]))).toEqual(
      forbidden('formal death already recorded'),
    );
  });
});

test('of two patches with one If-Match exactly one wins', async () => {
  const { call, patch } = demographics();
  const answers = await Promise.all(
    ['male', 'female', 'unknown'].map((value) => patch(id, version, [{ op: 'replace', path: '/gender', value }])),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  expect((await call('GET', `/Patient/${id}`)).headers.get('etag')).toBe(`W/"${version + 1}"`);
});
