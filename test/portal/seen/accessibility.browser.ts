/** Every page, as axe-core finds it: WCAG 2.2, levels A and AA, and what it holds for good practice. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../../runtimes/chromium.ts';
import { testPerson } from '../../../mocks/personas.ts';
import { launch, startPortal, type StartedPortal } from './opened-portal.ts';
import { exampleRequests, pagesThereAre } from './pages-there-are.ts';
import type { Examples } from './there-is.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** On a screen all that axe knows; on a phone what may differ there: colours, since they are the dark ones, sizes, and what has to scroll. */
const looks = [
  {
    width: 1280,
    colorScheme: 'light',
    rules: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  { width: 375, colorScheme: 'dark', rules: ['cat.color', 'cat.sensory-and-visual-cues', 'cat.keyboard', 'wcag22aa'] },
] as const;

describe.runIf(hasChromium)('every page', () => {
  let browser: Browser;
  let portal: StartedPortal;
  let examples: Examples;
  let page: Page;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal(), launch()]);
    examples = await exampleRequests(portal.url, testPerson.janeSmith);
    // axe is no script of ours, so the policy of the pages forbids it; other tests hold the policy.
    page = await (await browser.newContext({ bypassCSP: true })).newPage();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  test.each(pagesThereAre)('$name: nothing that axe finds wrong, and no sideways scrolling', async ({ at, then, status = 200 }) => {
    const response = await page.goto(`${portal.url}/_portal${at(examples)}`);
    expect(response?.status()).toBe(status);
    await then?.(page);
    await page.evaluate(axe);
    const wrong: string[] = [];
    for (const { width, colorScheme, rules } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const options: RunOptions = { runOnly: [...rules], resultTypes: ['violations'] };
      const found = await page.evaluate((asked): Promise<AxeResults> => Reflect.get(globalThis, 'axe').run(document, asked), options);
      for (const { id, help, nodes } of found.violations)
        wrong.push(
          ...nodes.map(({ target, failureSummary }) => `${width} ${colorScheme} ${id}: ${help}: ${target.join(' ')} ${failureSummary}`),
        );
    }
    expect(wrong).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
