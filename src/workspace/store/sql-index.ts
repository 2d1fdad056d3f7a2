/** Entries as rows, in the order of what they are searched by, and the search. */
import { approach, longestGathering, meetsAll, onlyValue } from './conditions.ts';
import { heldIn, type Held, type Row, type Sql, type SqlStatement, type SqlValue } from './sql.ts';
import type { Change, SqlCounts } from './sql-counts.ts';
import type { Condition, Found, IndexEntry, Page } from './store.ts';

export interface SqlIndex {
  change(collection: string, key: string, change: Change): void;
  find(collection: string, where: readonly Condition[], page: Page): readonly Found[];
  tally(collection: string, where: readonly Condition[]): number;
  clear(): void;
}

/** Rows of one statement; a Durable Object takes no more than a hundred parameters. */
const mostAtOnce = 16;

export function openSqlIndex(sql: Sql, counts: SqlCounts): SqlIndex {
  const statements = new Map<string, SqlStatement>();
  const prepared = (text: string): SqlStatement => {
    const known = statements.get(text);
    if (known) return known;
    const made = sql.prepare(text);
    statements.set(text, made);
    return made;
  };
  const remove = sql.prepare('DELETE FROM entry WHERE collection = ? AND name = ? AND value = ? AND position = ?');
  const select = sql.prepare('SELECT position, entries, body FROM document WHERE collection = ? AND key = ?');
  const clear = sql.prepare('DELETE FROM entry');
  const walked =
    'FROM entry CROSS JOIN document ON document.collection = entry.collection AND document.key = entry.key ' +
    'WHERE entry.collection = ? AND entry.name = ? AND entry.value = ? AND entry.position > ? ORDER BY entry.position';
  const walk = sql.prepare(`SELECT document.key, document.position, document.entries, document.body ${walked}`);
  const walkPage = sql.prepare(`SELECT document.key, document.position, document.body ${walked} LIMIT ?`);

  const sizeOf =
    (collection: string) =>
    (condition: Condition): number => {
      if ('anyOf' in condition) {
        return condition.anyOf.reduce((sum, value) => sum + counts.having(collection, { name: condition.name, value }), 0);
      }
      const [text, values] = clauseOf(condition);
      const size = prepared(`SELECT count(*) AS size FROM (SELECT 1 FROM entry ${text} LIMIT ${longestGathering})`);
      return Number(size.get(collection, condition.name, ...values)?.['size']);
    };

  const approachTo = (collection: string, where: readonly Condition[], limit: number) =>
    approach(where, { limit, sizeOf: sizeOf(collection), entered: () => counts.of(collection).entered });

  /** Documents that the condition holds for behind position `after`, in order. */
  function* candidates(collection: string, condition: Condition, after: number): Generator<Held & { readonly key: string }> {
    const value = onlyValue(condition);
    if (value !== undefined) {
      for (const row of walk.iterate(collection, condition.name, value, after)) yield { ...heldIn(row), key: String(row['key']) };
      return;
    }
    const [text, values] = clauseOf(condition);
    const gather = prepared(`SELECT DISTINCT position, key FROM entry ${text} AND position > ? ORDER BY position`);
    for (const { key } of gather.all(collection, condition.name, ...values, after)) {
      const row = select.get(collection, String(key));
      if (row) yield { ...heldIn(row), key: String(key) };
    }
  }

  return {
    change(collection, key, { before, after, gone, come }) {
      for (const { name, value } of gone) remove.run(collection, name, value, before?.position ?? 0);
      for (let i = 0; i < come.length; i += mostAtOnce) {
        const rows = come.slice(i, i + mostAtOnce);
        const insert = prepared(
          `INSERT INTO entry (collection, name, value, position, key) VALUES ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
        );
        insert.run(...rows.flatMap(({ name, value }) => [collection, name, value, after?.position ?? 0, key]));
      }
    },
    find(collection, where, { after = 0, limit }) {
      const { driver, others } = approachTo(collection, where, limit);
      if (!driver || limit < 1) return [];
      const value = onlyValue(driver);
      if (value !== undefined && others.length === 0) return walkPage.all(collection, driver.name, value, after, limit).map(foundIn);
      const found: Found[] = [];
      for (const { key, document, position, entries } of candidates(collection, driver, after)) {
        if (!meetsAll(readEntries(entries), others)) continue;
        found.push({ key, document, position });
        if (found.length === limit) break;
      }
      return found;
    },
    tally(collection, where) {
      const { driver, others } = approachTo(collection, where, Infinity);
      if (!driver) return 0;
      if (others.length === 0) {
        const value = onlyValue(driver);
        if (value !== undefined) return counts.having(collection, { name: driver.name, value });
        const [text, values] = clauseOf(driver);
        const count = prepared(`SELECT count(DISTINCT position) AS documents FROM entry ${text}`);
        return Number(count.get(collection, driver.name, ...values)?.['documents']);
      }
      let documents = 0;
      for (const { entries } of candidates(collection, driver, 0)) if (meetsAll(readEntries(entries), others)) documents++;
      return documents;
    },
    clear: () => clear.run(),
  };
}

/** Rows of `entry` that suit the condition; the first two parameters are the collection and the name. */
function clauseOf(condition: Condition): readonly [text: string, values: readonly SqlValue[]] {
  const named = 'WHERE collection = ? AND name = ?';
  if ('anyOf' in condition) return [`${named} AND value IN (SELECT value FROM json_each(?))`, [JSON.stringify(condition.anyOf)]];
  const { from = '', to } = condition;
  return to === undefined ? [`${named} AND value >= ?`, [from]] : [`${named} AND value >= ? AND value < ?`, [from, to]];
}

const foundIn = (row: Row): Found => ({ key: String(row['key']), document: String(row['body']), position: Number(row['position']) });

/** Entries as one text, as a document's row has them; '' for none. */
export const writtenEntries = (entries: readonly IndexEntry[]): string =>
  entries.length === 0 ? '' : JSON.stringify(entries.flatMap(({ name, value }) => [name, value]));

export function readEntries(text: string): readonly IndexEntry[] {
  if (text === '') return [];
  const flat: readonly string[] = JSON.parse(text);
  return Array.from({ length: flat.length / 2 }, (_, i) => ({ name: flat[2 * i] ?? '', value: flat[2 * i + 1] ?? '' }));
}
