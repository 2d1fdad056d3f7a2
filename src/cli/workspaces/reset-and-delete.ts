/** `nhs-sandbox workspaces reset` and `delete`: what was written in workspaces goes, or the workspaces themselves. */
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { aboutKeys, connect, organiserOptions } from '../remote/connection.ts';
import { findWorkspaces } from '../remote/find-workspace.ts';
import { told } from '../remote/told.ts';

export const workspacesReset = defineCommand({
  name: 'workspaces reset',
  summary: 'Deletes what was written in workspaces. Settings, contracts and snapshots stay.',
  usage: '<workspace…> [options]',
  about: [aboutKeys],
  examples: [['workspaces reset team-07 team-12', 'two of them']],
  options: organiserOptions,
  async run(values, words, terminal) {
    if (words.length === 0) throw new UsageError('workspaces reset wants workspaces; nhs-sandbox state reset resets the one at --url');
    const remote = connect(values, ['event-code', 'operator', 'key']);
    for (const [i, id] of (await findWorkspaces(remote, words)).entries()) {
      await told(remote, remote.api.POST('/workspaces/{id}/reset', { params: { path: { id } } }));
      terminal.out(`${words[i]} is as it was at the beginning.`);
    }
    return 0;
  },
});

export const workspacesRemove = defineCommand({
  name: 'workspaces delete',
  summary: 'Deletes workspaces with all that is in them.',
  usage: '<workspace…> [options]',
  about: ['At once, and for good: there is no way back.', aboutKeys],
  examples: [['workspaces delete team-07', 'one of them']],
  options: organiserOptions,
  async run(values, words, terminal) {
    if (words.length === 0) throw new UsageError('workspaces delete wants workspaces, each by its id or name');
    const remote = connect(values, ['event-code', 'operator', 'key']);
    for (const [i, id] of (await findWorkspaces(remote, words)).entries()) {
      await told(remote, remote.api.DELETE('/workspaces/{id}', { params: { path: { id } } }));
      terminal.out(`${words[i]} is gone.`);
    }
    return 0;
  },
});
