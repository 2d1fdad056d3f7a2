/**
 * `npm run generate`: turns `openapi/*.yaml` and the folders of `mocks/` into what the product runs on, in `src/generated/` (not kept
 * in git): resolved documents, TypeScript types, validators and the catalogue. Same input, same bytes; a mistake stops it and is named.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contract, Operation, Quirk } from '../../contract/contract.ts';
import { basisMistake } from '../../contract/fidelity.ts';
import { groupMistake, isOfSandbox } from '../../contract/group.ts';
import { SHARED_LIMITS } from '../../contract/limits.ts';
import { exampleQuirks } from '../../contract/reading/example-quirks.ts';
import { loadContract, slugOf } from '../../contract/load.ts';
import { type Draft, readWhole } from '../../contract/reading/read-document.ts';
import { contractOnDisk } from '../../runtimes/node/contract-on-disk.ts';
import { apiFolders, fidelityModule, folderMistakes, mocksModule, peopleModule } from './api-folders.ts';
import { takeExamples } from './examples-apart.ts';
import { linesWithLiveNumbers } from './live-numbers.ts';
import { loginStyleModule, portalAssetsModule } from './portal-assets.ts';
import { quoted } from './quoted.ts';
import { riskyPatterns } from './risky-patterns.ts';
import { validatorTypes, writeValidators } from './validators.ts';
import { GENERATED, readIfThere, writeFiles, writeFolder } from './write.ts';

export interface Folders {
  /** Where the contracts are, with `shared/` beside them. */
  readonly from: string;
  readonly to: string;
  /** Where each API has a folder of its own for what its contract cannot say; without it, none has. */
  readonly mocks?: string;
}

/** Gives the names of the files that changed; throws an Error that lists every mistake found. */
export async function generate({ from, to, mocks }: Folders): Promise<string[]> {
  const mistakes = liveNumbers(from);
  const contracts = readdirSync(from)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readContract(join(from, name)));
  mistakes.push(
    ...contracts.flatMap(({ file, contract }) => mistakesOf(contract).map((mistake) => `${relative(process.cwd(), file)}: ${mistake}`)),
  );
  const folders = apiFolders(mocks);
  mistakes.push(...folderMistakes(folders, new Map(contracts.map(({ contract }) => [contract.slug, contract.document['info']]))));
  if (mistakes.length > 0) throw new Error(`${mistakes.length} mistake(s) in the contracts:\n${mistakes.join('\n')}`);

  const contractFolder = relative(to, join(import.meta.dirname, '../../contract')).replaceAll('\\', '/');
  const files = new Map<string, string>();
  for (const { contract, text } of contracts) {
    files.set(`${contract.slug}.contract.ts`, contractModule(contract, contractFolder));
    files.set(`${contract.slug}.types.ts`, await typesModule(text, readIfThere(join(to, `${contract.slug}.types.ts`))));
  }
  const byValidators = Map.groupBy(
    contracts.map(({ contract }) => contract),
    validatorsOf,
  );
  for (const [name, those] of byValidators) {
    files.set(`${name}.js`, writeValidators(those, contractFolder));
    files.set(`${name}.d.ts`, validatorTypes(contractFolder));
  }
  files.set(
    'catalogue.ts',
    catalogueModule(
      contracts.map(({ contract }) => contract.slug),
      contractFolder,
    ),
  );
  const mocksFolder = relative(to, mocks ?? to).replaceAll('\\', '/');
  files.set('mocks.ts', mocksModule(folders, mocksFolder));
  files.set('fidelity.ts', fidelityModule(folders, mocksFolder));
  files.set('people.ts', peopleModule(folders, mocksFolder));
  files.set('portal-assets.ts', await portalAssetsModule());
  files.set('login-style.ts', await loginStyleModule());
  files.set('api-paths.ts', apiPathsModule(contracts.map(({ contract }) => contract)));
  return writeFolder(to, files);
}

interface Read {
  readonly file: string;
  /** The document with what it refers to in `shared/`, as JSON text. */
  readonly text: string;
  readonly contract: Contract;
}

function readContract(file: string): Read {
  const quirks: Quirk[] = [];
  const { tree } = readWhole(contractOnDisk(file, SHARED_LIMITS), SHARED_LIMITS, quirks);
  const text = JSON.stringify(tree);
  const contract = loadContract({ name: slugOf(file), text });
  return { file, text, contract: { ...contract, quirks: [...quirks, ...contract.quirks] } };
}

function liveNumbers(from: string): string[] {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((name) => {
    const path = join(from, name);
    return linesWithLiveNumbers(readFileSync(path, 'utf8')).map(
      (line) => `${relative(process.cwd(), path)}:${line}: an NHS number that could be somebody's; use one that begins with 9`,
    );
  });
}

