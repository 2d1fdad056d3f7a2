/** What the gateway of this API asks before the service is asked, stage by stage, of applications whose access is strict. */
import { describe, expect, test } from 'vitest';
import type { TokenRecord } from '../../../src/workspace/applications/tokens.ts';
import type { WrittenApplication } from '../../../src/workspace/applications/applications.ts';
import { given } from '../../given.ts';
import type { AccessMode } from '../../../src/mock/access.ts';
import type { Loose } from '../../sandbox.ts';
import { base, demographics, faultOf } from './demographics.ts';

const { sandbox } = demographics({ settings: { access: 'strict' } });

type Headers = Readonly<Record<string, string>>;

/** What is said of a request, whose id is its own where none is given. */
async function asked(method: string, path: string, headers: Headers, body?: string): Promise<ReturnType<typeof faultOf>> {
  const all = { 'X-Request-ID': crypto.randomUUID(), ...headers };
  const response = await sandbox.request(base + path, { method, headers: all, ...(body !== undefined && { body }) });
  return faultOf({ status: response.status, headers: response.headers, body: (await response.json()) as Loose });
}

const nurse = { id: '555010203011', roles: ['555030405011', '555030405022'] };
const jane = { id: 'jane', nhsNumber: '9000000009', proofing: 'P9' } as const;

const bearer = (record: Partial<TokenRecord> = {}, written: Partial<WrittenApplication> = {}) => ({
  Authorization: `Bearer ${given(sandbox, written, record).token}`,
});
const asUser = bearer({ mode: 'user-restricted', user: nurse });
const asPatient = bearer({ mode: 'patient-access', user: jane });
const asApplication = bearer();
const asPrivileged = bearer({ mode: 'privileged-application-restricted' });
const unproven = (proofing: 'P0' | 'P5') => bearer({ mode: 'patient-access', user: { ...jane, proofing } });
const withoutAsid = (record: Partial<TokenRecord>) => bearer(record, { asid: null });
const expired = bearer({ expires: sandbox.clock.now() - 1 });

const role = (urid: string) => ({ 'NHSD-Session-URID': urid });
const record = '/Patient/9000000009';

const denied = (diagnostics: string) => ({
  status: 401,
  code: 'ACCESS_DENIED',
  issue: 'forbidden',
  display: 'Access Denied - Unauthorised',
  diagnostics,
});
const noPatient = { status: 403, code: 'ACCESS_DENIED', issue: 'forbidden', display: 'Patient cannot perform this action' };
const noAsid = {
  status: 400,
  code: 'MISSING_VALUE',
  issue: 'value',
  diagnostics: 'No ASID is associated with your app. Please contact support.',
};
const guidance = 'https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir';
const wrongRole = (urid: string) => ({
  status: 400,
  code: 'INVALID_VALUE',
  issue: 'value',
  display: 'Provided value is invalid',
  diagnostics: `Invalid value - '${urid}' in header 'NHSD-Session-URID'. Refer to the guidance for this header in our API Specification ${guidance}`,
});
const unsupported = { status: 400, code: 'UNSUPPORTED_REQUEST', diagnostics: "Unsupported path - '/Patients'" };

