/** Bodies that cannot be read, though their contract says what is in them: they are taken as they come, and not held to it. */
import type { Contract, MediaType } from '../contract.ts';
import { essenceOf, formOf } from '../media-type.ts';

export function isUnreadBody({ resolve }: Contract, { type, schema }: MediaType): boolean {
  if (essenceOf(type).startsWith('multipart/')) return essenceOf(type) !== 'multipart/form-data';
  if (formOf(type) !== 'bytes' || !schema) return false;
  const told = resolve(schema.schema);
  return typeof told === 'object' && (told.type === 'object' || told.type === 'array' || told.properties !== undefined);
}
