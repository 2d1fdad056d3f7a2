/** A small app of a user's, split into chunks, that Vite builds or serves with what `dist/` publishes beside it, and msw's service worker in front. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../free-port.ts';

const root = resolve(import.meta.dirname, '../..');
const vite = join(root, 'node_modules/vite/bin/vite.js');

export interface ViteApp {
  build(): Promise<void>;
  /** `dev` serves the sources, `preview` what was built. Gives the address. */
  serve(mode: 'dev' | 'preview'): Promise<string>;
  remove(): void;
}

/** `msw` is the folder of another version of it. */
export function viteApp(msw = join(root, 'node_modules/msw')): ViteApp {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-vite-'));
  const running: { kill(): unknown }[] = [];
  cpSync(join(import.meta.dirname, 'split-app'), folder, { recursive: true });
  mkdirSync(join(folder, 'public'), { recursive: true });
  cpSync(join(msw, 'lib/mockServiceWorker.js'), join(folder, 'public/mockServiceWorker.js'));
  writeFileSync(join(folder, 'public/settings.json'), '{"from": "the page\'s own server"}');
  mkdirSync(join(folder, 'node_modules/nhs-api-sandbox'), { recursive: true });
  symlinkSync(msw, join(folder, 'node_modules/msw'), 'dir');
  symlinkSync(join(root, 'node_modules/openapi-fetch'), join(folder, 'node_modules/openapi-fetch'), 'dir');
  cpSync(join(root, 'dist'), join(folder, 'node_modules/nhs-api-sandbox/dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'node_modules/nhs-api-sandbox/package.json'));
  const run = (...words: string[]) => spawn(process.execPath, [vite, ...words], { cwd: folder, stdio: 'pipe' });

  return {
    build: () =>
      new Promise((done, fail) => {
        const child = run('build', '--logLevel', 'warn');
        let said = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
        child.on('close', (code) => (code === 0 ? done() : fail(new Error(said))));
      }),
    async serve(mode) {
      const port = await freePort();
      const child = run(...(mode === 'dev' ? [] : ['preview']), '--host', '127.0.0.1', '--port', String(port), '--strictPort');
      running.push(child);
      const url = `http://127.0.0.1:${port}/`;
      for (let attempt = 0; attempt < 300; attempt++) {
        const up = await fetch(url).then(
          (answer) => answer.ok,
          () => false,
        );
        if (up) return url;
        await new Promise((wait) => setTimeout(wait, 100));
      }
      throw new Error(`vite ${mode} does not answer`);
    },
    remove() {
      for (const child of running) child.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
