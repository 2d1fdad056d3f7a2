/** `nhs-sandbox workspaces rename` and `extend`: what a workspace is called, and when it ends. */
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { integer } from '../options.ts';
import { aboutKeys, connect, organiserOptions, type Remote } from '../remote/connection.ts';
import { findWorkspaces } from '../remote/find-workspace.ts';
import { dayAndTime } from '../remote/moment.ts';
import { told } from '../remote/told.ts';
import { named } from './lines.ts';

export const workspacesRename = defineCommand({
  name: 'workspaces rename',
  summary: 'Calls a workspace otherwise. Its address stays.',
  usage: '[workspace] <name> [options]',
  about: [aboutKeys],
  examples: [['workspaces rename team-07 "Ward round"', 'what the team calls itself']],
  options: organiserOptions,
  async run(values, words, terminal) {
    const name = words.at(-1);
    if (name === undefined || words.length > 2) throw new UsageError('workspaces rename wants a workspace, and what it shall be called');
    const remote = connect(values, words.length === 1 ? ['key'] : ['event-code', 'operator', 'key']);
    const [id] = await findWorkspaces(remote, words.slice(0, -1));
    terminal.out(`${named(await changed(remote, id, { name }))} is what it is called now.`);
    return 0;
  },
});

export const workspacesExtend = defineCommand({
  name: 'workspaces extend',
  summary: 'Moves the end of workspaces to so many hours from now.',
  usage: '[workspace…] [options]',
  about: [aboutKeys],
  examples: [['workspaces extend team-07 --hours 72', 'three more days']],
  options: { hours: integer('number', 'How many hours from now (24).', { initial: 24, min: 1, max: 720 }), ...organiserOptions },
  async run({ hours, ...others }, words, terminal) {
    const remote = connect(others, words.length === 0 ? ['key'] : ['event-code', 'operator', 'key']);
    const ids = await findWorkspaces(remote, words);
    for (const id of words.length === 0 ? [undefined] : ids) {
      const workspace = await changed(remote, id, { hours });
      terminal.out(`${named(workspace)} ends on ${workspace.expires === undefined ? 'no day' : dayAndTime(workspace.expires)}.`);
    }
    return 0;
  },
});

function changed(remote: Remote, id: string | undefined, body: { readonly name?: string; readonly hours?: number }) {
  return told(
    remote,
    id === undefined ? remote.api.PATCH('/workspace', { body }) : remote.api.PATCH('/workspaces/{id}', { params: { path: { id } }, body }),
  );
}