describe('the stages come in this order', () => {
  test.for<readonly [stage: string, path: string, headers: Headers, fault: Readonly<Record<string, unknown>>]>([
    ['no Authorization header', record, {}, denied('Missing Authorization header')],
    ['an empty one', record, { Authorization: '' }, denied('Empty Authorization header')],
    ['one word', record, { Authorization: 'Bearer' }, denied('Missing access token')],
    ['another scheme', record, { Authorization: 'Basic abc' }, denied("Invalid token type 'Basic', must be 'Bearer'")],
    ['an unknown token', record, { Authorization: 'Bearer g1112R_ccQ1Ebbb4gtHBP1aaaNM' }, denied('Invalid Access Token')],
    ['an expired token', record, expired, denied('Access Token expired')],
    ['a token comes before the path', '/Patients', {}, denied('Missing Authorization header')],
    ['… and a path after it', '/Patients', asApplication, unsupported],
    ['a token comes before the id of the request', record, { 'X-Request-ID': '12345' }, denied('Missing Authorization header')],
    ['how far a patient is proven comes before the id', record, { ...unproven('P5'), 'X-Request-ID': '12345' }, noPatient],
    ['… whatever they ask for', '/Patient?family=Smith&birthdate=2010-10-22', unproven('P0'), noPatient],
    [
      'the id comes before the role',
      record,
      { ...asUser, ...role('1'), 'X-Request-ID': '12345' },
      { code: 'INVALID_VALUE', diagnostics: "Invalid value - '12345' in header 'X-Request-ID'" },
    ],
    ['the role comes before the ASID', record, { ...withoutAsid({ mode: 'user-restricted', user: nurse }), ...role('1') }, wrongRole('1')],
    ['the ASID comes before what the mode allows', '/Coverage?subscriber%3Aidentifier=9000000009', withoutAsid({}), noAsid],
    [
      'what the mode allows comes before the service',
      '/Patient?_max-results=2',
      asApplication,
      { status: 403, code: 'INVALID_VALUE', issue: 'token' },
    ],
    ['the service asks for an id', record, { ...asApplication, 'X-Request-ID': '' }, { status: 400, code: 'MISSING_VALUE' }],
  ])('%s', async ([, path, headers, fault]) => {
    expect(await asked('GET', path, headers)).toMatchObject(fault);
  });
});

describe('the role of whoever is signed in', () => {
  test.for<readonly [what: string, headers: Headers, fault: Readonly<Record<string, unknown>>]>([
    ['is one that they have', { ...asUser, ...role('555030405022') }, { status: 200 }],
    ['need not be said', asUser, { status: 200 }],
    ['is none of somebody else', { ...asUser, ...role('555030405033') }, wrongRole('555030405033')],
    ['is a number', { ...asUser, ...role('nurse') }, wrongRole('nurse')],
    ['is not blank', { ...asUser, ...role('') }, wrongRole('')],
    ['is not looked up where nobody is signed in', { ...asApplication, ...role('1') }, { status: 200 }],
    ['is not looked up of a patient', { ...asPatient, ...role('1') }, { status: 200 }],
  ])('%s', async ([, headers, fault]) => {
    expect(await asked('GET', record, headers)).toMatchObject(fault);
  });
});

