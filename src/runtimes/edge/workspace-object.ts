/** One workspace of a deployment: its state, what is known of it, and the gateway beside it. Requests come from worker.ts. */
import { DurableObject } from 'cloudflare:workers';
import { slugOf } from '../../contract/load.ts';
import { controlProblem } from '../../control/control-problem.ts';
import { readUrl } from '../../gateway/request/incoming.ts';
import { routingPath } from '../../gateway/request/path.ts';
import { isReserved } from '../../gateway/reserved.ts';
import type { Visit } from '../../gateway/visit.ts';
import { anyone } from '../../mock/caller.ts';
import type { Problem } from '../../mock/problem.ts';
import { copyPages, putPage } from '../../workspace/row-lines.ts';
import type { Settings } from '../../workspace/settings.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import type { CountedNow, Workspace } from '../../workspace/workspace.ts';
import { OtherWorld } from '../../workspace/world-mark.ts';
import { readAddress } from '../../workspaces/address.ts';
import { callerOf } from '../../workspaces/keys/callers.ts';
import { currentFacts, type EarlierFacts, type WorkspaceFacts } from '../../workspaces/facts.ts';
import { mintKey, rotated, rotatedKey } from '../../workspaces/keys/keys.ts';
import { nothingCounted, type Counters, type EventFacts, type RotatedKey } from '../../workspaces/workspaces.ts';
import { openPump } from '../outbound/pump.ts';
import { posting } from '../../outbound/post.ts';
import { reachOf } from './edge-settings.ts';
import { bringing } from '../bringing.ts';
import { notLetIn } from '../not-let-in.ts';
import { ourBug, responseOf } from '../platform-fault.ts';
import { operatorKeyIn, type Bindings } from './bindings.ts';
import { brakeOf } from './brake.ts';
import { gateways, report } from './edge-gateway.ts';
import { createDurableObjectStore } from './object-store.ts';
import { openInObject } from './open-in-object.ts';

/** Milliseconds after which exchanges that only memory knows are stored. */
const flushAfter = 1_000;
const endAgainAfter = 60_000;
/** Before what is due and was not done is tried again. */
const lookAgainAfter = 1_000;

/** Facts as they are kept, with the registry that lists the workspace; those of an older release are on no list. */
type Kept = (WorkspaceFacts | EarlierFacts) & { readonly registry?: string };

/** What is left of a workspace: that its id is spent, and the registry that has yet to be told. */
type Remains = true | { readonly id: string; readonly registry: string };

interface Beginning {
  readonly registry?: string;
  readonly settings?: Partial<Settings>;
}

/** What the Worker knows of a request besides what it carries. */
export interface AskedHow {
  /** That whose code was shown. */
  readonly event?: EventFacts;
  /** A page of ours looks something up: no journal has it. */
  readonly isUnseen?: boolean;
}

