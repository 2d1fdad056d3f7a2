/** Examples that are kept in files of their own, or refer to such files from inside their value. */
import { UNBOUNDED } from '../../work.ts';
import type { Json, JsonObject, Quirk } from '../../contract.ts';
import { isObject } from '../../json.ts';
import type { Draft } from '../read-document.ts';
import { readTree } from '../text/read-tree.ts';
import type { ContractFile, ContractFiles, NotRead } from './contract-files.ts';
import { readFileReference } from './file-reference.ts';
import { type Follower, WHY } from './follow.ts';
import type { Located, Locator } from './locate.ts';
import { isReference, type HeldNode, type Reference } from './place.ts';

/** What an Example Object (OpenAPI 3.2) is made of. */
const MEMBERS = new Set(['summary', 'description', 'value', 'externalValue', 'dataValue', 'serializedValue']);

/** Many contracts refer to the bare value where OpenAPI wants an Example Object. */
export function isExampleObject(node: Json): node is JsonObject {
  if (!isObject(node)) return false;
  const names = Object.keys(node).filter((name) => !name.startsWith('x-'));
  return names.some((name) => /value/i.test(name)) && names.every((name) => MEMBERS.has(name));
}

interface About {
  readonly entry: ContractFile;
  readonly files: ContractFiles;
  readonly locator: Locator;
  readonly follower: Follower;
  readonly quirks: Quirk[];
  /** Makes the reference point at where the target stands in the document. */
  point(place: HeldNode, node: Reference, target: Located): void;
}

export interface ExampleFiles {
  /** `externalValue` becomes the value: JSON and YAML are read, anything else is a text. */
  readExternal(place: HeldNode, example: Draft): void;
  /** References inside a value: a habit of contracts and not of OpenAPI, so what cannot be followed is left out and said. */
  visitValue(place: HeldNode): void;
}

export function exampleFiles({ entry, files, locator: { locate }, follower: { refuse }, quirks, point }: About): ExampleFiles {
  function leaveOut({ pointer, file }: HeldNode, ref: string, problem: NotRead['problem']): void {
    const message = `The example refers to "${ref}", which is left out: ${WHY[problem]}.`;
    quirks.push({ pointer, ...(file !== entry && { file: file.path }), effect: 'mended', message, reference: ref });
  }

  function visitReference(place: HeldNode, node: Reference): void {
    const { $ref } = node;
    if (place.file === entry && $ref.startsWith('#')) return;
    const read = readFileReference($ref, place.file.path);
    if (read === 'elsewhere') return;
    if (read === 'outside') return leaveOut(place, $ref, read);
    const file = files.tree(read.file);
    if ('problem' in file) return leaveOut(place, $ref, file.problem);
    const target = locate(file, read.fragment);
    if (target) point(place, node, target);
    else leaveOut(place, $ref, 'missing');
  }

  /** Files that are written into each other may go round. */
  const seen = new Set<Json>();

  return {
    readExternal(place, example) {
      const { externalValue } = example;
      if (typeof externalValue !== 'string' || example['value'] !== undefined) return;
      const read = readFileReference(externalValue, place.file.path);
      if (read === 'elsewhere') return;
      if (read === 'outside') return refuse(place, externalValue, read);
      const text = files.text(read.file);
      if (typeof text === 'string') {
        example['value'] = /\.(?:json|ya?ml)$/i.test(read.file) ? readTree({ name: read.file, text }, [], UNBOUNDED) : text;
        delete example['externalValue'];
      } else if (text.problem === 'not-text') leaveOut(place, externalValue, text.problem);
      else refuse(place, externalValue, text.problem);
    },
    visitValue(place) {
      const stack: Json[] = [place.holder[place.key] ?? null];
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        if (typeof node !== 'object' || node === null || seen.has(node)) continue;
        seen.add(node);
        if (isReference(node) && Object.keys(node).length === 1) visitReference(place, node);
        else for (const child of Object.values(node)) stack.push(child);
      }
    },
  };
}
