/**
 * What is to be done later in a workspace: written down in the transaction that asks for it, and done once its time has come. It is part
 * of the overlay, like everything else that mocks write: a reset forgets it; a snapshot, a fork and an export have it with them.
 */
import type { Later } from '../../mock/event.ts';
import type { Store } from '../store/store.ts';

export interface Deferred extends Pick<Later, 'do' | 'about'> {
  /** The API that does it. */
  readonly api: string;
  /** The id of the exchange that led to it, where one did. */
  readonly exchange?: string;
}

/** With the instant at which it is due, in milliseconds. */
export interface Pending extends Omit<Deferred, 'exchange'> {
  readonly due: number;
}

export interface Schedule {
  /** Whether the time of anything has come: one comparison, where it has not. */
  isDue(now: number): boolean;
  /** The APIs that do what is due by then. */
  dueTo(now: number): ReadonlySet<string>;
  /** When the first of it is due: Infinity where there is none, undefined where the store cannot say. */
  earliest(): number | undefined;
  /** How many there are, and the first of them in their order. */
  pending(most: number): { readonly count: number; readonly first: readonly Pending[] };
  /** Gives when it is due: within the years that are written with four digits. */
  put(deferred: Deferred, due: number): number;
  /**
   * Does what is due, in order of time and then of writing, each in a transaction of its own together with being struck off. What fails is
   * undone and told, and left for the next time, as is the rest of more than a thousand; what has failed three times is struck off. Gives
   * what was done.
   */
  run(now: number, act: (deferred: Deferred, due: number) => void): readonly Pending[];
  /** What was done, the last first: the last hundred, as far as is remembered since this was opened. */
  done(): readonly Pending[];
  /** The store has become another: nothing is known of it any more. */
  forget(): void;
}

/** A name that no API's collection has: theirs have a slash. */
const collection = 'schedule';
/** The number that the next entry gets. Stands behind every key that begins with a digit. */
const counter = 'next';
const mostAtOnce = 1_000;
const mostRemembered = 100;
/** A disk may be full once; what fails more often will always fail. */
const mostFailures = 3;

type Entry = Deferred & { readonly failures?: number };

/** Milliseconds until the year 9999. */
const digits = 15;
const latest = 253_402_300_799_999;

export function openSchedule(store: Store, onBug: (error: unknown) => void = () => {}): Schedule {
  /** Nothing is due before; undefined where nobody has looked yet. */
  let first: number | undefined;
  let remembered: readonly Pending[] = [];

  /** What goes wrong is told, and is not the fault of whoever happens to ask: they get `otherwise`. */
  function tried<T>(work: () => T, otherwise: T): T {
    try {
      return store.transaction(work);
    } catch (error) {
      onBug(error);
      return otherwise;
    }
  }

  const keys = (): readonly string[] | undefined => tried(() => store.keys(collection).filter((key) => key !== counter), undefined);

  function earliest(): number | undefined {
    if (first === undefined) {
      const pending = keys();
      first = pending && (pending[0] === undefined ? Infinity : dueOf(pending[0]));
    }
    return first;
  }

  function isDue(now: number): boolean {
    const due = first ?? earliest();
    return due !== undefined && due <= now;
  }

  function read(key: string): Entry | undefined {
    const document = store.get(collection, key);
    return document === undefined ? undefined : (JSON.parse(document) as Entry); // as it is written here
  }

  /** What was done; undefined where it failed. */
  function runOne(key: string, act: (deferred: Deferred, due: number) => void): Pending | undefined {
    const done = tried(() => {
      const entry = read(key);
      if (entry) act(entry, dueOf(key));
      store.delete(collection, key);
      return entry;
    }, undefined);
    if (done) return pendingOf(key, done);
    tried(() => {
      const entry = read(key);
      const failures = (entry?.failures ?? 0) + 1;
      if (entry && failures < mostFailures) store.put(collection, key, JSON.stringify({ ...entry, failures } satisfies Entry));
      else store.delete(collection, key);
    }, undefined);
    return undefined;
  }

  return {
    isDue,
    dueTo: (now) => new Set((keys() ?? []).flatMap((key) => (dueOf(key) <= now ? (read(key)?.api ?? []) : []))),
    earliest,
    pending(most) {
      const all = keys() ?? [];
      const first = all.slice(0, most).flatMap((key) => {
        const entry = read(key);
        return entry ? [pendingOf(key, entry)] : [];
      });
      return { count: all.length, first };
    },
    put(deferred, due) {
      if (!Number.isFinite(due)) throw new RangeError('what is to be done later needs an instant');
      const at = Math.min(Math.max(0, Math.round(due)), latest);
      const number = Number(store.get(collection, counter) ?? 0);
      store.put(collection, counter, String(number + 1));
      store.put(collection, `${String(at).padStart(digits, '0')}/${String(number).padStart(digits, '0')}`, JSON.stringify(deferred));
      if (first !== undefined && at < first) first = at;
      return at;
    },
    run(now, act) {
      const failed = new Set<string>();
      const ran: Pending[] = [];
      let left = mostAtOnce;
      const next = (): readonly string[] => (left > 0 ? (keys() ?? []) : []).filter((key) => dueOf(key) <= now && !failed.has(key));
      for (let due = next(); due.length > 0; due = next()) {
        first = Infinity;
        for (const key of due) {
          // Something that was put meanwhile comes first.
          if (left === 0 || first < dueOf(key)) break;
          left -= 1;
          const done = runOne(key, act);
          if (done) ran.push(done);
          else failed.add(key);
        }
      }
      first = undefined;
      remembered = [...ran.toReversed(), ...remembered].slice(0, mostRemembered);
      return ran;
    },
    done: () => remembered,
    forget() {
      first = undefined;
      remembered = [];
    },
  };
}

const dueOf = (key: string): number => Number(key.slice(0, digits));

const pendingOf = (key: string, { api, do: name, about }: Deferred): Pending => ({ api, do: name, about, due: dueOf(key) });
