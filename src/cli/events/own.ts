/** `nhs-sandbox events show`, `announce` and `extend`: the event whose code is shown. */
import { counted } from '../../contract/counted.ts';
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { flag, integer } from '../options.ts';
import { connect, eventOptions } from '../remote/connection.ts';
import { dayAndTime } from '../remote/moment.ts';
import { told } from '../remote/told.ts';
import { eventLines } from './lines.ts';

export const eventsShow = defineCommand({
  name: 'events show',
  summary: 'Says what is known of an event, and what its workspaces did.',
  usage: '[options]',
  examples: [['events show', 'the one whose code is shown']],
  options: { json: flag('Print JSON.'), ...eventOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('events show takes options only: the event is the one whose code is shown');
    const remote = connect(others, ['event-code']);
    const event = await told(remote, remote.api.GET('/event'));
    terminal.out(json ? JSON.stringify(event, undefined, 2) : eventLines(event, terminal));
    return 0;
  },
});

export const eventsAnnounce = defineCommand({
  name: 'events announce',
  summary: 'Says something to all workspaces of an event.',
  usage: '<text> [options]',
  about: ['It is shown wherever one of them is described. Without a text, and with --nothing, what was said is taken away.'],
  examples: [
    ['events announce "Lunch is at one."', 'to everybody'],
    ['events announce --nothing', 'no longer'],
  ],
  options: { nothing: flag('Take away what was said.'), ...eventOptions },
  async run({ nothing, ...others }, words, terminal) {
    const text = words.join(' ');
    if ((text === '') !== nothing) throw new UsageError('events announce wants a text, or --nothing');
    const remote = connect(others, ['event-code']);
    const { workspaces } = await told(remote, remote.api.PATCH('/event', { body: { announcement: nothing ? null : text } }));
    terminal.out(nothing ? 'Nothing is announced any more.' : `Announced to ${counted(workspaces, 'workspace')}.`);
    return 0;
  },
});

export const eventsExtend = defineCommand({
  name: 'events extend',
  summary: 'Moves the end of an event, and of its workspaces, to so many hours from now.',
  usage: '[options]',
  examples: [['events extend --hours 48', 'two more days']],
  options: { hours: integer('number', 'How many hours from now (24).', { initial: 24, min: 1, max: 720 }), ...eventOptions },
  async run({ hours, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('events extend takes options only; did you mean --hours?');
    const remote = connect(others, ['event-code']);
    const { expires } = await told(remote, remote.api.PATCH('/event', { body: { hours } }));
    terminal.out(`It ends on ${dayAndTime(expires)}.`);
    return 0;
  },
});
