/** Makes one document of a contract and the shared files it refers to: `./shared/x.yaml#/components/…` becomes `#/components/…`. */
import { isAbsolute, dirname, resolve } from 'node:path';
import type { Json } from '../../contract/contract.ts';
import { isObject, valueAt } from '../../contract/json.ts';
import type { Draft } from '../../contract/reading/read-document.ts';

/** Reads a YAML file, once. */
export type ReadFile = (path: string) => Draft;

/** `document` was read from `path`; it is changed in place. Throws with the reference and the file where it stands. */
export function inlineShared(document: Draft, path: string, read: ReadFile): void {
  /** New name of each thing taken over, by file and pointer; and which of them holds a name. */
  const taken = new Map<string, string>();
  const owners = new Map<string, string>();
  visit(document, path);

  function visit(node: Json, file: string): void {
    if (typeof node !== 'object' || node === null) return;
    const { $ref } = node as Draft;
    if (typeof $ref === 'string') (node as Draft)['$ref'] = here($ref, file);
    for (const child of Object.values(node as Draft)) visit(child, file);
  }

  function here($ref: string, file: string): string {
    const [target = '', pointer = ''] = $ref.split('#');
    const from = target === '' ? file : resolve(dirname(file), target);
    if (from === path) return `#${pointer}`;
    const [, section, name, ...deeper] = pointer.slice(1).split('/');
    if (/^[a-z]+:/i.test(target) || isAbsolute(target) || !pointer.startsWith('/components/') || !section || !name) {
      throw new Error(
        `${file}: "${$ref}" must name a component of a file beside it, such as ./shared/fhir-r4.yaml#/components/schemas/Period`,
      );
    }
    const key = `${from}#/components/${section}/${name}`;
    const known = taken.get(key) ?? takeOver({ key, from, section, name, $ref, file });
    return [`#/components/${section}/${known}`, ...deeper].join('/');
  }

  function takeOver(one: { key: string; from: string; section: string; name: string; $ref: string; file: string }): string {
    const { key, from, section, name, $ref, file } = one;
    const found = valueAt(read(from), `/components/${section}/${name}`);
    if (found === undefined) throw new Error(`${file}: "${$ref}" points at nothing`);
    const components = member(document, 'components');
    const ours = member(components, section);
    const owner = owners.get(`${section}/${name}`) ?? (name in ours ? path : undefined);
    if (owner !== undefined)
      throw new Error(`${file}: "${$ref}" and ${owner} both have a ${section} component called ${name}; rename one of them`);
    owners.set(`${section}/${name}`, from);
    taken.set(key, name);
    const copy = structuredClone(found);
    ours[name] = copy;
    visit(copy, from);
    return name;
  }
}

function member(node: Draft, name: string): Draft {
  const value = node[name];
  if (isObject(value)) return value as Draft; // part of the document that we are changing
  const made: Draft = {};
  node[name] = made;
  return made;
}
