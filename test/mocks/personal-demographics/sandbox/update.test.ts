/** Changing a patient as the official sandbox does: every patch that it acts on, every request that is published, and nothing kept. */
import { describe, expect, test } from 'vitest';
import { changedAt } from '../../../../src/contract/json-edit.ts';
import { tokensOf } from '../../../../src/contract/json-pointer.ts';
import type { Json } from '../../../../src/contract/contract.ts';
import { faultOf } from '../demographics.ts';
import { official } from './official.ts';

const { call } = await official();

const versions: Readonly<Record<string, number>> = {
  '9000000009': 2,
  '9000000025': 2,
  '9000000033': 2,
  '9732110317': 7,
  '9733162043': 2,
  '9736363015': 6,
  '9736363023': 5,
  '9736363066': 3,
  '9736363074': 3,
  '5900046192': 3,
  '5900057208': 1,
  '5900059073': 2,
  '5900059332': 1,
};

type Patch = readonly [op: string, path: string, value?: Json];
const patch = (number: string, patches: readonly Patch[], headers: Record<string, string> = {}) =>
  call('PATCH', `/Patient/${number}`, {
    body: { correction: false, patches: patches.map(([op, path, value]) => ({ op, path, value })) },
    headers: { 'Content-Type': 'application/json-patch+json', 'If-Match': `W/"${versions[number] ?? 2}"`, ...headers },
  });

const invalidUpdate = (reason: string) => ({
  status: 400,
  code: 'INVALID_UPDATE',
  display: 'Update is invalid',
  issue: 'structure',
  severity: 'error',
  diagnostics: `Invalid update with error - ${reason}`,
});
const forbidden = (reason: string) => ({
  status: 403,
  code: 'FORBIDDEN_UPDATE',
  display: 'Update is forbidden',
  issue: 'forbidden',
  severity: 'information',
  diagnostics: `Forbidden update with error - ${reason}`,
});

const ukCore = 'https://fhir.nhs.uk/R4/StructureDefinition/Extension-UKCore-';
const language = (code: string) => ({
  url: 'language',
  valueCodeableConcept: { coding: [{ system: 'https://fhir.nhs.uk/R4/CodeSystem/UKCore-HumanLanguage', version: '1.0.0', code }] },
});
const communication = { url: `${ukCore}NHSCommunication`, extension: [language('q4'), { url: 'interpreterRequired', valueBoolean: true }] };
const method = {
  url: 'PreferredContactMethod',
  valueCodeableConcept: {
    coding: [{ system: 'https://fhir.nhs.uk/R4/ValueSet/UKCore-PreferredContactMethod', code: '3', display: 'Telephone' }],
  },
};
const preference = { url: `${ukCore}ContactPreference`, extension: [method, { url: 'PreferredContactTimes', valueString: '13:00' }] };
const death = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
  extension: [{ url: 'systemEffectiveDate', valueDateTime: '2020-02-27T16:14:58+00:00' }],
};
/** A prefix and a suffix that are texts are taken as they are, and so is a member that names do not have. */
const bloggs = {
  use: 'old',
  period: { start: '2019-12-31' },
  text: 'Dr Joe H. M. Bloggs PhD',
  prefix: 'Dr',
  given: ['Joe', 'Horation', 'Maximus'],
  family: 'Bloggs',
  suffix: 'PhD',
};
const added = { ...bloggs, id: 'new-object-id' };
const whitehall = { id: '456', line: ['1', '', '', '2 Whitehall Quay', ''], postalCode: 'LS1 4BU', use: 'home' };

