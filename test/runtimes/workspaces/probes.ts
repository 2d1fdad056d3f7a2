/** Requests that try to see what is another's: every route, with every credential there is, in every place where a workspace can be named. */
import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { mintKey } from '../../../src/workspaces/keys/keys.ts';
import { bearer, json, make, sendParcel, type Made } from './started.ts';

/** A workspace, and a word that stands in everything that it holds. */
export interface Marked extends Made {
  readonly canary: string;
  /** The address at which one of its exchanges is explained, below its base. */
  readonly trace: string;
  /** A key that opened it once. */
  readonly revoked: string;
}

export async function marked(
  url: string,
  number: number,
  wishes: object = {},
  credentials: Readonly<Record<string, string>> = {},
): Promise<Marked> {
  const canary = `canary-${number}-${crypto.randomUUID().slice(0, 8)}`;
  const made = await make(url, { name: canary, ...wishes }, credentials);
  const { baseUrl, managementKey } = made;
  await sendParcel(baseUrl, canary);
  const told = await fetch(`${baseUrl}/${canary}/nowhere`);
  const trace = told.headers.get('x-sandbox-trace') ?? '';
  const owned = bearer(managementKey);
  await fetch(`${baseUrl}/_sandbox/snapshots`, json('POST', { name: 'point' }, owned));
  const contract = `openapi: 3.1.0\ninfo: { title: ${canary}, version: '1' }\npaths: { /${canary}: { get: { operationId: find, responses: { '200': { description: ${canary} } } } } }\n`;
  await fetch(`${baseUrl}/_sandbox/contracts/extra`, {
    method: 'PUT',
    headers: { ...owned, 'Content-Type': 'application/yaml' },
    body: contract,
  });
  const rotated = await fetch(`${baseUrl}/_sandbox/workspace/rotate-key`, json('POST', {}, owned));
  const { managementKey: next } = (await rotated.json()) as { readonly managementKey: string }; // as the contract says
  return { ...made, canary, trace: trace.slice(baseUrl.length), revoked: managementKey, managementKey: next };
}

interface Route {
  readonly method: string;
  readonly path: string;
  /** It wants the workspace's own key. */
  readonly isManaged: boolean;
}

const seen = (path: string): Route => ({ method: 'GET', path, isManaged: false });
const managed = (path: string, method = 'GET'): Route => ({ method, path, isManaged: true });

/** What may show what a workspace holds, or take it away. `about` is whose id and trace stand in the path. */
export function routesTo(about: Marked): readonly Route[] {
  return [
    seen('/parcels/v1/parcels'),
    seen('/parcels/v1/parcels/p-1'),
    seen('/_sandbox/catalogue'),
    seen('/_sandbox/health'),
    seen(about.trace),
    seen('/_sandbox/contracts/extra.json'),
    managed('/_sandbox/contracts/extra'),
    managed('/_sandbox/exchanges'),
    managed('/_sandbox/exchanges?with=sandbox'),
    managed('/_sandbox/workspace'),
    managed('/_sandbox/settings'),
    managed('/_sandbox/snapshots'),
    managed('/_sandbox/snapshots/point'),
    managed('/_sandbox/contracts'),
    managed('/_sandbox/export'),
    managed(`/_sandbox/workspaces/${about.id}`),
    managed('/_sandbox/reset', 'POST'),
    managed('/_sandbox/workspace', 'DELETE'),
    managed(`/_sandbox/workspaces/${about.id}`, 'DELETE'),
    managed(`/_sandbox/workspaces/${about.id}/reset`, 'POST'),
    managed(`/_sandbox/workspaces/${about.id}/rotate-key`, 'POST'),
    managed(`/_sandbox/workspaces/${about.id}/fork`, 'POST'),
    managed('/_sandbox/snapshots/point', 'DELETE'),
    managed('/_sandbox/snapshots/point/restore', 'POST'),
    managed('/_sandbox/event'),
    managed('/_sandbox/workspaces?limit=100'),
    managed('/_sandbox/deployment'),
    managed('/_sandbox/events'),
  ];
}

export interface Probe {
  readonly what: string;
  readonly url: string;
  readonly init: { readonly method: string; readonly headers: Readonly<Record<string, string>> };
  /** The host that the request says it is for, where that is not the one of its URL. */
  readonly host?: string;
  /** Whose canary may be seen; nobody's, where what is named does not agree. */
  readonly mayShow: string | undefined;
  /** Nothing may come back but a refusal. */
  readonly isRefused: boolean;
}

interface Given {
  /** Whom the request tries to see. */
  readonly about: Marked;
  /** Whose credentials whoever asks has. */
  readonly other: Marked;
  /** One whose time was over. */
  readonly ended: Marked;
}

