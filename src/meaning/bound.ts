/** What this request already says about its answer: the ids in its path, query, headers and body, by name and by role. */
import type { Json, Operation, Parameter, SchemaAt } from '../contract/contract.ts';
import { isArray } from '../contract/json.ts';
import { bareValue, isRole } from './roles/check-role.ts';
import type { Meaning } from './infer-roles.ts';
import { instanceLeaves } from './schema/instance-leaves.ts';
import type { Role } from './roles/roles.ts';

export interface Bound {
  readonly byName: Readonly<Record<string, Json>>;
  readonly byRole: Readonly<Partial<Record<Role, string>>>;
  /** The path's last parameter names the item that is asked for. */
  readonly item?: { readonly name: string; readonly value: string };
}

export const UNBOUND: Bound = { byName: {}, byRole: {} };

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
  const byName = Object.create(null) as Record<string, Json>; // a parameter may be called `constructor`
  const byRole: Partial<Record<Role, string>> = {};
  const bind = (role: Role | undefined, value: Json): void => {
    const text = typeof value === 'string' ? bareValue(value) : typeof value === 'number' ? String(value) : undefined;
    if (role && text !== undefined && BINDING.has(role) && byRole[role] === undefined && isRole(role, text)) byRole[role] = text;
  };
  for (const parameter of inOrder(operation)) {
    const value = givenIn(values, parameter);
    if (value === undefined) continue;
    byName[parameter.name] ??= value;
    const role = meaning.parameterRole(operation, parameter);
    // Headers speak of the caller (their organisation, their role profile); only a patient named there is whom the answer is about.
    if (parameter.in !== 'header' || role === 'patient.nhsNumber') bind(role, isArray(value) ? (value[0] ?? null) : value);
  }
  if (values.body?.at) {
    for (const { leaf, value } of instanceLeaves(meaning, values.body.value, values.body.at, operation)) bind(meaning.roleOf(leaf), value);
  }
  const name = /\{([^{}]+)\}[^{}/]*$/.exec(operation.path)?.[1];
  const value = name === undefined ? undefined : values.path?.[name];
  const named = name !== undefined && (typeof value === 'string' || typeof value === 'number');
  return { byName, byRole, ...(named ? { item: { name, value: String(value) } } : {}) };
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
