/**
 * What every route of the pages promises, whichever there are: they are found in the router itself, in a workspace with everything in it, so
 * that a new one is held to this without being listed. What a page is about is not looked at here.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../src/generated/sandbox-control.contract.ts';
import { admissionOf, type Admission } from '../../src/control/admission.ts';
import { pages } from '../../src/portal/portal.tsx';
import { startNode, type NodeSandbox } from '../../src/runtimes/node/node.ts';
import { ownApis } from '../../src/runtimes/own-apis.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { createWorld } from '../../src/world/world.ts';
import { browserAccept } from '../sandbox.ts';
import { formsOf, unescaped, type FormThere } from './forms-of.ts';
import { fillWorkspace, type FilledWorkspace } from './seen/filled-workspace.ts';

/** Whatever somebody wrote into the workspace has this in it. */
const mark = 'quokka';
/** Of what there are many, like people and operations, some are opened. */
const opened = 3;
/** Of what is asked for in many ways at one address: looking for somebody reads many records. */
const openedByQuery = 1;

interface Route {
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
}

/** A path of the router: `/_portal/people/:nhsNumber`, `/_portal/apis/:name{[^/]+\\.md}`, `/_portal/control/*`. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path.replaceAll(/:\w+\{((?:[^{}]|\{[^{}]*\})*)\}|:\w+|\*|[.]/g, (part, own?: string) => (part === '.' ? '\\.' : part === '*' ? '.*' : `(?:${own ?? '[^/]+'})`))}$`,
  );

const routes: readonly Route[] = pages.routes.map(({ method, path }) => ({ method, path, pattern: patternOf(path) }));
const taking = routes.filter(({ method }) => method !== 'GET');

/** Whoever has the address of one of these may see it: what is there by design, with the reason. */
const openToAll: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^\/_portal\/apis(?:\/|\.md$|$)/, 'a contract is served to whoever asks, and so is what it says'],
  [/^\/_portal\/(?:home\.md|llms\.txt)$/, 'these name the APIs'],
  [/^(?:\/_portal(?:\/first-call)?|\/)$/, 'it names the APIs'],
  [/^\/_portal\/people(?:\/|\.md$|$)/, 'people are found through the APIs as well'],
  [
    /^(?:\/_portal\/exchanges|\/_portal\/control\/trace|\/_sandbox\/trace)\/[0-9a-f]{24,}(?:\.md)?$/,
    'only who sent a request was told its id',
  ],
  [/^\/_portal\/organiser\/new$/, 'whoever sits at the machine operates it, and may see its events'],
];

/** These send a request to a mock API, as everybody may who has the address of a workspace: that is in the journal, as it should be. */
const asksApi = /\/(?:first-call|try|again)$|\/people\/[^/]+(?:\/told\/|\?api=)/;

/** What looks like something that is shown once. */
const secretShapes = /nhss_[0-9a-f]+_[0-9a-f]{64}_[0-9a-f]{8}|-----BEGIN (?:RSA )?PRIVATE KEY|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const token = 'a-token-that-this-browser-has';
const told: string[] = [];
let sandbox: NodeSandbox;
let filled: FilledWorkspace;
let other: FilledWorkspace;
let prefix: string;
/** By address, below the workspace, or below none for the pages of organisers. */
const shown = new Map<string, Answer>();
const forms = new Map<string, FormThere & { readonly page: string }>();

const cookies = (key = filled.managementKey): string => `nhs-sandbox-form=${token}; nhs-sandbox-key=${key}`;
const asOrganiser = (): string => `nhs-sandbox-form=${token}; nhs-sandbox-event=${filled.eventCode}`;
const isOfOrganisers = (address: string): boolean => address.startsWith('/_portal/organiser');
const whole = (address: string): string => (isOfOrganisers(address) ? address : prefix + address);

