/** The scenarios of the official sandbox, row by row. */
import { expect } from 'vitest';
import type { Sheet, SheetRow } from '../sheet.ts';
import type { Answer } from '../../sandbox.ts';
import { rule, at, own, json, asked, accounts, numbers } from './sheet-rows.ts';
import { accepted, batch, channelsOf, errorsOf, get, message, open, plans, post, recipient, refusal, toOne } from './sending.ts';

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

export const official: Sheet['rows'] = {
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
