/** From `mocks/<api>/` to the catalogue: an API is its contract and its folder, and stands in no list. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { generate } from '../../src/cli/build/generate.ts';
import { libraryFolder, withFolder } from './generated-library.ts';

interface Generated {
  readonly mocks: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>>;
  readonly fidelity: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>>;
  readonly peopleOfApis: readonly unknown[];
  readonly organisationsOfApis: readonly unknown[];
}

/** Generates the library with these files in `mocks/`, and hands over what came of it. */
function withMocks<T>(files: Readonly<Record<string, string>>, info: string, use: (generated: Generated) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const from = join(folder, 'openapi');
    cpSync(libraryFolder, from, { recursive: true });
    const contract = join(from, 'library.yaml');
    writeFileSync(contract, readFileSync(contract, 'utf8').replace('title: Library,', `title: Library, ${info}`));
    const mocks = join(folder, 'mocks');
    mkdirSync(mocks);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(mocks, name)), { recursive: true });
      writeFileSync(join(mocks, name), text);
    }
    const to = join(folder, 'src/generated');
    mkdirSync(dirname(to));
    await generate({ from, to, mocks });
    const [rules, notes, people] = await Promise.all(
      ['mocks', 'fidelity', 'people'].map((name) => import(pathToFileURL(join(to, `${name}.ts`)).href)),
    );
    return use({ ...rules, ...notes, ...people });
  });
}

const nearEnough = 'x-sandbox-fidelity: Near enough to read by,';

test('rules, what is known of them, people and organisations of a folder are found by the names of their files', async () => {
  const files = {
    'library/mock.ts': 'export default { behaviours: {} };',
    'library/fidelity.ts': 'export default { everywhere: [] };',
    'library/people.ts': "export const people = { reader: { meaning: 'Reads.' } };",
    'library/organisations.ts': "export const organisations = [{ ods: 'Y99999' }];",
    'library/lend/lend.ts': '',
    'people.ts': '',
  };
  await withMocks(files, nearEnough, async ({ mocks, fidelity, peopleOfApis, organisationsOfApis }) => {
    expect(Object.keys(mocks)).toEqual(['library']);
    expect((await mocks['library']?.())?.default).toEqual({ behaviours: {} });
    expect((await fidelity['library']?.())?.default).toEqual({ everywhere: [] });
    expect(peopleOfApis).toEqual([{ reader: { meaning: 'Reads.' } }]);
    expect(organisationsOfApis).toEqual([{ ods: 'Y99999' }]);
  });
});

test('an API needs no folder, and a folder no rules', async () => {
  const nothing = { mocks: {}, peopleOfApis: [], organisationsOfApis: [] };
  await withMocks({}, '', async (generated) => expect(generated).toMatchObject(nothing));
  await withMocks({ 'library/people.ts': 'export const people = {};' }, '', async ({ mocks, peopleOfApis }) => {
    expect([mocks, peopleOfApis]).toEqual([{}, [{}]]);
  });
  await withMocks({ 'shelves/order.ts': '' }, '', async (generated) => expect(generated).toMatchObject(nothing));
});

test('a folder without a contract is a mistake, and so are rules that do not say how near they are to the real service', async () => {
  const none = async (): Promise<void> => {};
  await expect(withMocks({ 'librarie/mock.ts': '' }, '', none)).rejects.toThrow(
    'mocks/librarie: there is no contract openapi/librarie.yaml',
  );
  await expect(withMocks({ 'library/mock.ts': '' }, '', none)).rejects.toThrow('openapi/library.yaml: info wants x-sandbox-fidelity');
});