async function ask(method: string, path: string, headers: Record<string, string>, body?: BodyInit): Promise<Answer> {
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { Accept: browserAccept, ...headers },
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

const see = (address: string, cookie = isOfOrganisers(address) ? asOrganiser() : cookies()): Promise<Answer> =>
  ask('GET', whole(address), { Cookie: cookie });

const routeOf = (method: string, address: string): Route | undefined =>
  routes.find((route) => (route.method === method || route.method === 'ALL') && route.pattern.test(address.replace(/\?.*$/, '')));

const filledIn = ({ path }: Route): string =>
  path.replaceAll(/:\w+(?:\{(?:[^{}]|\{[^{}]*\})*\})?|\*/g, (part) => (part.includes('.md') ? 'unknown.md' : 'unknown'));

/** What the workspace held when all had been seen that asks no API. */
let looked: Readonly<Record<string, string>> | undefined;

/** HTML that a browser shows, and does not put away as a file. */
const isShown = (headers: Headers): boolean =>
  (headers.get('content-type') ?? '').startsWith('text/html') && !headers.get('content-disposition')?.startsWith('attachment');

/** Follows every link from the workspace on, and from the pages of organisers. */
async function crawl(): Promise<void> {
  const asking: string[] = [];
  const waiting = ['/_portal', '/_portal/workspace', '/_portal/organiser', ...filled.addresses.map((address) => `/_portal${address}`)];
  const counts = new Map<string, number>();
  const isAmong = (kind: string, most: number): boolean => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= most;
  };
  const seen = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (seen.has(address)) continue;
    seen.add(address);
    if (asksApi.test(address) && looked === undefined) {
      asking.push(address);
      continue;
    }
    const route = routeOf('GET', address);
    if (!route) continue;
    const asked = address.includes('?') ? new URLSearchParams(address.replace(/^.*\?/, '')).keys().toArray().join() : undefined;
    if (
      asked === undefined
        ? !isAmong(route.path, opened)
        : !(isAmong(`${route.path}?${asked}`, 1) && isAmong(`${route.path}?`, openedByQuery))
    )
      continue;
    const answer = await see(address);
    shown.set(address, answer);
    for (const link of linksOf(answer.body)) {
      const url = new URL(link, sandbox.url + whole(address));
      if (url.origin !== sandbox.url) continue;
      const below = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname;
      waiting.push(below + url.search);
    }
    for (const form of formsOf(answer.body, whole(address))) {
      const action = form.action.startsWith(`${prefix}/`) ? form.action.slice(prefix.length) : form.action;
      const names = [...new Set(form.fields.keys())].join();
      if (form.method === 'post') forms.set(`${routeOf('POST', action)?.path ?? action} ${names}`, { ...form, action, page: address });
    }
  }
  for (const route of routes) {
    const address = filledIn(route);
    if (route.method !== 'GET' || [...shown.keys()].some((one) => routeOf('GET', one) === route)) continue;
    if (asksApi.test(address)) asking.push(address);
    else shown.set(address, await see(address));
  }
  looked ??= await held();
  for (const address of asking.slice(0, opened)) shown.set(address, await see(address));
}

const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"/gi)].map(([, link = '']) => unescaped(link));

/** The sandbox's own lists: all that can be read of a workspace without naming a part of it. */
const lists = Object.entries(
  (
    JSON.parse(contract.document) as {
      readonly paths: Record<string, { readonly get?: { readonly operationId: keyof typeof admissionOf } }>;
    }
  ).paths,
).flatMap(([path, { get }]) => {
  const admission: Admission | undefined = get && admissionOf[get.operationId];
  return admission === 'manager' && !path.includes('{') && !path.includes('stream') && !path.includes('evidence') ? [path] : [];
});

/** Everything that the workspace holds, byte for byte; of its journal what changed something, since looking here is in it as well. */
async function held(): Promise<Readonly<Record<string, string>>> {
  const headers = { Authorization: `Bearer ${filled.managementKey}`, Accept: '*/*' };
  const parts = await Promise.all(
    lists.map(async (path) => {
      const { status, body } = await ask('GET', `${prefix}/_sandbox${path}`, headers);
      // How often it was asked, and refused, is counted whoever asks.
      return [path, `${status} ${path === '/workspace' ? JSON.stringify({ ...JSON.parse(body), counters: undefined }) : body}`] as const;
    }),
  );
  const asked = await ask('GET', `${prefix}/_sandbox/exchanges?with=sandbox&limit=500`, headers);
  const { exchanges } = JSON.parse(asked.body) as { readonly exchanges: readonly { readonly method: string; readonly status: number }[] };
  const done = exchanges.filter(({ method, status }) => method !== 'GET' && status < 400);
  return Object.fromEntries([...parts, ['what was done', JSON.stringify(done)]]);
}

/** Only what differs, so that a failure can be read. */
const changes = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(before).filter((path) => before[path] !== after[path]);

let before: Readonly<Record<string, string>>;
beforeAll(async () => {
  sandbox = await startNode({
    apis: await ownApis(['personal-demographics', 'notify']),
    // Few enough that whoever is looked for is found soon.
    population: createWorld({ seed: 1, size: 1_000 }),
    clock: frozenClock(Date.UTC(2026, 0, 1)),
    seed: 42,
    host: '127.0.0.1',
    port: 0,
    onExchange: (...facts) => told.push(JSON.stringify(facts)),
  });
  filled = await fillWorkspace(sandbox.url, [`${mark} marmalade`]);
  other = await fillWorkspace(sandbox.url, ['an aardvark']);
  prefix = new URL(filled.baseUrl).pathname;
  before = await held();
  await crawl();
}, 180_000);
afterAll(() => sandbox.close());

