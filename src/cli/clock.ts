/** `nhs-sandbox clock`: what time it is in a running sandbox, and how it is set or moved on. */
import type { components } from '../generated/sandbox-control.types.ts';
import { counted } from '../contract/counted.ts';
import { plainText } from '../contract/plain-text.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './failure.ts';
import { columns, table } from './lay-out.ts';
import { flag, textOption } from './options.ts';
import { connect, workspaceOptions, type Remote } from './remote/connection.ts';
import { told } from './remote/told.ts';
import type { Terminal } from './terminal.ts';

type Schemas = components['schemas'];

export const command = defineCommand({
  name: 'clock',
  summary: 'Shows the clock of a running sandbox, sets it, or moves it on.',
  usage: '[options]',
  about: [
    'What mocks have put off runs before the command ends, in its order, and is listed. A clock may be set back: what ran stays run. Durations ' +
      'are those of ISO 8601: PT1H30M, P1D, P1M.',
  ],
  examples: [
    ['clock', 'what time it is, and what happens next'],
    ['clock --advance P1D', 'tomorrow'],
    ['clock --to 2026-04-01T09:00:00Z', 'on to an instant'],
    ['clock --set 2026-01-01T00:00:00Z', 'time stands still there'],
    ['clock --set +PT2H', 'real time and two hours; -P1D is yesterday'],
    ['clock --set real', 'real time'],
  ],
  options: {
    set: textOption('real|instant|+duration', 'Real time, an instant to stand still at, or so far ahead of real time (or behind: -P1D).'),
    advance: textOption('duration', 'Move it on by so much.'),
    to: textOption('instant', 'Move it on to an instant.'),
    json: flag('Print JSON.'),
    ...workspaceOptions,
  },
  async run({ set, advance, to, json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('clock takes options only');
    if ([set, advance, to].filter((wish) => wish !== undefined).length > 1)
      throw new UsageError('--set, --advance and --to do not go together: one at a time');
    const remote = connect(others, ['key']);
    const clock = await asked(remote, { set, advance, to });
    if (json) terminal.out(JSON.stringify(clock, undefined, 2));
    else show(clock, terminal);
    return 0;
  },
});

interface Wishes {
  readonly set: string | undefined;
  readonly advance: string | undefined;
  readonly to: string | undefined;
}

async function asked(remote: Remote, { set, advance, to }: Wishes): Promise<Schemas['Clock'] | Schemas['MovedClock']> {
  const { api } = remote;
  if (set !== undefined) return told(remote, api.PUT('/clock', { body: settingOf(set) }));
  if (advance !== undefined) return told(remote, api.POST('/clock/advance', { body: { by: advance } }));
  if (to !== undefined) return told(remote, api.POST('/clock/advance', { body: { to } }));
  return told(remote, api.GET('/clock'));
}

/** The sandbox says what is wrong with an instant or a duration. */
function settingOf(typed: string): Schemas['ClockSetting'] {
  if (typed === 'real') return { mode: 'real' };
  return /^[+-]?P/.test(typed) ? { mode: 'offset', by: typed.replace(/^\+/, '') } : { mode: 'frozen', at: typed };
}

function show(clock: Schemas['Clock'] | Schemas['MovedClock'], { out, bold }: Terminal): void {
  const { mode, now, populationAsOf, by = '', scheduled, next } = clock;
  const way = by.startsWith('-') ? `${by.slice(1)} behind real time` : `${by} ahead of real time`;
  out(columns([[now, { real: 'real time', frozen: 'stands still', offset: way }[mode]]]));
  if (populationAsOf !== now.slice(0, 10)) out(`People are as of ${populationAsOf}.`);
  if ('ran' in clock) {
    out(clock.ranInAll === 0 ? 'Nothing was due.' : `${counted(clock.ranInAll, 'thing')} ran.`);
    if (clock.ran.length > 0) out(actions(clock.ran, bold));
  }
  out(scheduled === 0 ? 'Nothing is scheduled.' : `${counted(scheduled, 'thing')} scheduled.`);
  if (next.length > 0) out(actions(next, bold));
}

const actions = (listed: readonly Schemas['ScheduledAction'][], bold: Terminal['bold']): string =>
  table(
    ['Due', 'API', 'What'],
    listed.map(({ due, api, do: what }) => [due, plainText(api, 100), plainText(what, 100)]),
    bold,
  );