describe('a patch', () => {
  /** Whom, what is sent, and what stands where afterwards; everything else is as it was. */
  test.for<[string, string, readonly Patch[], Readonly<Record<string, Json | undefined>>]>([
    ['adds a name', '9000000009', [['add', '/name/-', bloggs]], { '/name/1': added }],
    ['adds the first name', '9000000033', [['add', '/name/-', bloggs]], { '/name': [added] }],
    ['adds a third name', '9732110317', [['add', '/name/-', bloggs]], { '/name/2': added }],
    ['replaces a given name', '9000000009', [['replace', '/name/0/given/0', 'Mary']], { '/name/0/given/0': 'Mary' }],
    [
      'replaces a death and its notification',
      '9000000009',
      [
        ['replace', '/deceasedDateTime', '2010-10-23'],
        ['replace', '/extension/3', death],
      ],
      { '/deceasedDateTime': '2010-10-23', '/extension/3': death },
    ],
    [
      'adds a death and its notification',
      '9000000033',
      [
        ['add', '/deceasedDateTime', '2020-01-01'],
        ['add', '/extension/-', death],
      ],
      { '/deceasedDateTime': '2020-01-01', '/extension': [death] },
    ],
    ['adds how to communicate', '9000000033', [['add', '/extension/-', communication]], { '/extension': [communication] }],
    ['adds preferences of contact', '9000000033', [['add', '/extension/-', preference]], { '/extension': [preference] }],
    ['adds an extension in place of all there were', '9000000009', [['add', '/extension/-', preference]], { '/extension': [preference] }],
    ['replaces how to communicate', '9000000009', [['replace', '/extension/4', communication]], { '/extension/4': communication }],
    [
      'replaces a language',
      '9000000009',
      [['replace', '/extension/4/extension/0', language('q3')]],
      { '/extension/4/extension/0': language('q3') },
    ],
    ['replaces preferences of contact', '9000000009', [['replace', '/extension/5', preference]], { '/extension/5': preference }],
    ['replaces one preference', '9000000009', [['replace', '/extension/5/extension/1', method]], { '/extension/5/extension/1': method }],
    [
      'leaves null for an extension that is removed',
      '9000000009',
      [
        ['test', '/extension/4/url', communication.url],
        ['remove', '/extension/4'],
      ],
      { '/extension/4': null },
    ],
    ['leaves null for the second extension too', '9000000009', [['remove', '/extension/1']], { '/extension/1': null }],
    [
      'takes suffixes',
      '9736363023',
      [
        ['add', '/name/0/id', 'IBoKk'],
        ['add', '/name/0/suffix', ['PhD', 'MBBS']],
      ],
      { '/name/0/suffix': ['PhD', 'MBBS'] },
    ],
    [
      'puts a suffix first',
      '9736363015',
      [
        ['add', '/name/0/id', 'IBoKk'],
        ['add', '/name/0/suffix/0', 'Esquire'],
      ],
      { '/name/0/suffix': ['Esquire', 'PhD', 'MBBS'] },
    ],
    [
      'takes a first suffix where there was none',
      '9736363023',
      [['add', '/name/0/suffix/0', 'Esquire']],
      { '/name/0/suffix': ['Esquire'] },
    ],
    [
      'removes the first suffix',
      '9736363015',
      [
        ['test', '/name/0/id', 'IBoKk'],
        ['remove', '/name/0/suffix/0'],
      ],
      { '/name/0/suffix': ['MBBS'] },
    ],
    ['removes suffixes', '9736363015', [['remove', '/name/0/suffix']], { '/name/0/suffix': undefined }],
    [
      'removes no suffix',
      '9736363023',
      [
        ['test', '/name/0/id', 'IBoKk'],
        ['remove', '/name/0/suffix'],
      ],
      {},
    ],
    [
      'removes the second name',
      '9732110317',
      [
        ['test', '/name/1/id', '4E1F33EF'],
        ['remove', '/name/1'],
      ],
      { '/name/1': undefined },
    ],
    [
      'removes one preference',
      '9000000009',
      [
        ['test', '/extension/5/extension/0/url', 'PreferredWrittenCommunicationFormat'],
        ['remove', '/extension/5/extension/2'],
      ],
      { '/extension/5/extension/2': undefined },
    ],
    ['replaces a gender', '9736363066', [['replace', '/gender', 'female']], { '/gender': 'female' }],
    ['replaces a birth date', '9736363074', [['replace', '/birthDate', '1985-10-26']], { '/birthDate': '1985-10-26' }],
    [
      'replaces a line and a postcode by what they say',
      '5900046192',
      [
        ['replace', '/address/0/id', 'C0E90847'],
        ['replace', '/address/0/line/0', '2 Whitehall Quay'],
        ['replace', '/address/0/postalCode', 'LS1 4BU'],
      ],
      { '/address/0/line/0': '2 Whitehall Quay', '/address/0/postalCode': 'LS1 4BU' },
    ],
    ['replaces a whole address', '5900046192', [['replace', '/address/0', whitehall]], { '/address/0': whitehall }],
    ['leaves an address that says anything else', '5900046192', [['replace', '/address/0/id', '456']], {}],
    ['leaves the id of a name', '9736363015', [['add', '/name/0/id', 'elsewhere']], {}],
    ['leaves extensions that are not known to be removed', '9000000009', [['remove', '/extension/5']], {}],
    ['holds no test against the record', '9000000009', [['test', '/gender', 'male']], {}],
    ['changes a restricted patient like any other', '9000000025', [['replace', '/gender', 'male']], { '/gender': 'male' }],
  ])('%s', async ([, number, patches, changes]) => {
    const before = await call('GET', `/Patient/${number}`);
    const version = String((versions[number] ?? 0) + 1);
    const answer = await patch(number, patches);
    let expected = changedAt(before.json, ['meta', 'versionId'], version);
    for (const [pointer, value] of Object.entries(changes)) expected = changedAt(expected, tokensOf(pointer), value);
    expect(answer.json).toEqual(expected);
    expect([answer.status, answer.headers.get('ETag')]).toEqual([200, `W/"${version}"`]);
    // Nothing is kept.
    expect((await call('GET', `/Patient/${number}`)).json).toEqual(before.json);
  });
});

