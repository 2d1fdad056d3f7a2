/** What stands in `mocks/<api>/`, written as modules that compose it: an API is added by its contract and its folder, and by no list. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { GENERATED } from './write.ts';
import { FIDELITY } from '../../contract/fidelity.ts';

export interface ApiFolder {
  readonly slug: string;
  /** Of the files that the sandbox looks for, those that are there. */
  readonly has: ReadonlySet<string>;
}

/** What the sandbox looks for. A folder with none of these is no API's: it holds what several share. */
const looksFor = ['mock.ts', 'fidelity.ts', 'people.ts', 'organisations.ts'];

/** In alphabetical order; none where there is no folder of mocks. */
export function apiFolders(mocks: string | undefined): readonly ApiFolder[] {
  if (mocks === undefined) return [];
  return readdirSync(mocks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ slug: name, has: new Set(readdirSync(join(mocks, name))) }))
    .filter(({ has }) => looksFor.some((file) => has.has(file)))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** `mocksFolder` is the path of `mocks` as the written module has to import it. */
export function mocksModule(folders: readonly ApiFolder[], mocksFolder: string): string {
  const withRules = folders.filter(({ has }) => has.has('mock.ts'));
  return [
    GENERATED,
    '/** What each API does that its contract cannot say, by slug: loaded when it is first asked for. */',
    'export const mocks = {',
    ...withRules.map(({ slug }) => `  ${JSON.stringify(slug)}: () => import('${mocksFolder}/${slug}/mock.ts'),`),
    '};',
    '',
  ].join('\n');
}

export function fidelityModule(folders: readonly ApiFolder[], mocksFolder: string): string {
  const noted = folders.filter(({ has }) => has.has('fidelity.ts'));
  return [
    GENERATED,
    '/** What is known of the rules of each API, by slug: loaded when somebody asks for it. */',
    'export const fidelity = {',
    ...noted.map(({ slug }) => `  ${JSON.stringify(slug)}: () => import('${mocksFolder}/${slug}/fidelity.ts'),`),
    '};',
    '',
  ].join('\n');
}

export function peopleModule(folders: readonly ApiFolder[], mocksFolder: string): string {
  const imports: string[] = [];
  const taken = (file: string, name: string): string[] =>
    folders
      .filter(({ has }) => has.has(file))
      .map(({ slug }, index) => {
        imports.push(`import { ${name} as ${name}${index} } from '${mocksFolder}/${slug}/${file}';`);
        return `${name}${index}`;
      });
  const people = taken('people.ts', 'people');
  const organisations = taken('organisations.ts', 'organisations');
  return [
    GENERATED,
    ...imports,
    '',
    '/** The test people and organisations of every API, in alphabetical order of the APIs. */',
    `export const peopleOfApis = [${people.join(', ')}] as const;`,
    `export const organisationsOfApis = [${organisations.map((name) => `...${name}`).join(', ')}] as const;`,
    '',
  ].join('\n');
}

/** Folders without a contract (`infos` has the `info` of each), and rules of which nobody says how near they are to the real service. */
export function folderMistakes(folders: readonly ApiFolder[], infos: ReadonlyMap<string, Json | undefined>): readonly string[] {
  return folders.flatMap(({ slug, has }) => {
    const info = infos.get(slug);
    if (!isObject(info)) return [`mocks/${slug}: there is no contract openapi/${slug}.yaml, so nothing here would ever be used`];
    if (has.has('mock.ts') && !(FIDELITY in info))
      return [`openapi/${slug}.yaml: info wants ${FIDELITY}: in a sentence or two, how near this is to the real service`];
    return [];
  });
}
