/** A folder for what test files of one run share: there while the run lasts. Every project sets it up, and it is the same one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderVariable } from '../made-once.ts';

export default function setup(): (() => void) | undefined {
  if (process.env[folderVariable] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-made-'));
  process.env[folderVariable] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
