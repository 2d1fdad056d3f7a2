/** A React app as `npm create vite` makes it takes the package, and is answered in a browser, while it is developed and when it is built. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { chromiumPath, hasChromium } from '../runtimes/chromium.ts';
import { installProject, type Project } from './project.ts';

describe.runIf(inject('hasRegistry'))('a Vite app', () => {
  let project: Project;
  const servers: ChildProcess[] = [];
  beforeAll(async () => {
    project = await installProject('vite-react');
    await project.run('npx', 'msw', 'init', 'public', '--save');
  });
  afterAll(() => {
    for (const server of servers) server.kill();
    project.remove();
  });

  test('takes it without a word of warning', () => {
    expect(project.installing).not.toMatch(/nhs-api-sandbox|ERESOLVE|EBADENGINE|peer/i);
  });

  test('is built, types and all', async () => {
    const built = await project.run('npm', 'run', 'build');
    expect(built.said).not.toMatch(/error/i);
    expect(built.code).toBe(0);
  });

  test.runIf(process.env['CHROMIUM_REQUIRED'])('has a Chromium to go to, where it is required', () => {
    expect(hasChromium).toBe(true);
  });

  describe.runIf(hasChromium)('in Chromium', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-background-networking'] });
    });
    afterAll(() => browser.close());

    /** Starts a server of Vite's and gives its address. */
    function serve(...words: string[]): Promise<string> {
      const vite = join(project.folder, 'node_modules/vite/bin/vite.js');
      const server = spawn(process.execPath, [vite, ...words, '--port', '0', '--host', '127.0.0.1'], { cwd: project.folder });
      servers.push(server);
      let said = '';
      return new Promise((done, fail) => {
        server.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(stripVTControlCharacters(said)) ?? [];
          if (address !== undefined) done(address);
        });
        server.on('exit', () => fail(new Error(said)));
      });
    }

    test.each([
      ['served by its development server', []],
      ['as it was built', ['preview']],
    ] as const)('%s, it shows a patient', async (_, words) => {
      const page = await browser.newPage();
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(error.message));
      await page.goto(await serve(...words));
      await page.getByRole('button').click();
      await page.locator('#by-address', { hasText: 'Smith' }).waitFor({ timeout: 30_000 });
      await page.locator('#by-client', { hasText: '2010-10-22' }).waitFor({ timeout: 30_000 });
      expect(wrong).toEqual([]);
      await page.close();
    });
  });
});
