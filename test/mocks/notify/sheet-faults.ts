/** Every fault of Notify, row by row, by a request that has it. */
import { expect } from 'vitest';
import type { Sheet } from '../sheet.ts';
import { rule, at, own, json, first, fault, asked, wished, missing, invalid, late, accounts } from './sheet-rows.ts';
import { accepted, batch, errorsOf, message, open, post, toOne } from './sending.ts';

export const catalogue: Sheet['rows'] = {
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
