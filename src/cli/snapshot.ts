/** `nhs-sandbox snapshot`: points that a running sandbox can go back to. */
import { counted } from '../contract/counted.ts';
import { plainText } from '../contract/plain-text.ts';
import { defineCommand, defineGroup } from './command.ts';
import { UsageError } from './failure.ts';
import { table } from './lay-out.ts';
import { flag } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { minuteOf } from './remote/moment.ts';
import { told } from './remote/told.ts';

const take = defineCommand({
  name: 'snapshot take',
  summary: 'Keeps everything as it is now under a name.',
  usage: '<name> [options]',
  about: ['What clients have written, the settings and the clock. One of the same name is replaced; a workspace holds ten.'],
  examples: [['snapshot take before-the-demo', 'to go back to']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const name = oneName('take', words);
    const remote = connect(values, ['key']);
    const { rows, bytes } = await told(remote, remote.api.POST('/snapshots', { body: { name } }));
    terminal.out(`${name}: ${counted(rows, 'row')}, ${counted(bytes, 'byte')}. Back to it: nhs-sandbox snapshot restore ${name}`);
    return 0;
  },
});

const list = defineCommand({
  name: 'snapshot list',
  summary: 'Lists snapshots, in the order in which they were taken.',
  usage: '[options]',
  examples: [['snapshot list', 'a table']],
  options: { json: flag('Print JSON.'), ...workspaceOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('snapshot list takes options only');
    const remote = connect(others, ['key']);
    const { snapshots } = await told(remote, remote.api.GET('/snapshots'));
    const rows = snapshots.map(({ name, taken, rows: held, bytes }) => [plainText(name, 64), minuteOf(taken), String(held), String(bytes)]);
    if (json) terminal.out(JSON.stringify({ snapshots }, undefined, 2));
    else terminal.out(rows.length === 0 ? 'There are none.' : table(['Name', 'Taken (UTC)', 'Rows', 'Bytes'], rows, terminal.bold));
    return 0;
  },
});

const restore = defineCommand({
  name: 'snapshot restore',
  summary: 'Goes back to a snapshot, settings and clock included. What was written since is gone.',
  usage: '<name> [options]',
  examples: [['snapshot restore before-the-demo', 'as often as you like']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const name = oneName('restore', words);
    const remote = connect(values, ['key']);
    await told(remote, remote.api.POST('/snapshots/{name}/restore', { params: { path: { name } } }));
    terminal.out(`Everything is as it was at ${name}.`);
    return 0;
  },
});

const remove = defineCommand({
  name: 'snapshot delete',
  summary: 'Forgets a snapshot.',
  usage: '<name> [options]',
  examples: [['snapshot delete before-the-demo', 'by its name']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const name = oneName('delete', words);
    const remote = connect(values, ['key']);
    await told(remote, remote.api.DELETE('/snapshots/{name}', { params: { path: { name } } }));
    terminal.out(`${name} is forgotten.`);
    return 0;
  },
});

function oneName(command: string, words: readonly string[]): string {
  const [name] = words;
  if (name === undefined || words.length > 1) throw new UsageError(`snapshot ${command} wants a name`);
  return name;
}

export const command = defineGroup({
  name: 'snapshot',
  summary: 'Keeps the state of a running sandbox under a name, and goes back to it.',
  examples: [
    ['snapshot take before-the-demo', 'everything as it is now'],
    ['snapshot restore before-the-demo', 'back to it, as often as you like'],
  ],
  commands: { take, list, restore, delete: remove },
});
