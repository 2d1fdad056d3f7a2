/** `--rules`: which file has the rules of which API. */
import { slugOfMountable, type Mountable } from '../../gateway/announced.ts';
import { basename, extname } from 'node:path';
import { Failure, UsageError } from '../failure.ts';
import { nearest } from '../../contract/nearest.ts';
import type { Option } from '../options.ts';

export interface RulesFile {
  readonly file: string;
  /** Of the API that it was typed for, as in `parcels=./rules.ts`. */
  readonly slug?: string;
}

const endings = ['.ts', '.mts', '.js', '.mjs'];

export const rulesOption: Option<readonly RulesFile[]> = {
  value: 'file',
  help: 'Answer by rules of your own (TypeScript or JavaScript); with several APIs <name>=<file>, or a file of the name. May be given again.',
  initial: [],
  read(typed) {
    const [, slug, file = ''] = /^(?:([\w.-]+)=)?(.+)$/.exec(typed) ?? [];
    if (!endings.includes(extname(file)))
      throw new UsageError(`a module that ends with ${endings.join(', ')}, as in my-mock.ts or parcels=./my-mock.ts`);
    return [slug === undefined ? { file } : { file, slug }];
  },
  add: (before, next) => [...before, ...next],
};

/** The files by the names of the APIs that they are about. */
export function rulesByName(files: readonly RulesFile[], apis: readonly Mountable[]): ReadonlyMap<string, string> {
  const slugs = apis.map(slugOfMountable);
  const found = new Map<string, string>();
  for (const { file, slug } of files) {
    const name = slug ?? (slugs.length === 1 ? slugs[0] : basename(file, extname(file)));
    if (name === undefined || !slugs.includes(name))
      throw new Failure(noSuch({ file, name: name ?? '', isSaid: slug !== undefined }, slugs));
    const other = found.get(name);
    if (other !== undefined)
      throw new Failure(`${other} and ${file} are both rules of ${name}: put them into one file, which may import others`);
    found.set(name, file);
  }
  return found;
}

function noSuch(
  { file, name, isSaid }: { readonly file: string; readonly name: string; readonly isSaid: boolean },
  slugs: readonly string[],
): string {
  const meant = nearest(name, slugs);
  const served = `Served here: ${slugs.join(', ')}.`;
  if (isSaid) return `${file} has rules of ${name}, which is not served here${meant ? `; did you mean ${meant}=${file}?` : '.'} ${served}`;
  return `several APIs are served, so say whose rules ${file} has: --rules ${meant ?? slugs[0] ?? ''}=${file}. ${served}`;
}
