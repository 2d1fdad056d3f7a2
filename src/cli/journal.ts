/** `nhs-sandbox journal`: what a running sandbox was asked and answered, as a list, as it happens, or as a file for a browser's network tool. */
import { untilAskedToStop } from './asked-to-stop.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './failure.ts';
import { exchangeLine } from './journal/exchange-line.ts';
import { follow } from './journal/follow.ts';
import { flag, integer, textOption } from './options.ts';
import { connect, workspaceOptions, type Remote } from './remote/connection.ts';
import { writeNamedFile } from './remote/named-file.ts';
import type { components, operations } from '../generated/sandbox-control.types.ts';
import { told } from './remote/told.ts';

type Exchanged = components['schemas']['Explanation'];

/** What lists, streams and archives are asked with alike. */
const filters = {
  api: textOption('name', 'Only what was asked of this API.'),
  operation: textOption('id', 'Only what this operation was meant by.'),
  method: textOption('method', 'Only what was sent with this method.'),
  status: textOption('status', 'Only what was answered with it: 404, or 4xx for all refusals.'),
  person: textOption('number', 'Only what this NHS number stands in.'),
  correlation: textOption('id', 'Only what was sent with this X-Correlation-ID or X-Request-ID.'),
  text: textOption('text', 'Only what has this in its address.'),
  since: textOption('point', 'Only what was answered since: the number or the id of an exchange, or an instant.'),
};

export const command = defineCommand({
  name: 'journal',
  summary: 'Shows what a running sandbox was asked, and what it answered.',
  usage: '[--follow | --har <file>] [options]',
  about: [
    'The newest exchanges of the workspace, the last one at the end. With --follow those that come from now on, until you stop it; with --since those before as well.',
    'A line ends with the id of its exchange, by which it is explained: /_sandbox/trace/<id>.',
  ],
  examples: [
    ['journal --follow --status 4xx', 'every refusal, as it happens'],
    ['journal --person 9000000009 --json', 'lines of JSON about one person, for a program'],
    ['journal --har sandbox.har', 'a file that the network tools of browsers open'],
  ],
  options: {
    follow: flag('Go on with what comes.'),
    har: textOption('file', 'Write an HTTP archive (HAR 1.2); - is the standard output.'),
    ...filters,
    limit: integer('number', 'How many at most of those that are there (20; 1000 in an archive).', {
      initial: undefined,
      min: 1,
      max: 1000,
    }),
    count: integer('number', 'With --follow: end after so many, for scripts.', { initial: undefined, min: 1, max: 1_000_000 }),
    json: flag('A line of JSON for each, with headers and bodies.'),
    ...workspaceOptions,
  },
  async run({ follow: goesOn, har, limit, count, json, url, key, ...typed }, words, terminal) {
    if (words.length > 0) throw new UsageError('journal takes options only');
    if (har !== undefined && goesOn) throw new UsageError('--follow and --har do not go together: an archive has an end');
    if (limit !== undefined && goesOn) throw new UsageError('--limit is for what is there; --follow ends after --count');
    if (count !== undefined && !goesOn) throw new UsageError('--count goes with --follow; --limit is for what is there');
    const remote = connect({ url, key }, ['key']);
    const query = { ...asQuery(typed), ...(limit !== undefined && { limit }) };
    if (har !== undefined) {
      const archive = JSON.stringify(await told(remote, remote.api.GET('/journal/har', { params: { query } })), undefined, 2);
      if (har === '-') terminal.out(archive);
      else writeNamedFile(har, `${archive}\n`);
      return 0;
    }
    const show = (exchange: Exchanged): void => terminal.out(json ? JSON.stringify(exchange) : exchangeLine(exchange, terminal));
    if (goesOn) await followed(remote, { query: { ...query, full: json }, count, show, say: terminal.error });
    else {
      const { exchanges } = await told(remote, remote.api.GET('/exchanges', { params: { query: { limit: 20, ...query, full: json } } }));
      for (const exchange of exchanges.toReversed()) show(exchange);
      if (exchanges.length === 0 && !json) terminal.error('No exchange that is kept is like this.');
    }
    return 0;
  },
});

type Query = NonNullable<operations['stream-exchanges']['parameters']['query']>;

/** Only what was typed; the sandbox says what is wrong with it. */
const asQuery = (typed: Readonly<Record<string, string | undefined>>): Query =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));

interface Following {
  readonly query: Query;
  readonly count: number | undefined;
  readonly show: (exchange: Exchanged) => void;
  readonly say: (message: string) => void;
}

async function followed(remote: Remote, { query, count = Infinity, show, say }: Following): Promise<void> {
  let left = count;
  await untilAskedToStop(async (signal) => {
    for await (const event of follow(remote, query, signal)) {
      if ('gap' in event) {
        say(event.gap);
        continue;
      }
      show(event.exchange);
      if (--left === 0) return;
    }
  });
}
