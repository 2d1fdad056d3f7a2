/** Brings contracts one by one, and says what the sandbox made of each. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { counted } from '../../contract/counted.ts';
import { plainText } from '../../contract/plain-text.ts';
import { UsageError } from '../failure.ts';
import { flag, textOption } from '../options.ts';
import { uploadOf } from '../remote/contract-upload.ts';
import type { Terminal } from '../terminal.ts';

type Understood = components['schemas']['UnderstoodContract'];

export const addOptions = {
  name: textOption('name', 'What the API is called (the name of the file).'),
  json: flag('Print JSON.'),
};

interface Sending {
  readonly body: string;
  readonly bodySerializer: (body: unknown) => string;
  readonly headers: { readonly 'Content-Type': string };
}

interface Adding {
  readonly name: string | undefined;
  readonly json: boolean;
  readonly terminal: Terminal;
  readonly command: string;
  readonly put: (name: string, sending: Sending) => Promise<Understood>;
}

export async function addContracts(words: readonly string[], { name, json, terminal, command, put }: Adding): Promise<number> {
  if (words.length === 0) throw new UsageError(`${command} wants contracts, by their files or addresses`);
  if (name !== undefined && words.length > 1) throw new UsageError('--name goes with one contract');
  // All are read before any is sent.
  const uploads = await Promise.all(words.map(uploadOf));
  const answers: Understood[] = [];
  for (const { name: ownName, text } of uploads) {
    terminal.progress(`Sending ${plainText(ownName, 60)} …`);
    const sending = { body: text, bodySerializer: String, headers: { 'Content-Type': 'application/yaml' } };
    answers.push(await put(name ?? ownName, sending).finally(() => terminal.progress('')));
  }
  terminal.out(json ? JSON.stringify(answers, undefined, 2) : answers.map(addedLine).join('\n'));
  return 0;
}

function addedLine({ slug, base, operations, quirks }: Understood): string {
  const [name, place] = [plainText(slug, 100), plainText(base, 200)];
  const mended = quirks.length === 0 ? '' : `; ${counted(quirks.length, 'quirk')}: nhs-sandbox check says which`;
  return `${name} is served at ${place}: ${counted(operations, 'operation')}${mended}`;
}
