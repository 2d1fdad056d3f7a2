/** What a deployment has once: its events, and who may make workspaces. */
import type { Problem } from '../../../mock/problem.ts';
import type { Store } from '../../../workspace/store/store.ts';
import { deploymentRows } from '../../../workspaces/registry/deployment-rows.ts';
import { eventRows, type EventRows, type SharedContract } from '../../../workspaces/registry/event-rows.ts';
import { mintEventId } from '../../../workspaces/keys/ids.ts';
import { mintKey } from '../../../workspaces/keys/keys.ts';
import { contractsOfEvent, hour } from '../../../workspaces/limits.ts';
import type { EventFacts, Events, SignUp } from '../../../workspaces/workspaces.ts';

/** UTF-16 units of all contracts of an event: whoever asks for them gets them in one call, which carries 32 MiB. */
const sharedAtMost = 15_000_000;

export type EventWishes = Parameters<Events['make']>[0];
export type EventChanges = Parameters<Events['change']>[1];

export interface Central {
  readonly events: EventRows;
  signUp(): SignUp;
  setSignUp(signUp: SignUp): void;
  makeEvent(wishes: EventWishes, secret: string, now: number): { readonly facts: EventFacts; readonly code: string };
  changeEvent(id: string, changes: EventChanges, now: number): EventFacts | undefined;
  putContract(id: string, contract: SharedContract): Problem | undefined;
}

export function openCentral(store: Store): Central {
  const events = eventRows(store);
  const { signUp, setSignUp } = deploymentRows(store);
  return {
    events,
    signUp,
    setSignUp,
    makeEvent({ name, workspaces, hours }, secret, now) {
      const id = mintEventId(secret);
      const { key, hash } = mintKey(id, 'event');
      const facts = { id, name, codeHash: hash, made: now, workspaces, expires: now + hours * hour };
      events.add(facts);
      return { facts, code: key };
    },
    changeEvent: (id, { announcement, hours }, now) =>
      events.change(id, {
        ...(announcement !== undefined && { announcement }),
        ...(hours !== undefined && { expires: now + hours * hour }),
      }),
    putContract(id, contract) {
      const others = events.contracts(id).filter(({ name }) => name !== contract.name);
      if (others.length >= contractsOfEvent) return tooMany;
      if (others.reduce((sum, { text }) => sum + text.length, contract.text.length) > sharedAtMost) return tooLarge;
      events.putContract(id, contract);
      return undefined;
    },
  };
}

const tooMany: Problem = { problem: 'unprocessable', message: `An event shares at most ${contractsOfEvent} contracts; remove one first.` };
const tooLarge: Problem = {
  problem: 'too-large',
  message: `The contracts that an event shares may have ${sharedAtMost} characters together; remove one first, or bring this one to each workspace.`,
};
