/** `nhs-sandbox extras`: what a running sandbox has for whoever signs in that the real services have not. */
import { plainText } from '../contract/plain-text.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './failure.ts';
import { columns } from './lay-out.ts';
import { flag } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { told } from './remote/told.ts';

export const command = defineCommand({
  name: 'extras',
  summary: 'Lists what a running sandbox has for whoever signs in that the real services have not.',
  usage: '[options]',
  about: [
    'The setting extras leaves some out, and each is then missed, or refused, as at the real service: settings extras=none leaves out all ' +
      'that can be, extras=-login-hint that one, and extras=default takes it back.',
  ],
  examples: [['extras', 'each with what happens without it']],
  options: { json: flag('Print JSON.'), ...workspaceOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('extras takes options only; settings extras=… changes them');
    const remote = connect(others, ['key']);
    const { extras } = await told(remote, remote.api.GET('/extras'));
    if (json) terminal.out(JSON.stringify({ extras }, undefined, 2));
    else {
      const rows = extras.map(({ name, isThere, canBeLeftOut, what, without }) => {
        const state = canBeLeftOut ? (isThere ? 'there' : 'left out') : 'stays';
        return [plainText(`${name}: ${state}`, 60), plainText(`${what} ${canBeLeftOut ? 'Without it: ' : ''}${without}`, 400)] as const;
      });
      terminal.out(columns(rows, terminal.columns));
    }
    return 0;
  },
});
