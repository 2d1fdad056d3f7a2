/** Whether one string, number or boolean meets the constraints its own schema puts on it; composition is the contract's to check. */
import type { Contract, Json, SchemaObject } from '../../contract/contract.ts';
import { FORMATS } from '../../contract/validation/formats.ts';

export type FitsLeaf = (schema: SchemaObject, value: Json) => boolean;

export function leafJudge({ matches }: Pick<Contract, 'matches'>): FitsLeaf {
  return (schema, value) => {
    if (!ofType(schema, value) || !amongValues(schema, value)) return false;
    if (typeof value === 'number') return inBounds(schema, value) && inFormat(schema, value);
    if (typeof value !== 'string') return true;
    return inLength(schema, value) && inFormat(schema, value) && (schema.pattern === undefined || matches(schema.pattern, value));
  };
}

export function typesOf(schema: SchemaObject): readonly string[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

function ofType(schema: SchemaObject, value: Json): boolean {
  const types = typesOf(schema);
  if (types.length === 0) return true;
  if (value === null) return types.includes('null');
  if (typeof value === 'number') return types.includes('number') || (types.includes('integer') && Number.isInteger(value));
  return types.includes(typeof value);
}

function amongValues(schema: SchemaObject, value: Json): boolean {
  if (schema.const !== undefined && schema.const !== value) return false;
  return schema.enum === undefined || schema.enum.includes(value);
}

function inBounds(schema: SchemaObject, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (minimum !== undefined && value < minimum) return false;
  if (maximum !== undefined && value > maximum) return false;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return false;
  if (multipleOf === undefined) return true;
  const times = value / multipleOf;
  return Math.abs(times - Math.round(times)) < 1e-8;
}

function inLength(schema: SchemaObject, value: string): boolean {
  if (schema.minLength === undefined && schema.maxLength === undefined) return true;
  const length = [...value].length;
  return length >= (schema.minLength ?? 0) && length <= (schema.maxLength ?? Infinity);
}

function inFormat({ format }: SchemaObject, value: string | number): boolean {
  const known = format === undefined ? undefined : FORMATS[format];
  return known === undefined || known.type !== typeof value || known.validate(value);
}
