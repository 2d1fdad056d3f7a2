/** One workspace of a deployment: its state, and the gateway beside it. Requests come from worker.ts, one object per workspace. */
import { DurableObject } from 'cloudflare:workers';
import { controlPath } from '../../gateway/reserved.ts';
import { anyone } from '../../mock/caller.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { readUrl } from '../../gateway/request/incoming.ts';
import { routingPath } from '../../gateway/request/path.ts';
import { frozenClock, realClock } from '../../workspace/time/clock.ts';
import { controlRingBounds, ringBounds } from '../../workspace/journal/bounds.ts';
import { openQuota } from '../../workspace/quota.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import { broughtContracts, type BroughtContracts } from './brought-contracts.ts';
import { createDurableObjectStore } from './object-store.ts';
import { defaultGateway, gatewayWith, populationFor, report } from './edge-gateway.ts';
import { notAdmitted } from './edge-problem.ts';
import { manage } from './management.ts';
import { describeWorkspace } from '../../workspaces/describe.ts';
import { currentFacts, type EarlierFacts, type WorkspaceFacts } from '../../workspaces/facts.ts';
import { ourBug, responseOf } from '../platform-fault.ts';
import { readAddress } from '../../workspaces/address.ts';
import { opens } from '../../workspaces/keys.ts';

interface Opened {
  readonly facts: WorkspaceFacts;
  /** What paths begin with that name the workspace. */
  readonly prefix: string;
  readonly workspace: Workspace;
  readonly contracts: BroughtContracts;
  readonly hasEnded: () => boolean;
  /** From the first request on that is not about the workspace itself: whatever its contracts are, they can be taken away. */
  gateway?: Gateway | undefined;
}

/** Milliseconds after which exchanges that only memory knows are stored. */
const flushAfter = 1_000;
const endAgainAfter = 60_000;

/** What needs no key but the workspace's id: public lists, and a trace, whose own id is a secret that only its caller was told. */
const keyless = /^\/_sandbox\/(?:health|catalogue|trace\/[^/]+|(?:elsewhere|redirected)\/.*)$/;

export class WorkspaceObject extends DurableObject<unknown> {
  #opened: Opened | undefined;
  #ended = false;
  #flushDue = false;

  /** Makes the workspace. An id that was used once is never used again. */
  async begin(facts: WorkspaceFacts): Promise<void> {
    const { kv } = this.ctx.storage;
    if (kv.get('facts') !== undefined || kv.get('ended') !== undefined) throw new Error('this workspace has been made before');
    kv.put('facts', facts);
    if (facts.expires !== undefined) await this.ctx.storage.setAlarm(facts.expires);
  }

  async fetch(request: Request): Promise<Response> {
    try {
      const opened = (this.#opened ??= this.#open());
      return opened ? await this.#answer(request, opened) : notAdmitted();
    } catch (error) {
      report(error);
      return responseOf(ourBug(Date.now()));
    }
  }

  async #answer(request: Request, opened: Opened): Promise<Response> {
    // The Worker has seen to it that the request names this workspace and no other; what is left is whether its path does.
    const { origin, pathname } = readUrl(request.url, '');
    const prefix = pathname.startsWith(opened.prefix) ? opened.prefix : '';
    const path = routingPath(pathname.slice(prefix.length));
    let caller = anyone;
    if (path === controlPath || path.startsWith(`${controlPath}/`)) {
      const key = readAddress(request)?.key;
      const admitted = keyless.test(path) || (key !== undefined && opens(key, opened.facts.keys, Date.now()));
      if (!admitted) return notAdmitted();
      caller = { scopes: new Set(['manage']) };
      const managed = manage(request, path, {
        describe: () => ({ ...describeWorkspace(opened.facts, origin) }),
        contracts: opened.contracts,
        reload: () => {
          opened.gateway = undefined;
        },
        end: () => this.#end(),
        hasEnded: opened.hasEnded,
      });
      if (managed) return managed;
    }
    this.#flushSoon(opened.workspace);
    const gateway = (opened.gateway ??= gatewayOf(opened.contracts));
    const answer = await gateway.fetch(request, { workspace: opened.workspace, prefix, caller });
    // The workspace may have been deleted while the request waited.
    return opened.hasEnded() ? notAdmitted() : answer;
  }

  /** The only alarm there is: the workspace has reached its end. Where that fails, it is tried again, however often that takes. */
  async alarm(): Promise<void> {
    try {
      await this.#end();
    } catch (error) {
      report(error);
      await this.ctx.storage.setAlarm(Date.now() + endAgainAfter);
    }
  }

  #open(): Opened | undefined {
    const { storage } = this.ctx;
    const kept = storage.kv.get('facts') as WorkspaceFacts | EarlierFacts | undefined; // as `begin` put it
    if (!kept) return undefined;
    const facts = currentFacts(kept);
    const hasEnded = (): boolean => this.#ended;
    // The journals, which are never refused, have their share from the beginning.
    const journals = (): number => workspace.journal.bytes() + workspace.controlJournal.bytes();
    const { take } = openQuota(() => storage.sql.databaseSize - journals() + ringBounds.bytes + controlRingBounds.bytes);
    const workspace: Workspace = openWorkspace({
      id: facts.id,
      secret: facts.secret,
      seed: facts.seed,
      clock: facts.clock === 'real' ? realClock : frozenClock(facts.clock),
      store: createDurableObjectStore(storage, hasEnded),
      population: populationFor(facts.seed),
      size: () => storage.sql.databaseSize,
      take,
      onBug: (error) => hasEnded() || report(error),
    });
    return {
      facts,
      prefix: `/w/${facts.id}`,
      workspace,
      contracts: broughtContracts(workspace.contracts),
      hasEnded,
    };
  }

  /** Deletes everything; what is left says only that this id is spent. */
  async #end(): Promise<void> {
    this.#ended = true;
    this.#opened = undefined;
    await this.ctx.storage.deleteAll();
    this.ctx.storage.kv.put('ended', true);
  }

  #flushSoon(workspace: Workspace): void {
    if (this.#flushDue) return;
    this.#flushDue = true;
    setTimeout(() => {
      this.#flushDue = false;
      if (this.#opened?.workspace === workspace) workspace.flush();
    }, flushAfter);
  }
}

function gatewayOf(contracts: BroughtContracts): Gateway {
  const brought = contracts.load();
  return brought.length === 0 ? defaultGateway : gatewayWith(brought.map((contract) => ({ contract })));
}
