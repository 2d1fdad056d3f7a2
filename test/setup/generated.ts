/** Before any test: what was generated knows every file of `mocks/` that the sandbox looks for. A rule that nobody asks would pass for one that fails. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { apiFolders, mocksModule, peopleModule } from '../../src/cli/build/api-folders.ts';

export default function setup(): void {
  const root = resolve(import.meta.dirname, '../..');
  const folders = apiFolders(join(root, 'mocks'));
  for (const [name, module] of [
    ['mocks.ts', mocksModule],
    ['people.ts', peopleModule],
  ] as const) {
    const generated = readFileSync(join(root, 'src/generated', name), 'utf8');
    if (generated !== module(folders, '../../mocks')) throw new Error('A file of mocks/ is new or gone: npm run generate');
  }
}
