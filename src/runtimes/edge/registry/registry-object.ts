/**
 * A registry of a deployment: one of those that list its workspaces, or the one that also has its events. It makes workspaces, all or none,
 * and sees to it that none outlives its time. No request for a mock API comes here.
 */
import { DurableObject } from 'cloudflare:workers';
import type { Problem } from '../../../mock/problem.ts';
import type { SharedContract } from '../../../workspaces/registry/event-rows.ts';
import type { WorkspaceFacts } from '../../../workspaces/facts.ts';
import { mintedBy } from '../../../workspaces/minting.ts';
import { admission } from '../../../workspaces/registry/sign-up.ts';
import type { Wishes } from '../../../workspaces/wishes.ts';
import type { EventFacts, ListAsked, Minted, SignUp } from '../../../workspaces/workspaces.ts';
import type { Bindings } from '../bindings.ts';
import { report } from '../edge-gateway.ts';
import { createDurableObjectStore } from '../object-store.ts';
import { openMemberRows, type PlacedWorkspace, type MemberRows } from './members.ts';
import { openCentral, type EventChanges, type EventWishes, type Central } from './central.ts';
import { sweep } from './sweep.ts';

/** Milliseconds after which what was begun and not finished is swept away. */
const sweepAfter = 60_000;
/** Objects that are asked at a time. */
const together = 10;

type Asked = Pick<Wishes, 'count' | 'event' | 'byOperator'> & { readonly signUp: SignUp };

export class RegistryObject extends DurableObject<Bindings> {
  #members: MemberRows | undefined;
  #central: Central | undefined;
  /** Ids that are being made at the moment, and the event of each: nobody's yet, and not to be swept away. */
  readonly #making = new Map<string, string | undefined>();
  #alarmAt = Infinity;

  /** `registry` is the name of this object. */
  async mint(registry: string, wishes: Wishes, signUp: SignUp): Promise<readonly Minted[] | Problem> {
    const event = wishes.event === undefined ? undefined : this.#own().events.find(wishes.event);
    const contracts = [...(event ? this.#own().events.contracts(event.id) : []), ...wishes.contracts];
    const minted = mintedBy(wishes, { secret: this.env.WORKSPACE_SECRET ?? '', now: Date.now(), event });
    return this.#make({ ...wishes, signUp }, minted, async (facts) => {
      const workspace = this.env.WORKSPACES.getByName(facts.id);
      let problem = await workspace.begin(facts, { registry, settings: wishes.settings });
      for (const { name, text } of contracts) problem ??= await workspace.bringContract(name, text);
      return problem;
    });
  }

