/** What this request already says about its answer: the values in its path, query, headers and body, by name and by role. */
import type { Json, Operation, Parameter, SchemaAt } from '../contract/contract.ts';
import { isArray, isObject } from '../contract/json.ts';
import { roleOfSystem } from './evidence/by-system.ts';
import { bareValue, isRole } from './roles/check-role.ts';
import { type Meaning, SAYS_LITTLE } from './infer-roles.ts';
import type { Role } from './roles/roles.ts';
import { instanceLeaves } from './schema/instance-leaves.ts';
import { joined, wordsOf } from './words.ts';

export interface Bound {
  /** By plain name: `orderid` for `orderId`, `order_id` and `order-id`. */
  readonly byName: ReadonlyMap<string, NamedValue>;
  readonly byRole: Readonly<Partial<Record<Role, string>>>;
  /** The path's last parameter names the item that is asked for. */
  readonly item?: { readonly name: string; readonly value: string };
  /** Where the answer is a list. */
  readonly list?: BoundList;
}

export interface BoundList {
  /** Members from the answer down to its items. */
  readonly path: readonly string[];
  /** Whether what is said under a plain name is said of the items alone. */
  isSaidOfItems(plain: string, isInQuery: boolean): boolean;
}

export interface NamedValue {
  readonly value: string | number | boolean;
  /** Its name tells it from everything else; other names (`status`, `type`) mean the same only of the items asked for. */
  readonly telling: boolean;
  /** The query says it. */
  readonly isInQuery?: true;
}

export const NO_NAMES: ReadonlyMap<string, NamedValue> = new Map();
export const UNBOUND: Bound = { byName: NO_NAMES, byRole: {} };

export interface RequestValues {
  readonly path?: Readonly<Record<string, Json | undefined>>;
  readonly query?: Readonly<Record<string, Json | undefined>>;
  /** Names in lower case. */
  readonly header?: Readonly<Record<string, Json | undefined>>;
  readonly body?: { readonly at?: SchemaAt; readonly value: Json };
}

/** Roles that say who or what an answer is about; others (a page size, a date) bind nothing. */
const BINDING: ReadonlySet<Role> = new Set<Role>([
  'patient.nhsNumber',
  'organisation.odsCode',
  'pharmacy.odsCode',
  'practitioner.sdsUserId',
  'practitioner.roleProfileId',
  'prescription.shortId',
  'referral.ubrn',
  'spine.asid',
  'spine.partyKey',
  'patient.familyName',
  'patient.givenName',
  'patient.birthDate',
  'patient.gender',
  'patient.postcode',
]);

export function bindRequest(meaning: Meaning, operation: Operation, values: RequestValues): Bound {
  const byRole: Partial<Record<Role, string>> = {};
  const bind = (role: Role | undefined, value: Json): void => {
    const text = typeof value === 'string' ? bareValue(value) : typeof value === 'number' ? String(value) : undefined;
    if (role && text !== undefined && BINDING.has(role) && byRole[role] === undefined && isRole(role, text)) byRole[role] = text;
  };
  for (const parameter of inOrder(operation)) {
    const value = givenIn(values, parameter);
    if (value === undefined) continue;
    const role = roleOfToken(meaning.parameterRole(operation, parameter), value);
    // Headers speak of the caller (their organisation, their role profile); only a patient named there is whom the answer is about.
    if (parameter.in !== 'header' || role === 'patient.nhsNumber') bind(role, isArray(value) ? (value[0] ?? null) : value);
  }
  if (values.body?.at) {
    for (const { role, value } of instanceLeaves(meaning, values.body.value, values.body.at, operation))
      bind(roleOfToken(role, value), value);
  }
  const name = /\{([^{}]+)\}[^{}/]*$/.exec(operation.path)?.[1];
  const value = name === undefined ? undefined : values.path?.[name];
  const named = name !== undefined && (typeof value === 'string' || typeof value === 'number');
  return {
    byName: namesIn(operation, values),
    byRole,
    ...(named ? { item: { name, value: String(value) } } : {}),
  };
}

