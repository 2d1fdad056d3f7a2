/** Values read from texts: a text that could be several things is read as the likeliest, and as another where the contract refuses that. */
import type { Checked, Json, LenientCheck, SchemaFault } from '../contract.ts';
import { changedAt } from '../json-edit.ts';
import { tokensOf } from '../json-pointer.ts';
import { sayRelaxed } from '../validation/lenient-check.ts';
import { readingsOf, type ValueShape } from '../value-shape.ts';

/** Reads one text that stands at a pointer of the value. */
export type ReadText = (shape: ValueShape | undefined, text: string, pointer: string) => Json;

export interface SettledBody {
  readonly value: Json;
  readonly faults: readonly SchemaFault[];
  /** Of the form of a FHIR search, by name: all that was sent where the schema, and so the value, has room for one. */
  readonly several?: Readonly<Record<string, Json>>;
  /** The value is for the check alone: what is kept are the bytes, as they came. */
  readonly asBytes?: true;
  /** What the explanation of the request should say of how it was read. */
  readonly notes?: readonly string[];
}

/** What every value passes where a contract gives no schema. */
export function checkOf(lenient: LenientCheck | undefined): (value: Json) => Checked {
  return (value) => lenient?.check(value) ?? { faults: [], relaxed: [] };
}

/** How often faults may lead to other readings before they stand. */
const ROUNDS = 8;

export function settleReadings(make: (read: ReadText) => Json, check: (value: Json) => Checked): SettledBody {
  const others = new Map<string, Json[]>();
  const likeliest = make((shape, text, pointer) => {
    if (!shape) return text;
    const [first = text, ...rest] = readingsOf(shape, text);
    if (rest.length > 0) others.set(pointer, rest);
    return first;
  });
  const first = check(likeliest);
  let value = likeliest;
  let checked = first;
  for (let round = 0; round < ROUNDS && checked.faults.length > 0; round++) {
    const before = value;
    for (const { pointer } of checked.faults) {
      const other = others.get(pointer)?.shift();
      if (other !== undefined) value = changedAt(value, tokensOf(pointer), other);
    }
    if (value === before) break;
    checked = check(value);
  }
  const isRight = checked.faults.length === 0;
  const { faults, relaxed } = isRight ? checked : first;
  return { value: isRight ? value : likeliest, faults, notes: relaxed.map(sayRelaxed) };
}
