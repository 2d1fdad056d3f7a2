/** Says when one of several files has been saved. Their folders are watched, since many editors replace a file rather than write to it. */
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A save can be several events; this many milliseconds of quiet end it. */
export const quiet = 100;

export interface Watching {
  stop(): void;
}

/**
 * Calls `changed` after any of the files was saved; `files` may have become other ones by then, and is asked again. Watching goes on
 * after a failure, of which `failed` is told.
 */
export function watchFiles(files: () => Iterable<string>, changed: () => Promise<void>, failed: (error: unknown) => void): Watching {
  let timer: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  /** Names of files by folder; the watchers of a folder look here, because a contract may come to refer to more of it. */
  const names = new Map<string, Set<string>>();

  function look(): void {
    for (const file of files()) {
      let [folder, name] = [dirname(file), basename(file)];
      // Of a folder that is still to come, the one that will hold it is watched.
      for (; !existsSync(folder) && folder !== dirname(folder); folder = dirname(folder)) name = basename(folder);
      names.set(folder, (names.get(folder) ?? new Set()).add(name));
      if (!watchers.has(folder)) watchers.set(folder, watchFolder(folder));
    }
  }

  const watchFolder = (folder: string): FSWatcher => watch(folder, (_, name) => notice(folder, name)).on('error', failed);

  function notice(folder: string, name: string | null): void {
    if (name === null || !names.get(folder)?.has(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => changed().then(look).catch(failed), quiet);
  }

  look();
  return {
    stop() {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
