/** The packages whose code is in what we publish, each with its licence: found by what was bundled, not by a list that somebody keeps. */
import type { Metafile } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { declaredElsewhere } from './declarations.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Licence and notices, as they stand in the package. */
  readonly text: string;
}

/** Licences that ask for nothing but their notice. */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD']);

/** Sorted by name; throws where a package has no licence text, or a licence that has not been looked at. */
export function thirdPartiesIn(metafiles: readonly Metafile[]): readonly ThirdParty[] {
  const bundled = metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageFolder));
  const folders = new Set([...bundled, ...declaredElsewhere.map((name) => `node_modules/${name}`)]);
  return [...folders].map(readThirdParty).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `node_modules/@noble/hashes` of `node_modules/@noble/hashes/sha2.js`; nothing for a file of ours. */
function packageFolder(file: string): readonly string[] {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll('\\', '/'))?.slice(0, 1) ?? [];
}

function readThirdParty(folder: string): ThirdParty {
  const manifest = readFileSync(join(root, folder, 'package.json'), 'utf8');
  const { name, version, license } = JSON.parse(manifest) as { readonly name: string; readonly version: string; readonly license?: string };
  const texts = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  if (license === undefined || !allowed.has(license)) throw new Error(`${name} is bundled and its licence is ${license}: look at it first`);
  if (texts.length === 0) throw new Error(`${name} is bundled and comes without the text of its licence`);
  const text = texts.map((file) => readFileSync(join(root, folder, file), 'utf8').trim()).join('\n\n');
  return { name, version, licence: license, text: text.replaceAll('\r\n', '\n') };
}

export function licencesText(parties: readonly ThirdParty[]): string {
  const line = '-'.repeat(78);
  return [
    'NHS API Sandbox holds code of the packages below. Its own licence is in LICENCE.',
    ...parties.map(({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}`),
    '',
  ].join('\n\n');
}
