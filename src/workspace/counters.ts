/** What was done in a workspace, in numbers, never what was sent. They are counted in memory, and kept when exchanges are. */
import type { Exchange } from './journal/exchange.ts';
import type { Store } from './store/store.ts';
import { realClock } from './time/clock.ts';

/** Exchanges of clients; those with the sandbox's own API are not counted. */
export interface Counted {
  readonly requests: number;
  /** Answered with a status of 400 or more. */
  readonly refused: number;
  /** Of a method that changes something, and not refused; a search by POST is none. */
  readonly changes: number;
  /** Milliseconds of real time, since the clock of a workspace may stand still; absent where nothing was asked yet. */
  readonly lastUsed?: number;
  readonly last?: LastExchange;
  /** Of the last few; absent where nothing was asked yet. */
  readonly recent?: RecentExchanges;
}

/** Without its address, which may say of whom it was. */
export interface LastExchange extends Pick<Exchange, 'method' | 'status'> {
  readonly api?: string;
  readonly operation?: string;
}

export interface RecentExchanges {
  readonly exchanges: number;
  readonly refused: number;
  /** Since the last one that was not. */
  readonly inARow: number;
  readonly commonest?: CommonestRefusal;
  /** Left out where nobody can tell. */
  readonly notes?: NotesOfRecent;
}

/** Those that were not refused here, and would be in integration. */
export interface NotesOfRecent {
  readonly exchanges: number;
  readonly commonest?: CommonestNote;
}

/** The rule that most of them break: its own words, and nothing of what was sent. */
export interface CommonestNote {
  readonly rule: string;
  readonly title: string;
  readonly exchanges: number;
}

/** Why most of them were refused, in kinds: nothing of what was sent. */
export interface CommonestRefusal extends Pick<Exchange, 'status'> {
  readonly problem?: string;
  /** Where the first thing wrong stood, and what that is called, where it is a parameter. */
  readonly in?: string;
  readonly name?: string;
  readonly exchanges: number;
}

export interface CountersOfUse {
  count(exchange: Exchange): void;
  /** Puts away what was counted since the last time. */
  keep(): void;
  read(): Counted;
}

/** As they are stored: of each of the last few why it was refused, or nothing where it was not. */
interface Kept extends Omit<Counted, 'recent'> {
  readonly whys?: readonly string[];
}

const collection = '~counters';
const key = 'exchanges';
const readers = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const searchByPost = /\/_search(?:$|\?)/;
/** Exchanges that are looked back at. */
const few = 20;

/** Milliseconds: pages of organisers ask for every team every two seconds, and to judge takes longer than all else that is counted. */
const judgedNoMoreThanEvery = 3_000;

/** `notesOf`: of so many of the last; asked when somebody reads and something has come, and not at every look. */
export function openCounters(store: Store, notesOf: (few: number) => NotesOfRecent | undefined): CountersOfUse {
  const stored = store.get(collection, key);
  let counted: Kept = stored === undefined ? { requests: 0, refused: 0, changes: 0 } : JSON.parse(stored);
  let kept = counted;
  let noted: { readonly of: Kept; readonly at: number; readonly notes: NotesOfRecent } | undefined;

  function notes(): NotesOfRecent | undefined {
    const at = realClock.now();
    if (noted && (noted.of === counted || Math.abs(at - noted.at) < judgedNoMoreThanEvery)) return noted.notes;
    const found = notesOf(few);
    noted = found && { of: counted, at, notes: found };
    return found;
  }

  return {
    count(exchange) {
      const { method, status, url } = exchange;
      const isRefused = status >= 400;
      const isChange = !isRefused && !readers.has(method) && !searchByPost.test(url);
      counted = {
        requests: counted.requests + 1,
        refused: counted.refused + Number(isRefused),
        changes: counted.changes + Number(isChange),
        lastUsed: realClock.now(),
        last: lastOf(exchange),
        whys: [...(counted.whys ?? []).slice(1 - few), isRefused ? whyOf(exchange) : ''],
      };
    },
    keep() {
      if (kept === counted) return;
      const before = kept;
      store.put(collection, key, JSON.stringify(counted));
      store.whenUndone(() => {
        kept = before;
      });
      kept = counted;
    },
    read() {
      const { whys, ...others } = counted;
      if (!whys) return others;
      const found = notes();
      return { ...others, recent: { ...recentOf(whys), ...(found && { notes: found }) } };
    },
  };
}

const lastOf = ({ method, status, api, operation }: Exchange): LastExchange => ({
  method: method.slice(0, longestName),
  status,
  ...(api !== undefined && { api }),
  ...(operation !== undefined && { operation }),
});

/** A parameter's, unless it may be a client's own text: those of contracts are short, and hardly any has a digit in it. */
const nameShape = /^[A-Za-z][A-Za-z_.:-]*$/;
const longestName = 40;

function whyOf({ status, problem, faults: [first] = [] }: Exchange): string {
  const { in: place = '', name = '', keyword } = first ?? {};
  const isKnown = keyword !== 'undeclared' && keyword !== 'live-data' && name.length <= longestName && nameShape.test(name);
  return [status, problem ?? '', place, isKnown ? name : ''].join(' ');
}

function recentOf(whys: readonly string[]): RecentExchanges {
  const counts = new Map<string, number>();
  for (const why of whys) if (why !== '') counts.set(why, (counts.get(why) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return {
    exchanges: whys.length,
    refused: whys.filter((why) => why !== '').length,
    inARow: whys.length - 1 - whys.lastIndexOf(''),
    ...(most && { commonest: commonestOf(...most) }),
  };
}

function commonestOf(why: string, exchanges: number): CommonestRefusal {
  const [status, problem, place, name] = why.split(' ');
  return { status: Number(status), ...(problem && { problem }), ...(place && { in: place }), ...(name && { name }), exchanges };
}
