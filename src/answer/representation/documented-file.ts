/** The bytes that answer where a contract documents a file: the one that an example holds, else the smallest of its type. */
import type { MediaType } from '../../contract/contract.ts';
import type { Call } from '../../mock/call.ts';
import type { Preferences } from '../preferences.ts';
import { fileOfType, publishedFile } from './file-of-type.ts';

interface DocumentedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly by: 'example' | 'generated';
}

export function documentedFile(call: Call, media: MediaType, type: string, preferences: Preferences): DocumentedFile {
  const examples = preferences.dynamic ? [] : media.examples;
  const asked = examples.filter(({ name }) => name === preferences.example);
  for (const { value } of asked.length > 0 ? asked : examples) {
    const bytes = typeof value === 'string' ? publishedFile(type, value) : undefined;
    if (bytes) return { bytes, by: 'example' };
  }
  const { bytes, isTrue } = fileOfType(type);
  if (!isTrue) call.note(`No file of the type ${type} is made here; the bytes sent only stand for one.`);
  return { bytes, by: 'generated' };
}
