/** The catalogue of this API's faults: each code with its title and its detail, as published. */

export interface Words {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

const words = (code: string, title: string, detail: string): Words => ({ code, title, detail });

export const invalidValue = words('CM_INVALID_VALUE', 'Invalid value', 'The property at the specified location does not allow this value.');
export const missing = words(
  'CM_MISSING_VALUE',
  'Missing property',
  'The property at the specified location is required, but was not present in the request.',
);
export const isNull = words(
  'CM_NULL_VALUE',
  'Property cannot be null',
  'The property at the specified location is required, but a null value was passed in the request.',
);
export const duplicate = words(
  'CM_DUPLICATE_VALUE',
  'Duplicate value',
  'The property at the specified location is a duplicate, duplicated values are not allowed.',
);
export const tooFew = words('CM_TOO_FEW_ITEMS', 'Too few items', 'The property at the specified location contains too few items.');
export const tooMany = words('CM_TOO_MANY_ITEMS', 'Too many items', 'The property at the specified location contains too many items.');
export const nhsNumber = words(
  'CM_INVALID_NHS_NUMBER',
  'Invalid nhs number',
  'The value provided in this nhsNumber field is not a valid NHS number.',
);
export const invalidRequest = (detail: string): Words => words('CM_INVALID_REQUEST', 'Invalid Request', detail);
export const tooLarge = words('CM_TOO_LARGE', 'Request too large', 'Request message was larger than the service limit');
export const internal = words(
  'CM_INTERNAL_SERVER_ERROR',
  'Error processing request',
  'There was an internal error whilst processing this request.',
);

export const odsCodeRequired = words(
  'CM_ODS_CODE_REQUIRED',
  'Originator odsCode must be provided',
  'An originator with odsCode must be provided, as your account does not have a default ODS code.',
);
export const cannotSetOdsCode = words(
  'CM_CANNOT_SET_ODS_CODE',
  'Cannot set ODS code',
  'Your account is not permitted to set originator ODS codes.',
);
export const cannotSetContactDetails = words(
  'CM_CANNOT_SET_CONTACT_DETAILS',
  'Cannot set contact details',
  'Client is not allowed to provide alternative contact details.',
);
export const serviceBan = words('CM_SERVICE_BAN', 'Service ban in effect', 'A service ban is in effect on your account.');
export const noSuchPlan = words(
  'CM_NO_SUCH_ROUTING_PLAN',
  'No such routing plan',
  'The routing plan specified either does not exist or is not in a usable state.',
);
export const missingTemplates = words(
  'CM_MISSING_ROUTING_PLAN_TEMPLATE',
  'Templates missing',
  'The templates required to use the routing plan were not found.',
);
export const duplicateTemplates = words(
  'CM_ROUTING_PLAN_DUPLICATE_TEMPLATES',
  'Duplicate templates',
  'The routing plan specified contains duplicate templates.',
);
export const sentBefore = (what: 'message' | 'batch'): Words =>
  words(
    'CM_DUPLICATE_REQUEST',
    `Duplicate ${what} request`,
    `Request exists with identical ${what === 'batch' ? 'messageBatchReference' : 'messageReference'}`,
  );
export const accountsBusy = words(
  'CM_QUOTA',
  'Too many requests',
  'This endpoint is currently receiving a high volume of requests and is being rate limited.',
);
export const noReport = words('CM_NOT_FOUND', 'Resource not found', 'Report not found');

/** What the service says with a status, where nothing of the body is to be named. */
export const byStatus: Readonly<Record<number, Words>> = {
  401: words(
    'CM_DENIED',
    'Access denied',
    'Access token missing, invalid or expired, or calling application not configured for this operation.',
  ),
  403: words('CM_FORBIDDEN', 'Forbidden', 'Client not recognised or not yet onboarded.'),
  404: words('CM_NOT_FOUND', 'Resource not found', 'The resource at the requested URI was not found.'),
  405: words('CM_NOT_ALLOWED', 'Method not allowed', 'The method at the requested URI was not allowed.'),
  406: words('CM_NOT_ACCEPTABLE', 'Not acceptable', 'This service can only generate application/vnd.api+json or application/json.'),
  408: words('CM_TIMEOUT', 'Request timeout', 'The service was unable to receive your request within the timeout period.'),
  413: tooLarge,
  414: tooLarge,
  415: words(
    'CM_UNSUPPORTED_MEDIA',
    'Unsupported media',
    'Invalid content-type, this API only supports application/vnd.api+json or application/json.',
  ),
  425: words(
    'CM_RETRY_TOO_EARLY',
    'Retried too early',
    'You have retried this request too early, the previous request is still being processed. Re-send the request after the time (in seconds) specified `Retry-After` header.',
  ),
  429: words(
    'CM_QUOTA',
    'Too many requests',
    'You have made too many requests. Re-send the request after the time (in seconds) specified `Retry-After` header.',
  ),
  500: internal,
  502: words('CM_BAD_GATEWAY', 'Unable to call service', 'A downstream service is not responding.'),
  503: words(
    'CM_SERVICE_UNAVAILABLE',
    'The service is currently unavailable',
    'The service is currently not able to process this request, try again later.',
  ),
  504: words('CM_TIMEOUT', 'Unable to call service', 'The downstream service has not responded within the configured timeout period.'),
};