/** Published for a patient without an address, and for one with. */
const line = ['replace', '/address/0/line/0', '2 Whitehall Quay'] as const;
const postcode = ['replace', '/address/0/postalCode', 'LS1 4BU'] as const;
const noId = invalidUpdate('no id or url found for path with root /address/0');
const notPreceded = invalidUpdate("removal '/name/1' is not immediately preceded by equivalent test - instead it is the first item");
const nothingThere = invalidUpdate("Invalid patch - can't remove non-existent object '0'");
const badOperation = (op: string) => ({
  status: 400,
  code: 'INVALID_VALUE',
  display: 'Provided value is invalid',
  issue: 'value',
  severity: 'error',
  diagnostics: `Invalid value - '${op}' in field '0/op'`,
});

test.for<[string, string, readonly Patch[], object]>([
  ['a second usual name', '5900059332', [['add', '/name/-', { use: 'usual' }]], forbidden('multiple usual names cannot be added')],
  ['the usual name', '9000000009', [['remove', '/name/0']], forbidden('not permitted to remove usual name')],
  [
    'the usual name, tested for',
    '9733162043',
    [
      ['test', '/name/0/id', 'WzHTW'],
      ['remove', '/name/0'],
    ],
    forbidden('not permitted to remove usual name'),
  ],
  [
    'a birth date',
    '9733162043',
    [
      ['test', '/birthDate', '1955-05-27'],
      ['remove', '/birthDate'],
    ],
    forbidden("source not permitted to remove 'birthDate'"),
  ],
  ['a gender', '9733162043', [['remove', '/gender']], forbidden("source not permitted to remove 'gender'")],
  [
    'what is forbidden before what is wrong',
    '9000000009',
    [
      ['remove', '/name/1'],
      ['remove', '/name/0'],
    ],
    forbidden('not permitted to remove usual name'),
  ],
  [
    'the last of what is forbidden',
    '9000000009',
    [
      ['remove', '/gender'],
      ['remove', '/name/0'],
    ],
    forbidden('not permitted to remove usual name'),
  ],
  ['a name that no test precedes', '9732110317', [['remove', '/name/1']], notPreceded],
  ['the only name under another number', '5900057208', [['remove', '/name/1']], notPreceded],
  ['a sixth name, as if it were the second', '9000000009', [['remove', '/name/5']], notPreceded],
  [
    'a name that another patch precedes',
    '9732110317',
    [
      ['replace', '/gender', 'female'],
      ['test', '/name/1/id', '4E1F33EF'],
      ['remove', '/name/1'],
    ],
    notPreceded,
  ],
  [
    'a name that is not there',
    '5900057208',
    [
      ['test', '/name/1/id', '123456'],
      ['remove', '/name/1'],
    ],
    invalidUpdate("Invalid patch - index '1' is out of bounds"),
  ],
  [
    'a suffix that is not there',
    '5900057208',
    [
      ['test', '/name/0/id', 'F44C7CD5'],
      ['remove', '/name/0/suffix/0'],
    ],
    nothingThere,
  ],
  ['an extension that is not there', '9000000033', [['remove', '/extension/4']], nothingThere],
  [
    'an extension that is removed twice',
    '9000000009',
    [
      ['remove', '/extension/4'],
      ['remove', '/extension/4'],
    ],
    nothingThere,
  ],
  ['an address that nothing names', '5900046192', [line, postcode], noId],
  ['an address that nothing names, where there is none', '5900059073', [line, postcode], noId],
  [
    'a list in place of lines',
    '5900046192',
    [['replace', '/address/0/id', '456'], ['replace', '/address/0/line', ['2 Whitehall Quay']], postcode],
    invalidUpdate("Invalid patch - can't replace non-existent object 'line'"),
  ],
  [
    'an address by an id that is not there',
    '5900046192',
    [['replace', '/address/0/id', '123456'], line, postcode],
    invalidUpdate("no 'address' resources with object id '123456'"),
  ],
  [
    'an address where there is none',
    '5900059073',
    [['replace', '/address/0/id', '456'], line, postcode],
    invalidUpdate("Invalid patch - index '0' is out of bounds"),
  ],
  [
    'any part of an address where there is none',
    '5900059073',
    [
      ['test', '/address/0/id', '456'],
      ['replace', '/address/0/use', 'home'],
    ],
    invalidUpdate("Invalid patch - index '0' is out of bounds"),
  ],
  [
    'the first of what is wrong',
    '5900057208',
    [
      ['remove', '/name/0/suffix/0'],
      ['remove', '/name/1'],
    ],
    nothingThere,
  ],
  ['an operation that is none', '5900059073', [['bad_value', '/name/0/given/0', 'Mary']], badOperation('bad_value')],
  [
    'an operation that is none, by the first one',
    '5900059073',
    [
      ['add', '/name/-', bloggs],
      ['bad_value', '/gender', 'male'],
    ],
    badOperation('add'),
  ],
  ['an operation that is none, before an address that nothing names', '5900046192', [['move', '/address/0/line/0']], badOperation('move')],
  ['no patches', '9000000009', [], invalidUpdate('No patches found')],
])('refuses %s', async ([, number, patches, refusal]) => {
  expect(faultOf(await patch(number, patches))).toEqual(refusal);
});

