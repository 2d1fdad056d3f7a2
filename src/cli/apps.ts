/** `nhs-sandbox apps`: the applications that may ask a running sandbox for access tokens. */
import { plainText } from '../contract/plain-text.ts';
import { findApplication } from './apps/find-application.ts';
import { defineCommand, defineGroup } from './command.ts';
import { Failure, UsageError } from './failure.ts';
import { table } from './lay-out.ts';
import { flag, listOption, textOption } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { readNamedFile } from './remote/named-file.ts';
import { openSecretFile } from './remote/secret-file.ts';
import { told } from './remote/told.ts';

const list = defineCommand({
  name: 'apps list',
  summary: 'Lists applications, their API keys and the names of their public keys.',
  usage: '[options]',
  examples: [['apps list', 'in the order in which they were registered']],
  options: { json: flag('Print JSON.'), ...workspaceOptions },
  async run({ json, ...others }, words, terminal) {
    if (words.length > 0) throw new UsageError('apps list takes options only');
    const remote = connect(others, ['key']);
    const listed = await told(remote, remote.api.GET('/applications'));
    if (json) terminal.out(JSON.stringify(listed, undefined, 2));
    else if (listed.applications.length === 0) terminal.out('There are none.');
    else {
      const rows = listed.applications.map(({ id, name, apiKey, keys }) => [
        plainText(id, 64),
        plainText(name, 100),
        plainText(apiKey, 64),
        plainText(keys.map(({ kid }) => kid).join(' '), 200),
      ]);
      terminal.out(table(['Id', 'Name', 'API key', 'Keys'], rows, terminal.bold));
      terminal.out(`\nTokens: ${listed.tokenUrl}`);
    }
    return 0;
  },
});

const add = defineCommand({
  name: 'apps add',
  summary: 'Registers an application.',
  usage: '<name> [options]',
  about: [
    'With your public key, or with a pair that the sandbox makes. A private key that it makes is printed, or written to a file, this once.',
  ],
  examples: [
    ['apps add "Ward board" --save ward-board.pem', 'the private key goes to a file that only you can read'],
    ['apps add "Ward board" --public-key ward-board.pub --kid test-1', 'with a key that you made'],
    ['apps add "Ward board" --jwks jwks.json', 'with a JWKS'],
  ],
  options: {
    jwks: textOption('file', 'Public keys as a JWKS.'),
    'public-key': textOption('file', 'A public key in PEM.'),
    kid: textOption('kid', 'What the key is called.'),
    save: textOption('file', 'Where the private key that is made goes.'),
    quiet: flag('Print the API key and nothing else.'),
    callback: listOption('address', 'Where people come back to when they have signed in.', (typed) => typed),
    ...workspaceOptions,
  },
  async run({ jwks, 'public-key': publicKey, kid, save, quiet, callback, ...others }, words, terminal) {
    const [name] = words;
    if (name === undefined || words.length > 1) throw new UsageError('apps add wants one name');
    const isOwn = (jwks ?? publicKey) !== undefined;
    if (save !== undefined && isOwn) throw new UsageError('--save is for a key that the sandbox makes');
    if (quiet && !isOwn && save === undefined) throw new UsageError('--quiet would lose the private key that the sandbox makes: --save it');
    const keys =
      jwks !== undefined
        ? { jwks: readSet(jwks) }
        : {
            ...(publicKey === undefined ? { generateKey: true } : { publicKey: readNamedFile(publicKey) }),
            ...(kid !== undefined && { kid }),
          };
    const remote = connect(others, ['key']);
    const file = save === undefined ? undefined : openSecretFile(save);
    const body = { name, ...keys, ...(callback.length > 0 && { callbackUrls: callback }) };
    const added = await told(remote, remote.api.POST('/applications', { body })).catch((error: unknown) => {
      file?.discard();
      throw error;
    });
    file?.write(`${(added.privateKey ?? '').trim()}\n`);
    if (quiet) {
      terminal.out(plainText(added.apiKey, 64));
      return 0;
    }
    terminal.out(`${plainText(added.name, 100)} has the id ${plainText(added.id, 64)} and the API key ${plainText(added.apiKey, 64)}.`);
    if (added.clientSecret !== undefined) terminal.out(`Its secret, shown this once, is ${plainText(added.clientSecret, 64)}.`);
    for (const key of added.keys) terminal.out(`Its key is called ${plainText(key.kid, 200)}.`);
    if (added.privateKey !== undefined && !file) terminal.out(added.privateKey);
    return 0;
  },
});

function readSet(file: string): { readonly keys: readonly Readonly<Record<string, never>>[] } {
  try {
    return JSON.parse(readNamedFile(file)) as ReturnType<typeof readSet>; // the sandbox looks at what it is
  } catch (error) {
    throw error instanceof SyntaxError ? new Failure(`${file} is not JSON`) : error;
  }
}

const remove = defineCommand({
  name: 'apps remove',
  summary: 'Takes an application away; its tokens are unknown from then on.',
  usage: '<name> [options]',
  examples: [['apps remove "Ward board"', 'by its name or id']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const [named] = words;
    if (named === undefined || words.length > 1) throw new UsageError('apps remove wants one name');
    const remote = connect(values, ['key']);
    const { application } = await findApplication(remote, named);
    await told(remote, remote.api.DELETE('/applications/{id}', { params: { path: { id: application.id } } }));
    terminal.out(`${plainText(application.name, 100)} is gone.`);
    return 0;
  },
});

export const command = defineGroup({
  name: 'apps',
  summary: 'Registers the applications that ask for access tokens.',
  examples: [
    ['apps add "Ward board" --save ward-board.pem', 'with a key that the sandbox makes'],
    ['apps list', 'their API keys, and where tokens are given'],
  ],
  commands: { list, add, remove },
});
