/** Many workspaces in one process: the port over a registry, with a store for each that is opened when it is asked for. */
import type { Problem } from '../../mock/problem.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import type { Store } from '../../workspace/store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { eventsAt } from './events.ts';
import type { WorkspaceFacts } from '../facts.ts';
import { makeFilled } from './fill.ts';
import { randomSecret } from '../keys/ids.ts';
import { mintedAtOnce } from '../limits.ts';
import { mintedBy } from '../minting.ts';
import { namedWorkspace } from './named.ts';
import { openWorkspaces, type HeldWorkspace, type OpenWorkspaces, type Stores } from './open-workspaces.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';
import { sweep } from './sweep.ts';
import { tenantOf, unlessOfOtherWorld } from './tenant.ts';
import { ended } from './until-ended.ts';
import type { EventFacts, Workspaces } from '../workspaces.ts';

/** The workspace of whoever names none. It never ends and has no key. */
export interface DefaultWorkspace {
  readonly facts: WorkspaceFacts;
  readonly workspace: Workspace;
}

export type Bring = (workspace: Workspace, name: string, text: string) => Problem | undefined;

export interface ProcessOptions {
  /** The store of the registry: undefined where there is none yet and none is to be made. */
  readonly registry: (isToBeMade: boolean) => Store | undefined;
  readonly stores: Stores;
  readonly byDefault: DefaultWorkspace;
  readonly openWorkspace: (facts: WorkspaceFacts, store: Store) => Workspace;
  /** What brings a contract into a workspace. Understanding one takes code that is loaded when it is needed. */
  readonly bringing: () => Promise<Bring>;
  readonly now: () => number;
  /** Lets others go first where there is much to do. */
  readonly pause: () => Promise<void>;
  /** Told of what went wrong while nobody could be told. */
  readonly onBug: (error: unknown) => void;
  /** Workspaces that are open at a time. */
  readonly openAtMost: number;
  /** Workspaces that their users named. */
  readonly namedAtMost: number;
}

export interface WorkspacesInProcess extends Workspaces {
  readonly byDefault: DefaultWorkspace;
  /** What there is of this id now, its time not over. */
  known(id: string): WorkspaceFacts | undefined;
  /** An event of this id, its time not over. */
  event(id: string): EventFacts | undefined;
  /** The workspace that its users call so, made where there is none; it lives on by being asked for. */
  named(name: string): WorkspaceFacts | Problem;
  /** To be served from; not closed until it is released. */
  hold(facts: WorkspaceFacts): HeldWorkspace;
  /** Ends those whose time is over, and deletes what nobody owns. To be called every now and then. */
  sweep(): Promise<void>;
  /** All that are open now. */
  each(work: (workspace: Workspace) => void): void;
  close(): void;
}

/** What the parts of this home share. */
export interface LocalPremises extends ProcessOptions {
  /** To read from; an empty one where there is none. */
  readonly read: () => Registry;
  /** To write to, made where there is none. */
  readonly write: () => Registry;
  readonly open: OpenWorkspaces;
  /** Ids that are being made at the moment: what is stored of them is nobody's yet, and not to be swept away. */
  readonly making: Set<string>;
  /** The secret that seals ids. */
  readonly secret: () => string;
  /** Does something in a workspace, now. Throws a refusal where it has ended. */
  within<T>(id: string, work: (workspace: Workspace) => T): T;
}

export function workspacesInProcess(options: ProcessOptions): WorkspacesInProcess {
  const { byDefault, now, registry } = options;
  const empty = openRegistry(createMemoryStore());
  let opened: { readonly registry: Registry; readonly store: Store } | undefined;
  const open = openWorkspaces({ ...options, atMost: options.openAtMost });

  function registryIn(isToBeMade: boolean): Registry | undefined {
    const store = opened ? undefined : registry(isToBeMade);
    if (store) opened = { store, registry: openRegistry(store) };
    return opened?.registry;
  }

  const premises: LocalPremises = {
    ...options,
    open,
    making: new Set(),
    read: () => registryIn(false) ?? empty,
    write: () => registryIn(true) ?? empty,
    secret: () => premises.write().deployment.secret(randomSecret),
    within(id, work) {
      if (id === byDefault.facts.id) return work(byDefault.workspace);
      const facts = known(id);
      if (!facts) throw new StoreRefusal(ended);
      return open.within(facts, work);
    },
  };

  function known(id: string): WorkspaceFacts | undefined {
    if (id === byDefault.facts.id) return byDefault.facts;
    const facts = premises.read().workspaces.find(id);
    return facts && (facts.expires ?? Infinity) > now() ? facts : undefined;
  }

  return {
    byDefault,
    known,
    async find(id) {
      const facts = known(id);
      return facts && tenantOf(facts, premises);
    },
    async mint(wishes) {
      if (wishes.count < 1 || wishes.count > mintedAtOnce) throw new RangeError(`from 1 to ${mintedAtOnce} workspaces are made at once`);
      const refusal = premises.read().refusal(wishes, now());
      if (refusal) return refusal;
      const event = wishes.event === undefined ? undefined : premises.read().events.find(wishes.event);
      const minted = mintedBy(wishes, { secret: premises.secret(), now: now(), event });
      const brought = [...(event ? premises.read().events.contracts(event.id) : []), ...wishes.contracts];
      const bring = brought.length > 0 ? await options.bringing() : undefined;
      const hasContents = brought.length > 0 || Object.keys(wishes.settings).length > 0;
      return makeFilled(minted, premises, {
        refusal: () => premises.write().refusal(wishes, now()),
        ...(hasContents && {
          fill(workspace: Workspace) {
            let problem = workspace.changeSettings(wishes.settings);
            for (const { name, text } of brought) problem ??= bring?.(workspace, name, text);
            return problem;
          },
        }),
      });
    },
    list: async (asked) => premises.read().workspaces.list(asked),
    async counted({ id }) {
      await options.pause();
      const facts = known(id);
      if (facts === byDefault.facts) return byDefault.workspace.counted();
      return facts && unlessOfOtherWorld(() => open.counted(facts));
    },
    events: eventsAt(premises),
    deployment: {
      async numbers() {
        const { workspaces, events, deployment } = premises.read();
        return { workspaces: workspaces.count(), ...deployment.numbers(), events: events.count() };
      },
      signUp: async () => premises.read().deployment.signUp(),
      setSignUp: async (signUp) => premises.write().deployment.setSignUp(signUp),
    },
    event(id) {
      const facts = premises.read().events.find(id);
      return facts && facts.expires > now() ? facts : undefined;
    },
    named: (name) => namedWorkspace(name, premises),
    hold(facts) {
      if (facts.id !== byDefault.facts.id) return open.hold(facts);
      return { workspace: byDefault.workspace, hasEnded: () => false, release() {} };
    },
    sweep: () => sweep(premises),
    each(work) {
      work(byDefault.workspace);
      open.each(work);
    },
    close() {
      byDefault.workspace.close();
      open.close();
      opened?.store.close();
    },
  };
}
