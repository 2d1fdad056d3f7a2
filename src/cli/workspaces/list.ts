/** `nhs-sandbox workspaces list`: which there are, what they did and when they end. */
import { cardOf, cardsPage } from '../cards/cards-page.tsx';
import { defineCommand } from '../command.ts';
import { csvLine } from '../../contract/csv-line.ts';
import { UsageError } from '../failure.ts';
import { flag, textOption } from '../options.ts';
import { aboutKeys, connect, eventOptions } from '../remote/connection.ts';
import { listWorkspaces, type ListedWorkspace } from '../remote/find-workspace.ts';
import { writeNamedFile } from '../remote/named-file.ts';
import { readdressed } from '../../portal/organiser/readdressed.ts';
import { addressOption } from './hand-out.ts';
import { listLines } from './lines.ts';

export const workspacesList = defineCommand({
  name: 'workspaces list',
  summary: 'Lists workspaces: those of an event for whoever holds its code, or all of them.',
  usage: '[options]',
  about: ['What is in them is nobody’s but their own: numbers of requests are told, and never what was sent.', aboutKeys],
  examples: [
    ['workspaces list', 'a table'],
    ['workspaces list --cards addresses.html', 'cards to print once more, without keys'],
  ],
  options: {
    event: textOption('id', 'Only those of this event.'),
    json: flag('Print JSON.'),
    csv: textOption('file', 'Write them to this file.'),
    cards: textOption('file', 'Write a page of cards to print to this file. Keys are not known any more.'),
    address: addressOption,
    ...eventOptions,
  },
  async run({ event, json, csv, cards, address: other, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('workspaces list takes options only; workspaces show says more of one');
    const remote = connect(others, ['event-code', 'operator']);
    if (event !== undefined && remote.shown?.includes('code') === true)
      throw new UsageError(`--event is for the operator: ${remote.shown} lists its own event`);
    const workspaces = (await listWorkspaces(remote, event)).map((workspace) => readdressed(workspace, other));
    if (csv !== undefined) writeNamedFile(csv, csvOf(workspaces));
    if (cards !== undefined) {
      const page = await cardsPage(
        workspaces.map((workspace) => cardOf(workspace, false)),
        { url: other ?? remote.url },
      );
      writeNamedFile(cards, page);
    }
    if (json) terminal.out(JSON.stringify({ workspaces }, undefined, 2));
    else if (csv === undefined && cards === undefined)
      terminal.out(workspaces.length === 0 ? 'There are none.' : listLines(workspaces, terminal));
    return 0;
  },
});

const csvOf = (workspaces: readonly ListedWorkspace[]): string =>
  [
    csvLine(['name', 'id', 'baseUrl', 'made', 'expires', 'requests', 'refused', 'changes', 'lastUsed']),
    ...workspaces.map(({ name = '', id, baseUrl, made, expires = '', counters }) => {
      const { requests = '', refused = '', changes = '', lastUsed = '' } = counters ?? {};
      return csvLine([name, id, baseUrl, made, expires, ...[requests, refused, changes, lastUsed].map(String)]);
    }),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
