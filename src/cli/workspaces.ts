/** `nhs-sandbox workspaces`: isolated copies of a running sandbox, one for each team, branch or shard. */
import { defineGroup } from './command.ts';
import { aboutKeys } from './remote/connection.ts';
import { workspacesCreate } from './workspaces/create.ts';
import { workspacesList } from './workspaces/list.ts';
import { workspacesExtend, workspacesRename } from './workspaces/change.ts';
import { workspacesFork } from './workspaces/fork.ts';
import { workspacesRemove, workspacesReset } from './workspaces/reset-and-delete.ts';
import { workspacesRotateKey } from './workspaces/rotate-key.ts';
import { workspacesShow } from './workspaces/show.ts';

export const command = defineGroup({
  name: 'workspaces',
  summary: 'Makes isolated copies of a running sandbox, and looks after them.',
  about: [
    'Each workspace has an address of its own, and data, settings and contracts that no other one sees. It is meant by its id, or by its ' +
      'name where you may list it; where none is named, the one at --url is meant.',
    aboutKeys,
  ],
  examples: [
    ['workspaces create', 'one, with its address and key'],
    ['workspaces create --count 40 --prefix team --cards cards.html', 'one for each team, with cards to print'],
    ['workspaces list', 'what they did, and when they end'],
    ['workspaces reset team-07', 'as if nobody had written anything'],
    ['workspaces fork team-01 --name late-team', 'with everything that team-01 has changed'],
  ],
  commands: {
    create: workspacesCreate,
    list: workspacesList,
    show: workspacesShow,
    rename: workspacesRename,
    extend: workspacesExtend,
    'rotate-key': workspacesRotateKey,
    reset: workspacesReset,
    fork: workspacesFork,
    delete: workspacesRemove,
  },
});
