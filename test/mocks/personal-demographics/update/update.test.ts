/** Changing a patient: what is stored, and every refusal with its words and its place in the order of checks. */
import { describe, expect, test } from 'vitest';
import { demographics, foundIn, world, type Demographics } from '../demographics.ts';
import { personWith, somebody } from '../people.ts';
import { forbidden, home, id, invalid, name, notification, organisation, patching, said, ukCore, version } from './patching.ts';

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

  test('of two errors the first is said', async () => {
    expect(
      await patching({ op: 'remove', path: '/multipleBirthInteger' }, { op: 'replace', path: '/name/9', value: { id: 'none' } }),
    ).toEqual(invalid("Invalid patch - can't remove non-existent object 'multipleBirthInteger'"));
  });

  test('a version in another form is refused as if there were none, and the explanation says that the form is wrong', async () => {
    const { sandbox, call } = demographics();
    for (const form of ['"2"', '*', 'W/"2', `W/"${version}", W/"1"`]) {
      const answer = await call('PATCH', `/Patient/${id}`, { body: gender, headers: { ...all, 'If-Match': form } });
      expect(await said(Promise.resolve(answer))).toEqual(precondition);
      const { problem } = await (await sandbox.request(answer.headers.get('x-sandbox-trace') ?? '')).json();
      expect(problem.faults).toEqual([
        expect.objectContaining({ name: 'If-Match', message: 'must be the ETag of the version that was read, such as W/"2"' }),
      ]);
    }
  });

  test('what stands beside the patches is not looked at: published requests carry a correction', async () => {
    const answer = await demographics().call('PATCH', `/Patient/${id}`, { body: { correction: true, ...gender }, headers: all });
    expect(answer).toMatchObject({ status: 200, body: { gender: 'unknown' } });
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
  const gone = { op: 'remove', path: '/address/0' };

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
      'a test of a member that is not there',
      [
        { op: 'test', path: '/name/1/id', value: '123456' },
        { op: 'remove', path: '/name/1' },
      ],
      invalid("Invalid patch - index '1' is out of bounds"),
    ],
    [
      'part of an extension without its url',
      [{ op: 'replace', path: '/extension/0/valueReference/identifier/value', value: 'FZ001' }],
      invalid('no id or url found for path with root /extension/0'),
    ],
    [
      'the url of another extension',
      [{ op: 'replace', path: '/extension/0', value: { url: 'https://example.org' } }],
      invalid("no 'extension' resources with object id 'https://example.org'"),
    ],
    ['the id of a name', [named, { op: 'remove', path: '/name/0/id' }], invalid("Invalid patch - the id of '/name/0' cannot be removed")],
    ['no value', [{ op: 'replace', path: '/gender' }], [400, 'MISSING_VALUE', "Missing value - '0/value'"]],
    ['null as a new member', [{ op: 'add', path: '/name/-', value: null }], [400, 'MISSING_VALUE', "Missing value - '0/value'"]],
    ['no path', [{ op: 'replace', value: 'male' }], [400, 'MISSING_VALUE', "Missing value - '0/path'"]],
    ['no operation', [{ path: '/gender', value: 'male' }], [400, 'INVALID_VALUE', "Invalid value - '' in field '0/op'"]],
    ['a patch that is none', ['male'], [400, 'INVALID_VALUE', "Invalid value - '' in field '0/op'"]],
    [
      'a list as a whole',
      [{ op: 'replace', path: '/name', value: [] }],
      invalid("Invalid patch - 'name' is a list, change its members one by one: '/name/0', '/name/-'"),
    ],
    [
      'a removal of nothing',
      [named, { op: 'remove', path: '/name/0/suffix/7' }],
      invalid("Invalid patch - can't remove non-existent object '7'"),
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

  test.for<[string, unknown[]]>([
    ['its id', [{ op: 'test', path: '/address/0/id', value: home?.id }, gone]],
    [
      'its url',
      [
        { op: 'test', path: '/extension/0/url', value: `${ukCore}NominatedPharmacy` },
        { op: 'remove', path: '/extension/0' },
      ],
    ],
    [
      'all of it',
      [
        { op: 'test', path: '/extension/0', value: organisation('NominatedPharmacy', somebody.pharmacy ?? '') },
        { op: 'remove', path: '/extension/0' },
      ],
    ],
  ])('a member is removed after a test of %s', async ([, patches]) => {
    expect((await demographics().patch(id, version, patches)).status).toBe(200);
  });

  test('a test that does not hold', async () => {
    expect(
      await patching({ op: 'test', path: '/name/0/id', value: 'other' }, { op: 'replace', path: '/gender', value: 'unknown' }),
    ).toEqual(invalid("Invalid patch - '/name/0/id' is not equal to tested value 'other'"));
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
