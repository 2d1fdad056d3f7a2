/** `nhs-sandbox token`: an access token of a running sandbox for one of its applications. */
import { createPrivateKey } from 'node:crypto';
import { plainText } from '../contract/plain-text.ts';
import { plainShellWord, shellWord } from '../gateway/works/shell-words.ts';
import { assertionType } from '../identity/assertion/rules.ts';
import { demo, getToken, makeAssertion, type Signer } from '../runtimes/browser/auth.ts';
import { defineCommand } from './command.ts';
import { Failure, UsageError } from './failure.ts';
import { flag, textOption } from './options.ts';
import { findApplication } from './apps/find-application.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { readNamedFile } from './remote/named-file.ts';
import { told } from './remote/told.ts';

export const command = defineCommand({
  name: 'token',
  summary: 'Gets an access token for an application.',
  usage: '--app <name> [options]',
  about: [
    'Signs an assertion with the application’s private key and sends it to the sandbox, as a client does. The assertion is made by the clock of the workspace.',
    'A sandbox of your own has the application demo, whose key is known here.',
  ],
  examples: [
    ['token --app demo', 'with nothing to register before'],
    ['token --app "Ward board" --private-key ward-board.pem', 'for one of your own'],
    ['token --app demo --as patient-p9', 'with a patient signed in, and no log-in'],
    ['token --app demo --quiet', 'the token alone, for a script'],
  ],
  options: {
    app: textOption('name', 'Name or id of the application.'),
    as: textOption('user', 'Somebody who is signed in: patient-p9, 656005750104, an NHS number.'),
    'private-key': textOption('file', 'Its private key in PEM.'),
    kid: textOption('kid', 'Which of its keys that is, where it has several.'),
    quiet: flag('Print the token and nothing else.'),
    ...workspaceOptions,
  },
  async run({ app, as, 'private-key': file, kid, quiet, ...others }, words, terminal) {
    if (words.length > 0 || app === undefined) throw new UsageError('token wants --app');
    const remote = connect(others, ['key']);
    const { application, tokenUrl } = await findApplication(remote, app);
    /** `sent` are the words after curl that get another one. */
    const print = (token: string, seconds: number, sent: readonly string[]): number => {
      terminal.out(token);
      if (!quiet)
        terminal.out(
          `\nFor ${seconds} s. Send it with each request:\n  curl -H ${shellWord(`Authorization: Bearer ${token}`)} …` +
            `\nThe next one, without this command:\n  curl -s ${sent.map(plainShellWord).join(' ')}`,
        );
      return 0;
    };
    const { now } = await told(remote, remote.api.GET('/clock'));
    if (as !== undefined) {
      const body = { application: application.id, as };
      const minted = await told(remote, remote.api.POST('/tokens', { body }));
      const shown = remote.shown === undefined ? [] : ['-H', 'Authorization: Bearer <management key>'];
      const sent = [`${remote.url}/_sandbox/tokens`, ...shown, '-H', 'Content-Type: application/json', '-d', JSON.stringify(body)];
      return print(minted.token, Math.round((Date.parse(minted.expires) - Date.parse(now)) / 1_000), sent);
    }
    const signer = signerOf(application, { file, kid });
    const asked = { ...signer, tokenUrl, now: Date.parse(now) };
    const { access_token: token, expires_in: seconds } = await getToken(asked).catch((error: unknown) => {
      throw error instanceof Error ? new Failure(plainText(error.message, 1_000)) : error;
    });
    // Each assertion is good for one request: this one is another.
    const form = { grant_type: 'client_credentials', client_assertion_type: assertionType, client_assertion: await makeAssertion(asked) };
    return print(token, Number(seconds) + 1, [tokenUrl, ...Object.entries(form).flatMap(([name, value]) => ['-d', `${name}=${value}`])]);
  },
});

interface Known {
  readonly name: string;
  readonly apiKey: string;
  readonly isDemo?: true;
  readonly keys: readonly { readonly kid: string }[];
}

function signerOf(
  { name, apiKey, isDemo, keys }: Known,
  { file, kid }: { readonly file: string | undefined; readonly kid: string | undefined },
): Signer {
  if (isDemo && file === undefined) return demo;
  if (file === undefined)
    throw new UsageError(`the private key of ${JSON.stringify(name)} is known to you alone: name its file with --private-key`);
  const [only] = keys;
  if (kid === undefined && keys.length !== 1)
    throw new Failure(
      keys.length === 0
        ? 'the application has no public key: nhs-sandbox apps add --help'
        : `it has the keys ${keys.map((key) => key.kid).join(', ')}: say which with --kid`,
    );
  return { apiKey, kid: kid ?? only?.kid ?? '', privateKey: readPrivateKey(file) };
}

/** As PKCS #8, whichever way OpenSSL has written it. */
function readPrivateKey(file: string): string {
  const text = readNamedFile(file);
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'rsa') return key.export({ type: 'pkcs8', format: 'pem' }).toString();
  } catch {
    // It is said below what it should be.
  }
  throw new Failure(
    `${file} holds no private RSA key in PEM without a passphrase, which begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----`,
  );
}
