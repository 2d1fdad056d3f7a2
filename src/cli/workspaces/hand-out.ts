/** What is given to those who get a new workspace: on the terminal, as a list for a spreadsheet, and as cards to print. */
import { counted } from '../../contract/counted.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { cardOf, cardsPage } from '../cards/cards-page.tsx';
import { csvLine } from '../../contract/csv-line.ts';
import { isLoopback } from '../../gateway/callers/authority.ts';
import { flag, textOption, type Option } from '../options.ts';
import { readdressed } from '../../portal/organiser/readdressed.ts';
import { readAddressOfSandbox } from '../remote/connection.ts';
import { Failure } from '../failure.ts';
import { hostName } from '../../runtimes/node/own-names.ts';
import { dayAndTime } from '../remote/moment.ts';
import { openSecretFile } from '../remote/secret-file.ts';
import type { Terminal } from '../terminal.ts';
import { madeLines, named } from './lines.ts';

type Made = components['schemas']['MadeWorkspace'];

export const addressOption = {
  value: 'url',
  help: 'Where others reach the sandbox, to be written in place of --url, as in http://192.168.1.20:8787.',
  initial: undefined,
  read: (typed: string) => readAddressOfSandbox(typed),
} satisfies Option<string | undefined>;

export const handOutOptions = {
  address: addressOption,
  csv: textOption('file', 'Write names, addresses and keys to this file, which must be new.'),
  cards: textOption('file', 'Write a page of cards to print and cut out, one for each, to this file, which must be new.'),
  'cards-without-keys': flag('Leave the keys off the cards.'),
};

interface Prepared {
  readonly csv: ReturnType<typeof openSecretFile> | undefined;
  readonly cards: ReturnType<typeof openSecretFile> | undefined;
  readonly withKeys: boolean;
  /** What is written in place of the address that the sandbox was asked at. */
  readonly address: string | undefined;
  discard(): void;
}

interface Files {
  readonly address: string | undefined;
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
      address: files.address,
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

/** What is still being made, once it is. */
export async function handOut(
  making: Promise<Made | { readonly workspaces: readonly Made[] } | string>,
  { prepared: { csv, cards, withKeys, address: other, discard }, json, url, terminal }: HandOut,
): Promise<void> {
  const answer = await making.catch((error: unknown) => {
    discard();
    throw error;
  });
  // It answers in CSV where that is asked for.
  if (typeof answer === 'string') throw new Failure(`${url} answers in another format than it was asked for`);
  const made = ('workspaces' in answer ? answer.workspaces : [answer]).map((workspace) => readdressed(workspace, other));
  const keysAreKept = csv !== undefined || (cards !== undefined && withKeys);
  try {
    csv?.write(csvOf(made));
    cards?.write(
      await cardsPage(
        made.map((workspace) => cardOf(workspace, withKeys && workspace.managementKey)),
        { url: other ?? url },
      ),
    );
  } catch (error) {
    // They are made, and nobody is told of them again.
    terminal.out(madeLines(made, terminal));
    throw new Failure(`the files cannot be written (${error instanceof Error ? error.message : String(error)}): keep what is above`);
  }
  if (json) terminal.out(JSON.stringify('workspaces' in answer ? { workspaces: made } : made[0], undefined, 2));
  else if (keysAreKept) for (const { name, id, baseUrl } of made) terminal.out(`${named({ name, id })}  ${baseUrl}`);
  else terminal.out(madeLines(made, terminal));
  const [first] = made;
  terminal.error(
    `${counted(made.length, 'workspace')} made${first?.expires === undefined ? '' : `, until ${dayAndTime(first.expires)}`}.` +
      (keysAreKept ? '' : made.length === 1 ? ' Its key is shown this once: keep it.' : ' Their keys are shown this once: keep them.'),
  );
  if (csv) terminal.error(`${csv.path}: names, addresses and keys. Only you may read it.`);
  if (cards) terminal.error(`${cards.path}: cards to print, ${withKeys ? 'with keys' : 'without keys'}. Only you may read it.`);
  if ((made.length > 1 || cards) && isLoopback(hostName(new URL(other ?? url).hostname)))
    terminal.error(
      'These addresses work on this machine only. For others, start the sandbox with --host 0.0.0.0, and say --address with the one that it prints.',
    );
}

const csvOf = (made: readonly Made[]): string =>
  [
    csvLine(['name', 'id', 'baseUrl', 'managementKey', 'expires']),
    ...made.map(({ name = '', id, baseUrl, managementKey, expires = '' }) => csvLine([name, id, baseUrl, managementKey, expires])),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
