/** What is known of NHS Notify, row by row, each by a request. */
import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { Sheet, SheetRow } from '../sheet.ts';
import type { Answer } from '../../sandbox.ts';
import {
  accepted,
  batch,
  channelsOf,
  errorsOf,
  get,
  inboxOf,
  message,
  open,
  plans,
  post,
  recipient,
  refusal,
  saidIn,
  toOne,
  wait,
} from './sending.ts';

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const ofRecord = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });
const at = '/data/attributes';
/** One workspace for all that leaves its clock alone. */
const still = open();
const own = async (body: unknown, headers: Record<string, string> = {}): Promise<Answer> => post(still, body, headers);
const json = { 'Content-Type': 'application/json' };

/** The same body is refused in the same words, of a message and of a batch. */
const refusals = async (rows: readonly (readonly [body: unknown, ...errors: string[]])[]): Promise<void> => {
  for (const [body, ...errors] of rows) expect([body, saidIn(await own(body, json))]).toEqual([body, errors]);
};

const bare = (attributes: unknown, type: unknown = 'Message'): object => ({ data: { type, attributes } });
const first = `${at}/messages/0`;

/** A fault of the catalogue: with its title and its detail. */
const fault = (ask: () => Promise<Answer>, line: string, title: string, detail: string): SheetRow =>
  rule(async () => {
    const answer = await ask();
    const [error] = errorsOf(answer);
    expect([refusal(answer), error?.title, error?.detail]).toEqual([line, title, detail]);
    expect(error?.id).toMatch(/^rrt-\d+-[abc]-geu2-\d+-\d+-\d\.0$/);
    expect(error?.links.about).toBe('https://digital.nhs.uk/developer/api-catalogue/nhs-notify');
  });