/** All that somebody with credentials of another can try to see of a workspace; and one who has none. What changes something is only tried by them. */
export function probesOf(url: string, { about, other, ended }: Given): readonly Probe[] {
  const { port } = new URL(url);
  const garbled = about.managementKey.slice(0, -1) + (about.managementKey.endsWith('0') ? '1' : '0');
  const { key: forged } = mintKey(about.id);
  const baseOf = (workspace: Marked) => `${url}/w/${workspace.id}`;
  const hostOf = (workspace: Marked) => `${workspace.id}.localhost:${port}`;
  const header = ({ id }: Marked) => ({ 'X-Sandbox-Workspace': id });
  const ways: readonly (readonly [
    what: string,
    base: string,
    headers: Readonly<Record<string, string>>,
    shows: 'about' | 'other' | 'none',
    opens?: true | undefined,
    host?: string,
  ])[] = [
    ['its id, no key', baseOf(about), {}, 'about'],
    ['its id in a header, no key', url, header(about), 'about'],
    ['its id in the path, the other’s key', baseOf(about), bearer(other.managementKey), 'none'],
    ['its id in a header, the other’s key', url, { ...header(about), ...bearer(other.managementKey) }, 'none'],
    ['its id in the path, the other’s in a header', baseOf(about), header(other), 'none'],
    ['the other’s id in the path, its in a header', baseOf(other), header(about), 'none'],
    ['all of the other’s, its id in a header', baseOf(other), { ...header(about), ...bearer(other.managementKey) }, 'none'],
    ['the other’s id and key', baseOf(other), bearer(other.managementKey), 'other', true],
    ['the other’s key alone', url, bearer(other.managementKey), 'other', true],
    ['the other’s id, no key', baseOf(other), {}, 'other'],
    ['its id, a key that was replaced', baseOf(about), bearer(about.revoked), 'none'],
    ['a key that was replaced, alone', url, bearer(about.revoked), 'none'],
    ['its id, its key garbled', baseOf(about), bearer(garbled), 'about'],
    ['its id, a key of the right form that nobody made', baseOf(about), bearer(forged), 'none'],
    ['the id and key of one that has ended', baseOf(ended), bearer(ended.managementKey), 'none'],
    ['the key of one that has ended', url, bearer(ended.managementKey), 'none'],
    ['its id, the key of one that has ended', baseOf(about), bearer(ended.managementKey), 'none'],
    ['an id that nobody has', `${url}/w/${'0'.repeat(48)}`, {}, 'none'],
    ['nothing', url, {}, 'none'],
    ['its id as a host name, no key', url, {}, 'about', undefined, hostOf(about)],
    ['its id as a host name, the other’s in the path', baseOf(other), {}, 'none', undefined, hostOf(about)],
    ['its id as a host name, the other’s key', url, bearer(other.managementKey), 'none', undefined, hostOf(about)],
  ];
  const inQuery = (path: string) =>
    `${path}${path.includes('?') ? '&' : '?'}key=${about.managementKey}&access_token=${about.managementKey}`;
  return routesTo(about).flatMap(({ method, path, isManaged }) => [
    ...ways
      .filter(([, , , , opens]) => method === 'GET' || opens === undefined)
      // Of whoever sits at this machine the default workspace takes everything.
      .filter(([what]) => what !== 'nothing' || !isManaged)
      .map(([what, base, headers, shows, opens, host]): Probe => {
        const owner = { about, other, none: undefined }[shows];
        return {
          what: `${method} ${path} with ${what}`,
          url: base + path,
          init: { method, headers },
          ...(host !== undefined && { host }),
          mayShow: owner?.canary,
          isRefused: shows === 'none' ? what !== 'nothing' : isManaged && opens === undefined,
        };
      }),
    ...(isManaged
      ? [
          {
            what: `${method} ${path} with its key in the query`,
            url: baseOf(about) + inQuery(path),
            init: { method, headers: {} },
            mayShow: undefined,
            isRefused: true,
          },
        ]
      : []),
  ]);
}

/** What is wrong with the answer to a probe; undefined where nothing is. */
export async function leakOf(probe: Probe, canaries: readonly string[]): Promise<string | undefined> {
  const { status, text } = await (probe.host === undefined ? sent(probe) : sentTo(probe.host, probe));
  // What stands in the address that was asked may come back in a refusal.
  const shown = canaries.filter((canary) => text.includes(canary) && canary !== probe.mayShow && !probe.url.includes(canary));
  if (shown.length > 0) return `${probe.what}: ${status}, shows ${shown.join(', ')}`;
  if (probe.isRefused && status < 400) return `${probe.what}: ${status}`;
  return status >= 500 ? `${probe.what}: ${status}` : undefined;
}

interface Said {
  readonly status: number;
  /** Headers and body. */
  readonly text: string;
}

async function sent({ url, init }: Probe): Promise<Said> {
  const response = await fetch(url, init);
  return { status: response.status, text: `${JSON.stringify([...response.headers])}${await response.text()}` };
}

/** `fetch` lets nobody say another host than that of the URL. */
function sentTo(host: string, { url, init }: Probe): Promise<Said> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: init.method, headers: { ...init.headers, Host: host } }, (response) => {
      textOf(response).then((body) => resolve({ status: response.statusCode ?? 0, text: JSON.stringify(response.headers) + body }), reject);
    });
    asked.on('error', reject).end();
  });
}
