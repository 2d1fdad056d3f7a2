/**
 * Tries to look from one workspace into another: every route of the mock APIs and of the sandbox's own, with every kind of credential, in
 * every place. In each workspace lie marks that nobody else may see; whatever is answered is searched for them.
 */
import type { Operation } from '../../src/contract/contract.ts';
import { admissionOf } from '../../src/control/admission.ts';
import type { operations } from '../../src/generated/sandbox-control.types.ts';
import { mintKey } from '../../src/workspaces/keys/keys.ts';
import { rendered, validRequest, type Served } from '../answer/every-contract.ts';
import { control, parcelsOf } from '../control/own-contract.ts';

/** How a home is asked, from the outside. */
export interface Door {
  readonly operatorKey: string;
  send(path: string, init?: Sent): Promise<Got>;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What lies in a workspace, by how much of it opens with the address alone. */
interface Marks {
  /** Whoever has the address of a workspace may use its APIs, and see what they are. */
  readonly open: readonly string[];
  readonly own: readonly string[];
  /** What its organiser and the operator may see as well: what it is called. */
  readonly name: string;
}

export interface Tenant {
  readonly id: string;
  readonly key: string;
  readonly revoked: string;
  readonly event: OfEvent;
  readonly marks: Marks;
  readonly traces: readonly string[];
}

interface OfEvent {
  readonly id: string;
  readonly code: string;
  /** Seen by its workspaces, its organiser and the operator. */
  readonly announcement: string;
}

export interface Tenants {
  readonly tenants: readonly Tenant[];
  /** A workspace that was, with the key that opened it. */
  readonly ended: { readonly id: string; readonly key: string };
}

const bearer = (token: string): Readonly<Record<string, string>> => ({ Authorization: `Bearer ${token}` });
const json = (method: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Sent => ({
  method,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

let marked = 0;
const mark = (kind: string): string => `zq${kind}${String(++marked).padStart(5, '0')}x`;

async function done({ send }: Door, path: string, init?: Sent): Promise<Got> {
  const got = await send(path, init);
  if (got.status >= 300) throw new Error(`${init?.method ?? 'GET'} ${path}: ${got.status} ${got.text.slice(0, 300)}`);
  return got;
}

const patient = '/personal-demographics/FHIR/R4/Patient/9000000009';

/** Workspaces in so many events, each with its marks laid out. */
export async function settle(door: Door, count: number, eventCount: number): Promise<Tenants> {
  const operator = bearer(door.operatorKey);
  const events: OfEvent[] = [];
  for (let i = 0; i < eventCount; i++) {
    const made = JSON.parse((await done(door, '/_sandbox/events', json('POST', { name: `Event ${i}`, limit: count + 1 }, operator))).text);
    events.push({ id: made.id, code: made.code, announcement: mark('announced') });
  }
  const tenants: Tenant[] = [];
  for (let i = 0; i < count; i++) {
    const event = events[i % eventCount];
    if (event) tenants.push(await settleOne(door, event));
  }
  for (const { code, announcement } of events) await done(door, '/_sandbox/event', json('PATCH', { announcement }, bearer(code)));
  const ended = JSON.parse((await done(door, '/_sandbox/workspaces', json('POST', {}, operator))).text);
  const key: string = ended.managementKey;
  await done(door, `/w/${ended.id}/_sandbox/workspace`, { method: 'DELETE', headers: bearer(key) });
  return { tenants, ended: { id: ended.id, key } };
}

async function settleOne(door: Door, event: OfEvent): Promise<Tenant> {
  const name = mark('name');
  const { id, managementKey: revoked } = JSON.parse(
    (await done(door, '/_sandbox/workspaces', json('POST', { name }, bearer(event.code)))).text,
  );
  const rotated = await done(door, `/w/${id}/_sandbox/workspace/rotate-key`, json('POST', {}, bearer(revoked)));
  const key: string = JSON.parse(rotated.text).managementKey;
  const [title, parcel, family, snapshot, asked] = ['title', 'parcel', 'family', 'snapshot', 'asked'].map(mark);
  const manager = bearer(key);
  await done(door, `/w/${id}/_sandbox/contracts/parcels`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/yaml', ...manager },
    body: parcelsOf(String(title)),
  });
  const traces = [
    await done(door, `/w/${id}/parcels/v1/parcels`, json('POST', { to: parcel })),
    await done(door, `/w/${id}/parcels/v1/parcels?asked=${asked}`),
  ].map(({ headers }) => headers['x-sandbox-trace'] ?? '');
  const correlated = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' };
  const read = await done(door, `/w/${id}${patient}`, { headers: correlated });
  const [known] = JSON.parse(read.text).name;
  await done(door, `/w/${id}${patient}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json-patch+json', 'If-Match': read.headers['etag'] ?? '', ...correlated },
    body: JSON.stringify({
      patches: [
        { op: 'replace', path: '/name/0/id', value: known.id },
        { op: 'replace', path: '/name/0/family', value: family },
      ],
    }),
  });
  await done(door, `/w/${id}/_sandbox/snapshots`, json('POST', { name: snapshot }, manager));
  return {
    id,
    key,
    revoked,
    event,
    marks: { open: [title, parcel, family].map(String), own: [snapshot, asked].map(String), name },
    traces,
  };
}

/** One way to ask: where the request says which workspace it is for, and what it shows. */
interface Way {
  readonly says: string;
  readonly prefix: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Marks that may come back. */
  readonly maySee: readonly string[];
  /** What is asked may change something: nobody is let in, so nothing may change. */
  readonly sendsAll: boolean;
  /** The home itself must turn it away, always in the same words. */
  readonly isTurnedAway: boolean;
}

const everything = ({ marks, event }: Tenant): readonly string[] => [...marks.open, ...marks.own, marks.name, event.announcement];

function waysOf({ tenants, ended }: Tenants, own: Tenant, other: Tenant, operatorKey: string, random: string): readonly Way[] {
  const at = (id: string): string => `/w/${id}`;
  const named = (id: string): Readonly<Record<string, string>> => ({ 'X-Sandbox-Workspace': id });
  const { key, id, marks, event } = own;
  const namesOf = (those: readonly Tenant[]): readonly string[] => those.flatMap((one) => [one.marks.name, one.event.announcement]);
  const ofEvent = namesOf(tenants.filter((one) => one.event === event));
  const closed = { sendsAll: true, isTurnedAway: true, maySee: [] };
  const unlet = { sendsAll: true, isTurnedAway: false, maySee: marks.open };
  const letIn = { sendsAll: false, isTurnedAway: false };
  const unknown = `${random}${'0'.repeat(48)}`.slice(0, 48);
  return [
    { says: 'own key and path', prefix: at(id), headers: bearer(key), ...letIn, maySee: everything(own) },
    { says: 'own key alone', prefix: '', headers: bearer(key), ...letIn, maySee: everything(own) },
    { says: 'own key and header', prefix: '', headers: { ...bearer(key), ...named(id) }, ...letIn, maySee: everything(own) },
    {
      says: 'own key, and another path below its own',
      prefix: at(id) + at(other.id),
      headers: bearer(key),
      ...letIn,
      maySee: everything(own),
    },
    { says: 'no key', prefix: at(id), headers: {}, ...letIn, maySee: marks.open },
    { says: 'no key, header', prefix: '', headers: named(id), ...letIn, maySee: marks.open },
    { says: 'token of a mock API', prefix: at(id), headers: bearer('eyJhbGciOiJub25lIn0.e30.x'), ...letIn, maySee: marks.open },
    { says: 'wrong operator key', prefix: at(id), headers: bearer(`${operatorKey}x`), ...letIn, maySee: marks.open },
    { says: 'own key in the query', prefix: at(id), headers: {}, query: `key=${key}&access_token=${key}`, ...unlet, sendsAll: false },
    { says: 'code of its event', prefix: at(id), headers: bearer(event.code), ...letIn, maySee: [...marks.open, ...ofEvent] },
    { says: 'operator key', prefix: at(id), headers: bearer(operatorKey), ...letIn, maySee: [...everything(own), ...namesOf(tenants)] },
    { says: 'key of another', prefix: at(id), headers: bearer(other.key), ...closed },
    { says: 'key of another, header', prefix: '', headers: { ...bearer(other.key), ...named(id) }, ...closed },
    { says: 'own key, path of another', prefix: at(other.id), headers: bearer(key), ...closed },
    { says: 'own key and path, header of another', prefix: at(id), headers: { ...bearer(key), ...named(other.id) }, ...closed },
    { says: 'paths and headers that differ', prefix: at(id), headers: named(other.id), ...closed },
    { says: 'key that was replaced', prefix: at(id), headers: bearer(own.revoked), ...closed },
    { says: 'key that was replaced, alone', prefix: '', headers: bearer(own.revoked), ...closed },
    { says: 'key of the right shape', prefix: at(id), headers: bearer(mintKey(id).key), ...closed },
    {
      says: 'code of another event',
      prefix: at(id),
      headers: bearer(other.event.code),
      ...(other.event === event ? letIn : closed),
      maySee: other.event === event ? [...marks.open, ...ofEvent] : [],
    },
    { says: 'code of the right shape', prefix: at(id), headers: bearer(mintKey(event.id, 'event').key), ...closed },
    { says: 'unknown id', prefix: at(unknown), headers: {}, ...closed },
    { says: 'unknown id, header', prefix: '', headers: named(unknown), ...closed },
    { says: 'unknown id, own key', prefix: at(unknown), headers: bearer(key), ...closed },
    { says: 'unknown id, key of the right shape', prefix: at(unknown), headers: bearer(mintKey(unknown).key), ...closed },
    { says: 'no id', prefix: '/w/team-01', headers: {}, ...closed },
    { says: 'ended', prefix: at(ended.id), headers: {}, ...closed },
    { says: 'ended, its key', prefix: at(ended.id), headers: bearer(ended.key), ...closed },
  ];
}

/** Requests of every operation, about what lies in `own`. */
interface Route {
  readonly operation: string;
  readonly isOwn: boolean;
  readonly method: string;
  readonly path: (of: Tenant) => string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const reads: ReadonlySet<string> = new Set(['get', 'head']);
const letter = 'INSERT-HERE';

function pathsOf(operation: Operation, target: string, isOwn: boolean): (of: Tenant) => string {
  if (!isOwn) return () => target;
  const parts = operation.path.split('/').map((part) => {
    if (part === '{id}')
      return operation.id === 'explain-exchange' ? ({ traces }: Tenant) => traces[0]?.split('/').at(-1) ?? letter : ({ id }: Tenant) => id;
    if (part === '{name}') return ({ marks }: Tenant) => (operation.id.includes('snapshot') ? (marks.own[0] ?? letter) : 'parcels');
    if (part === '{event}') return ({ event }: Tenant) => event.id;
    return () => part.replace('{name}', 'parcels').replace('{api}', 'parcels').replace('{operation}', 'listParcels');
  });
  const [, query] = target.split('?');
  return (of) => `/_sandbox${parts.map((part) => part(of)).join('/')}${query === undefined ? '' : `?${query}`}`;
}

export function routesOf(apis: readonly Served[]): readonly Route[] {
  return [{ name: 'control', contract: control }, ...apis].flatMap(({ contract }) =>
    contract.operations.map((operation): Route => {
      const isOwn = contract === control;
      const { method, target, headers, body } = rendered(
        operation,
        validRequest(contract, operation, { key: 'isolation', now: 0, extent: 'required' }),
      );
      return {
        operation: operation.id,
        isOwn,
        method,
        path: pathsOf(operation, isOwn ? target : contract.basePath + target, isOwn),
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization')),
        ...(body !== undefined && { body }),
      };
    }),
  );
}

const isManaged = (operation: string): boolean => admissionOf[operation as keyof operations] !== 'anyone'; // of the contract's own operations

export interface Findings {
  readonly probes: number;
  readonly leaks: readonly string[];
  readonly opened: readonly string[];
  readonly faults: readonly string[];
  /** Every way in which somebody was turned away at the door, headers included: one of the mock APIs, one of the sandbox's own. */
  readonly refusals: ReadonlySet<string>;
}

/** Asks every route in every way about each of `asked` beside each of its `others`. */
export async function probe(
  door: Door,
  settled: Tenants,
  routes: readonly Route[],
  { asked, others }: { readonly asked: readonly Tenant[]; readonly others: (of: Tenant) => readonly Tenant[] },
): Promise<Findings> {
  const every = new Set(settled.tenants.flatMap(everything));
  const found = { probes: 0, leaks: [] as string[], opened: [] as string[], faults: [] as string[], refusals: new Set<string>() };
  for (const own of asked) {
    for (const other of others(own)) {
      for (const way of waysOf(settled, own, other, door.operatorKey, own.id.slice(8) + other.id.slice(0, 8))) {
        await Promise.all(
          routes
            .filter(({ method }) => way.sendsAll || reads.has(method.toLowerCase()))
            .flatMap((route) => [own, other].map((of) => ask(route, of, way))),
        );
      }
    }
  }
  return found;

  async function ask(route: Route, of: Tenant, way: Way): Promise<void> {
    const path = route.path(of);
    const query = way.query === undefined ? '' : `${path.includes('?') ? '&' : '?'}${way.query}`;
    const got = await door.send(way.prefix + path + query, {
      method: route.method,
      headers: { ...route.headers, ...way.headers },
      ...(route.body !== undefined && { body: route.body }),
    });
    found.probes++;
    const told = `${got.text} ${JSON.stringify(got.headers)}`;
    const line = `${route.operation} about ${of.id.slice(0, 6)}, ${way.says}: ${got.status}`;
    // What was sent may be sent back.
    const sent = path + query;
    for (const [seen] of told.matchAll(/zq[a-z]+\d{5}x/g))
      if (every.has(seen) && !way.maySee.includes(seen) && !sent.includes(seen)) found.leaks.push(`${line} shows ${seen}`);
    if (got.status >= 500) found.faults.push(`${line} ${got.text.slice(0, 200)}`);
    if (!way.isTurnedAway) {
      const isForAll = !route.isOwn || !isManaged(route.operation);
      const isLetIn = ['own', 'code of its event', 'operator'].some((known) => way.says.startsWith(known)) && way.query === undefined;
      if (!isForAll && !isLetIn && got.status !== 401 && way.says !== 'code of another event') found.opened.push(line);
      return;
    }
    if (got.status !== 401) found.opened.push(line);
    found.refusals.add(JSON.stringify({ isOwn: route.isOwn, status: got.status, headers: withoutFraming(got.headers), text: got.text }));
  }
}

/** How long a body is, and when it was sent, is said by whatever stands between. */
const withoutFraming = (headers: Got['headers']): Got['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:date|content-length|transfer-encoding)$/.test(name)));

/** What lies in a workspace that its own key does not show any more. */
export async function missingIn(door: Door, { id, key, marks, event }: Tenant): Promise<readonly string[]> {
  const shown: string[] = [];
  for (const path of [
    '/parcels/v1/parcels',
    patient,
    '/_sandbox/catalogue',
    '/_sandbox/exchanges?limit=1000',
    '/_sandbox/snapshots',
    '/_sandbox/workspace',
  ])
    shown.push(
      (await door.send(`/w/${id}${path}`, { headers: { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068', ...bearer(key) } })).text,
    );
  const text = shown.join(' ');
  // The ring of exchanges is only so long.
  return [...marks.open, marks.own[0] ?? '', marks.name, event.announcement].filter((one) => !text.includes(one));
}
