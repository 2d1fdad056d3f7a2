/** Keeps what a sandbox stores from the other users of a machine: folder 0700, files 0600, also those of an earlier release. */
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** What a folder of ours is called, or ends with. */
const ownFolder = /^\.sandbox$|\.workspaces$/;
const folderMode = 0o700;
const fileMode = 0o600;

/** What SQLite lays beside a database. It gives new ones the mode of the database itself. */
export const besides = ['-wal', '-shm', '-journal'];

/** Before the database is opened: makes it and its folder where they are missing. */
export function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: folderMode });
  closeSync(openSync(file, 'a', fileMode));
}

/** Once it has proved to be a database of ours. A folder that was there before and is somebody's own stays as it is. */
export function keepPrivate(file: string): void {
  const folder = dirname(file);
  if (ownFolder.test(basename(folder))) tighten(folder, folderMode);
  for (const beside of ['', ...besides]) tighten(file + beside, fileMode);
}

/** Where it is not there, not ours, or of a file system that knows no modes, nothing is lost by going on. */
function tighten(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EROFS') throw error;
  }
}
