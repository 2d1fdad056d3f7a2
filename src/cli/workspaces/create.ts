/** `nhs-sandbox workspaces create`: one workspace, or one for each team, with what to hand out. */
import { counted } from '../../contract/counted.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { largestSize } from '../../world/world.ts';
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { flag, integer, listOption, textOption } from '../options.ts';
import { aboutKeys, connect, eventOptions } from '../remote/connection.ts';
import { uploadOf } from '../remote/contract-upload.ts';
import { told } from '../remote/told.ts';
import { handOut, handOutOptions, prepareHandOut } from './hand-out.ts';

type Wishes = components['schemas']['Wishes'];

export const workspacesCreate = defineCommand({
  name: 'workspaces create',
  summary: 'Makes a workspace, or as many as a room needs.',
  usage: '[options]',
  about: [
    'Keys are shown this once. More than one workspace at a time wants the code of an event or the operator key; all are made, or none. ' +
      'Contracts that all workspaces of an event share are brought once: nhs-sandbox events contracts add.',
    aboutKeys,
  ],
  examples: [
    ['workspaces create --name my-prototype --hours 72', 'one for three days'],
    ['workspaces create --count 40 --prefix team --csv teams.csv --cards cards.html', 'team-01 to team-40, a list and cards to print'],
    ['workspaces create --json', 'for a program'],
  ],
  options: {
    count: integer('number', 'How many (1).', { initial: 1, min: 1, max: 100 }),
    prefix: textOption('word', 'What their names begin with: team makes team-01, team-02 …'),
    name: textOption('name', 'What the one is called.'),
    seed: integer('number', 'Draws another population and other generated values (42).', { initial: undefined, min: 0, max: 2 ** 31 - 1 }),
    population: integer('number', 'People in it (all there are).', { initial: undefined, min: 1000, max: largestSize }),
    clock: textOption('real|instant', 'Real time, or an instant to stand still at, as in 2026-01-01T00:00:00Z (real).'),
    hours: integer('number', 'How long it lives (24, or as long as its event).', { initial: undefined, min: 1, max: 720 }),
    contract: listOption('file', 'Serve this contract too, by its file or address; may be given again.', (typed) => typed),
    json: flag('Print JSON.'),
    ...handOutOptions,
    ...eventOptions,
  },
  async run({ count, prefix, name, seed, population, clock, hours, contract, json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError(`workspaces create takes options only; did you mean --name ${words[0]}?`);
    if (count > 1 && name !== undefined) throw new UsageError(`${count} workspaces want --prefix, and not --name`);
    const remote = connect(others, ['event-code', 'operator']);
    const contracts = await Promise.all(contract.map(uploadOf));
    const prepared = prepareHandOut(others);
    terminal.progress(`Making ${counted(count, 'workspace')} at ${remote.url} …`);
    // What was not said is left to the sandbox.
    const body: Wishes = {
      ...(count !== undefined && { count }),
      ...(name !== undefined && { name }),
      ...(prefix !== undefined && { prefix }),
      ...(seed !== undefined && { seed }),
      ...(population !== undefined && { population }),
      ...(clock !== undefined && { clock }),
      ...(hours !== undefined && { hours }),
      ...(contracts.length > 0 && { contracts }),
    };
    const making = told(remote, remote.api.POST('/workspaces', { body })).finally(() => terminal.progress(''));
    await handOut(making, { prepared, json, url: remote.url, terminal });
    return 0;
  },
});
