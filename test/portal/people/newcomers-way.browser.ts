/**
 * A newcomer's way, timed: open → find a diabetic → see their record → call as a GP → read why it was refused → mend it. What somebody
 * would need for it is estimated by the keystroke-level model (Card, Moran and Newell, 1980): so long for a key, for pointing, for a press
 * and for a decision, 230 words a minute for what has to be read, and what the pages themselves took here.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from '../seen/opened-portal.ts';

/** Seconds. */
const takes = { key: 0.28, pointing: 1.1, press: 0.2, decision: 1.35, word: 60 / 230 };

class Way {
  readonly #page: Page;
  readonly steps: string[] = [];
  seconds = 0;
  constructor(page: Page) {
    this.#page = page;
  }

  async opens(address: string): Promise<void> {
    const answered = await timed(() => this.#page.goto(address));
    this.#add(`opens ${new URL(address).host}`, takes.decision + new URL(address).host.length * takes.key + answered);
  }

  /** Reads it whole before anything else is done. */
  async reads(part: Locator): Promise<string> {
    const text = await part.first().innerText();
    const words = text.split(/\s+/).filter(Boolean).length;
    this.#add(`reads ${words} words`, words * takes.word);
    return text;
  }

  async presses(control: Locator, until: Locator): Promise<void> {
    const name = (await control.first().innerText()).split('\n')[0];
    const answered = await timed(async () => {
      await control.first().click();
      await until.first().waitFor();
    });
    this.#add(`presses “${name}”`, takes.decision + takes.pointing + takes.press + answered);
  }

  #add(what: string, seconds: number): void {
    this.seconds += seconds;
    this.steps.push(`${seconds.toFixed(1).padStart(6)} s  ${what}`);
  }
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await task();
  return (performance.now() - before) / 1_000;
}

describe.runIf(hasChromium)('a newcomer', () => {
  vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });
  let browser: Browser;
  let portal: StartedPortal;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([ownApis().then((own) => startPortal(own)), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  test('needs less than three minutes from opening the pages to a call that was refused and is mended', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    const way = new Way(page);
    const heading = (name: string | RegExp) => page.getByRole('heading', { name });

    await way.opens(portal.url);
    await way.reads(page.locator('main > p'));
    await way.presses(page.getByRole('link', { name: 'People', exact: true }), heading('People'));
    await way.presses(page.getByRole('link', { name: /diabetes/i }), page.getByRole('table'));
    await way.reads(page.getByRole('table').getByRole('row').nth(1));
    await way.presses(page.getByRole('table').getByRole('link'), heading('Clinical record'));
    expect(await way.reads(page.locator('section[aria-labelledby="record"] > dl'))).toMatch(/diabetes/i);

    const told = page.locator('details[id^="told-gp-connect-record"]');
    await way.presses(told.locator('summary'), told.getByRole('link', { name: /of the staff/ }));
    await way.reads(told);
    await way.presses(
      told.getByRole('link', { name: /of the staff/ }),
      page.getByRole('button', { name: 'Send the request', exact: true }),
    );
    await way.presses(page.getByRole('button', { name: 'Send the request', exact: true }), heading(/^Answer: 40[13]/));
    expect(await way.reads(page.locator('#try-answer'))).toMatch(/patient/);
    await way.presses(page.getByRole('button', { name: /^Send the request that works/ }), heading('Answer: 200'));

    expect(complaints).toEqual([]);
    console.log([...way.steps, `${way.seconds.toFixed(0).padStart(6)} s  in all`].join('\n'));
    expect(way.seconds).toBeLessThan(180);
  });
});
