/** Why a sandbox could not be opened, in words for whoever can do something about it. */
import { relative } from 'node:path';
import { OtherWorld } from '../../workspace/world-mark.ts';

const cannotBeOpened = new Set(['ERR_SQLITE_ERROR', 'EACCES', 'EROFS', 'EEXIST', 'ENOTDIR', 'EISDIR', 'EPERM']);

/** The failures that a user can do something about, told apart by the codes of Node and SQLite. */
export function whyNot(error: Error, { data = '', port, host }: { data: string | undefined; port: number; host: string }): string {
  const code = 'code' in error ? error.code : undefined;
  const file = relative('', data) || data;
  const elsewhere = 'Use --data <file> for another one, or --ephemeral for none.';
  if (code === 'EADDRINUSE') return `port ${port} is taken by another process. Use --port ${port + 1}, or --port 0 for any free one.`;
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `port ${port} may not be used without more rights. Use --port 8787.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `this machine has no address ${host}. Use --host 127.0.0.1.`;
  if (code === 'ERR_SQLITE_ERROR' && /locked/.test(error.message)) return `${file} is in use by another sandbox. ${elsewhere}`;
  if (code === 'ERR_SQLITE_ERROR' && /not a database/.test(error.message)) return `${file} is no SQLite file. ${elsewhere}`;
  if (error.name === 'NewerSchemaError') return `${file} was written by a later release: ${error.message}. ${elsewhere}`;
  if (error instanceof OtherWorld) return `${file}: ${error.message} ${elsewhere}`;
  if (data !== '' && cannotBeOpened.has(String(code))) {
    return `${file} cannot be opened for writing (${error.message}). ${elsewhere}`;
  }
  throw error;
}
