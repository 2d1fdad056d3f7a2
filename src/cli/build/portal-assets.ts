/** Styles and scripts of the pages, made small and put into a module, so that every home serves them from what it is: Node, the edge, a test. */
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { GENERATED } from './write.ts';

const portal = resolve(import.meta.dirname, '../../portal');

const sources = [
  { name: 'style.css', from: 'look/style.css', type: 'text/css; charset=utf-8' },
  { name: 'portal.js', from: 'script/portal.ts', type: 'text/javascript; charset=utf-8' },
] as const;

async function madeSmall(from: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [from],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** The log-in pages load nothing: their style stands in each of them. */
export async function loginStyleModule(): Promise<string> {
  const text = await madeSmall(resolve(import.meta.dirname, '../../identity/login/login.css'));
  return [GENERATED, '', `export const loginStyle = ${JSON.stringify(text)};`, ''].join('\n');
}

export async function portalAssetsModule(): Promise<string> {
  const assets = await Promise.all(
    sources.map(async ({ name, from, type }) => {
      const text = await madeSmall(join(portal, from));
      return { name, type, text, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) };
    }),
  );
  return [
    GENERATED,
    '',
    `export type AssetName = ${sources.map(({ name }) => JSON.stringify(name)).join(' | ')};`,
    '',
    'interface Asset {',
    '  readonly type: string;',
    '  /** Changes with the text. */',
    '  readonly hash: string;',
    '  readonly text: string;',
    '}',
    '',
    'export const portalAssets: Readonly<Record<AssetName, Asset>> = {',
    ...assets.map(({ name, ...asset }) => `  ${JSON.stringify(name)}: ${JSON.stringify(asset)},`),
    '};',
    '',
  ].join('\n');
}
