/**
 * A disk that fails in the middle of anything (T6): whatever changes something over HTTP is done whole or not at all, says so, and can be
 * asked again. Every call of every store fails once, the registry's like those of workspaces.
 */
import { expect, test } from 'vitest';
import type { Contract, Operation } from '../../src/contract/contract.ts';
import { loadContract } from '../../src/contract/load.ts';
import { announcedApis, ownApis } from '../../src/runtimes/own-apis.ts';
import { rendered, validRequest } from '../answer/every-contract.ts';
import { StoreFailure, tickingStore } from '../workspace/failing-store.ts';
import { openHome, operatorKey, type Home } from '../workspaces/home.ts';
import { bring, codeOfEvent, control, credentialOf, furnish, keyOfWorkspace, parcels, people, there } from './own-contract.ts';

const apis = await ownApis();
const brought = loadContract({ name: there.contract, text: parcels });

interface Asking {
  readonly says: string;
  /** `parcel` is one that is there. */
  send(home: Home, parcel: string): Promise<Response>;
}

const asking = (contract: Contract, operation: Operation): Asking => ({
  says: `${contract.slug} ${operation.id}`,
  send({ fetch }, parcel) {
    const valid = validRequest(contract, operation, { key: 'a full disk', now: 0, extent: 'required' });
    const sample = contract === brought && 'id' in valid.path ? { ...valid, path: { id: parcel } } : valid;
    const { method, target, headers, body } = rendered(operation, sample);
    return fetch(`/w/${there.workspace}${contract.basePath}${target}`, {
      method,
      headers: { ...headers, ...(contract === control && { authorization: `Bearer ${credentialOf(operation.id)}` }) },
      ...(body !== undefined && { body }),
    });
  },
});

/** The last two take only what another operation has just told: a slot that is free, an appointment as it was read. */
const leftOut: ReadonlySet<string> = new Set(['explain-redirect-of-post', 'check-contract', 'book-appointment', 'cancel-appointment']);
const changing = ({ operations }: Contract): readonly Operation[] =>
  operations.filter(({ method, id }) => method !== 'get' && !leftOut.has(id));

const json = (method: string, body: unknown, token: string): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
  body: JSON.stringify(body),
});

const made: Asking = {
  says: 'three workspaces with settings and a contract',
  send: ({ fetch }) =>
    fetch(
      '/_sandbox/workspaces',
      json('POST', { count: 3, prefix: 'team', settings: { delay: 1 }, contracts: [{ name: 'more-parcels', text: parcels }] }, codeOfEvent),
    ),
};

const askings = [
  ...[control, brought, ...apis.map(({ contract }) => contract)].flatMap((contract) =>
    changing(contract).map((one) => asking(contract, one)),
  ),
  made,
];

/** All of several workspaces cannot be changed in one go: each is, or is not, and what is left is done when it is asked again. */
const oneByOne: ReadonlySet<string> = new Set(
  ['reset-event', 'end-event', 'end-any-event', 'bring-event-contract', 'remove-event-contract', 'change-event'].map(
    (id) => `sandbox-control ${id}`,
  ),
);

/** What anybody can see, but for numbers of what was asked. */
async function observed({ fetch }: Home): Promise<string> {
  const w = `/w/${there.workspace}`;
  const seen: string[] = [];
  for (const [path, token] of [
    [`${w}/_sandbox/workspace`, keyOfWorkspace],
    [`${w}/_sandbox/snapshots`, keyOfWorkspace],
    [`${w}/_sandbox/stubs`, keyOfWorkspace],
    [`${w}/_sandbox/subscriptions`, keyOfWorkspace],
    [`${w}/_sandbox/applications`, keyOfWorkspace],
    [`${w}/_sandbox/inbox`, keyOfWorkspace],
    [`${w}/_sandbox/deliveries`, keyOfWorkspace],
    [`${w}/_sandbox/contracts`, keyOfWorkspace],
    [`${w}/_sandbox/clock`, keyOfWorkspace],
    [`${w}/_sandbox/export`, keyOfWorkspace],
    [`${w}/parcels/v1/parcels`, keyOfWorkspace],
    ['/_sandbox/event', codeOfEvent],
    ['/_sandbox/events', operatorKey],
    ['/_sandbox/workspaces', operatorKey],
    ['/_sandbox/deployment', operatorKey],
  ] as const) {
    const response = await fetch(path, { headers: { Authorization: `Bearer ${token}` } });
    seen.push(
      `${path} ${response.status} ${(await response.text()).replaceAll(/"counters":\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '')}`,
    );
  }
  return seen.join('\n');
}

/** A home whose stores fail at the call that is said, once. */
function fragileHome() {
  let left = Infinity;
  const bugs: unknown[] = [];
  const home = openHome({
    // Each is read by who asks it, and by who tells it something.
    apis: announcedApis(),
    population: people(),
    through: (store) =>
      tickingStore(store, () => {
        if (--left !== 0) return;
        throw new StoreFailure('database or disk is full');
      }),
    onBug: (error) => void bugs.push(error),
  });
  return {
    home,
    bugs,
    /** Whether it came to that. */
    async failingAt<T>(n: number, work: () => Promise<T>): Promise<{ readonly done: T; readonly hasFailed: boolean }> {
      left = n;
      const done = await work();
      const hasFailed = left <= 0;
      left = Infinity;
      return { done, hasFailed };
    },
  };
}

test.each(askings)('$says', async ({ says, send }) => {
  const { home, bugs, failingAt } = fragileHome();
  await furnish(home);
  await bring(home);
  const sent = await home.fetch(`/w/${there.workspace}/parcels/v1/parcels`, json('POST', { to: 'Robin' }, keyOfWorkspace));
  const { id: parcel } = (await sent.json()) as { readonly id: string }; // as its contract says
  const before = await observed(home);
  const stored = [...home.disk.keys()];
  for (let n = 1; ; n++) {
    const { done: response, hasFailed } = await failingAt(n, () => send(home, parcel));
    const text = await response.text();
    if (!hasFailed) {
      expect([n, response.status, text]).toEqual([n, expect.toSatisfy((status: number) => status < 300), text]);
      expect(n).toBeGreaterThan(2);
      break;
    }
    // What is only noted, as the journal is, fails nobody's request.
    if (response.status < 300) {
      expect(await observed(home), `call ${n} failed, and nobody was told`).not.toEqual(before);
      break;
    }
    expect([n, response.status]).toEqual([n, 500]);
    expect(response.headers.get('content-type')).toMatch(/^application\/(?:problem\+|fhir\+|vnd\.api\+)?json/);
    expect(text).not.toContain('disk is full');
    if (oneByOne.has(says)) continue;
    expect(await observed(home), `call ${n} failed`).toEqual(before);
    await home.workspaces.sweep();
    expect([...home.disk.keys()]).toEqual(stored);
  }
  for (const bug of bugs) expect(bug).toBeInstanceOf(StoreFailure);
});
