/** Workspaces from outside: the one that is asked, and any of them for whoever may manage it. */
import type { BesideControl } from '../../gateway/gateway.ts';
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Tenant, Workspaces } from '../../workspaces/workspaces.ts';
import { notOpened } from '../admission.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';
import type { Visited } from '../visited.ts';
import { ofEach } from '../event/members.ts';
import { unspeakable } from '../said-names.ts';
import { shownSettings } from '../state/settings.ts';
import { countersOf, described, describingMade, listedWorkspace, type MadeWorkspace, type ShownWorkspace, rootOf } from './described.ts';
import { braked, makeWorkspaces } from './make.ts';

type Own = 'read-workspace' | 'change-workspace' | 'delete-workspace' | 'rotate-own-key' | 'fork-own-workspace';
type Any =
  | 'read-any-workspace'
  | 'change-any-workspace'
  | 'delete-any-workspace'
  | 'reset-any-workspace'
  | 'rotate-any-key'
  | 'fork-any-workspace';

/** A call about one workspace: of its own, or of that whose id the path has. */
type About = Pick<Call, 'caller' | 'clock'> & Visited & { readonly path: { readonly id?: string } };
type Find = (call: About) => Promise<Tenant | Problem>;

export function workspaceBehaviours(
  workspaces: Workspaces,
  beside: Pick<BesideControl, 'workingRequests'>,
): Behaviours<Own | Any | 'make-workspaces' | 'list-workspaces'> {
  const own: Find = async ({ visit }) => (await workspaces.find(visit.workspace.id)) ?? notOpened;
  const any: Find = async ({ path: { id = '' }, caller, visit }) => {
    const isOwn = id === visit.workspace.id && caller.scopes.has('manage');
    const tenant = await workspaces.find(id);
    if (!tenant) return notOpened;
    const isOfEvent = caller.event !== undefined && tenant.facts.event === caller.event;
    return isOwn || isOfEvent || caller.scopes.has('operate') ? tenant : notOpened;
  };
  return {
    'make-workspaces': makeWorkspaces(workspaces, beside),
    'list-workspaces': elsewhere({
      async sends(call: Ask<'list-workspaces'>) {
        const { event, after, limit = 50, counters = false } = call.query;
        // An organiser sees those of the event and no others.
        const of = (call.caller.scopes.has('operate') ? event : undefined) ?? call.caller.event;
        const page = await workspaces.list({ limit, ...(of !== undefined && { event: of }), ...(after !== undefined && { after }) });
        const shown = await ofEach(page.workspaces, async (facts): Promise<ShownWorkspace> => {
          const counted = counters ? await workspaces.counted(facts) : undefined;
          return { ...listedWorkspace(facts, rootOf(call)), ...(counted && { counters: countersOf(counted) }) };
        });
        return { workspaces: shown, ...(page.next !== undefined && { next: page.next }) };
      },
      turn: (_, { sent }) => ({ status: 200 as const, body: sent }),
    }),

    'read-workspace': elsewhere({
      sends: (call: About & Pick<Ask<'read-workspace'>, 'query'>) =>
        found(own, call, async ({ facts, counters }) => {
          const counted = call.query.bytes === false ? await workspaces.counted(facts) : await counters();
          return counted ? described(facts, counted, rootOf(call)) : notOpened;
        }),
      turn: ({ visit: { workspace } }, { sent }) => ({
        status: 200 as const,
        body: {
          ...sent,
          contracts: workspace.contracts.list().map(({ slug }) => slug),
          settings: shownSettings(workspace.settings),
          changedSettings: workspace.changedSettings(),
        },
      }),
    }),
    'change-workspace': change(own),
    'delete-workspace': end(own),
    'rotate-own-key': rotate(own),
    'fork-own-workspace': fork(own, beside),

    'read-any-workspace': read(any),
    'change-any-workspace': change(any),
    'delete-any-workspace': end(any),
    'rotate-any-key': rotate(any),
    'fork-any-workspace': fork(any, beside),
    'reset-any-workspace': elsewhere({
      sends: (call: About) => found(any, call, (tenant) => tenant.reset()),
      turn: () => ({ status: 204 as const }),
    }),
  };
}

async function found<T>(find: Find, call: About, ask: (tenant: Tenant) => Promise<T | Problem>): Promise<T | Problem> {
  const tenant = await find(call);
  return 'problem' in tenant ? tenant : ask(tenant);
}

const read = (find: Find) =>
  elsewhere({
    sends: (call: About) => found(find, call, async ({ facts, counters }) => described(facts, await counters(), rootOf(call))),
    turn: (_: About, { sent }) => ({ status: 200 as const, body: sent }),
  });

type Changes = { readonly body: { readonly name?: string; readonly hours?: number } };

const change = (find: Find) =>
  elsewhere({
    sends: (call: About & Changes) =>
      found(find, call, async (tenant) => {
        const { name, hours } = call.body;
        const refused = unspeakable({ name });
        if (refused) return refused;
        if (hours !== undefined && tenant.facts.expires === undefined) return endless;
        // Read before it is changed: nothing may go wrong after.
        const counted = await tenant.counters();
        const facts = await tenant.change({ ...(name !== undefined && { name }), ...(hours !== undefined && { hours }) });
        return described(facts, counted, rootOf(call));
      }),
    turn: (_: About & Changes, { sent }) => ({ status: 200 as const, body: sent }),
  });

const end = (find: Find) =>
  elsewhere({
    sends: (call: About) => found(find, call, async (tenant) => (tenant.facts.expires === undefined ? endless : tenant.end())),
    turn: () => ({ status: 204 as const }),
  });

type Overlap = { readonly body?: { readonly overlapMinutes?: number } };

const rotate = (find: Find) =>
  elsewhere({
    sends: (call: About & Overlap) =>
      found(find, call, async (tenant) => {
        if (tenant.facts.keys.length === 0) return keyless;
        const { managementKey, oldKeyUntil } = await tenant.rotateKey((call.body?.overlapMinutes ?? 0) * 60_000);
        return { managementKey, ...(oldKeyUntil !== undefined && { oldKeyUntil: new Date(oldKeyUntil).toISOString() }) };
      }),
    turn: (_: About & Overlap, { sent }) => ({ status: 200 as const, body: sent }),
  });

type ForkBody = { readonly body?: { readonly name?: string; readonly hours?: number } };

const fork = (find: Find, beside: Pick<BesideControl, 'workingRequests'>) =>
  elsewhere({
    sends: (call: About & ForkBody): Promise<MadeWorkspace | Problem> =>
      found(find, call, async (tenant) => {
        const refused = unspeakable({ name: call.body?.name });
        if (refused) return refused;
        const describe = await describingMade(call, beside);
        const forked =
          (await braked(call)) ?? (await tenant.fork({ ...call.body, ...(call.caller.scopes.has('operate') && { byOperator: true }) }));
        return 'problem' in forked ? forked : describe(forked);
      }),
    turn: (_: About & ForkBody, { sent: workspace }) => {
      return { status: 201 as const, headers: { Location: `${workspace.baseUrl}/_sandbox/workspace` }, body: workspace };
    },
  });

const endless: Problem = {
  problem: 'conflict',
  message: 'The default workspace of a sandbox on one’s own machine has no end: it can be reset, and goes with its data file.',
};
const keyless: Problem = {
  problem: 'conflict',
  message: 'This workspace opens without a key: to whoever says its name, or sits at this machine.',
};
