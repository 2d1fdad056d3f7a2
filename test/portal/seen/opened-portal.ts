/** The pages as somebody meets them who starts the sandbox: every API of the catalogue, one that was brought, and the people. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { loadContract } from '../../../src/contract/load.ts';
import type { Served } from '../../../src/gateway/announced.ts';
import { startNode } from '../../../src/runtimes/node/node.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { frozenClock } from '../../../src/workspace/time/clock.ts';
import { chromiumPath, quiet } from '../../runtimes/chromium.ts';
import { brought } from '../../runtimes/conversation.ts';
import { world } from '../../sandbox.ts';

export interface StartedPortal {
  /** The origin. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startPortal(apis?: readonly Served[]): Promise<StartedPortal> {
  return startNode({
    apis: apis ?? [...(await ownApis()), { contract: loadContract(brought) }],
    population: world(),
    clock: frozenClock(Date.UTC(2026, 0, 1)),
    seed: 1,
    host: '127.0.0.1',
    port: 0,
  });
}

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath, args: quiet });

export interface WatchedPage {
  readonly page: Page;
  /** What no page may cause: words in the console, a dialog, a breach of the page's own policy, a request to anywhere else. */
  readonly complaints: string[];
}

/** A page whose every misdeed is written down. */
export async function watchedPage(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Chromium says so of every page that answers 4xx, which is not the page's doing.
    if (!message.text().startsWith('Failed to load resource')) complaints.push(`${page.url()}: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`${page.url()}: dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && request.url() !== 'data:,') complaints.push(`${page.url()}: asked ${request.url()}`);
  });
  if (options.javaScriptEnabled !== false) {
    await page.exposeFunction('tellBreach', (breach: string) => complaints.push(`${page.url()}: policy: ${breach}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        const tell: unknown = Reflect.get(globalThis, 'tellBreach');
        if (typeof tell === 'function') tell(`${effectiveDirective} ${blockedURI} ${sample}`);
      });
    });
  }
  return { page, complaints };
}
