/** A node of a contract that is being put together, by what holds it. */
import type { Json, JsonObject } from '../../contract.ts';
import { escapeToken, isObject } from '../../json.ts';
import type { NodeKind } from '../document-structure.ts';
import type { Draft } from '../read-document.ts';
import type { ContractFile } from './contract-files.ts';

export interface HeldNode {
  readonly kind: NodeKind;
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

export function nodeIn(place: HeldNode, holder: Draft, key: string): HeldNode {
  const token = `/${escapeToken(key)}`;
  return { ...place, holder, key, pointer: place.pointer + token, at: place.at + token };
}

/** The members of the map or list at a place. */
export function nodesIn(place: HeldNode, kind = place.kind): HeldNode[] {
  const node = place.holder[place.key];
  if (typeof node !== 'object' || node === null) return [];
  return Object.keys(node).map((key) => ({ ...nodeIn(place, node as Draft, key), kind })); // an array answers to its indices as an object does
}
