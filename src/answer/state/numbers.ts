/** Numbers keep the form a client sent them in (`1.0` stays `1.0`): FHIR decimals carry their precision in their digits (HL7 FHIR R4 §2.24.0.1). */
import type { Json } from '../../contract/contract.ts';
import { losesNumbers, parseLossless } from '../../contract/json.ts';

/** The JSON text of `value`, with every number written as the first of the `sources` that has the same number in the same place wrote it. */
export function textWithNumbers(value: Json, sources: readonly (string | undefined)[]): string {
  const trees = sources.flatMap((text) => (text === undefined || !losesNumbers(text) ? [] : [parseLossless(text)]));
  return JSON.stringify(trees.length === 0 ? value : trees.reduce((merged: unknown, tree) => keepForms(merged, tree), value));
}

interface RawNumber {
  readonly rawJSON: string;
}

const isRaw = (value: unknown): value is RawNumber => typeof value === 'object' && value !== null && 'rawJSON' in value;

function keepForms(value: unknown, source: unknown): unknown {
  if (isRaw(source)) return typeof value === 'number' && Number(source.rawJSON) === value ? source : value;
  if (Array.isArray(value) && Array.isArray(source)) return value.map((item, i) => keepForms(item, source[i]));
  if (typeof value === 'object' && value !== null && typeof source === 'object' && source !== null && !isRaw(value)) {
    const members = new Map(Object.entries(source));
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, keepForms(member, members.get(name))]));
  }
  return value;
}
