/** `nhs-sandbox workspaces show`: all that is known of a workspace, but for what is in it. */
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { flag } from '../options.ts';
import { aboutKeys, connect, organiserOptions } from '../remote/connection.ts';
import { findWorkspaces } from '../remote/find-workspace.ts';
import { told } from '../remote/told.ts';
import { workspaceLines } from './lines.ts';

export const workspacesShow = defineCommand({
  name: 'workspaces show',
  summary: 'Says what is known of a workspace.',
  usage: '[workspace] [options]',
  about: [aboutKeys],
  examples: [
    ['workspaces show', 'the one at --url'],
    ['workspaces show team-07 --json', 'one of many, for a program'],
  ],
  options: { json: flag('Print JSON.'), ...organiserOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 1) throw new UsageError('workspaces show wants one workspace');
    const remote = connect(others, words.length === 0 ? ['key'] : ['event-code', 'operator', 'key']);
    const [id] = await findWorkspaces(remote, words);
    const workspace = await told(
      remote,
      id === undefined ? remote.api.GET('/workspace') : remote.api.GET('/workspaces/{id}', { params: { path: { id } } }),
    );
    terminal.out(json ? JSON.stringify(workspace, undefined, 2) : workspaceLines(workspace, terminal));
    return 0;
  },
});