/** What a contract brought by a user may hold, ours may not. */
function mistakesOf(contract: Contract): string[] {
  const group = isOfSandbox(contract.document['info']) ? undefined : groupMistake(contract.document['info']);
  const risky = riskyPatterns(contract.document as Draft).map(
    (pointer) => `${pointer}: This pattern repeats a repeat, which can take for ever.`,
  ); // only read
  return [
    ...[...contract.quirks, ...exampleQuirks(contract)].map(({ pointer, message }) => `${pointer}: ${message}`),
    ...risky,
    ...[group, basisMistake(contract.document['info'])].filter((mistake) => mistake !== undefined),
  ];
}

/** APIs of the catalogue share many schemas, and so a module; what comes with the sandbox has its own, since most programs never ask for it. */
const validatorsOf = ({ slug, document }: Contract): string => (isOfSandbox(document['info']) ? `${slug}.validators` : 'validators');

function contractModule(contract: Contract, contractFolder: string): string {
  const document = structuredClone(contract.document) as Draft; // a copy of our own to change
  const examples = takeExamples(document);
  return [
    GENERATED,
    `import type { GeneratedContract } from '${contractFolder}/built.ts';`,
    `import { validators } from './${validatorsOf(contract)}.js';`,
    '',
    'export const contract: GeneratedContract = {',
    `  slug: ${JSON.stringify(contract.slug)},`,
    `  document: ${quoted(JSON.stringify(document))},`,
    `  examples: ${quoted(JSON.stringify(examples))},`,
    `  validators: validators[${JSON.stringify(contract.slug)}] ?? {},`,
    '};',
    '',
  ].join('\n');
}

/** The TypeScript compiler takes seconds, so types are kept while the document they were made of is the same. */
async function typesModule(text: string, existing: string | undefined): Promise<string> {
  // What has a default need not be sent.
  const options = { silent: true, immutable: true, defaultNonNullable: false };
  const mark = `// Made of ${createHash('sha256').update(JSON.stringify(options)).update(text).digest('hex').slice(0, 16)}`;
  if (existing?.startsWith(`${GENERATED}\n${mark}\n`)) return existing;
  const { default: openapiTypes, astToString } = await import('openapi-typescript');
  const types = await openapiTypes(text, options);
  return `${GENERATED}\n${mark}\n${astToString(types)}`;
}

function catalogueModule(slugs: readonly string[], contractFolder: string): string {
  return [
    GENERATED,
    `import type { GeneratedContract } from '${contractFolder}/built.ts';`,
    '',
    '/** Our own contracts by slug, in alphabetical order, each loaded when it is asked for. */',
    'export const generatedContracts: Readonly<Record<string, () => Promise<GeneratedContract>>> = {',
    ...slugs.map((slug) => `  ${JSON.stringify(slug)}: async () => (await import('./${slug}.contract.ts')).contract,`),
    '};',
    '',
  ].join('\n');
}

/** What a typed client must know of each API, without the contract itself. */
function apiPathsModule(contracts: readonly Contract[]): string {
  return [
    GENERATED,
    ...contracts.map(({ slug }, index) => `import type { paths as paths${index} } from './${slug}.types.ts';`),
    '',
    '/** The paths of our own contracts by slug, as openapi-typescript writes them. */',
    'export interface ApiPaths {',
    ...contracts.map(({ slug }, index) => `  readonly ${JSON.stringify(slug)}: paths${index};`),
    '}',
    '',
    '/** The APIs of the catalogue: all but those that come with the sandbox. */',
    `export const catalogueNames = ${JSON.stringify(contracts.filter(({ document }) => !isOfSandbox(document['info'])).map(({ slug }) => slug))} as const;`,
    '',
    'export const basePaths: Readonly<Record<keyof ApiPaths, string>> = {',
    ...contracts.map(({ slug, basePath }) => `  ${JSON.stringify(slug)}: ${JSON.stringify(basePath)},`),
    '};',
    '',
    '/** How bodies travel, by operation, where it is not as application/json. */',
    'export const bodyTypes: Readonly<Record<keyof ApiPaths, Readonly<Record<string, string>>>> = {',
    ...contracts.map(({ slug, operations }) => `  ${JSON.stringify(slug)}: ${JSON.stringify(bodyTypesOf(operations))},`),
    '};',
    '',
  ].join('\n');
}

/** Of several types that are documented the first stands; a form in parts makes its own, with the boundary between them. */
function bodyTypesOf(operations: readonly Operation[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    operations.flatMap(({ method, path, body }) => {
      const types = (body?.content ?? []).map(({ type }) => type);
      const [type] = types;
      const isPlain = types.some((one) => /^application\/json\s*(?:;|$)/i.test(one));
      return type === undefined || isPlain || /^multipart\/|\*/i.test(type) ? [] : [[`${method.toUpperCase()} ${path}`, type]];
    }),
  );
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  try {
    const to = join(root, 'src/generated');
    const changed = await generate({ from: join(root, 'openapi'), to, mocks: join(root, 'mocks') });
    // It reads what has just been written.
    const { announcementsModule } = await import('./announcements.ts');
    changed.push(...writeFiles(to, new Map([['announcements.ts', await announcementsModule()]])));
    console.log(changed.length > 0 ? `generated: ${changed.join(', ')}` : 'generated: nothing changed');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
