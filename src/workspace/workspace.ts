/** One tenant's life: an isolated copy of everything. Its overlay, clock, settings and journal; the world itself is shared because it is code. */
import { bytesOf } from '../contract/bytes-of.ts';
import type { RecordChange } from '../clinical-record.ts';
import type { IsoDate, Population } from '../population.ts';
import { isProblem, type Problem } from '../mock/problem.ts';
import type { Clock } from './time/clock.ts';
import { openWorkspaceClock, type ClockSetting, type WorkspaceClock } from './time/workspace-clock.ts';
import { openRecordChanges } from './record-changes.ts';
import { presentDay, presentPopulation } from './time/present-population.ts';
import { withRecordChanges } from '../world/clinical/with-changes.ts';
import { openSchedule, type Schedule } from './time/schedule.ts';
import { openSettings } from './change-settings.ts';
import { openApplications, type Applications } from './applications/applications.ts';
import { demoApplication } from './applications/demo.ts';
import { openGrants, type Grants } from './applications/grants.ts';
import { openTokens, type Tokens } from './applications/tokens.ts';
import { openContractTexts, type ContractTexts } from './contract-texts.ts';
import { keepingEarlier, type Earlier } from './earlier.ts';
import { openCallbacks, type Callbacks, type CallbacksOptions } from './callbacks/callbacks.ts';
import { openCounters, type Counted, type NotesOfRecent } from './counters.ts';
import { controlRingBounds } from './journal/bounds.ts';
import { openJournal, type Journal } from './journal/journal.ts';
import { fingerprintBy, idSequence } from './keyed-hash.ts';
import { hasExtra } from './extras.ts';
import { openOwnPeople, type OwnPeople } from './own-people.ts';
import { openRules, type KeptRules, type RulesOfKind } from './rules/kept-rules.ts';
import { openRates, type Rates } from './rates.ts';
import { openReplyCache, type ReplyCache } from './reply-cache.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { openSnapshots, type Snapshots } from './snapshots.ts';
import { boundedStore } from './store/guarded-store.ts';
import type { Store } from './store/store.ts';
import { exportLines, importText, type Imported } from './transfer.ts';
import { claimWorld, worldIdOf } from './world-mark.ts';

export interface Workspace {
  readonly id: string;
  readonly seed: number;
  readonly clock: WorkspaceClock;
  readonly store: Store;
  /** The world, and the people whom the workspace brought, as they are now: to be asked for anew with each request. */
  readonly population: Population;
  /** The day on which it was made, by its clock. */
  readonly made: IsoDate;
  /** Its clock stands on a day that the population does not reach: the population is that of the nearest one. */
  isOutOfReach(): boolean;
  readonly people: OwnPeople;
  /** Writes into somebody's clinical record. To be called in a transaction. */
  enter(change: RecordChange): void;
  /** Always the present ones, whoever holds them. */
  readonly settings: Settings;
  /** The names of those that were changed, and not taken back. */
  changedSettings(): string[];
  /** Those that it was made with, whatever was changed since. */
  readonly settingsAtFirst: Settings;
  /** Some settings to new values, `null` being what the workspace was opened with; all of what is asked, or nothing. */
  changeSettings(changes: unknown): Problem | undefined;
  readonly journal: Journal;
  /** Exchanges with the sandbox's own API: numbered for themselves, and left alone by a reset. */
  readonly controlJournal: Journal;
  readonly replies: ReplyCache;
  /** How often applications have asked lately. */
  readonly rates: Rates;
  /** By which some requests are answered otherwise. */
  readonly rules: KeptRules;
  /** What was there before, for stale reads. */
  readonly earlier: Earlier;
  /** What mocks are to do later. */
  readonly schedule: Schedule;
  /** What its APIs send by themselves. */
  readonly callbacks: Callbacks;
  /** The id of the exchange with this number: unguessable without the workspace's secret. */
  exchangeId(number: number): string;
  controlExchangeId(number: number): string;
  readonly snapshots: Snapshots;
  readonly contracts: ContractTexts;
  /** Who may ask for tokens. */
  readonly applications: Applications;
  readonly tokens: Tokens;
  /** Who shows a token or a key. */
  readonly grants: Grants;
  /** The overlay as the lines of a file, each with its end. */
  exportLines(): Iterable<string>;
  /** Takes such a file in the place of the overlay, whole or not at all. */
  importText(text: string): Imported | Problem;
  /** What was done here, and how its clock goes: at hand, so that it may be asked often. */
  counted(): CountedNow;
  /** With the bytes that are stored, which may have to be counted. */
  counters(): CountedNow & { readonly bytes: number };
  /** Back to the world as it was: deletes the overlay and the journal. What is the workspace's own stays. */
  reset(): void;
  /** Stores what is still only in memory. */
  flush(): void;
  close(): void;
}