test('the workspace is full of what somebody may put there, and its pages are found', () => {
  expect(filled.refused).toEqual([]);
  expect(lists.length).toBeGreaterThan(15);
  expect(shown.size).toBeGreaterThan(routes.length / 2);
  expect(forms.size).toBeGreaterThan(3);
  expect([...shown].filter(([, { status }]) => status >= 500).map(([address, { status }]) => `${status} ${address}`)).toEqual([]);
});

describe('what is only looked at', () => {
  test('changes nothing, and leaves nothing in the journal', () => {
    expect(changes(before, looked ?? {})).toEqual([]);
  });

  test('is a page under the strictest headers, or a file that no browser takes for one (XSS-2, XSS-3)', () => {
    const strict = {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    };
    for (const [address, { status, headers }] of shown) {
      if (status === 303) continue; // nothing is in it
      const isPage = isShown(headers);
      const isAsset = status === 200 && address.startsWith('/_portal/assets/');
      const wanted = {
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-store',
        ...(isPage && strict),
      };
      const sent = Object.fromEntries(Object.keys(wanted).map((name) => [name, headers.get(name)]));
      expect([address, sent]).toEqual([address, wanted]);
      if (!isPage && !isAsset)
        expect([address, headers.get('content-security-policy')]).toEqual([address, expect.stringContaining("default-src 'none'")]);
      expect([address, [...headers.keys()].filter((name) => name.startsWith('access-control'))]).toEqual([address, []]);
    }
  });

  test('holds no script or style of its own text, and loads nothing from elsewhere', () => {
    for (const [address, { body, headers }] of shown) {
      if (!isShown(headers)) continue;
      const tags = (body.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => tag.replaceAll(/="[^"]*"/g, '=""'));
      expect([address, tags.filter((tag) => /^<style|\s(?:style|on[a-z]+)=/i.test(tag))]).toEqual([address, []]);
      for (const [tag] of body.matchAll(/<(?:script|link|img|iframe|object|embed|source)\b[^>]*>/g))
        expect([address, tag]).toEqual([address, expect.stringMatching(/(?:src|href)="(?:\/_portal|\/w\/|data:)/)]);
    }
  });

  test('tells no key, code or secret, in no address and no text (KEY, LOG)', async () => {
    for (const [address, { body, headers }] of shown) {
      const seen = body + (headers.get('location') ?? '');
      expect([address, filled.secrets.filter((secret) => seen.includes(secret)), seen.match(secretShapes) ?? []]).toEqual([
        address,
        [],
        [],
      ]);
    }
    const journal = Object.values(await held()).join('\n');
    expect(filled.secrets.filter((secret) => journal.includes(secret) || told.join('\n').includes(secret))).toEqual([]);
  });

  test('is not for whoever has no key, that of another workspace, or one that has ended', async () => {
    for (const address of shown.keys()) {
      const path = address.replace(/\?.*$/, '');
      if (openToAll.some(([pattern]) => pattern.test(path))) continue;
      const strangers = isOfOrganisers(address)
        ? [`nhs-sandbox-event=${'0'.repeat(40)}`, `nhs-sandbox-key=${filled.managementKey}`, `nhs-sandbox-event=${filled.managementKey}`]
        : [cookies(other.managementKey), cookies(filled.endedKey), `nhs-sandbox-form=${token}`, asOrganiser()];
      for (const cookie of strangers) {
        const { body, status } = await see(address, cookie);
        expect([address, cookie, status < 500, body.includes(mark)]).toEqual([address, cookie, true, false]);
      }
    }
  });

  test('sets cookies that no script and no other site sees, of the workspace alone', async () => {
    for (const address of shown.keys()) {
      const { headers } = await see(address, '');
      for (const cookie of headers.getSetCookie()) {
        const path = isOfOrganisers(address) ? '/' : prefix;
        expect([address, cookie]).toEqual([
          address,
          expect.stringMatching(new RegExp(`^nhs-sandbox-form=[\\w-]+; Path=${path}; HttpOnly; SameSite=Strict$`)),
        ]);
      }
    }
  });
});

describe('what takes a form', () => {
  const urlencoded = 'application/x-www-form-urlencoded';
  const strangers: readonly (readonly [name: string, headers: Record<string, string>, sent: string, status: number])[] = [
    ['without a token', {}, '', 403],
    ['with the token of somebody else', {}, 'somebody-elses-token', 403],
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, token, 403],
    ['from a neighbour of the same site', { 'Sec-Fetch-Site': 'same-site' }, token, 403],
    ['by whatever a person typed', { 'Sec-Fetch-Site': 'none' }, token, 403],
    ['from another origin', { Origin: 'https://elsewhere.example' }, token, 403],
    ['from another port', { Origin: 'http://127.0.0.1:1' }, token, 403],
    ['from a file or a sandboxed frame', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, token, 403],
    ['as JSON', { 'Content-Type': 'application/json' }, token, 415],
    ['as text', { 'Content-Type': 'text/plain' }, token, 415],
    ['without a type', { 'Content-Type': '' }, token, 415],
  ];
  /** As it stands on its page, or where no page has it now, with nothing in it. */
  const sendable = (route: Route): readonly { readonly address: string; readonly fields: URLSearchParams }[] => {
    const there = [...forms.values()].filter(({ action }) => routeOf('POST', action) === route);
    return there.length > 0
      ? there.map(({ action, fields }) => ({ address: action, fields }))
      : [{ address: filledIn(route), fields: new URLSearchParams() }];
  };
  const send = (address: string, cookie: string, fields: URLSearchParams, headers: Record<string, string> = {}): Promise<Answer> =>
    ask('POST', whole(address), { Cookie: cookie, 'Content-Type': urlencoded, ...headers }, fields.toString());
  const owned = (address: string): string => (isOfOrganisers(address) ? asOrganiser() : cookies());

  test('is found in the router', () => {
    expect(taking.map(({ path }) => path)).toEqual(expect.arrayContaining(['/_portal/key', '/_portal/reset', '/_portal/workspace/new']));
  });

  test.each(taking.filter(({ method }) => method === 'POST'))(
    'at $path refuses strangers, and nothing is changed (XSS-7)',
    async (route) => {
      const then = await held();
      for (const { address, fields } of sendable(route)) {
        for (const [name, headers, sent, status] of strangers) {
          const body = new URLSearchParams(fields);
          body.set('_token', sent);
          const answer = await send(address, owned(address), body, headers);
          expect([name, address, answer.status, answer.headers.get('location')]).toEqual([name, address, status, null]);
        }
        // Of a browser that knows no token, and then of ones with no key to this workspace.
        const known = new URLSearchParams(fields);
        known.set('_token', token);
        expect((await send(address, owned(address).replace(/nhs-sandbox-form=[^;]*;?/, ''), known)).status).toBe(403);
        if (asksApi.test(route.path)) continue;
        for (const key of [other.managementKey, filled.endedKey, 'none']) {
          const answer = await send(address, `nhs-sandbox-form=${token}; nhs-sandbox-key=${key}; nhs-sandbox-event=${key}`, known);
          expect([
            address,
            answer.status < 500,
            answer.body.includes(mark) && !openToAll.some(([pattern]) => pattern.test(address)),
          ]).toEqual([address, true, false]);
        }
      }
      expect(changes(then, await held())).toEqual([]);
    },
  );

  test('answers whatever its page would send, and what it shows once is seen nowhere again', async () => {
    const once = new Set<string>();
    for (const { action, fields, page } of forms.values()) {
      // What ends the workspace, or the key to it, is tried elsewhere.
      if (/\/(?:forget|delete|end|rotate[\w-]*|key)$/.test(action)) continue;
      const sent = new URLSearchParams(fields);
      sent.set('_token', token);
      const { status, headers, body } = await send(action, owned(action), sent);
      const [, heading] = /<h1\b[^>]*>([^<]*)/.exec(body) ?? [];
      expect([page, action, status, status === 303 || heading !== undefined]).toEqual([page, action, expect.any(Number), true]);
      expect([page, action, status < 500]).toEqual([page, action, true]);
      const location = headers.get('location');
      if (location !== null) {
        expect([page, action, location, location.match(secretShapes)]).toEqual([page, action, location, null]);
        const next = await ask('GET', location.replace(/#.*$/, ''), { Cookie: owned(action) });
        expect([page, action, location, next.status < 400]).toEqual([page, action, location, true]);
      }
      for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Strict(?:; Max-Age=0)?$/);
      for (const secret of body.match(secretShapes) ?? []) once.add(secret);
    }
    shown.clear();
    await crawl();
    for (const [address, { body }] of shown) expect([address, [...once].filter((secret) => body.includes(secret))]).toEqual([address, []]);
  });
});
