/** A leaf of a document (or a parameter) and all that is known of where it stands: what evidence is drawn from. */
import type { Json, JsonObject, SchemaObject } from '../../contract/contract.ts';
import { classify } from '../evidence/by-example.ts';
import { referred } from '../evidence/by-fhir-path.ts';
import type { Role } from '../roles/roles.ts';

export interface Leaf {
  /** The property's name; an array's items bear the array's. */
  readonly name: string;
  /** From the outside in: segments of the operation's path, names of components and properties above the leaf. */
  readonly context: readonly string[];
  /** With every `$ref` followed and every `allOf` merged. */
  readonly schema: SchemaObject;
  /** Where the schema stands in its document. */
  readonly pointer: string;
  /** Names declared beside it in the same object. */
  readonly beside: readonly string[];
  /** What is known of the values beside it: an identifier's `system`, an extension's `url`. */
  readonly siblings: JsonObject;
  /** The FHIR resource it belongs to and its path inside, without indexes: `Patient`, `name.given`. */
  readonly resource?: { readonly type: string; readonly path: string };
  /** A published value for it. */
  readonly example?: Json;
}

/** Where it stands in a list that a contract may spell as members: the second of `line`, `addressLine2` and `middleName` are 1. */
export function placeInList(name: string, index: number): number {
  const digit = /(?:line|address)[ _-]?([1-9])$/i.exec(name)?.[1];
  return index + (digit === undefined ? (/middle/i.test(name) ? 1 : 0) : Number(digit) - 1);
}

/** A role that some evidence speaks for, and how strongly (0 to 1). */
export interface Candidate {
  readonly role: Role;
  readonly weight: number;
}

export type Evidence = (leaf: Leaf) => readonly Candidate[];

export const NOTHING: readonly Candidate[] = [];

/** What tells a leaf from others of another meaning, without looking at it any closer. */
export interface RolePlace {
  readonly scope: { readonly words: string; readonly resource?: { readonly type: string } };
  readonly name: string;
  readonly pointer: string;
  readonly siblings: JsonObject;
  readonly example: Json | undefined;
}

/** The system, the url or what is referred to beside it decide what an identifier, an extension or a display means. */
export function roleKey({ scope, name, pointer, siblings, example }: RolePlace): string {
  const { system, url } = siblings;
  const beside = typeof system === 'string' ? system : typeof url === 'string' ? url : name === 'display' ? (referred(siblings) ?? '') : '';
  const unschooled = pointer === '' ? `${typeof example} ${classify(example ?? null) ?? ''}` : '';
  return `${pointer} ${scope.words} ${name} ${scope.resource?.type ?? ''} ${beside} ${unschooled}`;
}