/** The system in a search token (`system|value`) says what its value is, where the name it came under says little. */
function roleOfToken(role: Role | undefined, value: Json): Role | undefined {
  if (role !== undefined && !SAYS_LITTLE.has(role)) return role;
  const token = isArray(value) ? value[0] : value;
  const system = typeof token === 'string' ? /^([^|\s]*:[^|\s]*)\|/.exec(token)?.[1] : undefined;
  return (system === undefined ? undefined : roleOfSystem(system)) ?? role;
}

/** The path speaks before the query, the query before the headers. */
function inOrder(operation: Operation): readonly Operation['parameters'][number][] {
  const rank = { path: 0, query: 1, header: 2, cookie: 3 };
  return operation.parameters.toSorted((a, b) => rank[a.in] - rank[b.in]);
}

/** What a request gives a parameter. */
export function givenIn(values: RequestValues, { in: place, name }: Pick<Parameter, 'in' | 'name'>): Json | undefined {
  const from = place === 'path' ? values.path : place === 'query' ? values.query : place === 'header' ? values.header : undefined;
  const key = place === 'header' ? name.toLowerCase() : name;
  return from && Object.hasOwn(from, key) ? from[key] : undefined;
}

/** Names that say which part of a list is wanted, how it is ordered, or between which dates: no member of an answer takes these. */
const STEERING = new Set(
  (
    'page limit size offset count cursor sort order start end from to since until before after date time q query search filter filters ' +
    'fields include expand embed format lang language top skip first last min max results'
  ).split(' '),
);
const STEERING_FIRST = new Set(['page', 'max', 'min', 'sort', 'order', 'include', 'exclude', 'filter']);
const DATE = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?\d{4}-\d{2}(-\d{2})?/;

/** The path's names first, then the query's, then those of the body that are like no other. */
export function namesIn(operation: Operation, values: RequestValues): ReadonlyMap<string, NamedValue> {
  const names = new Map<string, NamedValue>();
  const add = (name: string, value: Json | undefined, telling: boolean, isInQuery = false): void => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return;
    if (name !== '' && name !== 'id' && !names.has(name)) names.set(name, { value, telling, ...(isInQuery && { isInQuery }) });
  };
  for (const parameter of inOrder(operation)) {
    const value = givenIn(values, parameter);
    const { name, in: place } = parameter;
    if (place === 'path') {
      add(joined(name), value, isTelling(name));
      const kind = kindBefore(operation.path, name);
      if (joined(name) === 'id' && kind !== undefined) add(`${kind}id`, value, true);
    } else if (place === 'query' && !isSteering(name) && !DATE.test(String(value))) {
      add(joined(name), isArray(value) ? value[0] : value, isTelling(name), true);
    }
  }
  for (const [name, value] of values.body ? tellingMembers(values.body.value) : []) add(name, value, true);
  return names;
}

/** Names of several words, and `orderid`; `type`, `status` and the like are said of many things. */
function isTelling(name: string): boolean {
  return wordsOf(name).length > 1 || /.{3}(id|number|ref|key)$/i.test(name);
}

function isSteering(name: string): boolean {
  const words = wordsOf(name);
  return STEERING.has(words.at(-1) ?? '') || (words.length > 1 && STEERING_FIRST.has(words[0] ?? ''));
}

/** `order` of `/orders/{id}/lines`. */
function kindBefore(path: string, name: string): string | undefined {
  const segments = path.split('/');
  const before = segments[segments.indexOf(`{${name}}`) - 1];
  return before === undefined || before.includes('{') ? undefined : joined(before).replace(/ies$/, 'y').replace(/s$/, '');
}

/** Members whose names tell them from everything else and stand in the body once. A FHIR resource names everything alike. */
function tellingMembers(body: Json): ReadonlyMap<string, Json> {
  const found = new Map<string, Json | undefined>();
  const visit = (node: Json): void => {
    if (isArray(node)) for (const item of node) visit(item);
    else if (isObject(node) && node['resourceType'] === undefined) {
      for (const [name, member] of Object.entries(node)) {
        if (typeof member === 'object') visit(member);
        else if (isTelling(name)) found.set(joined(name), found.has(joined(name)) ? undefined : member);
      }
    }
  };
  visit(body);
  return new Map([...found].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
