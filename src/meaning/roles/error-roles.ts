/** What the members of an error body mean, told from their names: the same table reads published bodies and writes ours. */

/** `constant` is what an API always says alike: a coding system, a profile, a link to its documentation. */
export type ErrorRole =
  | 'message'
  | 'title'
  | 'display'
  | 'code'
  | 'issue-code'
  | 'oauth-error'
  | 'severity'
  | 'status'
  | 'status-line'
  | 'reason'
  | 'id'
  | 'urn'
  | 'instant'
  | 'pointer'
  | 'field'
  | 'parameter'
  | 'header'
  | 'expression'
  | 'steps'
  | 'system'
  | 'constant'
  | 'kind'
  | 'problem-type';

/** Names as one word, in lower case. */
const ROLE_OF_NAME: ReadonlyMap<string, ErrorRole> = new Map([
  ...named(
    'message',
    'message',
    'msg',
    'errormessage',
    'errormsg',
    'errordescription',
    'description',
    'detail',
    'details',
    'developermessage',
  ),
  ...named('message', 'usermessage', 'diagnostics', 'faultstring', 'text', 'explanation', 'errors', 'messages', 'error', 'fault', 'info'),
  ...named('title', 'title', 'summary', 'errortitle', 'name'),
  ...named('display', 'display'),
  ...named('code', 'code', 'errorcode', 'errcode', 'faultcode', 'errortype', 'errorkey', 'errorname', 'messagecode'),
  ...named('severity', 'severity', 'level'),
  ...named('status', 'status', 'statuscode', 'httpstatus', 'httpstatuscode', 'httpcode'),
  ...named('reason', 'reason', 'statustext', 'reasonphrase', 'statusmessage'),
  ...named('id', 'id', 'messageid', 'internalid', 'requestid', 'correlationid', 'traceid', 'errorid', 'transactionid', 'eventid'),
  ...named('urn', 'fullurl'),
  ...named('instant', 'lastupdated', 'timestamp', 'time', 'date', 'datetime', 'occurredat', 'created'),
  ...named('pointer', 'pointer', 'path', 'instancepath', 'jsonpointer', 'jsonpath'),
  ...named('field', 'field', 'fieldname', 'property', 'propertyname', 'attribute', 'element', 'target', 'param', 'parametername'),
  ...named('parameter', 'parameter'),
  ...named('header', 'header'),
  ...named('expression', 'expression', 'location'),
  ...named('steps', 'loc'),
  ...named('system', 'system'),
  ...named('constant', 'resourcetype', 'type', 'version', 'profile', 'about', 'errorevent', 'event', 'moreinfo', 'infourl', 'help', 'href'),
]);

function named(role: ErrorRole, ...names: readonly string[]): readonly (readonly [string, ErrorRole])[] {
  return names.map((name) => [name, role]);
}

/** Where a member stands: its own name, that of the object it is in ('' at the root), and its neighbours' names, each as one word. */
interface Standing {
  readonly name: string;
  readonly parent: string;
  readonly siblings: ReadonlySet<string>;
}

export function errorRole({ name, parent, siblings }: Standing): ErrorRole | undefined {
  if (name === 'code' && parent === 'issue') return 'issue-code';
  if (name === 'status' && parent === 'response') return 'status-line';
  if (name === 'error' && siblings.has('errordescription')) return 'oauth-error';
  // Spring's default body holds the reason phrase in `error`, beside the message and the path that was asked for.
  if (name === 'error' && (siblings.has('status') || siblings.has('statuscode')) && siblings.has('message')) return 'reason';
  // RFC 7807's own example of an extension: `{"name": "age", "reason": "must be a positive integer"}`.
  if (name === 'reason' && siblings.has('name')) return 'message';
  if (name === 'name' && parent !== '' && (siblings.has('reason') || siblings.has('message'))) return 'field';
  // Python's validators name the broken rule beside its `loc` and `msg`.
  if (name === 'type' && siblings.has('loc')) return 'kind';
  if (name === 'type' && siblings.has('title') && siblings.has('detail')) return 'problem-type';
  if (name === 'path' && parent === '') return undefined;
  // Only where the place is told in no better way: OperationOutcome.issue.location is deprecated in favour of expression.
  if (name === 'location' && siblings.has('expression')) return undefined;
  return ROLE_OF_NAME.get(name);
}

const PLACES: ReadonlySet<ErrorRole | undefined> = new Set<ErrorRole>(['expression', 'pointer', 'parameter', 'header', 'field']);

/** Whether a role tells where the fault is. */
export const tellsPlace = (role: ErrorRole | undefined): boolean => PLACES.has(role);

const LISTS = new Set(
  (
    'issue issues error errors fault faults detail details violations messages causes problems invalidparams ' +
    'fielderrors validationerrors errordetails failures'
  ).split(' '),
).add('');

/** Whether an array of this name holds one item per fault; '' is the body itself. */
export const isListOfFaults = (name: string): boolean => LISTS.has(name);

/** Whether an object of this name may hold something to say, so that it is worth looking into though it is optional. */
export const isWorthOpening = (name: string): boolean =>
  isListOfFaults(name) || /err|fault|issue|problem|exception|detail|meta|source|link|response|outcome|status|coding/.test(name);

/** Whether an object of this name maps the names of request members to texts: `{"validationErrors": {"type": "..."}}`. */
export const mapsFieldsToTexts = (name: string): boolean =>
  /^(validation|field|property|parameter)(errors|faults|messages)$|^errors$|^modelstate$/.test(name);
