/** What is given to those who get a new workspace: on the terminal, as a list for a spreadsheet, and as cards to print. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { cardOf, cardsPage } from '../cards/cards-page.ts';
import { csvLine } from '../csv.ts';
import { counted } from '../lay-out.ts';
import { isLoopback } from '../../gateway/callers/authority.ts';
import { flag, textOption } from '../options.ts';
import { hostName } from '../../runtimes/node/own-names.ts';
import { dayAndTime } from '../remote/moment.ts';
import { openSecretFile } from '../remote/secret-file.ts';
import type { Terminal } from '../terminal.ts';
import { madeLines, named } from './lines.ts';

type Made = components['schemas']['MadeWorkspace'];

export const handOutOptions = {
  csv: textOption('file', 'Write names, addresses and keys to this file, which must be new.'),
  cards: textOption('file', 'Write a page of cards to print and cut out, one for each, to this file, which must be new.'),
  'cards-without-keys': flag('Leave the keys off the cards.'),
};

interface Prepared {
  readonly csv: ReturnType<typeof openSecretFile> | undefined;
  readonly cards: ReturnType<typeof openSecretFile> | undefined;
  readonly withKeys: boolean;
  discard(): void;
}

interface Files {
  readonly csv: string | undefined;
  readonly cards: string | undefined;
  readonly 'cards-without-keys': boolean;
}

/** Opens the files before there is anything to lose. */
export function prepareHandOut(files: Files): Prepared {
  const csv = files.csv === undefined ? undefined : openSecretFile(files.csv);
  try {
    const cards = files.cards === undefined ? undefined : openSecretFile(files.cards);
    return {
      csv,
      cards,
      withKeys: !files['cards-without-keys'],
      discard() {
        csv?.discard();
        cards?.discard();
      },
    };
  } catch (error) {
    csv?.discard();
    throw error;
  }
}

interface HandOut {
  readonly prepared: Prepared;
  readonly json: boolean;
  readonly url: string;
  readonly terminal: Terminal;
}

export async function handOut(
  answer: Made | { readonly workspaces: readonly Made[] },
  { prepared: { csv, cards, withKeys }, json, url, terminal }: HandOut,
): Promise<void> {
  const made = 'workspaces' in answer ? answer.workspaces : [answer];
  const keysAreKept = csv !== undefined || (cards !== undefined && withKeys);
  if (json) terminal.out(JSON.stringify(answer, undefined, 2));
  else if (keysAreKept) for (const { name, id, baseUrl } of made) terminal.out(`${named({ name, id })}  ${baseUrl}`);
  else terminal.out(madeLines(made, terminal));
  csv?.write(csvOf(made));
  cards?.write(
    await cardsPage(
      made.map((workspace) => cardOf(workspace, withKeys && workspace.managementKey)),
      { url },
    ),
  );
  const [first] = made;
  terminal.error(
    `${counted(made.length, 'workspace')} made${first?.expires === undefined ? '' : `, until ${dayAndTime(first.expires)}`}. ` +
      (keysAreKept ? '' : made.length === 1 ? 'Its key is shown this once: keep it.' : 'Their keys are shown this once: keep them.'),
  );
  for (const { path, holds } of [
    ...(csv ? [{ path: csv.path, holds: 'names, addresses and keys' }] : []),
    ...(cards ? [{ path: cards.path, holds: `cards to print, ${withKeys ? 'with keys' : 'without keys'}` }] : []),
  ])
    terminal.error(`${path}: ${holds}. Only you may read it.`);
  if ((made.length > 1 || cards) && isLoopback(hostName(new URL(url).hostname)))
    terminal.error(
      `These addresses work on this machine only. For others, start the sandbox with --host 0.0.0.0 and an operator key, and name it by the address they use: --url http://${otherAddress}:8787`,
    );
}

/** As it could be in the network of a room. */
const otherAddress = '192.168.1.20';

const csvOf = (made: readonly Made[]): string =>
  [
    csvLine(['name', 'id', 'baseUrl', 'managementKey', 'expires']),
    ...made.map(({ name = '', id, baseUrl, managementKey, expires = '' }) => csvLine([name, id, baseUrl, managementKey, expires])),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