describe('each mode may do this', () => {
  const mayNot = (what: string) => (mode: AccessMode) => ({
    status: 403,
    code: 'INVALID_METHOD',
    issue: 'forbidden',
    display: `Cannot ${what} resource with ${mode} access token`,
    diagnostics: 'Your app has insufficient permissions to use this method. Please contact support.',
  });
  const noCoverage = (method: string) => (mode: AccessMode) => ({
    status: 403,
    code: 'ACCESS_DENIED',
    issue: 'forbidden',
    display: `Cannot ${method} resource with ${mode} access token`,
    diagnostics: 'Your app has insufficient permissions to use this operation. Please contact support.',
  });
  const noPatients = () => ({
    ...noPatient,
    diagnostics: `Your access token has insufficient permissions. See documentation regarding Patient access restrictions ${guidance}`,
  });
  const [noCreate, noUpdate] = [mayNot('create'), mayNot('update')];
  /** Let through to the service, which has something else to say of it. */
  const yes = () => ({ status: expect.toSatisfy((status: number) => status !== 401 && status !== 403) });

  const merge = { 'Content-Type': 'application/json-patch+json', 'If-Match': 'W/"2"' };
  const json = { 'Content-Type': 'application/json' };
  const card = '{"status":"active","subscriber":{"identifier":{"value":"9000000009"}}}';
  const otherCard = card.replace('9000000009', '9000000017');

  const modes: readonly [AccessMode, Headers][] = [
    ['user-restricted', asUser],
    ['patient-access', asPatient],
    ['application-restricted', asApplication],
    ['privileged-application-restricted', asPrivileged],
  ];
  type Answer = (mode: AccessMode) => object;
  test.for<readonly [request: string, more: Headers, body: string | undefined, ...answers: [Answer, Answer, Answer, Answer]]>([
    ['GET /Patient/9000000009', {}, undefined, yes, yes, yes, yes],
    ['GET /Patient/9000000017', {}, undefined, yes, noPatients, yes, yes],
    ['GET /Patient/9000000009/RelatedPerson', {}, undefined, yes, yes, yes, yes],
    ['GET /Patient/9000000017/RelatedPerson', {}, undefined, yes, noPatients, yes, yes],
    ['GET /Patient?family=Smith&birthdate=2010-10-22', {}, undefined, yes, noPatients, yes, yes],
    ['PATCH /Patient/9000000009', merge, '{"patches":[]}', yes, yes, noUpdate, noUpdate],
    ['PATCH /Patient/9000000017', merge, '{"patches":[]}', yes, noPatients, noUpdate, noUpdate],
    ['POST /Patient', json, '{}', yes, noCreate, noCreate, noCreate],
    ['POST /Patient/$process-birth-details', json, '{}', yes, noCreate, noCreate, noCreate],
    ['GET /Coverage?subscriber%3Aidentifier=9000000009', {}, undefined, noCoverage('GET'), yes, noCoverage('GET'), noCoverage('GET')],
    [
      'GET /Coverage?subscriber%3Aidentifier=9000000017',
      {},
      undefined,
      noCoverage('GET'),
      noPatients,
      noCoverage('GET'),
      noCoverage('GET'),
    ],
    ['POST /Coverage', { ...json, 'If-Match': 'W/"2"' }, card, noCoverage('POST'), yes, noCoverage('POST'), noCoverage('POST')],
    ['POST /Coverage', { ...json, 'If-Match': 'W/"2"' }, otherCard, noCoverage('POST'), noPatients, noCoverage('POST'), noCoverage('POST')],
  ])('%s', async ([request, more, body, ...answers]) => {
    const [method = '', path = ''] = request.split(' ');
    for (const [index, [mode, headers]] of modes.entries()) {
      // Past the third of a second in which there is one registration.
      sandbox.clock.set(sandbox.clock.now() + 400);
      expect({ mode, ...(await asked(method, path, { ...more, ...headers }, body)) }).toMatchObject({ mode, ...answers[index]?.(mode) });
    }
  });

  test('a patient finds their coverage with the colon percent-encoded alone', async () => {
    const said = 'Coverage search request must follow the format /Coverage?subscriber:identifier=NHS_NUMBER';
    expect(await asked('GET', '/Coverage?subscriber:identifier=9000000009', asPatient)).toMatchObject({
      status: 400,
      code: 'INVALID_SEARCH_DATA',
      diagnostics: `Invalid search data provided - '${said}'`,
    });
  });

  test('an application that runs by itself updates where it has leave to', async () => {
    expect(await asked('PATCH', record, { ...merge, ...bearer({}, { mayUpdate: true }) }, '{"patches":[]}')).toMatchObject(yes());
  });
});

describe('how often an application may ask', () => {
  const tooMany = (diagnostics: string) => ({
    status: 429,
    code: 'TOO_MANY_REQUESTS',
    issue: 'value',
    display: 'Too many requests',
    diagnostics,
  });

  test('is told with the application, its limit and the time', async () => {
    const headers = bearer({}, { name: 'Ward board', limits: { perMinute: 1 } });
    expect(await asked('GET', record, headers)).toMatchObject({ status: 200 });
    expect(await asked('GET', record, headers)).toMatchObject(
      tooMany('Your application, Ward board, has exceeded its quota of 1 requests every 1 minute(s) and is being rate limited.'),
    );
  });

  test('is told otherwise of a spike', async () => {
    const headers = bearer({}, { name: 'Busy board', limits: { perSecond: 10 } });
    await asked('GET', record, headers);
    expect(await asked('GET', record, headers)).toMatchObject(
      tooMany(
        'Your application, Busy board, has created a spike in traffic and is being rate limited. Please reduce the frequency of your requests.',
      ),
    );
    sandbox.clock.set(sandbox.clock.now() + 100);
    expect(await asked('GET', record, headers)).toMatchObject({ status: 200 });
  });

  test('is three registrations in a second of all applications, counted before they are looked at', async () => {
    const create = async () => (await asked('POST', '/Patient', { ...asUser, 'Content-Type': 'application/json' }, '{}'))['status'];
    expect([await create(), await create()]).toEqual([400, 429]);
    sandbox.clock.set(sandbox.clock.now() + 334);
    expect(await create()).toBe(400);
  });
});
