/** What is in the package: the files that it needs and no others, and of every third party in it the licence and a line of the bill of materials. */
import { build, type BuildOptions } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const tarball = inject('tarball');

let folder: string;
let files: readonly string[];
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

beforeAll(() => {
  const unpacked = mkdtempSync(join(tmpdir(), 'sandbox-contents-'));
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked]);
  folder = join(unpacked, 'package');
  files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
});
afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

const kinds: readonly RegExp[] = [
  /^(?:LICENCE|NOTICE|README\.md|package\.json)$/,
  /^dist\/(?:auth|cli|sandbox|msw|vitest|client|mock)\.js$/,
  /^dist\/chunks\/[\w.-]+\.js$/,
  /^dist\/contracts\/[a-z-]+\.json$/,
  /^dist\/types\/[\w./-]+\.d\.ts$/,
  /^dist\/THIRD-PARTY-LICENCES\.txt$/,
  /^dist\/sbom\.cdx\.json$/,
];

describe('its files', () => {
  test('are few, small and of known kinds', () => {
    expect(statSync(tarball).size).toBeLessThan(2_500_000);
    expect(files.length).toBeLessThan(600);
    expect(files.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([]);
    for (const kind of kinds) expect([kind, files.some((file) => kind.test(file))]).toEqual([kind, true]);
  });

  test('name no place of the machine that made them, and no source map', () => {
    // A home may be called like a part of somebody's URL (`/openam/oauth2/realms/root/realms`): a path of this machine begins there.
    const home = new RegExp(`(?<![\\w.-])${homedir().replaceAll(/[^\w/]/g, '\\$&')}/`);
    const wrong = [root, dirname(tarball), '/node_modules/', '//# sourceMappingURL'];
    const named = (text: string): readonly string[] => [...wrong.filter((each) => text.includes(each)), ...(home.exec(text) ?? [])];
    expect(files.flatMap((file) => named(read(file)).map((text) => `${file}: ${text}`))).toEqual([]);
  });

  test('declare nothing that TypeScript 5.4 cannot read', () => {
    // The compiler's own check of it stops at what msw and vitest declare.
    expect(files.filter((file) => file.endsWith('.d.ts') && /\b(?:Uint8Array|ArrayBufferView)</.test(read(file)))).toEqual([]);
  });

  test('hold no test', () => {
    expect(files.filter((file) => /\.(?:test|spec|soak|package)\.|\/tests?\//.test(file))).toEqual([]);
  });
});

test('its manifest asks for nothing: no dependency, no script of an install, no peer that is not imported', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  expect(manifest.dependencies ?? {}).toEqual({});
  const atInstall = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];
  expect(Object.keys(manifest.scripts).filter((name) => atInstall.includes(name))).toEqual([]);
  expect(Object.keys(manifest.peerDependencies).sort()).toEqual(Object.keys(manifest.peerDependenciesMeta).sort());
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => read(file));
  const peers = [
    ...new Set(scripts.flatMap((text) => [...text.matchAll(/\bfrom ?"(?!node:)([a-z@][^"./]*)/g)].map(([, name = '']) => name))),
  ];
  expect(peers.sort()).toEqual(Object.keys(manifest.peerDependencies).sort());
});

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
}

describe('of each third party', () => {
  /** Bundled anew, by nothing that the build itself uses to find them. */
  let bundled: readonly string[];
  beforeAll(async () => {
    const options = { absWorkingDir: root, bundle: true, format: 'esm', write: false, metafile: true, logLevel: 'silent' } as const;
    const inputs = async (more: BuildOptions) => Object.keys((await build({ ...options, ...more })).metafile?.inputs ?? {});
    const files = [
      ...(await inputs({
        entryPoints: ['launch', '../runtimes/browser/sandbox', '../runtimes/browser/msw', '../runtimes/browser/vitest'].map(
          (name) => `src/cli/${name}.ts`,
        ),
        outdir: 'nowhere',
        platform: 'node',
        external: ['msw', 'vitest', 'openapi-typescript'],
      })),
      ...(await inputs({
        entryPoints: ['src/runtimes/edge/worker.ts'],
        platform: 'browser',
        conditions: ['workerd', 'worker', 'browser'],
        external: ['cloudflare:workers'],
      })),
    ];
    const names = files
      .filter((file) => file.includes('node_modules/'))
      .map((file) => {
        const [first = '', second = ''] = file.slice(file.lastIndexOf('node_modules/') + 'node_modules/'.length).split('/');
        return first.startsWith('@') ? `${first}/${second}` : first;
      });
    bundled = [...new Set(names)].sort();
  });

  test('whose code is bundled the whole licence is there', () => {
    expect(bundled).toContain('hono');
    const sections = read('dist/THIRD-PARTY-LICENCES.txt').split(/^-{78}$/m);
    for (const name of bundled) {
      const heading = sections.findIndex((section) => section.trim().startsWith(`${name} `));
      expect([name, heading > 0]).toEqual([name, true]);
      expect(sections[heading]).toMatch(/ \d+\.\d+\.\d+ \((?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|0BSD)\)/);
      expect(sections[heading + 1]).toMatch(/Copyright/i);
      expect(sections[heading + 1]).toMatch(/Permission (?:is hereby granted|to use)|Redistribution and use|Apache License/);
    }
  });

  test('the bill of materials names version, licence and address', () => {
    const bill = JSON.parse(read('dist/sbom.cdx.json')) as Bill;
    expect([bill.bomFormat, bill.specVersion, bill.metadata.component.name]).toEqual(['CycloneDX', '1.5', 'nhs-api-sandbox']);
    expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining([...bundled]));
    for (const { name, version, purl, licenses } of bill.components) {
      expect([name, /^\d+\.\d+\.\d+/.test(version), purl.startsWith('pkg:npm/'), licenses.length > 0]).toEqual([name, true, true, true]);
      expect(read('dist/THIRD-PARTY-LICENCES.txt')).toContain(`\n${name} ${version} (`);
    }
  });
});

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses: readonly unknown[];
  }[];
}

test('its contracts refer to nothing outside themselves, and keep what they say', () => {
  const contracts = files.filter((file) => file.startsWith('dist/contracts/'));
  expect(contracts).toContain('dist/contracts/sandbox-control.json');
  for (const file of contracts) {
    const text = read(file);
    expect([...text.matchAll(/"\$ref":"([^#][^"]*)"/g)].map(([, ref]) => `${file}: ${ref}`)).toEqual([]);
    expect(text).toContain('"description":"');
    expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.1' });
  }
});
