/** Reads a table by the schema of its rows: objects by the names in its first row, lists, or single values. */
import type { Checked, Json } from '../contract.ts';
import { bodyShape, escapeToken, shapeProblem } from '../json.ts';
import { LARGEST_BODY_BYTES } from '../limits.ts';
import type { ValueShape } from '../value-shape.ts';
import type { Malformed } from './form-entry.ts';
import { type ReadText, settleReadings, type SettledBody } from './settle-readings.ts';

export function tableValue(
  rows: readonly (readonly string[])[],
  { items, check }: { readonly items: ValueShape; readonly check: (value: Json) => Checked },
): SettledBody | Malformed {
  const [names = [], ...records] = rows;
  const { members, items: cells } = items;
  if (members) {
    const uneven = records.findIndex((row) => row.length !== names.length);
    if (uneven >= 0)
      return {
        malformed: `Row ${uneven + 2} of the table has ${records[uneven]?.length ?? 0} values, and its first row names ${names.length}.`,
      };
  }
  const settled = settleReadings((read) => {
    if (members) return records.map((row, index) => record(names, row, { shape: items, at: `/${index}`, read }));
    if (cells) return rows.map((row, index) => row.map((text, place) => read(cells, text, `/${index}/${place}`)));
    return rows.map(([text = ''], index) => read(items, text, `/${index}`));
  }, check);
  const problem = shapeProblem(settled.value, bodyShape(LARGEST_BODY_BYTES));
  return problem ? { malformed: problem.message } : settled;
}

interface RecordPlace {
  readonly shape: ValueShape;
  readonly at: string;
  readonly read: ReadText;
}

/** A cell left empty is a member left out, unless an empty text or null is a value of it. */
function record(names: readonly string[], row: readonly string[], { shape, at, read }: RecordPlace): Json {
  return Object.fromEntries(
    names.flatMap((name, index): [string, Json][] => {
      const text = row[index] ?? '';
      const member = shape.members?.get(name) ?? shape.others;
      const scalars = member?.scalars ?? [];
      if (text === '' && scalars.length > 0 && !scalars.includes('string') && !scalars.includes('null')) return [];
      return [[name, read(member, text, `${at}/${escapeToken(name)}`)]];
    }),
  );
}
