/** `nhs-sandbox stubs`: what some requests to a running sandbox are answered in the place of what the contract says. */
import { counted } from '../contract/counted.ts';
import { plainText } from '../contract/plain-text.ts';
import { defineCommand, defineGroup } from './command.ts';
import { UsageError } from './failure.ts';
import { table } from './lay-out.ts';
import { flag } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { readStubs } from './remote/read-stubs.ts';
import { told } from './remote/told.ts';

const list = defineCommand({
  name: 'stubs list',
  summary: 'Lists stubs, and how often each answered.',
  usage: '[options]',
  examples: [['stubs list', 'the oldest first']],
  options: { json: flag('Print JSON.'), ...workspaceOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('stubs list takes options only');
    const remote = connect(others, ['key']);
    const listed = await told(remote, remote.api.GET('/stubs'));
    if (json) terminal.out(JSON.stringify(listed, undefined, 2));
    else if (listed.stubs.length === 0) terminal.out('There are none.');
    else {
      const rows = listed.stubs.map(({ id, used, match = {}, about = '' }) => [
        plainText(id, 64),
        counted(used, 'answer'),
        plainText(about || JSON.stringify(match), 200),
      ]);
      terminal.out(table(['Id', 'Used', 'For'], rows, terminal.bold));
    }
    return 0;
  },
});

const add = defineCommand({
  name: 'stubs add',
  summary: 'Adds the stubs of a file, or replaces those of the same ids.',
  usage: '<file> [options]',
  about: ['YAML or JSON: one stub, or a list of them. - reads the standard input.'],
  examples: [['stubs add stubs.yaml', 'from the next request on']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const [file] = words;
    if (file === undefined || words.length > 1) throw new UsageError('stubs add wants one file, or - for the standard input');
    const stubs = readStubs(file);
    const remote = connect(values, ['key']);
    for (const body of stubs) {
      const { id, warnings } = await told(remote, remote.api.POST('/stubs', { body }));
      terminal.out([`${id} answers.`, ...warnings.map((warning) => `  ${plainText(warning, 500)}`)].join('\n'));
    }
    return 0;
  },
});

const remove = defineCommand({
  name: 'stubs remove',
  summary: 'Deletes a stub.',
  usage: '<id> [options]',
  examples: [['stubs remove nobody-home', 'by its id']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const [id] = words;
    if (id === undefined || words.length > 1) throw new UsageError('stubs remove wants one id');
    const remote = connect(values, ['key']);
    await told(remote, remote.api.DELETE('/stubs/{id}', { params: { path: { id } } }));
    terminal.out(`${plainText(id, 64)} answers no more.`);
    return 0;
  },
});

const clear = defineCommand({
  name: 'stubs clear',
  summary: 'Deletes all stubs.',
  usage: '[options]',
  examples: [['stubs clear', 'everything is answered by the contract again']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    if (words.length > 0) throw new UsageError('stubs clear takes options only');
    const remote = connect(values, ['key']);
    await told(remote, remote.api.DELETE('/stubs'));
    terminal.out('There are none any more.');
    return 0;
  },
});

export const command = defineGroup({
  name: 'stubs',
  summary: 'Has some requests answered as you say.',
  examples: [
    ['stubs add stubs.yaml', 'answers that you wrote'],
    ['stubs list', 'what there is, and how often each answered'],
  ],
  commands: { list, add, remove, clear },
});
