/** An attachment's size and hash are those of its data (https://hl7.org/fhir/R4/datatypes.html#Attachment: SHA-1, in base64). */
import { fromBase64, toBase64 } from '../../contract/base64.ts';
import { sha1 } from '@noble/hashes/legacy.js';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Edit } from '../binding/edits.ts';

export function attachmentEdits(value: JsonObject): readonly Edit[] {
  const edits: Edit[] = [];
  const visit = (node: Json, tokens: readonly string[]): void => {
    if (isArray(node)) for (const [index, item] of node.entries()) visit(item, [...tokens, String(index)]);
    else if (isObject(node)) {
      edits.push(...ofAttachment(node, tokens));
      for (const [name, member] of Object.entries(node)) if (typeof member === 'object') visit(member, [...tokens, name]);
    }
  };
  visit(value, []);
  return edits;
}

function ofAttachment({ data, size, hash }: JsonObject, tokens: readonly string[]): readonly Edit[] {
  if (typeof data !== 'string' || (size === undefined && hash === undefined)) return [];
  const bytes = bytesOf(data);
  if (!bytes) return [];
  return [
    ...(size === undefined ? [] : [{ tokens: [...tokens, 'size'], value: typeof size === 'string' ? String(bytes.length) : bytes.length }]),
    ...(typeof hash === 'string' ? [{ tokens: [...tokens, 'hash'], value: toBase64(sha1(bytes)) }] : []),
  ];
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return fromBase64(base64);
  } catch {
    return undefined; // not base64: then there is nothing to measure
  }
}
