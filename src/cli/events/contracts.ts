/** `nhs-sandbox events contracts`: contracts that all workspaces of an event share. */
import { plainText } from '../../contract/plain-text.ts';
import { defineCommand, defineGroup } from '../command.ts';
import { UsageError } from '../failure.ts';
import { flag } from '../options.ts';
import { connect, eventOptions } from '../remote/connection.ts';
import { addContracts, addOptions } from '../contracts/add-contracts.ts';
import { told } from '../remote/told.ts';

const list = defineCommand({
  name: 'events contracts list',
  summary: 'Lists them.',
  usage: '[options]',
  examples: [['events contracts list', 'by their names']],
  options: { json: flag('Print JSON.'), ...eventOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('events contracts list takes options only');
    const remote = connect(others, ['event-code']);
    const { contracts = [] } = await told(remote, remote.api.GET('/event'));
    if (json) terminal.out(JSON.stringify({ contracts }, undefined, 2));
    else terminal.out(contracts.length === 0 ? 'There are none.' : contracts.map((name) => plainText(name, 100)).join('\n'));
    return 0;
  },
});

const add = defineCommand({
  name: 'events contracts add',
  summary: 'Serves contracts in all workspaces of an event, and in those that are made later.',
  usage: '<contract…> [options]',
  about: ['One upload, however many workspaces there are. One of the same name is replaced.'],
  examples: [['events contracts add ./our-api.yaml', 'with the files that it refers to']],
  options: { ...addOptions, ...eventOptions },
  run({ name, json, ...others }, words, terminal) {
    const remote = connect(others, ['event-code']);
    return addContracts(words, {
      name,
      json,
      terminal,
      command: 'events contracts add',
      put: (slug, sending) => told(remote, remote.api.PUT('/event/contracts/{name}', { params: { path: { name: slug } }, ...sending })),
    });
  },
});

const remove = defineCommand({
  name: 'events contracts remove',
  summary: 'Serves a contract no longer in any of them.',
  usage: '<name> [options]',
  examples: [['events contracts remove our-api', 'by its name']],
  options: eventOptions,
  async run(values, words, terminal) {
    const [name] = words;
    if (name === undefined || words.length > 1) throw new UsageError('events contracts remove wants the name of a contract');
    const remote = connect(values, ['event-code']);
    await told(remote, remote.api.DELETE('/event/contracts/{name}', { params: { path: { name } } }));
    terminal.out(`${plainText(name, 100)} is served no longer.`);
    return 0;
  },
});

export const eventsContracts = defineGroup({
  name: 'events contracts',
  summary: 'Brings contracts to all workspaces of an event.',
  examples: [['events contracts add ./our-api.yaml', 'served in all of them, and in those made later']],
  commands: { list, add, remove },
});
