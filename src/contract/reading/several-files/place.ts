/** A node of a contract that is being put together, by what holds it. */
import type { Json, JsonObject } from '../../contract.ts';
import { escapeToken, isObject } from '../../json.ts';
import type { Kind } from '../document-structure.ts';
import type { Draft } from '../read-document.ts';
import type { ContractFile } from './contract-files.ts';

export interface Place {
  readonly kind: Kind;
  readonly holder: Draft;
  readonly key: string;
  /** Where it stands in the document that is made. */
  readonly pointer: string;
  /** The file that it was written in, and where it stands there. */
  readonly file: ContractFile;
  readonly at: string;
}

export interface Reference extends JsonObject {
  readonly $ref: string;
}

export function isReference(node: Json | undefined): node is Reference {
  return isObject(node) && typeof node['$ref'] === 'string';
}

export function inside(place: Place, holder: Draft, key: string): Place {
  const token = `/${escapeToken(key)}`;
  return { ...place, holder, key, pointer: place.pointer + token, at: place.at + token };
}

/** The members of the map or list at a place. */
export function membersOf(place: Place, kind = place.kind): Place[] {
  const node = place.holder[place.key];
  if (typeof node !== 'object' || node === null) return [];
  return Object.keys(node).map((key) => ({ ...inside(place, node as Draft, key), kind })); // an array answers to its indices as an object does
}
