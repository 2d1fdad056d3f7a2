/** `nhs-sandbox faults`: what goes wrong on purpose in a running sandbox. */
import { counted } from '../contract/counted.ts';
import { plainText } from '../contract/plain-text.ts';
import { effectOf } from '../gateway/faults/scenario.ts';
import type { components } from '../generated/sandbox-control.types.ts';
import { defineCommand, defineGroup } from './command.ts';
import { UsageError } from './failure.ts';
import { table } from './lay-out.ts';
import { flag, textOption } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { told } from './remote/told.ts';

type Fault = components['schemas']['Fault'];
type Match = NonNullable<Fault['match']>;

const effects =
  'Effects: status=404, quota, spike-arrest, gateway=503, latency=8000 (milliseconds), truncate=100 (bytes), slow-body=50 (bytes a second), drop, drop=100, stale.';

const add = defineCommand({
  name: 'faults add',
  summary: 'Has requests go wrong.',
  usage: '<effect> [options]',
  about: [effects, 'Without options it is for every request to a mock API; with several, all of them must hold.'],
  examples: [
    ['faults add quota --nth 1', 'the first request is one too many'],
    ['faults add latency=8000 --nth 2', 'the second takes eight seconds'],
    ['faults add gateway=503 --chance 0.1', 'one in ten finds nobody there'],
  ],
  options: {
    api: textOption('name', 'Only requests to this API.'),
    operation: textOption('id', 'Only of this operation.'),
    method: textOption('method', 'Only of this method.'),
    path: textOption('path', 'Only to this path; * stands for a segment, a last one for any rest.'),
    person: textOption('number', 'Only about the person of this NHS number.'),
    nth: textOption('n', 'Only the nth of them.'),
    every: textOption('n', 'Only every nth of them.'),
    chance: textOption('share', 'Only so many of them, from 0 to 1.'),
    ...workspaceOptions,
  },
  async run({ url, key, nth, every, chance, ...texts }, words, terminal) {
    const [word = ''] = words;
    const effect = words.length === 1 ? effectOf(word) : undefined;
    if (!effect) throw new UsageError(`faults add wants one effect. ${effects}`);
    const numbers = Object.entries({ nth, every, chance }).flatMap(([name, typed]) =>
      typed === undefined ? [] : [[name, numberIn(name, typed)]],
    );
    const said = Object.entries({ ...texts, method: texts.method?.toUpperCase() }).filter(([, typed]) => typed !== undefined);
    const match = Object.fromEntries([...said, ...numbers]) as Match; // the sandbox says what is wrong with a value
    const remote = connect({ url, key }, ['key']);
    const { faults } = await told(remote, remote.api.POST('/faults', { body: { match, effect } }));
    terminal.out(
      faults
        .map(({ id }) => `The fault ${plainText(id, 64)} is set. No more of it: nhs-sandbox faults remove ${plainText(id, 64)}`)
        .join('\n'),
    );
    return 0;
  },
});

function numberIn(name: string, typed: string): number {
  const number = Number(typed);
  if (typed.trim() === '' || Number.isNaN(number)) throw new UsageError(`--${name} wants a number, and not ${JSON.stringify(typed)}`);
  return number;
}

const profile = defineCommand({
  name: 'faults profile',
  summary: 'Has requests go wrong as on such a day, or lists such days.',
  usage: '[name] [options]',
  examples: [
    ['faults profile', 'what there is'],
    ['faults profile bad-day', 'some answers are late, some never come'],
  ],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const [name] = words;
    const remote = connect(values, ['key']);
    if (name === undefined) {
      const { profiles } = await told(remote, remote.api.GET('/faults/profiles'));
      terminal.out(
        table(
          ['Name', 'What happens'],
          profiles.map((one) => [plainText(one.name, 64), plainText(one.about, 200)]),
          terminal.bold,
        ),
      );
      return 0;
    }
    if (words.length > 1) throw new UsageError('faults profile wants one name');
    const { faults } = await told(remote, remote.api.POST('/faults', { body: { profile: name } }));
    terminal.out(`${counted(faults.length, 'fault')} set. No more of them: nhs-sandbox faults remove --all`);
    return 0;
  },
});

const list = defineCommand({
  name: 'faults list',
  summary: 'Lists what goes wrong on purpose, in the order in which it is asked.',
  usage: '[options]',
  examples: [['faults list', 'a table']],
  options: { json: flag('Print JSON.'), ...workspaceOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('faults list takes options only');
    const remote = connect(others, ['key']);
    const { faults } = await told(remote, remote.api.GET('/faults'));
    const rows = faults.map(({ id, match = {}, effect }) => [
      plainText(id, 64),
      plainText(JSON.stringify(effect), 100),
      plainText(JSON.stringify(match), 200),
    ]);
    if (json) terminal.out(JSON.stringify({ faults }, undefined, 2));
    else terminal.out(rows.length === 0 ? 'There are none.' : table(['Id', 'Effect', 'Requests'], rows, terminal.bold));
    return 0;
  },
});

const remove = defineCommand({
  name: 'faults remove',
  summary: 'Has one fault, or all of them, happen no more.',
  usage: '<id> | --all [options]',
  examples: [
    ['faults remove 1', 'by its id'],
    ['faults remove --all', 'nothing goes wrong any more'],
  ],
  options: { all: flag('All of them.'), ...workspaceOptions },
  async run({ all, ...others }, words, terminal) {
    const [id] = words;
    if (words.length > 1 || (id === undefined) !== all) throw new UsageError('faults remove wants an id, or --all');
    const remote = connect(others, ['key']);
    if (id === undefined) await told(remote, remote.api.DELETE('/faults'));
    else await told(remote, remote.api.DELETE('/faults/{id}', { params: { path: { id } } }));
    terminal.out(id === undefined ? 'Nothing goes wrong any more.' : `The fault ${plainText(id, 64)} is gone.`);
    return 0;
  },
});

export const command = defineGroup({
  name: 'faults',
  summary: 'Has requests to a running sandbox go wrong on purpose.',
  examples: [
    ['faults add quota --nth 1', 'the next request is one too many'],
    ['faults profile bad-day', 'some answers are late, some never come'],
    ['faults remove --all', 'nothing goes wrong any more'],
  ],
  commands: { list, add, remove, profile },
});
