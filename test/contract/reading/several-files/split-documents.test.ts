/** Published documents, taken apart into files as their authors keep them, are put together to what they were. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Json } from '../../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../../src/contract/json.ts';
import { loadContract } from '../../../../src/contract/load.ts';

const folder = resolve(import.meta.dirname, '../../../../../shared/specs');
const published = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

type Draft = { [key: string]: Json };

/** Every component and every path in a file of its own, in JSON and YAML by turns; references go from file to file. */
function takenApart(document: Draft): { readonly entry: string; readonly files: ReadonlyMap<string, string> } {
  const files = new Map<string, string>();
  const places = new Map<string, string>();
  const components = (document['components'] ?? {}) as Draft;
  const put = (path: string, node: Json, index: number): void => {
    const text =
      index % 2 === 0 ? JSON.stringify(node) : stringify(node, { aliasDuplicateObjects: false, lineWidth: 0, blockQuote: 'literal' });
    files.set(`${path}.${index % 2 === 0 ? 'json' : 'yaml'}`, text);
  };
  const ending = (index: number): string => (index % 2 === 0 ? 'json' : 'yaml');
  for (const [section, parts] of Object.entries(components)) {
    if (section === 'securitySchemes') continue;
    Object.keys(parts as Draft).forEach((name, index) =>
      places.set(`#/components/${section}/${name}`, `components/${section}/${name}.${ending(index)}`),
    );
  }
  const moved = (node: Json, from: string): Json => {
    if (isArray(node)) return node.map((item) => moved(item, from));
    if (!isObject(node)) return node;
    const up = '../'.repeat(from.split('/').length - 1);
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        const place = key === '$ref' ? places.get(String(value)) : undefined;
        return [key, place === undefined ? moved(value, from) : up + encodeURI(place)];
      }),
    );
  };
  for (const [section, parts] of Object.entries(components)) {
    if (section === 'securitySchemes') continue;
    Object.entries(parts as Draft).forEach(([name, node], index) =>
      put(`components/${section}/${name}`, moved(node, `components/${section}/x`), index),
    );
  }
  const paths: Draft = {};
  Object.entries((document['paths'] ?? {}) as Draft).forEach(([key, item], index) => {
    put(`paths/path-${index}`, moved(item, 'paths/x'), index);
    paths[key] = { $ref: `paths/path-${index}.${ending(index)}` };
  });
  const { securitySchemes } = components;
  return { entry: JSON.stringify({ ...document, paths, components: securitySchemes === undefined ? {} : { securitySchemes } }), files };
}

/** References to more, or less, than a component: the test would have to take those apart in another way. */
const DEEPER = /"\$ref": ?"#\/(?!components\/[^/"]+\/[^/"]+")/;

describe.skipIf(published.length === 0)('published documents', () => {
  test.each(published)('%s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).not.toMatch(DEEPER);
    const { entry, files } = takenApart(JSON.parse(text) as Draft);
    const whole = loadContract({ name: file, text });
    const together = loadContract({
      name: file,
      text: entry,
      beside: (path) => {
        const found = files.get(path);
        return found === undefined ? { problem: 'missing' } : { text: found };
      },
    });
    expect(JSON.stringify(together.operations)).toBe(JSON.stringify(whole.operations));
    expect(together.quirks.map(({ effect, pointer }) => `${effect} ${pointer}`).toSorted()).toEqual(
      whole.quirks.map(({ effect, pointer }) => `${effect} ${pointer}`).toSorted(),
    );
    // A component that nothing refers to has no way into the document.
    const names = (contract: typeof whole): string[] =>
      Object.keys(((contract.document['components'] as Draft)['schemas'] ?? {}) as Draft).toSorted();
    expect(names(whole)).toEqual(expect.arrayContaining(names(together)));
    for (const operation of together.operations) {
      const [at, twin] = [operation, whole.operations.find(({ id }) => id === operation.id)].map((one) => one?.body?.content[0]);
      for (const { value } of at?.examples ?? []) {
        if (at?.schema && twin?.schema) expect(together.check(at.schema, value)).toEqual(whole.check(twin.schema, value));
      }
    }
  });
});
