/** Finds what the words of a command name: contracts of the catalogue by their names, contracts of the user's by their files or addresses. */
import { type Limits, OWN_LIMITS } from '../contract/limits.ts';
import type { DocumentFile } from '../contract/reading/read-document.ts';
import { catalogueNames } from '../generated/api-paths.ts';
import { isAnnounced, slugOfMountable, type Mountable, type Served } from '../gateway/announced.ts';
import { contractOnDisk } from '../runtimes/node/contract-on-disk.ts';
import { announcedApis } from '../runtimes/own-apis.ts';
import { contractByUrl, isUrl } from './contract-by-url.ts';
import { howToRaise } from './contract-limits.ts';
import { Failure } from './failure.ts';
import { nearest } from '../contract/nearest.ts';

export interface ReadingOptions {
  /** Told of every file that is read or looked for, also where reading fails in the end. */
  readonly asked?: (file: string) => void;
  readonly limits?: Limits;
}

export async function readContracts(words: readonly string[], reading: ReadingOptions = {}): Promise<readonly Served[]> {
  const listed = await listContracts(words, reading);
  return Promise.all(listed.map((one) => (isAnnounced(one) ? one.load() : one)));
}

/** No words: the whole catalogue. Of its APIs nothing is read yet. */
export async function listContracts(words: readonly string[], reading: ReadingOptions = {}): Promise<readonly Mountable[]> {
  if (words.length === 0) return announcedApis();
  const served = await Promise.all(words.map((word) => listContract(word, reading)));
  const slugs = served.map(slugOfMountable);
  const twice = slugs.findIndex((slug, i) => slugs.indexOf(slug) !== i);
  if (twice !== -1) {
    throw new Failure(
      `${words[slugs.indexOf(slugs[twice] ?? '')]} and ${words[twice]} would both be called ${slugs[twice]}: rename one of the files`,
    );
  }
  return served;
}

async function listContract(word: string, reading: ReadingOptions): Promise<Mountable> {
  if (!isFile(word) && !isUrl(word)) {
    const [own] = names.includes(word) ? announcedApis([word]) : [];
    if (own) return own;
    const meant = nearest(word, names);
    throw new Failure(
      `the catalogue has no API called ${JSON.stringify(word)}${meant ? `; did you mean ${meant}?` : ''}\n` +
        `It has: ${names.join(', ')}. A contract of your own is named by its file: ./${word}.yaml`,
    );
  }
  const { limits = OWN_LIMITS } = reading;
  const [file, { loadContract }] = await Promise.all([contractFile(word, reading), import('../contract/load.ts')]);
  try {
    return { contract: loadContract(file, limits) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ContractError') {
      const kind = 'kind' in error ? String(error.kind) : '';
      throw new Failure(`${word} cannot be served: ${error.message}${howToRaise[kind] ?? ''}`);
    }
    throw error;
  }
}

const names: readonly string[] = catalogueNames;

/** A contract by its file or address, with the files beside it. */
export async function contractFile(word: string, { limits = OWN_LIMITS, asked }: ReadingOptions = {}): Promise<DocumentFile> {
  return isUrl(word) ? contractByUrl(word, limits) : onDisk(word, { bytes: limits.bytes, ...(asked && { asked }) });
}

/** Files have an ending or a folder; names of the catalogue have neither. */
export const isFile = (word: string): boolean => /[./\\]/.test(word) && !isUrl(word);

function onDisk(file: string, reading: Parameters<typeof contractOnDisk>[1]): DocumentFile {
  try {
    return contractOnDisk(file, reading);
  } catch (error) {
    if (error instanceof TypeError) throw new Failure(`${file} is not UTF-8 text`);
    throw new Failure(`${file} ${unreadable(error)}`);
  }
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EISDIR') return 'is a folder; name the contract files in it';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: check its permissions';
  return `cannot be read (${String(code ?? error)})`;
}
