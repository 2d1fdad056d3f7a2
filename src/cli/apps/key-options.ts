/** The keys of an application at the command line: those that somebody has, or a pair that the sandbox makes; and what is told of them this once. */
import { plainText } from '../../contract/plain-text.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { Failure, UsageError } from '../failure.ts';
import { textOption, type Values } from '../options.ts';
import { readNamedFile } from '../remote/named-file.ts';
import { openSecretFile } from '../remote/secret-file.ts';
import type { Terminal } from '../terminal.ts';

type Sent = Pick<components['schemas']['WrittenApplication'], 'jwks' | 'publicKey' | 'kid' | 'generateKey'>;
type Added = components['schemas']['AddedApplication'];

export const keyOptions = {
  jwks: textOption('file', 'Public keys as a JWKS.'),
  'public-key': textOption('file', 'A public key in PEM.'),
  kid: textOption('kid', 'What the key is called.'),
  save: textOption('file', 'Where the private key that is made goes.'),
};

type Said = Values<typeof keyOptions>;

export const hasOwnKey = ({ jwks, 'public-key': publicKey }: Said): boolean => (jwks ?? publicKey) !== undefined;

/** A pair is made where nothing else was said. */
export function sentKeys(said: Said): Sent {
  const { jwks, 'public-key': publicKey, kid, save } = said;
  if (save !== undefined && hasOwnKey(said)) throw new UsageError('--save is for a key that the sandbox makes');
  if (jwks !== undefined) return { jwks: readSet(jwks) };
  return {
    ...(publicKey === undefined ? { generateKey: true } : { publicKey: readNamedFile(publicKey) }),
    ...(kid !== undefined && { kid }),
  };
}

function readSet(file: string): NonNullable<Sent['jwks']> {
  try {
    return JSON.parse(readNamedFile(file)) as NonNullable<Sent['jwks']>; // the sandbox looks at what it is
  } catch (error) {
    throw error instanceof SyntaxError ? new Failure(`${file} is not JSON`) : error;
  }
}

/** What `send` gives may have a private key: it goes to the file, where there is to be one, and nothing is sent where that cannot be made. */
export async function withSavedKey({ save }: Pick<Said, 'save'>, send: () => Promise<Added>): Promise<Added> {
  if (save === undefined) return send();
  const file = openSecretFile(save);
  const { privateKey = '', ...told } = await send().catch((error: unknown) => {
    file.discard();
    throw error;
  });
  file.write(`${privateKey.trim()}\n`);
  return told;
}

/** The secrets are not shown again. */
export function tellKeys({ clientSecret, keys, privateKey }: Added, terminal: Terminal): void {
  if (clientSecret !== undefined) terminal.out(`Its secret, shown this once, is ${plainText(clientSecret, 64)}.`);
  for (const { kid } of keys) terminal.out(`Its key is called ${plainText(kid, 200)}.`);
  if (privateKey !== undefined) terminal.out(privateKey);
}