  /** What is to be in it comes from another. */
  async fork(
    registry: string,
    minted: Minted,
    from: string,
    asked: Pick<Asked, 'signUp' | 'byOperator'>,
  ): Promise<readonly Minted[] | Problem> {
    const { event } = minted.facts;
    return this.#make({ count: 1, ...asked, ...(event !== undefined && { event }) }, [minted], async (facts) => {
      const problem = await this.env.WORKSPACES.getByName(facts.id).begin(facts, { registry, settings: {} });
      return problem ?? this.env.WORKSPACES.getByName(from).copyTo(facts.id);
    });
  }

  async #make(
    asked: Asked,
    minted: readonly Minted[],
    fill: (facts: WorkspaceFacts) => Promise<Problem | undefined>,
  ): Promise<readonly Minted[] | Problem> {
    const members = this.#list();
    const refusal = this.#refusal(asked);
    if (refusal) return refusal;
    const ids = minted.map(({ facts }) => facts.id);
    for (const id of ids) this.#making.set(id, asked.event);
    let problem: Problem | undefined;
    try {
      // Before anything is stored under an id, so that a crash leaves nothing that nobody finds again.
      members.loose.add(ids);
      await this.#wake(Date.now() + sweepAfter);
      for (let i = 0; i < minted.length && !problem; i += together) {
        const filled = await Promise.allSettled(minted.slice(i, i + together).map(({ facts }) => fill(facts)));
        for (const each of filled) {
          if (each.status === 'rejected') throw each.reason;
          problem ??= each.value;
        }
      }
    } catch (error) {
      await this.#takeBack(ids);
      throw error;
    } finally {
      for (const id of ids) this.#making.delete(id);
    }
    // The event may have ended meanwhile.
    problem ??= this.#refusal(asked);
    if (problem) await this.#takeBack(ids);
    else members.add(minted.map(({ facts }) => facts));
    return problem ?? minted;
  }

  #refusal({ count, event, byOperator, signUp }: Asked): Problem | undefined {
    const asked = { signUp, byOperator: byOperator ?? false, count, now: Date.now() };
    if (event === undefined) return admission(asked);
    const taken = this.#list().count(event) + [...this.#making.values()].filter((making) => making === event).length;
    return admission({ ...asked, event: this.#own().events.find(event), taken });
  }

  /** What cannot be deleted now is swept away later, since it is written down as nobody's. */
  async #takeBack(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      try {
        await this.env.WORKSPACES.getByName(id).discard();
        this.#list().loose.remove(id);
      } catch (error) {
        report(error);
      }
    }
  }

  /** A workspace is about to delete what it stores. From here it is swept away where it does not come to that. */
  async ending(id: string): Promise<void> {
    if (this.#list().end(id)) await this.#wake(Date.now() + sweepAfter);
  }

  /** It has. */
  ended(id: string): void {
    this.#list().loose.remove(id);
  }

  changed(facts: WorkspaceFacts): void {
    this.#list().change(facts);
  }

  list(asked: ListAsked): readonly PlacedWorkspace[] {
    return this.#list().list(asked);
  }

  numbers(): { readonly made: number; readonly ended: number; readonly events: number } {
    return { ...this.#list().numbers(), events: this.#hasEvents() ? this.#own().events.count() : 0 };
  }

  signUp(): SignUp {
    return this.#own().signUp();
  }

  setSignUp(signUp: SignUp): void {
    this.#own().setSignUp(signUp);
  }

  async makeEvent(wishes: EventWishes): Promise<{ readonly facts: EventFacts; readonly code: string }> {
    const made = this.#own().makeEvent(wishes, this.env.WORKSPACE_SECRET ?? '', Date.now());
    await this.#wake(made.facts.expires);
    return made;
  }

  /** Undefined where there is none, or it is over. */
  event(id: string): EventFacts | undefined {
    const facts = this.#own().events.find(id);
    return facts && facts.expires > Date.now() ? facts : undefined;
  }

  events(): readonly EventFacts[] {
    return this.#own().events.list();
  }

  changeEvent(id: string, changes: EventChanges): EventFacts | undefined {
    return this.#own().changeEvent(id, changes, Date.now());
  }

  eventContracts(id: string): readonly SharedContract[] {
    return this.#own().events.contracts(id);
  }

  putEventContract(id: string, contract: SharedContract): Problem | undefined {
    return this.#own().putContract(id, contract);
  }

  removeEventContract(id: string, name: string): boolean {
    return this.#own().events.removeContract(id, name);
  }

  removeEvent(id: string): boolean {
    return this.#own().events.remove(id);
  }

  /** Ends what did not end by itself. */
  async alarm(): Promise<void> {
    this.#alarmAt = Infinity;
    const next = await sweep({
      members: this.#list(),
      ...(this.#hasEvents() && { events: this.#own().events }),
      isBeingMade: (id) => this.#making.has(id),
      workspaces: this.env.WORKSPACES,
    });
    if (next !== undefined) await this.#wake(next);
  }

  /** Sees to it that the alarm rings then, or before; every alarm that is set is a row that is written. */
  async #wake(at: number): Promise<void> {
    if (this.#alarmAt === Infinity) this.#alarmAt = (await this.ctx.storage.getAlarm()) ?? Infinity;
    if (this.#alarmAt <= at) return;
    this.#alarmAt = at;
    await this.ctx.storage.setAlarm(at);
  }

  #list(): MemberRows {
    return (this.#members ??= openMemberRows(this.ctx.storage));
  }

  /** What only one registry has. */
  #own(): Central {
    return (this.#central ??= openCentral(createDurableObjectStore(this.ctx.storage)));
  }

  #hasEvents(): boolean {
    return this.#central !== undefined || this.#list().areBesideEvents();
  }
}
