/** Says when a file has been saved. Its folder is watched, since many editors replace a file rather than write to it. */
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A save can be several events; this many milliseconds of quiet end it. */
export const quiet = 100;

/** Calls `changed` after any of the files was saved; gives the function that ends the watch. */
export function watchFiles(files: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = [...Map.groupBy(files, dirname)].map(([folder, inside]) => {
    const names = new Set(inside.map((file) => basename(file)));
    return watch(folder, (_, name) => {
      if (name === null || !names.has(name)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, quiet);
    });
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
