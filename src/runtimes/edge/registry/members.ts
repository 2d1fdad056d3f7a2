/**
 * Workspaces as one registry object lists them: rows of a table of its own, found by indexes on disk, since a shard of a large deployment
 * has more of them than an object should hold in memory. What a workspace is, it knows itself: this is a mirror, without keys and secrets.
 */
import type { DurableObjectStorage, SqlRow } from 'cloudflare:workers';
import type { WorkspaceFacts } from '../../../workspaces/facts.ts';
import type { ListAsked, ListedWorkspaces } from '../../../workspaces/workspaces.ts';

export interface MemberRows {
  /** All of them, or none; from then on they are nobody's no more. */
  add(facts: readonly WorkspaceFacts[]): void;
  /** Takes what a workspace has become; of one that is not here, nothing. */
  change(facts: WorkspaceFacts): void;
  /** Takes it off the list and writes its id down as nobody's, until what it stored is deleted. False where there was none. */
  end(id: string): boolean;
  /** Those after a place, in order of making, of all or of an event; one more than is asked for, where there is one. */
  list(asked: ListAsked): readonly PlacedWorkspace[];
  /** Ids of some whose time was over at `now`. */
  expired(now: number, limit: number): readonly string[];
  /** When the first of them ends. */
  firstEnd(): number | undefined;
  count(event: string): number;
  numbers(): { readonly made: number; readonly ended: number };
  /** Whether the same object has a store, as the one has that keeps events. */
  areBesideEvents(): boolean;
  /** Ids whose storage belongs to no workspace: begun and not finished, or ended and not yet deleted. */
  readonly loose: {
    add(ids: readonly string[]): void;
    remove(id: string): void;
    ids(): readonly string[];
  };
}

/** A workspace, and a text that sorts as workspaces were made, whichever registry lists them. */
export interface PlacedWorkspace {
  readonly place: string;
  readonly facts: WorkspaceFacts;
}

const tables = [
  'CREATE TABLE IF NOT EXISTS member (id TEXT PRIMARY KEY, place TEXT NOT NULL, expires INTEGER NOT NULL, event TEXT, facts TEXT NOT NULL) WITHOUT ROWID',
  'CREATE INDEX IF NOT EXISTS member_place ON member (place)',
  'CREATE INDEX IF NOT EXISTS member_expires ON member (expires)',
  'CREATE INDEX IF NOT EXISTS member_event ON member (event, place) WHERE event IS NOT NULL',
  'CREATE TABLE IF NOT EXISTS loose (id TEXT PRIMARY KEY) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS number (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID',
];

export function openMemberRows(storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>): MemberRows {
  const { sql } = storage;
  storage.transactionSync(() => tables.forEach((table) => sql.exec(table)));

  const numberOf = (name: 'made' | 'ended'): number =>
    Number(first(sql.exec('SELECT value FROM number WHERE name = ?', name))?.['value'] ?? 0);
  const count = (name: 'made' | 'ended', more: number): void => {
    sql.exec('INSERT INTO number VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = value + ?2', name, more);
  };

  return {
    add(facts) {
      storage.transactionSync(() => {
        const before = numberOf('made');
        for (const [i, each] of facts.entries()) {
          const { id, expires = never, event = null } = each;
          sql.exec('INSERT INTO member VALUES (?, ?, ?, ?, ?)', id, placeOf(each, before + i), expires, event, mirrored(each));
          sql.exec('DELETE FROM loose WHERE id = ?', id);
        }
        count('made', facts.length);
      });
    },
    change(facts) {
      sql.exec('UPDATE member SET expires = ?, facts = ? WHERE id = ?', facts.expires ?? never, mirrored(facts), facts.id);
    },
    end: (id) =>
      storage.transactionSync(() => {
        if (!first(sql.exec('DELETE FROM member WHERE id = ? RETURNING id', id))) return false;
        sql.exec('INSERT OR IGNORE INTO loose VALUES (?)', id);
        count('ended', 1);
        return true;
      }),
    list({ event, after = '', limit }) {
      const rows =
        event === undefined
          ? sql.exec('SELECT place, facts FROM member WHERE place > ? ORDER BY place LIMIT ?', after, limit + 1)
          : sql.exec('SELECT place, facts FROM member WHERE event = ? AND place > ? ORDER BY place LIMIT ?', event, after, limit + 1);
      return [...rows].map((row) => ({
        place: String(row['place']),
        facts: JSON.parse(String(row['facts'])) as WorkspaceFacts, // as `mirrored` wrote them
      }));
    },
    expired: (now, limit) => idsIn(sql.exec('SELECT id FROM member WHERE expires <= ? ORDER BY expires LIMIT ?', now, limit)),
    firstEnd() {
      const end = Number(first(sql.exec('SELECT min(expires) AS first FROM member'))?.['first'] ?? never);
      return end === never ? undefined : end;
    },
    count: (event) => Number(first(sql.exec('SELECT count(*) AS count FROM member WHERE event = ?', event))?.['count']),
    numbers: () => ({ made: numberOf('made'), ended: numberOf('ended') }),
    areBesideEvents: () => first(sql.exec("SELECT 1 AS found FROM sqlite_master WHERE name = 'document'")) !== undefined,
    loose: {
      add(ids) {
        storage.transactionSync(() => ids.forEach((id) => sql.exec('INSERT OR IGNORE INTO loose VALUES (?)', id)));
      },
      remove(id) {
        sql.exec('DELETE FROM loose WHERE id = ?', id);
      },
      ids: () => idsIn(sql.exec('SELECT id FROM loose LIMIT 1000')),
    },
  };
}

/** What several registries list, as one page in order. */
export function onePage(lists: readonly (readonly PlacedWorkspace[])[], limit: number): ListedWorkspaces {
  const all = lists.flat().sort((a, b) => (a.place < b.place ? -1 : 1));
  const page = all.slice(0, limit);
  const last = page.at(-1);
  return { workspaces: page.map(({ facts }) => facts), ...(all.length > limit && last && { next: last.place }) };
}

/** By time, those of one moment by their number in the registry, and those of two registries by their ids. */
const placeOf = ({ made, id }: WorkspaceFacts, number: number): string =>
  `${String(made).padStart(14, '0')}.${String(number).padStart(9, '0')}.${id.slice(0, 16)}`;

/** Later than anything ends. */
const never = Number.MAX_SAFE_INTEGER;

const first = (rows: Iterable<SqlRow>): SqlRow | undefined => [...rows][0];
const idsIn = (rows: Iterable<SqlRow>): string[] => [...rows].map((row) => String(row['id']));

const mirrored = (facts: WorkspaceFacts): string => JSON.stringify({ ...facts, keys: [], secret: '' });
