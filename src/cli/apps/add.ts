/** `nhs-sandbox apps add`: an application that asks for access tokens from now on. */
import { plainText } from '../../contract/plain-text.ts';
import { defineCommand } from '../command.ts';
import { UsageError } from '../failure.ts';
import { flag } from '../options.ts';
import { connect, workspaceOptions } from '../remote/connection.ts';
import { told } from '../remote/told.ts';
import { applicationOptions, writtenBy } from './application-options.ts';
import { hasOwnKey, keyOptions, sentKeys, tellKeys, withSavedKey } from './key-options.ts';

export const addApplication = defineCommand({
  name: 'apps add',
  summary: 'Registers an application.',
  usage: '<name> [options]',
  about: [
    'With your public key, or with a pair that the sandbox makes. A private key that it makes is printed, or written to a file, this once.',
    'What can be said several times can be said once with commas between.',
  ],
  examples: [
    ['apps add "Ward board" --save ward-board.pem', 'the private key goes to a file that only you can read'],
    ['apps add "Ward board" --public-key ward-board.pub --kid test-1', 'with a key that you made'],
    ['apps add "Ward board" --jwks jwks.json', 'with a JWKS'],
    ['apps add "Ward board" --product parcels --permission parcels=track', 'subscribed to one API, with leave to track'],
  ],
  options: { ...keyOptions, quiet: flag('Print the API key and nothing else.'), ...applicationOptions, ...workspaceOptions },
  async run(values, words, terminal) {
    const [name] = words;
    if (name === undefined || words.length > 1) throw new UsageError('apps add wants one name');
    const { quiet, save } = values;
    if (quiet && !hasOwnKey(values) && save === undefined)
      throw new UsageError('--quiet would lose the private key that the sandbox makes: --save it');
    const body = { name, ...writtenBy(values), ...sentKeys(values) };
    const remote = connect(values, ['key']);
    const added = await withSavedKey(values, () => told(remote, remote.api.POST('/applications', { body })));
    if (quiet) terminal.out(plainText(added.apiKey, 64));
    else {
      terminal.out(`${plainText(added.name, 100)} has the id ${plainText(added.id, 64)} and the API key ${plainText(added.apiKey, 64)}.`);
      tellKeys(added, terminal);
    }
    return 0;
  },
});