const gender: readonly Patch[] = [['replace', '/gender', 'male']];
const mismatch = [409, 'RESOURCE_VERSION_MISMATCH', undefined] as const;
const unsupported = [400, 'UNSUPPORTED_SERVICE', undefined] as const;
const precondition = [
  412,
  'PRECONDITION_FAILED',
  'Invalid request with error - If-Match header must be supplied to update this resource',
] as const;
const wrongId = [400, 'INVALID_VALUE', "Invalid value - '12345' in header 'X-Request-ID'"] as const;
const noRequestId = [
  400,
  'MISSING_VALUE',
  'Invalid request with error - X-Request-ID header must be supplied to access this resource',
] as const;
const wrongNumber = [400, 'INVALID_RESOURCE_ID', undefined] as const;
const nobody = [404, 'RESOURCE_NOT_FOUND', undefined] as const;
const noPatches = [400, 'INVALID_UPDATE', 'Invalid update with error - No patches found'] as const;

/** Each row is wrong in whatever the next ones are wrong in too, so that their order shows. */
describe('the head of a change is checked in order', () => {
  test.for<[string, string, Record<string, string>, readonly unknown[]]>([
    ['the number', '9000000000', { 'If-Match': '', 'Content-Type': 'application/bananas', 'X-Request-ID': '12345' }, wrongNumber],
    ['If-Match is there', '9111231130', { 'If-Match': '', 'Content-Type': 'application/bananas', 'X-Request-ID': '12345' }, precondition],
    ['the type', '9111231130', { 'Content-Type': 'application/bananas', 'X-Request-ID': '12345' }, unsupported],
    ['the type, FHIR', '9000000009', { 'Content-Type': 'application/fhir+json', 'X-Request-ID': '' }, unsupported],
    ['the request id', '9111231130', { 'X-Request-ID': '12345', Authorization: 'Bearer' }, wrongId],
    ['the request id is there', '9111231130', { 'X-Request-ID': '', Authorization: 'Bearer' }, noRequestId],
    ['the token', '9111231130', { Authorization: 'Bearer HEALTHCARE_WORKER' }, [401, 'ACCESS_DENIED', 'Invalid Access Token']],
    ['the patient', '9111231130', { 'If-Match': 'W/"7"' }, nobody],
    ['a patient who is only found', '9000000017', {}, nobody],
    ['the version', '9000000009', { 'If-Match': 'W/"1"' }, mismatch],
    ['a version with a number more', '5900059073', { 'If-Match': 'W/"21"' }, mismatch],
    ['what is no version', '5900059073', { 'If-Match': 'bananas' }, mismatch],
  ])('%s', async ([, number, headers, told]) => {
    const { status, code, diagnostics } = faultOf(await patch(number, gender, headers));
    expect([status, code, diagnostics]).toEqual(told);
  });

  test.for<[string, unknown]>([
    ['an empty object', {}],
    ['what is no list', { patches: 'none' }],
    ['an empty list', { patches: [] }],
    ['no body', undefined],
  ])('%s has no patches, whatever the version', async ([, body]) => {
    const headers = { 'Content-Type': 'application/json-patch+json', 'If-Match': 'W/"1"' };
    const { status, code, diagnostics } = faultOf(await call('PATCH', '/Patient/9000000009', { body, headers }));
    expect([status, code, diagnostics]).toEqual(noPatches);
  });

  test.for(['application/json', 'application/json-patch+json; charset=UTF-8', 'application/json;charset=utf-8'])(
    '%s will do',
    async (type) => {
      expect((await patch('9000000009', gender, { 'Content-Type': type })).status).toBe(200);
    },
  );
});