/** What was done, and how the clock goes now. */
export interface CountedNow extends Counted {
  readonly clock?: ClockSetting;
}

export interface WorkspaceOptions {
  readonly id: string;
  readonly secret: string;
  readonly seed: number;
  /** As it goes until somebody sets it. */
  readonly clock: Clock;
  readonly store: Store;
  /** Of any day. */
  readonly population: Population;
  /** The day on which it was made, where the store cannot say so and the clock should not. */
  readonly made?: IsoDate;
  readonly settings?: Partial<Settings>;
  /** Has the demo application, of which everybody knows the key: nowhere but on somebody's own machine. */
  readonly hasDemo?: boolean;
  /** Bytes that are stored; where nobody says, they are counted when they are asked for. */
  readonly size?: () => number;
  /** Asked for the bytes of what is to be stored in the overlay; throws a refusal where there is no room. */
  readonly take?: (bytes: number) => void;
  /** Where messages may be sent, and who sends them: nowhere and nobody, where it is left out. */
  readonly sending?: CallbacksOptions;
  /** What would be refused in integration of so many of its last exchanges; undefined where nobody can tell yet. */
  readonly notesOf?: (workspace: Workspace, few: number) => NotesOfRecent | undefined;
  /** Told of what went wrong while no request could be told. */
  readonly onBug?: (error: unknown) => void;
}