export class WorkspaceObject extends DurableObject<Bindings> {
  #facts: WorkspaceFacts | undefined;
  #opened: Workspace | undefined;
  #ended = false;
  readonly #pump = openPump({
    post: posting((...request) => fetch(...request)),
    catchUp: (workspace) => {
      const gateway = gateways.of(workspace);
      return gateway instanceof Promise ? undefined : gateway.catchUp(workspace);
    },
    onBug: (error) => this.#ended || report(error),
  });
  #flushDue = false;
  /** When the alarm goes off; undefined where it was not set since the object is in memory. */
  #alarm: number | undefined;

  /** Makes the workspace. An id that was used once is never used again. */
  async begin(facts: WorkspaceFacts, { registry, settings = {} }: Beginning = {}): Promise<Problem | undefined> {
    const { kv } = this.ctx.storage;
    if (kv.get('facts') !== undefined || kv.get('ended') !== undefined) throw new Error('this workspace has been made before');
    kv.put('facts', { ...facts, ...(registry !== undefined && { registry }) } satisfies Kept);
    if (facts.expires !== undefined) await this.ctx.storage.setAlarm(facts.expires);
    return Object.keys(settings).length === 0 ? undefined : this.#workspace()?.changeSettings(settings);
  }

  async fetch(request: Request): Promise<Response> {
    return this.fetchFor(request);
  }

  async fetchFor(request: Request, how: AskedHow = {}): Promise<Response> {
    try {
      const facts = this.known();
      return facts ? await this.#answer(request, facts, how) : notLetIn();
    } catch (error) {
      report(error);
      return responseOf(ourBug(Date.now()));
    }
  }

  async #answer(request: Request, facts: WorkspaceFacts, { event, isUnseen = false }: AskedHow): Promise<Response> {
    const visitor = this.#visitor(request, facts, event);
    const workspace = visitor && this.#openedFor(visitor, request);
    if (!visitor || !workspace) return notLetIn();
    if (workspace instanceof Response) return workspace;
    this.#flushSoon(workspace);
    const own = gateways.of(workspace);
    const gateway = own instanceof Promise ? await own : own;
    const answer = await gateway.fetch(request, { workspace, ...visitor, isUnseen, brake: brakeOf(request, this.env, visitor.caller) });
    await this.#wakeInTime(workspace);
    if (answer.status < 400) return answer;
    // It may have been ended while the request waited, which then found nothing any more; and whoever shows nothing is told no more than
    // whoever names what nobody has.
    return this.#ended || (answer.status === 401 && isControl(request, visitor.prefix)) ? notLetIn() : answer;
  }

  /** Whoever may not look into it is not told what is in it either. */
  #openedFor({ prefix, caller }: Pick<Visit, 'prefix' | 'caller'>, request: Request): Workspace | Response | undefined {
    try {
      return this.#workspace();
    } catch (error) {
      if (!(error instanceof OtherWorld)) throw error;
      if (caller === anyone && isControl(request, prefix)) return undefined;
      return controlProblem({ status: 409, title: 'Conflict', detail: error.message });
    }
  }

  /** Who calls, and what the path begins with. The Worker has seen to it that what the request names agrees, and names this workspace. */
  #visitor(request: Request, facts: WorkspaceFacts, event: EventFacts | undefined): Pick<Visit, 'prefix' | 'caller'> | undefined {
    const own = `/w/${facts.id}`;
    // Most requests show nothing.
    if (request.headers.get('authorization') === null)
      return { prefix: readUrl(request.url, '').pathname.startsWith(own) ? own : '', caller: anyone };
    const address = readAddress(request);
    if (!address) return undefined;
    const { prefix } = address;
    const operatorKey = isControl(request, prefix) ? operatorKeyIn(this.env) : undefined;
    const caller = callerOf({ facts, address, trusted: anyone }, { operatorKey, event: () => event, now: Date.now });
    return caller && { prefix, caller };
  }

  /** Undefined where nobody has this workspace, or has it any more. */
  known(): WorkspaceFacts | undefined {
    this.#facts ??= this.#read();
    return this.#facts && !this.#ended && (this.#facts.expires ?? Infinity) > Date.now() ? this.#facts : undefined;
  }

  async counters(): Promise<Counters | undefined> {
    return (await this.#unlessOfOtherWorld())?.counters() ?? (this.known() && nothingCounted);
  }

  async counted(): Promise<CountedNow | undefined> {
    return (await this.#unlessOfOtherWorld())?.counted() ?? (this.known() && nothingCounted);
  }

  async change(changes: Partial<Pick<WorkspaceFacts, 'name' | 'expires' | 'announcement'>>): Promise<WorkspaceFacts | undefined> {
    const facts = this.#keep(changes);
    const workspace = changes.expires === undefined ? undefined : await this.#unlessOfOtherWorld();
    if (workspace) {
      this.#alarm = 0; // set to the end that was
      await this.#wakeInTime(workspace);
    }
    if (facts) await this.#registry()?.changed(facts);
    return facts;
  }

  /** The old ones open it for so many more milliseconds. */
  rotateKey(overlap: number): RotatedKey | undefined {
    const facts = this.known();
    if (!facts) return undefined;
    const { key, hash } = mintKey(facts.id);
    const keys = rotated(facts.keys, hash, { now: Date.now(), overlap });
    this.#keep({ keys });
    return rotatedKey(key, keys);
  }

  reset(): Problem | undefined {
    return this.#refusable((workspace) => void workspace.reset());
  }

  async bringContract(name: string, text: string): Promise<Problem | undefined> {
    const bring = await bringing();
    return this.#refusable((workspace) => bring(workspace, name, text));
  }

  removeContract(name: string): boolean | undefined {
    return this.#workspace()?.contracts.delete(slugOf(name));
  }

  /** Everything that was changed here, to a workspace that was just begun: as it is at one moment, in pages that a call can carry. */
  async copyTo(id: string): Promise<Problem | undefined> {
    let pages: readonly string[] = [];
    const problem = this.#refusable(({ store }) => {
      pages = [...copyPages(store)];
      return undefined;
    });
    if (problem) return problem;
    for (const page of pages) await this.env.WORKSPACES.getByName(id).takePage(page);
    return undefined;
  }

  /** Before anybody has asked it for anything. */
  takePage(page: string): void {
    if (!this.known() || this.#opened) throw new Error('this workspace takes no copy any more');
    putPage(createDurableObjectStore(this.ctx.storage), page);
  }

  /** Deletes everything at once; its registry knows first, so that a crash leaves nothing half deleted. */
  async end(): Promise<void> {
    const id = (this.#facts ??= this.#read())?.id;
    const registry = this.#registry();
    const name = this.#registryName();
    if (id === undefined) return;
    this.#ended = true;
    let isTold = registry === undefined;
    try {
      await registry?.ending(id);
      isTold = true;
    } catch (error) {
      report(error);
    }
    await this.discard(isTold || name === undefined ? true : { id, registry: name });
    if (isTold) await registry?.ended(id);
    else await this.ctx.storage.setAlarm(Date.now() + endAgainAfter);
  }

  /** What is left says that this id is spent. */
  async discard(remains: Remains = true): Promise<void> {
    this.#ended = true;
    this.#opened = undefined;
    this.#facts = undefined;
    await this.ctx.storage.deleteAll();
    this.ctx.storage.kv.put('ended', remains);
  }

  /** Something is due, the workspace has reached its end, or its registry has yet to be told. Where that fails, it is tried again, however often that takes. */
  async alarm(): Promise<void> {
    try {
      const remains = this.ctx.storage.kv.get('ended') as Remains | undefined; // as `discard` put it
      if (remains === undefined) await (this.known() ? this.#catchUp() : this.end());
      else if (remains !== true) await this.#tell(remains);
    } catch (error) {
      report(error);
      await this.ctx.storage.setAlarm(Date.now() + endAgainAfter);
    }
  }

  async #catchUp(): Promise<void> {
    const workspace = await this.#unlessOfOtherWorld();
    if (!workspace) return;
    // It has gone off.
    this.#alarm = Infinity;
    await (await gateways.of(workspace)).catchUp(workspace);
    await this.#pump.run(workspace);
    await this.#wakeInTime(workspace);
  }

  /** There is one alarm: for what is due first, or for the end where that comes sooner. */
  async #wakeInTime({ clock, schedule, callbacks }: Workspace): Promise<void> {
    const end = this.known()?.expires ?? Infinity;
    if (this.#ended) return;
    const now = Date.now();
    // What is on its way is looked after: should this end before, the alarm has it sent again.
    const due = callbacks.deliveries.isOutgoing() ? now : (clock.realTimeOf(schedule.earliest() ?? Infinity) ?? Infinity);
    const next = Math.min(end, due > now ? due : now + lookAgainAfter);
    // At first it is set to the end, or to something sooner, after which it is set anew.
    if (next === (this.#alarm ?? end) || next === Infinity) return;
    this.#alarm = next;
    await this.ctx.storage.setAlarm(next);
  }

  async #tell({ id, registry }: Exclude<Remains, true>): Promise<void> {
    const object = this.env.REGISTRIES.getByName(registry);
    await object.ending(id);
    await object.ended(id);
    this.ctx.storage.kv.put('ended', true);
  }

  #read(): WorkspaceFacts | undefined {
    const kept = this.ctx.storage.kv.get('facts') as Kept | undefined; // as `begin` put it
    if (!kept) return undefined;
    const { registry: _, ...facts } = kept;
    return currentFacts(facts);
  }

  #registryName(): string | undefined {
    return (this.ctx.storage.kv.get('facts') as Kept | undefined)?.registry; // as `begin` put it
  }

  #registry(): Bindings['REGISTRIES'] extends { getByName(name: string): infer Stub } ? Stub | undefined : never {
    const name = this.#registryName();
    return name === undefined ? undefined : this.env.REGISTRIES.getByName(name);
  }

  #keep(changes: Partial<WorkspaceFacts>): WorkspaceFacts | undefined {
    const facts = this.known();
    if (!facts) return undefined;
    const registry = this.#registryName();
    this.#facts = { ...facts, ...changes };
    this.ctx.storage.kv.put('facts', { ...this.#facts, ...(registry !== undefined && { registry }) } satisfies Kept);
    return this.#facts;
  }

  #workspace(): Workspace | undefined {
    const facts = this.known();
    return (
      facts &&
      (this.#opened ??= openInObject(facts, this.ctx.storage, {
        hasEnded: () => this.#ended,
        reach: reachOf(this.env),
        send: (workspace) => this.ctx.waitUntil(this.#pump.run(workspace)),
        ask: this.#pump.ask,
      }))
    );
  }

  /** Of one that is about other people than this release has, nothing can be asked or done but to end it, in its time. */
  async #unlessOfOtherWorld(): Promise<Workspace | undefined> {
    try {
      return this.#workspace();
    } catch (error) {
      if (!(error instanceof OtherWorld)) throw error;
      const end = this.known()?.expires;
      if (end !== undefined) await this.ctx.storage.setAlarm(end);
      return undefined;
    }
  }

  /** Does something that the workspace may refuse, for want of room or for being about other people. */
  #refusable(work: (workspace: Workspace) => Problem | undefined): Problem | undefined {
    try {
      const workspace = this.#workspace();
      return workspace ? work(workspace) : gone;
    } catch (error) {
      if (error instanceof StoreRefusal) return error.problem;
      throw error;
    }
  }

  #flushSoon(workspace: Workspace): void {
    if (this.#flushDue) return;
    this.#flushDue = true;
    setTimeout(() => {
      this.#flushDue = false;
      if (this.#opened === workspace) workspace.flush();
    }, flushAfter);
  }
}

const isControl = (request: Request, prefix: string): boolean => isReserved(routingPath(readUrl(request.url, prefix).pathname));

const gone: Problem = { problem: 'unauthorised', message: 'This workspace has been deleted.' };
