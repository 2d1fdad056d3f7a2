/** Small values from schemas, for published shapes without an example that fits; it knows nothing of how answers are made. */
import fc from 'fast-check';
import type { Contract, Json, Schema, SchemaObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';

const byFormat: Readonly<Record<string, string>> = {
  uuid: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  date: '2026-01-31',
  'date-time': '2026-01-31T09:30:00Z',
  uri: 'https://example.org/x',
  email: 'a@example.org',
  byte: 'ZXhhbXBsZQ==',
};

/** A value that a schema seems to want, with what it requires and nothing more; the caller checks that it fits. */
export function sampleOf(contract: Contract, raw: Schema, depth = 0): Json {
  const schema = contract.resolve(raw);
  if (typeof schema === 'boolean' || depth > 12) return null;
  const inner = (one: Schema): Json => sampleOf(contract, one, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  if (depth > 0 && schema.example !== undefined) return schema.example;
  if (depth > 0 && schema.examples?.[0] !== undefined) return schema.examples[0];
  const alternatives = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].slice(0, 1);
  const parts = [...(schema.allOf ?? []), ...alternatives].map(inner);
  if (parts.length > 0) {
    const own = schema.properties === undefined ? [] : [members(contract, schema, depth)];
    const objects = [...own, ...parts].filter(isObject);
    return objects.length > 0 ? Object.assign({}, ...objects) : (parts[0] ?? null);
  }
  const type = typeof schema.type === 'string' ? schema.type : (schema.type?.find((one) => one !== 'null') ?? guessed(schema));
  if (type === 'object') return members(contract, schema, depth);
  if (type === 'array') return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => inner(schema.items ?? true));
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
  if (type === 'boolean') return true;
  return text(schema);
}

const guessed = (schema: SchemaObject): string => (schema.properties ? 'object' : schema.items ? 'array' : 'string');

function members(contract: Contract, { properties = {}, required = [] }: SchemaObject, depth: number): Json {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, member]) => [name, sampleOf(contract, member, depth + 1)]),
  );
}

function text({ pattern, format = '', minLength = 0, maxLength = 1_000 }: SchemaObject): string {
  if (pattern !== undefined) {
    try {
      return fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 1, numRuns: 1 })[0] ?? '';
    } catch {
      // A pattern that no sampler reads: any text will have to do.
    }
  }
  return (byFormat[format] ?? 'example').padEnd(minLength, 'x').slice(0, maxLength);
}
