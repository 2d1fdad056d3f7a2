/** `nhs-sandbox workspaces fork`: a new workspace with everything that was changed in another. */
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { flag, integer, textOption } from '../options.ts';
import { aboutKeys, connect, organiserOptions } from '../remote/connection.ts';
import { findWorkspaces } from '../remote/find-workspace.ts';
import { told } from '../remote/told.ts';
import { handOut, handOutOptions, prepareHandOut } from './hand-out.ts';

export const workspacesFork = defineCommand({
  name: 'workspaces fork',
  summary: 'Makes a workspace with everything that was changed in another.',
  usage: '[workspace] [options]',
  about: ['Data, settings and contracts are copied; what is written in one of them afterwards is not seen in the other.', aboutKeys],
  examples: [['workspaces fork team-01 --name late-team', 'for a team that comes late']],
  options: {
    name: textOption('name', 'What the new one is called.'),
    hours: integer('number', 'How long it lives (as long as the other).', { initial: undefined, min: 1, max: 720 }),
    json: flag('Print JSON.'),
    ...handOutOptions,
    ...organiserOptions,
  },
  async run({ name, hours, json, ...others }, words, terminal) {
    if (words.length > 1) throw new UsageError('workspaces fork wants one workspace');
    const remote = connect(others, words.length === 0 ? ['key'] : ['event-code', 'operator', 'key']);
    const [id] = await findWorkspaces(remote, words);
    const prepared = prepareHandOut(others);
    const body = { ...(name !== undefined && { name }), ...(hours !== undefined && { hours }) };
    const forking =
      id === undefined
        ? remote.api.POST('/workspace/fork', { body })
        : remote.api.POST('/workspaces/{id}/fork', { params: { path: { id } }, body });
    await handOut(told(remote, forking), { prepared, json, url: remote.url, terminal });
    return 0;
  },
});
