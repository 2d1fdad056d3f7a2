/** `nhs-sandbox settings`: how a running sandbox answers, from the next request on. */
import type { components } from '../generated/sandbox-control.types.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './failure.ts';
import { columns } from './lay-out.ts';
import { nearest } from '../contract/nearest.ts';
import { flag } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { told } from './remote/told.ts';

type Change = components['schemas']['SettingsChange'];

const about: Readonly<Record<keyof Change, string>> = {
  unknownIds: 'infer, synthesise or refuse: ids nobody published',
  examples: 'fitting or published: published examples that break their own schema',
  mediaTypes: 'lenient or strict: JSON of another kind than is documented',
  checks: 'enforce or warn: requests that break the contract',
  access: 'open or strict: whether callers have to show what each API asks for',
  extras: 'all, none, or names: what the real services have not; nhs-sandbox extras lists them',
  delay: 'milliseconds before every answer',
  journal: 'exchanges that the journal keeps',
  journalBytes: 'bytes of all of them together',
  journalBody: 'bytes that it keeps of each body; 0 keeps none',
  callbacks: 'local, outbound or inbox: where messages may be sent',
  asOf: 'clock, or a day such as 2030-01-01: the day for which the population is told',
  profiles: 'contract or uk-core: FHIR that the UK Core profiles want otherwise than the contract has it',
  compatibility: 'official-sandbox: is the official sandbox, where an API has one that is known',
};
const names = Object.keys(about);

export const command = defineCommand({
  name: 'settings',
  summary: 'Shows how a running sandbox answers, or has it answer otherwise.',
  usage: '[name=value…] [options]',
  about: [
    'What is set counts from the next request on, until it is set again: a reset leaves it alone. name=default takes a setting back to ' +
      'what the workspace was made with.',
    ...Object.entries(about).map(([name, what]) => `${name}: ${what}.`),
  ],
  examples: [
    ['settings', 'as they are'],
    ['settings delay=400 checks=warn', 'slow, and forgiving'],
    ['settings delay=default', 'as it was made'],
  ],
  options: { json: flag('Print JSON.'), ...workspaceOptions },
  async run({ json, ...others }, words, terminal) {
    const body = Object.fromEntries(words.map(readChange)) as Change; // the sandbox says what is wrong with a value
    const remote = connect(others, ['key']);
    const settings = await told(remote, words.length === 0 ? remote.api.GET('/settings') : remote.api.PATCH('/settings', { body }));
    if (json) terminal.out(JSON.stringify(settings, undefined, 2));
    else terminal.out(columns(Object.entries(settings).map(([name, value]) => [name, String(value)])));
    return 0;
  },
});

function readChange(typed: string): readonly [string, string | number | null] {
  const [, word = '', value] = /^([^=]+)=(.*)$/s.exec(typed) ?? [];
  if (value === undefined) throw new UsageError(`settings wants name=value, as in delay=400, and not ${JSON.stringify(typed)}`);
  // As the options of start are written.
  const name = word.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (!names.includes(name)) {
    const meant = nearest(name, names);
    throw new UsageError(
      `there is no setting ${JSON.stringify(word)}${meant === undefined ? '' : ` (did you mean ${meant}?)`}; there are ${names.join(', ')}`,
    );
  }
  if (value === 'default') return [name, null];
  return [name, /^\d+$/.test(value) ? Number(value) : value];
}
