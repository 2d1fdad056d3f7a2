/** The members of an object schema with what their names mean, worked out once for each schema. */
import type { Schema, SchemaObject } from '../../contract/contract.ts';
import { escapeToken } from '../../contract/json.ts';
import { plainName, roleOf, type Role } from './roles.ts';

export interface Member {
  readonly key: string;
  /** The key, escaped for a JSON pointer. */
  readonly token: string;
  /** Without case, hyphens and underscores. */
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly role: Role | undefined;
}

export type MembersOf = (schema: SchemaObject, parent: string) => readonly Member[];

export function createMembersOf(): MembersOf {
  const known = new WeakMap<SchemaObject, Map<string, readonly Member[]>>();
  return (schema, parent) => {
    const byParent = known.get(schema) ?? new Map<string, readonly Member[]>();
    known.set(schema, byParent);
    const members = byParent.get(parent) ?? readMembers(schema, parent);
    byParent.set(parent, members);
    return members;
  };
}

function readMembers({ properties = {}, required = [] }: SchemaObject, parent: string): readonly Member[] {
  const keys = Object.keys(properties);
  const siblings = new Set(keys.map(plainName));
  return keys.map((key) => {
    const name = plainName(key);
    return {
      key,
      token: escapeToken(key),
      name,
      schema: properties[key] ?? true,
      required: required.includes(key),
      role: roleOf({ name, parent, siblings }),
    };
  });
}
