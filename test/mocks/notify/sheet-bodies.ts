/** What a body has to be, and the order in which that is looked at: row by row. */
import { expect } from 'vitest';
import type { Sheet } from '../sheet.ts';
import { rule, at, own, json, refusals, bare, first, asked } from './sheet-rows.ts';
import { batch, errorsOf, message, plans, recipient, refusal, saidIn, toOne } from './sending.ts';

export const validation: Sheet['rows'] = {
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