export function openWorkspace(options: WorkspaceOptions): Workspace {
  const { id, secret, seed, store, population: world, take, onBug: failed } = options;
  const clock = openWorkspaceClock(store, options.clock);
  const bounded = take ? boundedStore(store, take) : store;
  const counters = openCounters(store, (few) => options.notesOf?.(workspace, few));
  const settingsAtFirst = { ...defaultSettings, ...options.settings };
  const settings = openSettings(store, settingsAtFirst);
  const worldId = worldIdOf(seed, world);
  const made = claimWorld(store, worldId, () => options.made ?? presentDay(clock, settings.present.asOf));
  const fingerprint = fingerprintBy(`${secret} fingerprints`);
  const stored = openJournal(store, clock, {
    ring: () => ({ exchanges: settings.present.journal, bytes: settings.present.journalBytes }),
    body: () => settings.present.journalBody,
    fingerprint,
    idOf: idSequence(secret),
    failed,
    beside: counters.keep,
  });
  const journal: Journal = {
    ...stored,
    add(exchange, atHand) {
      counters.count(exchange);
      stored.add(exchange, atHand);
    },
  };
  const ofControl = `${secret} control`;
  const controlJournal = openJournal(store, clock, {
    collection: '~control-journal',
    ring: () => controlRingBounds,
    body: () => 0,
    fingerprint,
    idOf: idSequence(ofControl),
    failed,
  });
  const replies = openReplyCache();
  const demo = (): typeof demoApplication | undefined =>
    options.hasDemo && hasExtra(settings.present, 'demo-application') ? demoApplication : undefined;
  const forgetGrants = (): void => grants.forget();
  const applications = openApplications(bounded, { now: clock.now, demo, changing: forgetGrants });
  const tokens = openTokens(bounded, clock.now, forgetGrants);
  const grants = openGrants(tokens, applications, clock.now);
  const rates = openRates();
  const { people, population: everybody, forget: forgetPeople } = openOwnPeople(bounded, world, replies.clear);
  const records = openRecordChanges(bounded);
  const present = presentPopulation(withRecordChanges(everybody, records), { clock, settings: settings.present, made });
  const schedule = openSchedule(bounded, failed);
  const rules = openRules(bounded, replies.clear);
  const { store: kept, earlier } = keepingEarlier(bounded, { clock, isAskedFor: asksForEarlier(rules.faults) });
  const callbacks = openCallbacks(bounded, { secret, clock, schedule, settings: settings.present }, options.sending ?? {});
  const size = options.size ?? ((): number => bytesIn(store));

  /** The overlay becomes another, or what became of it is undone with the rest of a transaction. */
  function forget(): void {
    forgetNow();
    store.whenUndone(forgetNow);
  }

  function forgetNow(): void {
    replies.clear();
    grants.forget();
    schedule.forget();
    callbacks.forget();
    forgetPeople();
  }

  /** Of rules that came back with a snapshot nothing is counted yet, and nothing was there before. */
  function rereadRules(): void {
    earlier.forget();
    rules.forgetCounts();
    rules.reread();
  }

  const counted = (): CountedNow => ({ ...counters.read(), clock: clock.setting() });

  function flush(): void {
    journal.flush();
    controlJournal.flush();
  }

  const workspace: Workspace = {
    id,
    seed,
    clock,
    store: kept,
    get population() {
      return present.now();
    },
    made,
    isOutOfReach: present.isOutOfReach,
    people,
    enter(change) {
      // What was rendered of the record is no longer what it says.
      replies.clear();
      records.enter(change);
      store.whenUndone(replies.clear);
    },
    settings: settings.present,
    changedSettings: () => Object.keys(settings.changed()),
    settingsAtFirst,
    changeSettings(changes) {
      replies.clear();
      // Whoever has a token of the demo application may have lost it.
      grants.forget();
      return settings.change(changes);
    },
    journal,
    controlJournal,
    replies,
    rates,
    rules,
    earlier,
    schedule,
    callbacks,
    snapshots: openSnapshots({ store: bounded, world: worldId, clock, settings, restoring: forget, restored: rereadRules }),
    contracts: openContractTexts(bounded, replies.clear),
    applications,
    tokens,
    grants,
    exportLines: () => exportLines(store, worldId, clock.now()),
    importText(text) {
      forget();
      return wholly(bounded, () => {
        earlier.forget();
        return importText(bounded, text, { world: worldId, people });
      });
    },
    exchangeId: idSequence(secret),
    controlExchangeId: idSequence(ofControl),
    counted,
    counters: () => ({ ...counted(), bytes: size() }),
    reset() {
      forget();
      store.transaction(() => {
        store.clear();
        rules.forgetCounts();
        earlier.forget();
        rates.forget();
        journal.clear();
        counters.keep();
      });
    },
    flush,
    close() {
      flush();
      store.close();
    },
  };
  return workspace;
}

/** Whether a fault wants stale reads: read once after each change of the rules. */
function asksForEarlier(faults: RulesOfKind): () => boolean {
  let read: RulesOfKind['active'];
  let asks = false;
  return () => {
    const { active } = faults;
    if (active === read) return asks;
    read = active;
    asks = active?.some(({ text }) => (JSON.parse(text) as { effect: { type: string } }).effect.type === 'stale') ?? false; // as it was admitted
    return asks;
  };
}

/** In one transaction, of which nothing stays where it comes to a problem. */
function wholly<T extends object>(store: Store, work: () => T | Problem): T | Problem {
  let refused: Problem | undefined;
  try {
    return store.transaction(() => {
      const done = work();
      if (!isProblem(done)) return done;
      refused = done;
      throw new Error(done.message);
    });
  } catch (error) {
    if (refused) return refused;
    throw error;
  }
}

function bytesIn(store: Store): number {
  let bytes = 0;
  for (const collection of store.collections())
    for (const { key, document } of store.rows(collection)) bytes += key.length + bytesOf(document);
  return bytes;
}