const asked =
  (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  async (): Promise<Answer> =>
    still.call(method, path, { headers, ...(body !== undefined && { body }) });
const wished = (code: string) => asked('GET', '/v1/messages/2WL3qFTEFM0qMY8xjRbt1LIKCzM', { Prefer: `code=${code}` });

const missing = 'The property at the specified location is required, but was not present in the request.';
const invalid = 'The property at the specified location does not allow this value.';
const late =
  'You have retried this request too early, the previous request is still being processed. Re-send the request after the time (in seconds) specified `Retry-After` header.';

const validation: Sheet['rows'] = {
  '3: 1': rule(() =>
    refusals([
      ['', '400 CM_INVALID_VALUE /'],
      ['{@SA}{}', '400 CM_INVALID_VALUE /'],
      ['[]', '400 CM_INVALID_VALUE /'],
    ]),
  ),
  '3: 2': rule(() => refusals([[{}, `400 CM_MISSING_VALUE /data`]])),
  '3: 3': rule(() =>
    refusals([
      [{ data: { attributes: attributes() } }, '400 CM_MISSING_VALUE /data/type'],
      [bare(attributes(), null), '400 CM_NULL_VALUE /data/type'],
      [bare(attributes(), 'MessageBatch'), '400 CM_INVALID_VALUE /data/type'],
      [bare({ ...attributes(), messages: [toOne()], messageBatchReference: 'b' }, 'Message'), '400 CM_INVALID_VALUE /data/type'],
    ]),
  ),
  '3: 4': rule(() =>
    refusals([
      [{ data: { type: 'Message' } }, `400 CM_MISSING_VALUE ${at}`],
      [bare([]), `400 CM_INVALID_VALUE ${at}`],
    ]),
  ),
  '3: 5': rule(() =>
    refusals([
      [message({ routingPlanId: undefined }), `400 CM_MISSING_VALUE ${at}/routingPlanId`],
      [message({ routingPlanId: 'invalid' }), `400 CM_INVALID_VALUE ${at}/routingPlanId`],
      [batch([toOne()], { routingPlanId: null }), `400 CM_NULL_VALUE ${at}/routingPlanId`],
    ]),
  ),
  '3: 6': rule(() =>
    refusals([
      [message({ messageReference: undefined }), `400 CM_MISSING_VALUE ${at}/messageReference`],
      [message({ messageReference: ' ' }), `400 CM_INVALID_VALUE ${at}/messageReference`],
      [batch([toOne()], { messageBatchReference: 7 }), `400 CM_INVALID_VALUE ${at}/messageBatchReference`],
    ]),
  ),
  '3: 7': rule(async () => {
    await refusals([
      [batch([]), `400 CM_TOO_FEW_ITEMS ${at}/messages`],
      [batch('none'), `400 CM_INVALID_VALUE ${at}/messages`],
    ]);
    const answer = await own(
      batch(Array.from({ length: 45_001 }, (_, n) => ({ messageReference: `${n}`, recipient: { nhsNumber: recipient } }))),
    );
    expect([refusal(answer), errorsOf(answer)[0]?.status]).toEqual([`413 CM_TOO_MANY_ITEMS ${at}/messages`, '413']);
  }),
  '3: 8': rule(() =>
    refusals([
      [batch([null]), `400 CM_NULL_VALUE ${first}`],
      [batch([{ ...toOne(), messageReference: 7 }]), `400 CM_INVALID_VALUE ${first}/messageReference`],
      [
        batch(['a', 'b', 'a', 'a'].map((messageReference) => ({ ...toOne(), messageReference }))),
        `400 CM_DUPLICATE_VALUE ${at}/messages/2/messageReference`,
        `400 CM_DUPLICATE_VALUE ${at}/messages/3/messageReference`,
      ],
    ]),
  ),
  '3: 9': rule(() =>
    refusals([
      [message({ recipient: undefined }), `400 CM_MISSING_VALUE ${at}/recipient`],
      [batch([{ ...toOne(), recipient: 'invalid' }]), `400 CM_INVALID_VALUE ${first}/recipient`],
    ]),
  ),
  '3: 10': rule(() =>
    refusals([
      [message({ recipient: { nhsNumber: '9990548608' } }), `400 CM_INVALID_NHS_NUMBER ${at}/recipient/nhsNumber`],
      [message({ recipient: { nhsNumber: 'invalid' } }), `400 CM_INVALID_NHS_NUMBER ${at}/recipient/nhsNumber`],
      [message({ recipient: { nhsNumber: null } }), `400 CM_NULL_VALUE ${at}/recipient/nhsNumber`],
      [
        batch([toOne('9990548608'), { ...toOne(), recipient: { nhsNumber: 7 } }]),
        `400 CM_INVALID_NHS_NUMBER ${first}/recipient/nhsNumber`,
        `400 CM_INVALID_VALUE ${at}/messages/1/recipient/nhsNumber`,
      ],
    ]),
  ),
  '3: 11': rule(() =>
    refusals([
      [message({ originator: { odsCode: null } }), `400 CM_INVALID_VALUE ${at}/originator/odsCode`],
      [message({ originator: 'X26' }), `400 CM_INVALID_VALUE ${at}/originator`],
      [batch([{ ...toOne(), originator: { odsCode: ' ' } }]), `400 CM_INVALID_VALUE ${first}/originator/odsCode`],
    ]),
  ),
  '3: 12': rule(() =>
    refusals([
      [message({ personalisation: 'none' }), `400 CM_INVALID_VALUE ${at}/personalisation`],
      [batch([{ ...toOne(), personalisation: [] }]), `400 CM_INVALID_VALUE ${first}/personalisation`],
    ]),
  ),
  'list of all errors, in order, and a hundred at most': rule(async () => {
    await refusals([
      [
        bare({ recipient: { nhsNumber: recipient } }, null),
        '400 CM_NULL_VALUE /data/type',
        `400 CM_MISSING_VALUE ${at}/routingPlanId`,
        `400 CM_MISSING_VALUE ${at}/messageReference`,
      ],
    ]);
    const answer = await own(batch(Array.from({ length: 120 }, () => ({}))));
    expect(errorsOf(answer).map(({ id }) => Number(id.split('.')[1]))).toEqual(Array.from({ length: 100 }, (_, n) => n));
  }),
  'list of contact details: their details, when all else is right': rule(async () => {
    const rows: readonly (readonly [object, string, string])[] = [
      [{ sms: 7 }, '/sms', `'sms' is not a string`],
      [{ email: 7 }, '/email', `'email' is not a string`],
      [{ address: 'x' }, '/address', 'Invalid'],
      [{ address: { lines: 'x' } }, '/address/lines', `'lines' is not a string array`],
      [{ address: { lines: [1, 2] } }, '/address/lines', `'lines' is not a string array`],
      [{ sms: null }, '/sms', `'sms' is not a string`],
      [{ address: { lines: ['1', '2', '3', '4', '5', '6'] } }, '/address/lines', 'Too many address lines were provided'],
      [{ address: { lines: ['1', '2'], postcode: 7 } }, '/address/postcode', `'postcode' is not a string`],
      [{ name: 'x' }, '/name', 'Invalid'],
      [{ name: { prefix: 7 } }, '/name/prefix', `'prefix' is not a string`],
    ];
    for (const [contactDetails, place, detail] of rows) {
      const [error, ...more] = errorsOf(await own(message({ recipient: { contactDetails } })));
      expect([error?.source?.pointer, error?.code, error?.title, error?.detail, more]).toEqual([
        `${at}/recipient/contactDetails${place}`,
        'CM_INVALID_VALUE',
        'Invalid value',
        detail,
        [],
      ]);
    }
    const both = message({ recipient: { contactDetails: { sms: 7 } }, routingPlanId: 'c118b13c-f98c-4def-93f0-515d4e4f4ee1' });
    expect(refusal(await own(both))).toBe(`404 CM_NO_SUCH_ROUTING_PLAN ${at}/routingPlan`);
  }),
  'list of members that are not named: a single message has no messages': rule(async () => {
    for (const messages of [null, 'x', [], [{ recipient: { nhsNumber: '9990548608' } }]]) {
      const send = asked('POST', '/v1/messages', { ...json, Authorization: 'noOdsChange' }, message({ messages }));
      expect((await send()).status).toBe(201);
      const wrong = asked('POST', '/v1/messages', json, message({ messages, recipient: { nhsNumber: '9990548608' } }));
      expect(saidIn(await wrong())).toEqual([`400 CM_INVALID_NHS_NUMBER ${at}/recipient/nhsNumber`]);
    }
  }),
  'list of the order behind the gateway: the plan of a message, the ODS codes of a batch': rule(async () => {
    const routingPlanId = 'c118b13c-f98c-4def-93f0-515d4e4f4ee1';
    const headers = { ...json, Authorization: 'noDefaultOds' };
    expect(refusal(await own(message({ routingPlanId }), headers))).toMatch(/NO_SUCH_ROUTING_PLAN/);
    expect(refusal(await own(batch([toOne()], { routingPlanId }), headers))).toMatch(/ODS_CODE_REQUIRED/);
    expect(refusal(await own(message({ messageReference: null }), { ...json, Authorization: 'banned' }))).toMatch(/NULL_VALUE/);
  }),
};

function attributes(): object {
  return { routingPlanId: plans.text, messageReference: 'r', recipient: { nhsNumber: recipient } };
}

const accounts = (query: string) => asked('GET', `/channels/nhsapp/accounts${query}`);
const numbers = (answer: Answer): readonly string[] =>
  (
    (answer.body['data']?.['attributes']?.['accounts'] ?? []) as unknown as readonly {
      readonly nhsNumber: string;
      readonly notificationsEnabled: boolean;
    }[]
  ).map(({ nhsNumber, notificationsEnabled }) => `${nhsNumber} ${notificationsEnabled}`);

const catalogue: Sheet['rows'] = {
  '5: 400': fault(() => own({}), '400 CM_MISSING_VALUE /data', 'Missing property', missing),
  '5: 400 / CM_NULL_VALUE': fault(
    () => own({ data: null }),
    '400 CM_NULL_VALUE /data',
    'Property cannot be null',
    'The property at the specified location is required, but a null value was passed in the request.',
  ),
  '5: 400 / CM_INVALID_VALUE': fault(() => own({ data: 7 }), '400 CM_INVALID_VALUE /data', 'Invalid value', invalid),
  '5: 400 / CM_DUPLICATE_VALUE': fault(
    () => own(batch([toOne(), toOne()].map((one) => ({ ...one, messageReference: 'a' })))),
    `400 CM_DUPLICATE_VALUE ${at}/messages/1/messageReference`,
    'Duplicate value',
    'The property at the specified location is a duplicate, duplicated values are not allowed.',
  ),
  '5: 400 / CM_TOO_FEW_ITEMS': fault(
    () => own(batch([])),
    `400 CM_TOO_FEW_ITEMS ${at}/messages`,
    'Too few items',
    'The property at the specified location contains too few items.',
  ),
  '5: 413': fault(
    () => own(batch(Array.from({ length: 45_001 }, () => 1))),
    `413 CM_TOO_MANY_ITEMS ${at}/messages`,
    'Too many items',
    'The property at the specified location contains too many items.',
  ),
  '5: 400 / CM_INVALID_NHS_NUMBER': rule(async () => {
    const [error] = errorsOf(await own(message({ recipient: { nhsNumber: '9990548608' } })));
    expect(error).toMatchObject({
      code: 'CM_INVALID_NHS_NUMBER',
      title: 'Invalid nhs number',
      detail: 'The value provided in this nhsNumber field is not a valid NHS number.',
      links: { nhsNumbers: 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html' },
    });
  }),
  '5: 400 / CM_ODS_CODE_REQUIRED': fault(
    () => own(message(), { Authorization: 'noDefaultOds' }),
    `400 CM_ODS_CODE_REQUIRED ${at}/originator/odsCode`,
    'Originator odsCode must be provided',
    'An originator with odsCode must be provided, as your account does not have a default ODS code.',
  ),
  '5: 400 / CM_CANNOT_SET_ODS_CODE': fault(
    () => own(batch([{ ...toOne(), originator: { odsCode: 'X26' } }]), { Authorization: 'noOdsChange' }),
    `400 CM_CANNOT_SET_ODS_CODE ${first}/originator/odsCode`,
    'Cannot set ODS code',
    'Your account is not permitted to set originator ODS codes.',
  ),
  '5: 400 / CM_CANNOT_SET_CONTACT_DETAILS': fault(
    () => own(message({ recipient: { contactDetails: { sms: '07700900461' } } }), { Authorization: 'notAllowedContactDetailOverride' }),
    `400 CM_CANNOT_SET_CONTACT_DETAILS ${at}/recipient/contactDetails`,
    'Cannot set contact details',
    'Client is not allowed to provide alternative contact details.',
  ),
  '5: 400 / CM_INVALID_REQUEST': rule(async () => {
    for (const [query, detail] of [
      ['', 'Missing ODS Code'],
      ['?ods-organisation-code=nowhere', 'Invalid ODS Code'],
      ['?ods-organisation-code=X26&page=none', 'page must be a positive non-zero integer'],
      ['?page=none', 'Missing ODS Code'],
      ['?page=none&ods-organisation-code=nowhere', 'Invalid ODS Code'],
    ] as const)
      expect(errorsOf(await accounts(query)())).toMatchObject([
        { status: '400', code: 'CM_INVALID_REQUEST', title: 'Invalid Request', detail },
      ]);
  }),
  '5: 401': fault(
    asked('GET', '/v1/nothing', { Authorization: 'Bearer InvalidMockToken' }),
    '401 CM_DENIED Authorization',
    'Access denied',
    'Access token missing, invalid or expired, or calling application not configured for this operation.',
  ),
  '5: 403': fault(
    asked('GET', '/v1/nothing', { Authorization: 'Bearer ClientNotRecognised' }),
    '403 CM_FORBIDDEN Authorization',
    'Forbidden',
    'Client not recognised or not yet onboarded.',
  ),
  '5: 403 / CM_SERVICE_BAN': fault(
    () => own(message(), { Authorization: 'banned' }),
    '403 CM_SERVICE_BAN Authorization',
    'Service ban in effect',
    'A service ban is in effect on your account.',
  ),
  '5: 404': fault(
    () => own(message({ routingPlanId: 'c118b13c-f98c-4def-93f0-515d4e4f4ee1' })),
    `404 CM_NO_SUCH_ROUTING_PLAN ${at}/routingPlan`,
    'No such routing plan',
    'The routing plan specified either does not exist or is not in a usable state.',
  ),
  '5: 404 / CM_NOT_FOUND': fault(
    asked('GET', '/does/not/exist'),
    '404 CM_NOT_FOUND',
    'Resource not found',
    'The resource at the requested URI was not found.',
  ),
  '5: 405': fault(
    asked('DELETE', '/v1/messages'),
    '405 CM_NOT_ALLOWED',
    'Method not allowed',
    'The method at the requested URI was not allowed.',
  ),
  '5: 406': fault(
    asked('GET', '/v1/messages/x', { Accept: 'not/valid' }),
    '406 CM_NOT_ACCEPTABLE Accept',
    'Not acceptable',
    'This service can only generate application/vnd.api+json or application/json.',
  ),
  '5: 408': fault(
    wished('408'),
    '408 CM_TIMEOUT',
    'Request timeout',
    'The service was unable to receive your request within the timeout period.',
  ),
  '5: 413 / CM_TOO_LARGE': fault(
    asked('POST', '/v1/message-batches', json, `{"data":"${'x'.repeat(10 * 1024 * 1024)}"}`),
    '413 CM_TOO_LARGE /',
    'Request too large',
    'Request message was larger than the service limit',
  ),
  '5: 415': fault(
    asked('POST', '/v1/messages', { 'Content-Type': 'not/valid' }, '{}'),
    '415 CM_UNSUPPORTED_MEDIA Content-Type',
    'Unsupported media',
    'Invalid content-type, this API only supports application/vnd.api+json or application/json.',
  ),
  '5: 422': rule(async () => {
    const sandbox = open();
    for (const [body, kind, member] of [
      [message(), 'message', 'messageReference'],
      [batch([toOne()]), 'batch', 'messageBatchReference'],
    ] as const) {
      await accepted(sandbox, body);
      const [error] = errorsOf(await post(sandbox, body));
      expect(error).toMatchObject({
        status: '422',
        code: 'CM_DUPLICATE_REQUEST',
        title: `Duplicate ${kind} request`,
        detail: `Request exists with identical ${member}`,
        source: { pointer: `${at}/${member}` },
      });
    }
  }),
  '5: 425': fault(
    () => own(message({ routingPlanId: 'd895ade5-0029-4fc3-9fb5-86e1e5370854' })),
    '425 CM_RETRY_TOO_EARLY',
    'Retried too early',
    late,
  ),
  '5: 429': fault(
    wished('429'),
    '429 CM_QUOTA',
    'Too many requests',
    'You have made too many requests. Re-send the request after the time (in seconds) specified `Retry-After` header.',
  ),
  '5: 500': fault(
    wished('500'),
    '500 CM_INTERNAL_SERVER_ERROR',
    'Error processing request',
    'There was an internal error whilst processing this request.',
  ),
  '5: 500 / CM_MISSING_ROUTING_PLAN_TEMPLATE': fault(
    () => own(message({ routingPlanId: 'c8857ccf-06ec-483f-9b3a-7fc732d9ad48' })),
    `500 CM_MISSING_ROUTING_PLAN_TEMPLATE ${at}/routingPlanId`,
    'Templates missing',
    'The templates required to use the routing plan were not found.',
  ),
  '5: 500 / CM_ROUTING_PLAN_DUPLICATE_TEMPLATES': fault(
    () => own(message({ routingPlanId: 'a3a4e55d-7a21-45a6-9286-8eb595c872a8' })),
    `500 CM_ROUTING_PLAN_DUPLICATE_TEMPLATES ${at}/routingPlanId`,
    'Duplicate templates',
    'The routing plan specified contains duplicate templates.',
  ),
  '5: 502': fault(
    accounts('?ods-organisation-code=T00502'),
    '502 CM_BAD_GATEWAY',
    'Unable to call service',
    'A downstream service is not responding.',
  ),
  '5: 503': fault(
    asked('GET', '/_invalid_certificate'),
    '503 CM_SERVICE_UNAVAILABLE',
    'The service is currently unavailable',
    'The service is currently not able to process this request, try again later.',
  ),
  '5: 504': fault(
    asked('GET', '/_timeout'),
    '504 CM_TIMEOUT',
    'Unable to call service',
    'The downstream service has not responded within the configured timeout period.',
  ),
};

const versions: Readonly<Record<string, string>> = {
  [plans.fourChannels]: 'ztoe2qRAM8M8vS0bqajhyEBcvXacrGPp',
  [plans.appThenText]: 'G.uwELAFAGMsKEBk2iIeRCBOB6kj6OkE',
  [plans.emailThenLetter]: 'J7ZPQIf1yyUB4CiBpUBoy.1ahfOTCCQ7',
  [plans.letter]: 'riOAKoN4ajoVyUf9U2xwHVNRHc5V52A.',
  [plans.withSecondary]: 'nkz2osS_oc8IZ5GqeN_1yXKSXe9VEUjV',
  '00000000-0000-0000-0000-000000000001': 'odbGpMQvYRM7sp7jueU2lRHQiueKujVO',
  [plans.email]: 'HXdzlIX2Rv2qy7j9MR3FxbPHhJM7Jjzt',
  [plans.text]: 'xoERWoahq12cq8WMXya4yed9hZtZbMxJ',
};

const planned = (routingPlanId: string, line: string): SheetRow =>
  rule(async () => expect(refusal(await own(message({ routingPlanId })))).toBe(line));

const official: Sheet['rows'] = {
  [`8: plans ${Object.keys(versions).slice(0, 5).join(', ')}, global …0001, …0002, …0003`]: rule(async () => {
    const sandbox = open();
    for (const routingPlanId of Object.keys(versions)) {
      await accepted(sandbox, message({ routingPlanId }));
      await accepted(sandbox, batch([toOne()], { routingPlanId }));
    }
  }),
  '8: plan 4ead415a-c033-4b39-9b05-326ac237a3be': planned(
    '4ead415a-c033-4b39-9b05-326ac237a3be',
    `400 CM_INVALID_VALUE ${at}/routingPlanId`,
  ),
  '8: c8857ccf-06ec-483f-9b3a-7fc732d9ad48, aeb16ab8-cb9c-4d23-92e9-87c78119175c': rule(async () => {
    for (const routingPlanId of ['c8857ccf-06ec-483f-9b3a-7fc732d9ad48', 'aeb16ab8-cb9c-4d23-92e9-87c78119175c'])
      expect(refusal(await own(batch([toOne()], { routingPlanId })))).toMatch(/^500 CM_MISSING_ROUTING_PLAN_TEMPLATE/);
  }),
  '8: a3a4e55d-7a21-45a6-9286-8eb595c872a8': planned(
    'a3a4e55d-7a21-45a6-9286-8eb595c872a8',
    `500 CM_ROUTING_PLAN_DUPLICATE_TEMPLATES ${at}/routingPlanId`,
  ),
  '8: 3bb82e6a-9873-4683-b2b9-fdf33c9ba86f': planned('3bb82e6a-9873-4683-b2b9-fdf33c9ba86f', '500 CM_INTERNAL_SERVER_ERROR'),
  '8: d895ade5-0029-4fc3-9fb5-86e1e5370854': planned('d895ade5-0029-4fc3-9fb5-86e1e5370854', '425 CM_RETRY_TOO_EARLY'),
  '8: plan versions (single message; a batch says 1)': rule(async () => {
    const sandbox = open();
    const shared = { name: 'routing-plan-name', createdDate: '2022-01-01T00:00:00.000Z' };
    for (const [id, version] of Object.entries(versions)) {
      const of = async (body: object): Promise<unknown> => (await post(sandbox, body)).body['data']?.['attributes']?.['routingPlan'];
      expect(await of(message({ routingPlanId: id }))).toEqual({ id, version, ...shared });
      expect(await of(batch([toOne()], { routingPlanId: id }))).toEqual({ id, version: '1', ...shared });
    }
  }),
  '8: duplicate templates': rule(async () => {
    const sandbox = open();
    const { headers } = await post(sandbox, message({ routingPlanId: 'a3a4e55d-7a21-45a6-9286-8eb595c872a8' }));
    const trace = await (await sandbox.request(headers.get('X-Sandbox-Trace') ?? '')).text();
    expect(trace).toContain('EMAIL_TEMPLATE, SMS_TEMPLATE, LETTER_TEMPLATE, LETTER_PDF_TEMPLATE, NHSAPP_TEMPLATE');
  }),
  '8: any other plan': planned('c999b13c-f98c-4def-93f0-515d4e4f4dd2', `404 CM_NO_SUCH_ROUTING_PLAN ${at}/routingPlan`),
  '8: Authorization: banned (the whole value)': rule(async () => {
    const banned = { Authorization: 'banned' };
    for (const path of ['/v1/messages/test-id-123', '/channels/nhsapp/accounts?ods-organisation-code=X26'])
      expect(refusal(await asked('GET', path, banned)())).toBe('403 CM_SERVICE_BAN Authorization');
    expect(refusal(await own(batch([toOne()]), banned))).toBe('403 CM_SERVICE_BAN Authorization');
  }),
  '8: Authorization: noDefaultOds without odsCode / noOdsChange with one / notAllowedContactDetailOverride with contactDetails': rule(
    async () => {
      const withCode = { originator: { odsCode: 'X26' } };
      const withContact = { recipient: { nhsNumber: recipient, contactDetails: { sms: '07700900461' } } };
      for (const [Authorization, wrong, right] of [
        ['noDefaultOds', {}, withCode],
        ['noOdsChange', withCode, {}],
        ['notAllowedContactDetailOverride', withContact, {}],
      ] as const)
        expect([(await own(message(wrong), { Authorization })).status, (await own(message(right), { Authorization })).status]).toEqual([
          400, 201,
        ]);
    },
  ),
  '8: Bearer InvalidMockToken / Bearer ClientNotRecognised': rule(async () => {
    const by = async (token: string): Promise<number> => (await own(message(), { Authorization: `Bearer ${token}` })).status;
    expect([await by('InvalidMockToken'), await by('ClientNotRecognised'), await by('any')]).toEqual([401, 403, 201]);
  }),
  '8: Prefer: code=401, 403, 403.1 (ban), 408, 422_batch, 422_message, 425, 429, 500, 503, 504': rule(async () => {
    for (const [code, line] of [
      ['401', '401 CM_DENIED Authorization'],
      ['403', '403 CM_FORBIDDEN Authorization'],
      ['403.1', '403 CM_SERVICE_BAN Authorization'],
      ['408', '408 CM_TIMEOUT'],
      ['422_batch', `422 CM_DUPLICATE_REQUEST ${at}/messageBatchReference`],
      ['422_message', `422 CM_DUPLICATE_REQUEST ${at}/messageReference`],
      ['425', '425 CM_RETRY_TOO_EARLY'],
      ['429', '429 CM_QUOTA'],
      ['500', '500 CM_INTERNAL_SERVER_ERROR'],
      ['503', '503 CM_SERVICE_UNAVAILABLE'],
      ['504', '504 CM_TIMEOUT'],
    ] as const)
      for (const [method, path] of [
        ['GET', ''],
        ['DELETE', '/v1/messages'],
        ['POST', '/v1/messages'],
      ] as const)
        expect([code, method, path, refusal(await asked(method, path, { Prefer: `code=${code}`, ...json })())]).toEqual([
          code,
          method,
          path,
          line,
        ]);
  }),
  '8: GET /_timeout?sleep=<ms>, /_timeout_504 · /_timeout_408 · /_invalid_certificate': rule(async () => {
    for (const [path, status] of [
      ['/_timeout?sleep=5', 504],
      ['/_timeout_504', 504],
      ['/_timeout_408', 408],
      ['/_invalid_certificate', 503],
    ] as const)
      expect([path, (await asked('GET', path)()).status]).toEqual([path, status]);
  }),
  '8: accounts T00001': rule(async () => {
    const page = async (n: number): Promise<Answer> => accounts(`?ods-organisation-code=T00001&page=${n}`)();
    const [one, eight, nine] = [await page(1), await page(8), await page(9)];
    expect(numbers(one)).toEqual([
      '9999999018 true',
      ...[26, 34, 42, 50, 69, 77, 85, 93, 107].map((end) => `9999999${String(end).padStart(3, '0')} false`),
    ]);
    const link = (n: number): string => `http://sandbox.test/comms/channels/nhsapp/accounts?ods-organisation-code=T00001&page=${n}`;
    expect(one.body['links']).toEqual({ self: link(1), next: link(2), last: link(8) });
    expect(eight.body['links']).toEqual({ self: link(8), last: link(8) });
    expect(errorsOf(nine)[0]).toMatchObject({ status: '404', detail: 'Report not found' });
  }),
  '8: accounts T00404 / T00429 / T00502': rule(async () => {
    for (const page of ['9', 'none']) {
      const of = async (code: string): Promise<string> => refusal(await accounts(`?ods-organisation-code=${code}&page=${page}`)());
      expect([await of('T00404'), await of('t00429'), await of('T00502')]).toEqual([
        '404 CM_NOT_FOUND',
        '429 CM_QUOTA',
        '502 CM_BAD_GATEWAY',
      ]);
    }
  }),
  '8: accounts, other codes': rule(async () => {
    for (const code of ['X26', 'x26', 'Z9Z9Z']) {
      const { body, ...answer } = await accounts(`?ods-organisation-code=${code}`)();
      expect(numbers({ body, ...answer })).toEqual(['9074662803 true', '9903002157 false']);
      expect([body['data']?.['id'], body['links']?.['self']]).toEqual([code.toUpperCase(), body['links']?.['last']]);
    }
    expect((await accounts('?ods-organisation-code=X26&page=2')()).status).toBe(404);
  }),
  '8: unknown message id': rule(async () => {
    expect(refusal(await asked('GET', '/v1/messages/2WL50w41YaZXcyFCNT346LY8rzz')())).toBe('404 CM_NOT_FOUND');
    expect(refusal(await asked('GET', '/v1/messages/does-not-exist')())).toBe('404 CM_NOT_FOUND');
  }),
  'list of published messages': rule(async () => {
    const sandbox = open();
    for (const [id, line] of Object.entries(published)) {
      const found = await get(sandbox, id);
      const { messageStatus, messageFailureReasonCode: code } = found;
      expect([id, [messageStatus, code, ...channelsOf(found)].filter(Boolean).join(', ')]).toEqual([id, line]);
    }
    const { body } = await sandbox.call('GET', '/v1/messages/2bBBpsiMl2rnQt99qm6JLZ6w1vq');
    expect(body['data']).toMatchObject({
      attributes: { channels: [{ routingPlan: { type: 'override' } }] },
      links: { self: 'http://sandbox.test/comms/v1/messages/2bBBpsiMl2rnQt99qm6JLZ6w1vq' },
    });
  }),
};

const none = (code: string, ...channels: string[]): string => ['failed', `MFR_${code}`, ...channels].join(', ');
const published: Readonly<Record<string, string>> = {
  '2WL3qFTEFM0qMY8xjRbt1LIKCzM': 'delivered, nhsapp delivered',
  '2WL3wwFhpZ6blJNIoh747bDEFNv': 'delivered, email delivered',
  '2WL3ydEEk37IzREoWRhuAdolFCE': 'delivered, sms delivered',
  '2WL3zxCY9e5vm2VP1ZfYMb53WPF': 'delivered, letter delivered',
  '2WL5qbEa7TzSWZXU2IAOCCrLXVL': 'delivered, nhsapp delivered',
  '2WL44QP7vrKxKKBZdTtUQoB2bWl': 'sending, nhsapp sending',
  '2WL4GEeFVxXG9S57nRlefBwwKxp': 'sending, email sending',
  '2WL4JXrfauCaQnSFbAujoImSKwo': 'sending, sms sending',
  '2WL4LuyNMtoGAsJQIpTxZLl8e3e': 'sending, letter sending',
  '2WL4mvx6eBva8dcIK60VEGIfcgZ': none('PDSV_0110'),
  '2WL4ibGoigirgbH4yQwqbPaJXyQ': none('PDSV_0112'),
  '2WL4khXn32dOOj4bB4bi8Tkllrq': none('PDSV_0111'),
  '2WL4QcKGjNHvHFQeKgYbapZJGHK': none('PDSV_0006'),
  '2WL4cPfBRuPKa44JxhyXYf2kr1E': none('PDSV_0008'),
  '2WL45YuHOLATvC3GspEu0oSioux': none('PDSV_0004'),
  '2WL4pcpmKxYYblm3PSKVEqcmEPX': none('PDSV_0001'),
  '2WL4vHFZzInmaYwq6HRNDqTX8dH': none('PDSV_0002', 'nhsapp failed'),
  '2WL4xcWKvz4F32g0htBEl8DINzn': none('PDSV_0002', 'email failed'),
  '2WL50w41YaZXcyFCNT346LY8rlz': none('PDSV_0002', 'sms failed'),
  '2WL54x0XQjCbWeE5lN0DKQZcokU': none('PDSV_0002', 'letter failed'),
  '2WL4W9RgbuLLByXdR77H8vjKSDd': none('SUPE_0007', 'email failed'),
  '2WL4JtCiOe7l2TT4szwPjNJah3z': none('SUPE_0007', 'sms failed'),
  '2WL4MOuSeCTODDAScFG7KIq9a5r': none('SUPE_0007', 'letter failed'),
  '2WL5TWl7F7PondWbZ1vctlEtOZ3': 'delivered, nhsapp delivered, email skipped, sms skipped, letter skipped',
  '2WL5eDefrbW31uw1il84WdF8ndH': 'delivered, nhsapp failed, email delivered, sms skipped, letter skipped',
  '2WL5eYSWGzCHlGmzNxuqVusPxDg': 'delivered, nhsapp failed, email failed, sms delivered, letter skipped',
  '2WL5f8j4XVxUPgd3OOqXVYvVFIW': 'delivered, nhsapp failed, email failed, sms failed, letter delivered',
  '2bBBpsiMl2rnQt99qm6JLZ6w1vq': none('PDSV_0002', 'sms failed'),
  '2n7C5wdJ9JSOSeCJTyd50GvtZeR': 'delivered, nhsapp failed, sms delivered, letter delivered',
};

/** How a message to somebody stands at the end, and every step to there. */
async function fared(nhsNumber: string, more: object, until = '14d') {
  const sandbox = open();
  const id = await accepted(sandbox, message({ recipient: { nhsNumber }, ...more }));
  wait(sandbox, until);
  return get(sandbox, id);
}

const { people } = still;

const course: Sheet['rows'] = {
  '6: channels': rule(async () => {
    const found = await fared(people.unreadAppMessages, { routingPlanId: plans.withSecondary });
    expect(channelsOf(found)).toEqual(['nhsapp failed', 'sms delivered', 'letter delivered']);
    expect(found['channels']).toMatchObject([
      { cascadeType: 'primary', cascadeOrder: 1, supplierStatus: 'notified' },
      { cascadeType: 'secondary', cascadeOrder: 2, supplierStatus: 'delivered' },
      { cascadeType: 'primary', cascadeOrder: 3, supplierStatus: 'received' },
    ]);
    expect(
      channelsOf(
        await fared(people.guardian, { routingPlanId: plans.emailThenLetter, personalisation: { clinic: 'Ears', day: 'Monday' } }),
      ),
    ).toEqual(['email failed', 'letter delivered']);
  }),
  '6: supplierStatus': rule(async () => {
    const supplier = async (nhsNumber: string, routingPlanId: string, until: string, more = {}): Promise<unknown> =>
      (await fared(nhsNumber, { routingPlanId, ...more }, until))['channels']?.[0]?.['supplierStatus'];
    const { appThenText, text, email, letter } = plans;
    expect([
      await supplier(recipient, appThenText, '8s'),
      await supplier(recipient, appThenText, '1m'),
      await supplier(recipient, appThenText, '1h'),
      await supplier(people.appAccountOff, appThenText, '1h'),
      await supplier(people.wrongPhone, appThenText, '1h'),
      await supplier(people.wrongPhone, text, '1h'),
      await supplier(people.busyPhone, text, '1m'),
      await supplier(people.refusedEmail, email, '1h'),
      await supplier(recipient, text, '1h'),
      await supplier(recipient, text, '1h', { personalisation: {} }),
      await supplier(recipient, letter, '10s'),
      await supplier(recipient, letter, '2h'),
      await supplier(recipient, letter, '4d'),
    ]).toEqual([
      'notification_attempted',
      'notified',
      'read',
      'unnotified',
      'rejected',
      'permanent_failure',
      'temporary_failure',
      'permanent_failure',
      'delivered',
      'validation_failed',
      'pending_virus_check',
      'accepted',
      'received',
    ]);
  }),
  '6: fall-back timers': rule(async () => {
    for (const [routingPlanId, hours] of [
      [plans.appThenText, 4],
      [plans.fourChannels, 24],
    ] as const) {
      const before = await fared(people.unreadAppMessages, { routingPlanId }, `${hours}h`);
      const after = await fared(people.unreadAppMessages, { routingPlanId }, `${hours * 60 + 1}m`);
      expect([channelsOf(before)[0], channelsOf(after)[0]]).toEqual(['nhsapp sending', 'nhsapp failed']);
    }
  }),
  '6: failure codes': ofRecord(async () => {
    for (const [nhsNumber, code, routingPlanId] of [
      [people.malformedPhone, 'PDSV_0001', plans.text],
      [people.guardian, 'PDSV_0002', plans.text],
      ['9111231130', 'PDSV_0004', plans.text],
      [people.invalidated, 'PDSV_0008', plans.text],
      [people.restrictedChild, 'PDSV_0110', plans.text],
      [people.emigrated, 'PDSV_0110', plans.text],
      [people.deceasedInformal, 'PDSV_0111', plans.text],
      [people.deceasedFormal, 'PDSV_0112', plans.text],
      [people.wrongPhone, 'SUPE_0007', plans.text],
    ] as const)
      expect([code, await fared(nhsNumber, { routingPlanId }, '1d')]).toMatchObject([
        code,
        { messageStatus: 'failed', messageFailureReasonCode: `MFR_${code}` },
      ]);
    expect(await get(still, '2WL4QcKGjNHvHFQeKgYbapZJGHK')).toMatchObject({ messageFailureReasonCode: 'MFR_PDSV_0006' });
  }),
  'lifecycle of a message, each state at its instant': rule(async () => {
    const sandbox = open();
    const id = await accepted(sandbox, message());
    const states: string[] = [];
    for (const second of ['0s', '1s', '4s', '5s', '25s']) {
      wait(sandbox, second);
      const found = await get(sandbox, id);
      states.push([second, found['messageStatus'], ...channelsOf(found)].join(' '));
    }
    expect(states).toEqual([
      '0s created',
      '1s pending_enrichment',
      '4s enriched sms created',
      '5s sending sms sending',
      '25s delivered sms delivered',
    ]);
    expect(await get(sandbox, id)).toMatchObject({
      timestamps: { created: '2026-01-01T00:00:00.000Z', enriched: '2026-01-01T00:00:04.000Z', delivered: '2026-01-01T00:00:25.000Z' },
      metadata: [{ source: 'pds', version: '2', queriedAt: '2026-01-01T00:00:04.000Z', labels: ['nhsapp', 'email', 'sms', 'letter'] }],
    });
  }),
  'lifecycle of a channel: skipped, once another delivered': rule(async () => {
    expect(channelsOf(await fared(recipient, { routingPlanId: plans.fourChannels }, '1h'))).toEqual([
      'nhsapp delivered',
      'email skipped',
      'sms skipped',
      'letter skipped',
    ]);
    expect(channelsOf(await fared(people.appAccountOff, { routingPlanId: plans.appThenText }, '1h'))).toEqual([
      'nhsapp failed',
      'sms failed',
    ]);
  }),
  '7: x-hmac-sha256-signature': rule(async () => {
    const { parcel, secret } = await callbackTo();
    const expected = createHmac('sha256', `demo.${secret}`).update(parcel.body).digest('hex');
    expect(parcel.headers).toMatchObject({ 'x-hmac-sha256-signature': expected, 'Content-Type': 'application/vnd.api+json' });
    expect(Object.keys(parcel.headers).filter((name) => name.startsWith('webhook'))).toEqual([]);
  }),
  '7: x-api-key': rule(async () => {
    const { parcel, secret } = await callbackTo();
    expect(parcel.headers).toMatchObject({ 'x-api-key': secret });
  }),
  'lifecycle of callbacks: each state once, with the same key whenever it is sent again': rule(async () => {
    const sandbox = open();
    const id = await accepted(sandbox, message());
    wait(sandbox, '1m');
    const bodies = (await inboxOf(sandbox)).filter(({ kind, isShownOnly }) => kind === 'event' && !isShownOnly);
    const seen = bodies.map(({ body }) => (body as unknown as CallbackBody).data[0]);
    expect(seen.map((one) => [one?.type, one?.attributes['messageStatus'] ?? one?.attributes['channelStatus']].join(' '))).toEqual([
      'MessageStatus pending_enrichment',
      'MessageStatus enriched',
      'MessageStatus sending',
      'ChannelStatus sending',
      'ChannelStatus delivered',
      'MessageStatus delivered',
    ]);
    // The record is read after the first of them.
    expect(seen.map((one) => one?.attributes['metadata'] !== undefined)).toEqual([false, true, true, false, false, true]);
    for (const one of seen) {
      expect(one?.meta.idempotencyKey).toMatch(/^[0-9a-f]{64}$/);
      expect(one?.links.message).toBe(`http://sandbox.test/comms/v1/messages/${id}`);
    }
    expect(new Set(seen.map((one) => one?.meta.idempotencyKey)).size).toBe(seen.length);
  }),
  'lifecycle of callbacks: anything but 202 is sent again for two hours': rule(async () => {
    const { sandbox, delivery, end } = await callbackTo();
    for (const status of [200, 401, 403, 429, 500, 204, 410, 503]) end(status);
    expect(sandbox.workspace.callbacks.deliveries.find(delivery)).toMatchObject({ state: 'failed' });
    const attempts = sandbox.workspace.callbacks.deliveries.find(delivery)?.attempts ?? [];
    expect((attempts.at(-1)?.at ?? 0) - (attempts[0]?.at ?? 0)).toBe(2 * 3_600_000);
    const taken = await callbackTo();
    taken.end(202);
    expect(taken.sandbox.workspace.callbacks.deliveries.find(taken.delivery)).toMatchObject({ state: 'delivered' });
  }),
};

interface CallbackBody {
  readonly data: readonly {
    readonly type: string;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly links: { readonly message: string };
    readonly meta: { readonly idempotencyKey: string };
  }[];
}

/** The first callback of a message, as it is sent to somebody who subscribed. */
async function callbackTo() {
  const sandbox = open();
  const { callbacks, clock } = sandbox.workspace;
  const added = callbacks.subscriptions.add({ url: 'http://localhost:3000/hook', types: ['message-status'] });
  if ('problem' in added) throw new Error(added.message);
  await accepted(sandbox, message());
  wait(sandbox, '1s');
  const [told] = await inboxOf(sandbox);
  if (!told) throw new Error('nothing was told');
  // In process nothing is sent anywhere: what would be is looked at instead.
  const { id: delivery } = callbacks.deliveries.of(told)[0] ?? callbacks.deliveries.add(told, { url: added.url, subscription: added });
  const sending = callbacks.deliveries.again(delivery);
  const parcel = callbacks.parcelOf(sending?.id ?? '', 0);
  if (!sending || 'refusal' in parcel) throw new Error('nothing would be sent');
  const end = (status: number): void => {
    callbacks.ended(delivery, { status });
    const { state, due } = callbacks.deliveries.find(delivery) ?? { state: 'failed', due: 0 };
    if (state !== 'waiting') return;
    clock.set({ mode: 'frozen', at: due });
    callbacks.deliveries.due(delivery);
  };
  return { sandbox, parcel, secret: added.secret, delivery, end };
}

export const sheet: Sheet = {
  file: 'notify.md',
  sections: ['1', '2', '3', '5', '6', '7', '8'],
  rows: {
    '1: POST /v1/message-batches': rule(async () => {
      const sandbox = open();
      const messages = [toOne(people.guardian), toOne(people.janeSmith), toOne()];
      const { body, status } = await post(sandbox, batch(messages, { messageBatchReference: 'week-5' }));
      const { id, attributes: said } = (body['data'] ?? {}) as unknown as { readonly id: string; readonly attributes: Batched };
      expect([status, said.messageBatchReference, said.messages.map((one) => one.messageReference)]).toEqual([
        201,
        'week-5',
        messages.map((one) => (one as Referred).messageReference),
      ]);
      const ids = said.messages.map((one) => one.id);
      expect(new Set([id, ...ids]).size).toBe(4);
      for (const one of ids) {
        expect(one).toMatch(/^[a-zA-Z0-9]{27}$/);
        const read = await sandbox.call('GET', `/v1/messages/${one}`);
        expect(read.body['data']).toMatchObject({ id: one, relationships: { messageBatch: { data: { type: 'MessageBatch', id } } } });
      }
    }),
    '1: POST /v1/messages': rule(async () => {
      const { body, headers, status } = await own(
        message({ messageReference: 'one', billingReference: 'b', originator: { odsCode: 'X26' } }),
      );
      const id = String(body['data']?.['id']);
      expect([status, headers.get('Location')]).toEqual([201, `/v1/messages/${id}`]);
      expect(body['data']).toMatchObject({
        type: 'Message',
        attributes: {
          messageReference: 'one',
          messageStatus: 'created',
          timestamps: { created: '2026-01-01T00:00:00.000Z' },
          routingPlan: { id: plans.text },
        },
        links: { self: `http://sandbox.test/comms/v1/messages/${id}` },
      });
    }),
    '1: GET /v1/messages/{messageId}': rule(async () => {
      const sandbox = open();
      const id = await accepted(sandbox, message());
      const head = await sandbox.request(`/comms/v1/messages/${id}`, { method: 'HEAD' });
      expect([head.status, await head.text(), head.headers.get('Content-Type')]).toEqual([200, '', 'application/vnd.api+json']);
      expect(await get(sandbox, id)).toMatchObject({ messageStatus: 'created' });
    }),
    '1: GET /channels/nhsapp/accounts': ofRecord(async () => {
      const answer = await accounts('?ods-organisation-code=y12345')();
      expect([answer.status, answer.body['data']?.['id']]).toEqual([200, 'Y12345']);
      expect(numbers(answer)).toContain(`${people.guardian} true`);
    }),
    '2: Authorization': rule(async () => {
      const strict = { 'X-Sandbox-Access': 'strict' };
      expect(refusal(await own(message(), strict))).toBe('401 CM_DENIED Authorization');
      expect(refusal(await asked('DELETE', '/nothing', strict)())).toBe('401 CM_DENIED Authorization');
    }),
    '2: Content-Type': rule(async () => {
      for (const [type, status] of [
        ['application/json', 201],
        ['application/vnd.api+json; charset=utf-8', 201],
        ['application/json; charset=utf-9', 415],
        ['text/plain', 415],
        [' ', 415],
      ] as const)
        expect([type, (await own(message(), { 'Content-Type': type })).status]).toEqual([type, status]);
      for (const method of ['POST', 'PUT', 'PATCH'])
        expect((await asked(method, '/nothing', { 'Content-Type': 'a/b' }, 'x')()).status).toBe(415);
    }),
    '2: Accept': rule(async () => {
      const id = '2WL3qFTEFM0qMY8xjRbt1LIKCzM';
      for (const [Accept, status, type] of [
        ['application/json', 200, 'application/json'],
        ['application/vnd.api+json', 200, 'application/vnd.api+json'],
        ['*/*', 200, 'application/vnd.api+json'],
        ['application/json; charset=utf-9', 406, 'application/vnd.api+json'],
        [' ', 406, 'application/vnd.api+json'],
        ['text/html', 406, 'application/vnd.api+json'],
      ] as const)
        for (const path of [`/v1/messages/${id}`, '/nothing']) {
          const answer = await asked('GET', path, { Accept })();
          expect([Accept, answer.status, answer.headers.get('Content-Type')]).toEqual([
            Accept,
            path === '/nothing' && status === 200 ? 404 : status,
            type,
          ]);
        }
    }),
    '2: X-Correlation-Id': rule(async () => {
      const of = async (headers: Record<string, string>, path = '/nothing'): Promise<string | null> =>
        (await asked('GET', path, headers)()).headers.get('X-Correlation-Id');
      expect(await of({ 'X-Correlation-Id': 'mine' })).toBe('mine');
      for (const path of ['/nothing', '/v1/messages/2WL3qFTEFM0qMY8xjRbt1LIKCzM']) expect(await of({}, path)).toMatch(/^rrt-\d/);
    }),
    '2: Location': rule(async () => {
      const { body, headers } = await own(message());
      expect(headers.get('Location')).toBe(`/v1/messages/${String(body['data']?.['id'])}`);
      expect((await own(batch([toOne()]))).headers.get('Location')).toBeNull();
    }),
    '2: Retry-After': rule(async () => {
      const after = async (answer: Promise<Answer>): Promise<string | null> => (await answer).headers.get('Retry-After');
      expect(await after(own(message({ routingPlanId: 'd895ade5-0029-4fc3-9fb5-86e1e5370854' })))).toBe('300');
      expect(await after(asked('GET', '/nothing', { Prefer: 'code=425' })())).toBe('300');
      expect(await after(asked('GET', '/nothing', { Prefer: 'code=429' })())).toBe('60');
    }),
    'list of headers on every answer, and of those for pages': rule(async () => {
      const Origin = 'https://my.website';
      const answer = await asked('GET', '/nothing', { Origin })();
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-cache, no-store, must-revalidate',
        'x-content-type-options': 'nosniff',
        'access-control-allow-origin': Origin,
        'access-control-expose-headers': expect.stringContaining('x-correlation-id'),
        'cross-origin-resource-policy': 'cross-origin',
      });
      for (const path of ['', '/v1/messages']) {
        const asking = { Origin, 'Access-Control-Request-Method': 'POST' };
        const preflight = await still.request(`/comms${path}`, { method: 'OPTIONS', headers: asking });
        expect([preflight.status, await preflight.text()]).toEqual([200, '']);
        expect(Object.fromEntries(preflight.headers)).toMatchObject({
          'access-control-allow-origin': Origin,
          'access-control-allow-methods': 'GET, PUT, POST, PATCH, DELETE',
          'access-control-max-age': '3628800',
          'cross-origin-resource-policy': 'cross-origin',
        });
      }
      const refused = await still.request('/comms/v1/messages', { method: 'OPTIONS', headers: { Accept: 'not/valid' } });
      expect([refused.status, await refused.text()]).toEqual([406, '']);
    }),
    ...validation,
    ...catalogue,
    ...course,
    ...official,
  },
};

interface Referred {
  readonly messageReference: string;
}

interface Batched {
  readonly messageBatchReference: string;
  readonly messages: readonly { readonly messageReference: string; readonly id: string }[];
}
