/** Where this machine keeps its workspaces: beside the data of the default one a folder, in it the registry and a SQLite file for each. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Store } from '../../workspace/store/store.ts';
import type { Stores } from '../../workspaces/local/open-workspaces.ts';
import { openNodeStore } from './file-store.ts';
import { besides } from './private-files.ts';

export interface WorkspaceFiles {
  readonly stores: Stores;
  /** Undefined where there is none and none is to be made. */
  registry(isToBeMade: boolean): Store | undefined;
  /** Bytes on disk of a workspace: never less than what is stored in it. */
  bytes(id: string): number;
}

export const workspacesFolder = (data: string): string => `${data}.workspaces`;

export function workspaceFiles(data: string): WorkspaceFiles {
  const folder = workspacesFolder(data);
  return {
    registry(isToBeMade) {
      const file = join(folder, 'registry.sqlite');
      return isToBeMade || existsSync(file) ? openNodeStore(file) : undefined;
    },
    bytes: (id) =>
      ['', '-wal'].reduce((sum, beside) => sum + (statSync(fileOf(folder, id) + beside, { throwIfNoEntry: false })?.size ?? 0), 0),
    stores: {
      open: ({ id }) => openNodeStore(fileOf(folder, id)),
      drop(id) {
        for (const beside of ['', ...besides]) rmSync(fileOf(folder, id) + beside, { force: true });
      },
    },
  };
}

/** Ids are hexadecimal. A name of somebody's choosing may differ from another by its case alone, and some mean something to a file system. */
function fileOf(folder: string, id: string): string {
  const isId = /^[0-9a-f]{48}$/.test(id);
  return join(folder, `${isId ? id : `name-${createHash('sha256').update(id).digest('hex').slice(0, 40)}`}.sqlite`);
}
