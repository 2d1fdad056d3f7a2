/** One workspace at the edge as whoever may manage it acts on it from outside: calls to its object. */
import { isProblem } from '../../mock/problem.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import type { WorkspaceFacts } from '../../workspaces/facts.ts';
import { randomSecret } from '../../workspaces/keys/ids.ts';
import { defaultHours, hour, longestHours } from '../../workspaces/limits.ts';
import { mintOne } from '../../workspaces/minting.ts';
import { ended } from '../../workspaces/local/until-ended.ts';
import type { EventFacts, SignUp, Tenant } from '../../workspaces/workspaces.ts';
import type { Bindings } from './bindings.ts';
import { deployment, registryFor } from './registry/registries.ts';

export interface Neighbourhood extends Pick<Bindings, 'WORKSPACES' | 'REGISTRIES'> {
  /** What seals ids. */
  readonly secret: string;
  signUp(): Promise<SignUp>;
}

export function tenantAtTheEdge(facts: WorkspaceFacts, { WORKSPACES, REGISTRIES, secret, signUp }: Neighbourhood): Tenant {
  const { id, event } = facts;
  const object = () => WORKSPACES.getByName(id);
  const eventOf = async (): Promise<EventFacts | undefined> =>
    event === undefined ? undefined : REGISTRIES.getByName(deployment).event(event);

  return {
    facts,
    counters: async () => alive(await object().counters()),
    async change({ name, hours }) {
      const until = hours === undefined ? undefined : Math.min(endAfter(hours), (await eventOf())?.expires ?? Infinity);
      return alive(await object().change({ ...(name !== undefined && { name }), ...(until !== undefined && { expires: until }) }));
    },
    rotateKey: async (overlap) => alive(await object().rotateKey(overlap)),
    async reset() {
      const problem = await object().reset();
      if (problem) throw new StoreRefusal(problem);
    },
    async fork({ name, hours, byOperator }) {
      const { seed, population, clock, made, expires = made + defaultHours * hour } = facts;
      const lives = Math.min(hours === undefined ? expires - made : hours * hour, longestHours * hour);
      const minted = mintOne({ secret, now: Date.now(), event: await eventOf() }, lives, {
        ...(name !== undefined && { name }),
        secret: randomSecret(),
        seed,
        ...(population !== undefined && { population }),
        clock,
      });
      const registry = registryFor(minted.facts.event);
      const result = await REGISTRIES.getByName(registry).fork(registry, minted, id, {
        signUp: await signUp(),
        ...(byOperator && { byOperator }),
      });
      return isProblem(result) ? result : minted;
    },
    bringContract: async (name, text) => object().bringContract(name, text),
    removeContract: async (name) => alive(await object().removeContract(name)),
    async announce(announcement) {
      alive(await object().change({ announcement }));
    },
    end: async () => object().end(),
  };
}

const endAfter = (hours: number): number => Date.now() + Math.min(hours, longestHours) * hour;

/** It may have ended since it was found. */
function alive<T>(answer: T | undefined): T {
  if (answer === undefined) throw new StoreRefusal(ended);
  return answer;
}
