/** `nhs-sandbox apps`: the applications that may ask a running sandbox for access tokens. */
import { plainText } from '../contract/plain-text.ts';
import { addApplication } from './apps/add.ts';
import { changeApplication } from './apps/change.ts';
import { findApplication } from './apps/find-application.ts';
import { defineCommand, defineGroup } from './command.ts';
import { UsageError } from './failure.ts';
import { table } from './lay-out.ts';
import { flag } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { told } from './remote/told.ts';

const list = defineCommand({
  name: 'apps list',
  summary: 'Lists applications, their API keys and the names of their public keys.',
  usage: '[options]',
  examples: [['apps list', 'in the order in which they were registered']],
  options: { json: flag('Print JSON.'), ...workspaceOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('apps list takes options only');
    const remote = connect(others, ['key']);
    const listed = await told(remote, remote.api.GET('/applications'));
    if (json) terminal.out(JSON.stringify(listed, undefined, 2));
    else if (listed.applications.length === 0) terminal.out('There are none.');
    else {
      const rows = listed.applications.map(({ id, name, apiKey, keys }) => [
        plainText(id, 64),
        plainText(name, 100),
        plainText(apiKey, 64),
        plainText(keys.map(({ kid }) => kid).join(' '), 200),
      ]);
      terminal.out(table(['Id', 'Name', 'API key', 'Keys'], rows, terminal.bold));
      terminal.out(`\nTokens: ${listed.tokenUrl}`);
    }
    return 0;
  },
});

const remove = defineCommand({
  name: 'apps remove',
  summary: 'Takes an application away; its tokens are unknown from then on.',
  usage: '<name> [options]',
  examples: [['apps remove "Ward board"', 'by its name or id']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const [named] = words;
    if (named === undefined || words.length > 1) throw new UsageError('apps remove wants one name');
    const remote = connect(values, ['key']);
    const { application } = await findApplication(remote, named);
    await told(remote, remote.api.DELETE('/applications/{id}', { params: { path: { id: application.id } } }));
    terminal.out(`${plainText(application.name, 100)} is gone.`);
    return 0;
  },
});

export const command = defineGroup({
  name: 'apps',
  summary: 'Registers the applications that ask for access tokens.',
  examples: [
    ['apps add "Ward board" --save ward-board.pem', 'with a key that the sandbox makes'],
    ['apps change "Ward board" --status revoked', 'and everything else that is said of it'],
    ['apps list', 'their API keys, and where tokens are given'],
  ],
  commands: { list, add: addApplication, change: changeApplication, remove },
});
