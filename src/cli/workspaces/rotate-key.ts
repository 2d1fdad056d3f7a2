/** `nhs-sandbox workspaces rotate-key`: another key, for a team that lost its own, or that showed it to too many. */
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { flag, integer } from '../options.ts';
import { aboutKeys, connect, organiserOptions } from '../remote/connection.ts';
import { findWorkspaces } from '../remote/find-workspace.ts';
import { dayAndTime } from '../remote/moment.ts';
import { told } from '../remote/told.ts';

export const workspacesRotateKey = defineCommand({
  name: 'workspaces rotate-key',
  summary: 'Gives a workspace another key. The old one opens it no longer.',
  usage: '[workspace] [options]',
  about: [aboutKeys],
  examples: [
    ['workspaces rotate-key team-07', 'for a team that lost its key'],
    ['workspaces rotate-key --overlap 10', 'the old one opens it for ten more minutes'],
  ],
  options: {
    overlap: integer('minutes', 'For so long the old key opens it as well (0).', { initial: 0, min: 0, max: 60 }),
    json: flag('Print JSON.'),
    ...organiserOptions,
  },
  async run({ overlap, json, ...others }, words, terminal) {
    if (words.length > 1) throw new UsageError('workspaces rotate-key wants one workspace');
    const remote = connect(others, words.length === 0 ? ['key'] : ['event-code', 'operator', 'key']);
    const [id] = await findWorkspaces(remote, words);
    const body = { overlapMinutes: overlap };
    const rotated = await told(
      remote,
      id === undefined
        ? remote.api.POST('/workspace/rotate-key', { body })
        : remote.api.POST('/workspaces/{id}/rotate-key', { params: { path: { id } }, body }),
    );
    const { managementKey, oldKeyUntil } = rotated;
    terminal.out(json ? JSON.stringify(rotated, undefined, 2) : managementKey);
    terminal.error(`This is shown once.${oldKeyUntil === undefined ? '' : ` The old key opens it until ${dayAndTime(oldKeyUntil)}.`}`);
    return 0;
  },
});
