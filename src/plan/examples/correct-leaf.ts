/** What was meant by a value that its schema refuses: the same value in another type or spelling, where one fits. */
import type { Json, SchemaObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { type FitsLeaf, typesOf } from '../../meaning/schema/leaf-constraints.ts';
import { joined } from '../../meaning/words.ts';

/** Undefined where nothing that the value could mean fits. */
export function corrected(schema: SchemaObject, value: Json, fits: FitsLeaf): Json | undefined {
  return meanings(schema, value).find((meant) => meant !== value && fits(schema, meant));
}

function meanings(schema: SchemaObject, value: Json): readonly Json[] {
  if (isArray(value)) return value.length > 0 ? [value[0] ?? null] : [];
  if (isObject(value) || value === null) return [];
  const text = String(value);
  const words = (schema.enum ?? []).filter((word) => word !== null && joined(String(word)) === joined(text));
  const numbers = text.trim() !== '' && Number.isFinite(Number(text)) ? [Number(text), Math.round(Number(text))] : [];
  const flags = /^(true|false)$/i.test(text.trim()) ? [text.trim().toLowerCase() === 'true'] : [];
  return [
    ...words,
    ...numbers,
    ...flags,
    ...(typesOf(schema).includes('string') || schema.type === undefined ? spellings(schema, text) : []),
  ];
}

function spellings({ maxLength }: SchemaObject, text: string): readonly string[] {
  const trimmed = text.trim();
  const bare = trimmed.replace(/[\s-]+/g, '');
  const short = maxLength === undefined || [...trimmed].length <= maxLength ? [] : [[...trimmed].slice(0, maxLength).join('').trim()];
  return [
    text,
    trimmed,
    ...dates(trimmed),
    trimmed.toUpperCase(),
    trimmed.toLowerCase(),
    bare,
    bare.toUpperCase(),
    encodeURI(trimmed),
    ...short,
  ];
}

/** A date as a date and time, and the other way round; `23/02/2026` as the rest of the world writes it. */
function dates(text: string): readonly string[] {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return [];
  const date = iso.slice(0, 10);
  const [time = '00:00:00'] = /\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?/.exec(iso.slice(10)) ?? [];
  const [zone = 'Z'] = /(?:Z|[+-]\d{2}:\d{2})$/i.exec(iso.slice(10)) ?? [];
  const whole = `${date}T${time.length === 5 ? `${time}:00` : time}`;
  return [iso, `${whole}${zone.toUpperCase()}`, whole, date];
}
