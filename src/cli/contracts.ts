/** `nhs-sandbox contracts`: contracts of one's own in a running sandbox. */
import type { components } from '../generated/sandbox-control.types.ts';
import { counted } from '../contract/counted.ts';
import { plainText } from '../contract/plain-text.ts';
import { addContracts, addOptions } from './contracts/add-contracts.ts';
import { defineCommand, defineGroup } from './command.ts';
import { UsageError } from './failure.ts';
import { table } from './lay-out.ts';
import { flag } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { told } from './remote/told.ts';

type Understood = components['schemas']['UnderstoodContract'];

const list = defineCommand({
  name: 'contracts list',
  summary: 'Lists the contracts that were brought, and how each operation is answered.',
  usage: '[options]',
  examples: [['contracts list --json', 'with every guess in words']],
  options: { json: flag('Print JSON.'), ...workspaceOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('contracts list takes options only');
    const remote = connect(others, ['key']);
    const { contracts: brought } = await told(remote, remote.api.GET('/contracts'));
    // One by one: planning every operation of a contract takes a while.
    const contracts: Understood[] = [];
    for (const { slug } of brought)
      contracts.push(await told(remote, remote.api.GET('/contracts/{name}', { params: { path: { name: slug } } })));
    if (json) terminal.out(JSON.stringify({ contracts }, undefined, 2));
    else if (contracts.length === 0) terminal.out('None was brought.');
    for (const { slug, title, base, operations, quirks, understood = [] } of json ? [] : contracts) {
      const [name, called, place] = [plainText(slug, 100), plainText(title, 100), plainText(base, 200)];
      terminal.out(
        `${terminal.bold(called)}\n  ${name}, served at ${place}: ${counted(operations, 'operation')}, ${counted(quirks.length, 'quirk')}`,
      );
      const rows = understood.map(({ method, path, answeredBy, does = answeredBy, guesses }) => [
        `  ${method}`,
        plainText(path, 100),
        plainText(does, 200),
        guesses.length === 0 ? '' : counted(guesses.length, 'guess', 'guesses'),
      ]);
      if (rows.length > 0) terminal.out(table(['  Method', 'Path', 'Does', ''], rows, terminal.dim));
    }
    return 0;
  },
});

const add = defineCommand({
  name: 'contracts add',
  summary: 'Serves contracts of your own, from now on.',
  usage: '<contract…> [options]',
  about: [
    'Files that a contract refers to are read where they lie below its folder, and sent with it as one document; the sandbox itself ' +
      'fetches nothing. One of the same name is replaced.',
  ],
  examples: [
    ['contracts add ./my-api.yaml', 'called my-api'],
    ['contracts add ./api/openapi.yaml --name parcels', 'called otherwise'],
  ],
  options: { ...addOptions, ...workspaceOptions },
  run({ name, json, ...others }, words, terminal) {
    const remote = connect(others, ['key']);
    return addContracts(words, {
      name,
      json,
      terminal,
      command: 'contracts add',
      put: (slug, sending) => told(remote, remote.api.PUT('/contracts/{name}', { params: { path: { name: slug } }, ...sending })),
    });
  },
});

const remove = defineCommand({
  name: 'contracts remove',
  summary: 'Serves a contract that was brought no longer.',
  usage: '<name> [options]',
  examples: [['contracts remove my-api', 'by its name']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const [name] = words;
    if (name === undefined || words.length > 1) throw new UsageError('contracts remove wants the name of a contract');
    const remote = connect(values, ['key']);
    await told(remote, remote.api.DELETE('/contracts/{name}', { params: { path: { name } } }));
    terminal.out(`${plainText(name, 100)} is served no longer.`);
    return 0;
  },
});

export const command = defineGroup({
  name: 'contracts',
  summary: 'Brings contracts of your own to a running sandbox.',
  examples: [
    ['contracts add ./my-api.yaml', 'served from now on'],
    ['contracts list', 'what is understood of them'],
  ],
  commands: { list, add, remove },
});
