/** Opens a page in the Chromium of this machine, with msw's service worker beside it. */
import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasChromium = existsSync(chromiumPath);

/** Chromium heeds the last list alone: what Playwright turns off, and then the popups of the address bar, each a page in every window that costs as much as all else. */
const unwanted = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

export const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${unwanted.join()}`,
];

export interface Opened {
  readonly page: Page;
  close(): Promise<void>;
}

/** `script` is bundled and run by an empty page on loopback. */
export async function openPage(script: string): Promise<Opened> {
  const bundle = await build({
    entryPoints: [script],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    write: false,
    logLevel: 'warning',
  });
  const worker = readFileSync(join(createRequire(import.meta.url).resolve('msw/package.json'), '../lib/mockServiceWorker.js'));
  const files: Readonly<Record<string, readonly [type: string, body: Uint8Array | string]>> = {
    '/': ['text/html', '<!doctype html><title>msw</title><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', bundle.outputFiles[0]?.contents ?? ''],
    '/mockServiceWorker.js': ['text/javascript', worker],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? [undefined, ''];
    response.writeHead(type ? 200 : 404, { 'Content-Type': type ?? 'text/plain' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: quiet });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  return {
    page,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
