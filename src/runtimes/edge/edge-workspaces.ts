/** Many workspaces at the edge: each is an object that knows itself, and registries list them. */
import type { WorkspaceFacts } from '../../workspaces/facts.ts';
import { isOurs } from '../../workspaces/keys/ids.ts';
import { mintedAtOnce } from '../../workspaces/limits.ts';
import { admission } from '../../workspaces/registry/sign-up.ts';
import type { Deployment, Events, SignUp, Workspaces } from '../../workspaces/workspaces.ts';
import type { Bindings } from './bindings.ts';
import { tenantAtTheEdge, type Neighbourhood } from './edge-tenant.ts';
import { onePage } from './registry/members.ts';
import { deployment, registries, registryFor } from './registry/registries.ts';

/** Milliseconds for which it is remembered who may make workspaces: so long it takes until closing sign-up closes it everywhere. */
const signUpFor = 5_000;

export function workspacesAtTheEdge(bindings: Bindings): Workspaces {
  const { WORKSPACES, REGISTRIES } = bindings;
  const secret = bindings.WORKSPACE_SECRET ?? '';
  const central = () => REGISTRIES.getByName(deployment);
  let known: { readonly signUp: SignUp; readonly until: number } | undefined;

  async function signUp(): Promise<SignUp> {
    if (!known || known.until <= Date.now()) known = { signUp: await central().signUp(), until: Date.now() + signUpFor };
    return known.signUp;
  }

  const neighbourhood: Neighbourhood = { WORKSPACES, REGISTRIES, secret, signUp };

  return {
    async find(id) {
      if (!isOurs(secret, id)) return undefined;
      const facts: WorkspaceFacts | undefined = await WORKSPACES.getByName(id).known();
      return facts && tenantAtTheEdge(facts, neighbourhood);
    },
    async mint(wishes) {
      if (wishes.count < 1 || wishes.count > mintedAtOnce) throw new RangeError(`from 1 to ${mintedAtOnce} workspaces are made at once`);
      if (secret === '') return unsealed;
      const { event, count, byOperator = false } = wishes;
      const present = await signUp();
      // Those of an event are counted where they are made.
      const refusal = event === undefined ? admission({ signUp: present, byOperator, count, now: Date.now() }) : undefined;
      const registry = registryFor(event);
      return refusal ?? REGISTRIES.getByName(registry).mint(registry, wishes, present);
    },
    async list(asked) {
      const asking = asked.event === undefined ? registries : [deployment];
      return onePage(await Promise.all(asking.map((name) => REGISTRIES.getByName(name).list(asked))), asked.limit);
    },
    counted: async ({ id }) => WORKSPACES.getByName(id).counted(),
    events: eventsOf(bindings),
    deployment: {
      numbers: () => numbersOf(bindings),
      signUp,
      async setSignUp(next) {
        await central().setSignUp(next);
        known = { signUp: next, until: Date.now() + signUpFor };
      },
    },
  };
}

const unsealed = {
  problem: 'unavailable',
  message: 'Whoever deployed this has not set WORKSPACE_SECRET yet, so no workspace can be made.',
} as const;

function eventsOf({ REGISTRIES }: Bindings): Events {
  const central = () => REGISTRIES.getByName(deployment);
  return {
    make: (wishes) => central().makeEvent(wishes),
    find: (id) => central().event(id),
    list: () => central().events(),
    change: (id, changes) => central().changeEvent(id, changes),
    contracts: (id) => central().eventContracts(id),
    putContract: (id, name, text) => central().putEventContract(id, { name, text }),
    removeContract: (id, name) => central().removeEventContract(id, name),
    remove: (id) => central().removeEvent(id),
  };
}

async function numbersOf({ REGISTRIES }: Bindings): ReturnType<Deployment['numbers']> {
  const all = await Promise.all(registries.map((name) => REGISTRIES.getByName(name).numbers()));
  const sum = (name: 'made' | 'ended' | 'events'): number => all.reduce((total, each) => total + each[name], 0);
  return { workspaces: sum('made') - sum('ended'), made: sum('made'), ended: sum('ended'), events: sum('events') };
}
