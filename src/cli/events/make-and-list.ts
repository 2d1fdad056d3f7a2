/** `nhs-sandbox events create` and `list`: for whoever runs a deployment. */
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { flag, integer } from '../options.ts';
import { aboutOperator, connect, deploymentOptions } from '../remote/connection.ts';
import { told } from '../remote/told.ts';
import { eventLines, eventTable } from './lines.ts';

export const eventsCreate = defineCommand({
  name: 'events create',
  summary: 'Makes an event, and shows the code for its organiser.',
  usage: '<name> [options]',
  about: ['The code is shown this once.', aboutOperator],
  examples: [['events create "Leeds hackathon" --workspaces 60 --hours 72', 'for sixty teams and three days']],
  options: {
    workspaces: integer('number', 'How many its code may make (100).', { initial: 100, min: 1, max: 1000 }),
    hours: integer('number', 'How long it lasts; its workspaces end with it (72).', { initial: 72, min: 1, max: 720 }),
    json: flag('Print JSON.'),
    ...deploymentOptions,
  },
  async run({ workspaces, hours, json, ...others }, words, terminal) {
    const [name] = words;
    if (name === undefined || words.length > 1) throw new UsageError('events create wants a name, in quotation marks where it has spaces');
    const remote = connect(others, ['operator']);
    const event = await told(remote, remote.api.POST('/events', { body: { name, limit: workspaces, hours } }));
    if (json) terminal.out(JSON.stringify(event, undefined, 2));
    else terminal.out(`${eventLines(event, terminal)}\n\nNHS_SANDBOX_URL=${remote.url}\nNHS_SANDBOX_EVENT_CODE=${event.code}`);
    terminal.error('The code is shown this once: keep it.');
    return 0;
  },
});

export const eventsList = defineCommand({
  name: 'events list',
  summary: 'Lists the events of a deployment, without their codes.',
  usage: '[options]',
  about: [aboutOperator],
  examples: [['events list', 'a table']],
  options: { json: flag('Print JSON.'), ...deploymentOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('events list takes options only');
    const remote = connect(others, ['operator']);
    const { events } = await told(remote, remote.api.GET('/events'));
    if (json) terminal.out(JSON.stringify({ events }, undefined, 2));
    else terminal.out(events.length === 0 ? 'There are none.' : eventTable(events, terminal));
    return 0;
  },
});
