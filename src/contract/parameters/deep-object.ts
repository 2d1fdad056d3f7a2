/** A parameter of style `deepObject`: `filter[status]=a&filter[made][from]=b`. OpenAPI defines one level; clients and servers agree on more. */
import { formValue } from '../bodies/form-value.ts';
import type { FormEntry } from '../bodies/form-entry.ts';
import { settleReadings, type SettledBody } from '../bodies/settle-readings.ts';
import type { Checked, Json, Parameter } from '../contract.ts';
import { escapeToken, isObject } from '../json.ts';
import type { ValueShape } from '../value-shape.ts';
import { decodeText, type Query } from './query.ts';

export interface DeepObject {
  readonly parameter: Parameter;
  readonly shape: ValueShape;
  check(value: Json): Checked;
}

/** Undefined where the query has none of it, 'broken' where the encoding of a text is. */
export function readDeepObject({ parameter: { name }, shape, check }: DeepObject, query: Query): SettledBody | 'broken' | undefined {
  const entries: FormEntry[] = [];
  for (const [full, texts] of query.texts) {
    if (!full.startsWith(`${name}[`) || !full.endsWith(']')) continue;
    for (const encoded of texts) {
      const text = decodeText(encoded);
      if (text === undefined) return 'broken';
      entries.push({ name: full, text });
    }
  }
  if (entries.length === 0) return undefined;
  const around: ValueShape = { scalars: [], items: undefined, members: new Map([[name, shape]]), others: undefined, parts: [] };
  const outside = `/${escapeToken(name)}`.length;
  return settleReadings((read) => {
    const value = formValue(around, entries, {
      encoding: new Map(),
      read: (one, text, pointer) => read(one, text, pointer.slice(outside)),
      files: new Map(),
      repeated: new Set(),
    });
    return (isObject(value) ? value[name] : undefined) ?? {};
  }, check);
}
