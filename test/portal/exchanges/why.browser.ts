/** From a refusal to a test of it, in Chromium: mended by its button, sent again, asserted; and the report of it all on paper. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { notebook, notes } from '../../gateway/notebook.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { brought } from '../../runtimes/conversation.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { goTo } from '../seen/keyboard.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from '../seen/opened-portal.ts';

describe.runIf(hasChromium)('an exchange in Chromium', () => {
  let browser: Browser;
  let portal: StartedPortal;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal([{ contract: notebook }, { contract: loadContract(brought) }]), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  const sent = async (path: string, init?: RequestInit): Promise<string> => {
    const answer = await fetch(portal.url + path, init);
    await answer.body?.cancel();
    return `${portal.url}/_portal/exchanges/${answer.headers.get('x-sandbox-trace')?.split('/').at(-1) ?? ''}`;
  };
  const adding = (note: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(note),
  });

  test.each([true, false])('is mended, sent again and asserted (script: %s)', async (javaScriptEnabled) => {
    const refused = await sent(notes, adding({ text: 5 }));
    const { page, complaints } = await watchedPage(browser, portal.url, { javaScriptEnabled });
    await page.goto(refused);
    await page.getByRole('button', { name: 'Send the request that works' }).click();
    await page.getByText('The answer is another than in').waitFor();
    expect(await page.locator('h1').innerText()).toBe(`201 to POST ${notes}`);
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('Sent from this page').waitFor();
    await page.getByRole('link', { name: 'Assert that it is sent' }).click();
    await page.getByRole('heading', { name: 'It holds' }).waitFor();
    await page.getByLabel('It is sent').selectOption('never');
    // Without script each press shows the result; with it, each change.
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('heading', { name: 'It does not hold' }).waitFor();
    expect(await page.locator('#assertion-json-text').innerText()).toContain('"never": true');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is asserted by keyboard alone, and the form keeps the focus', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await page.goto(await sent(`${notes}/first?q=1`));
    await goTo(page, 'Assert that it is sent');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'It holds' }).waitFor();
    await goTo(page, /^Path, with \{id\}/);
    await page.keyboard.press('Space');
    await page.locator('#assertion-json-text', { hasText: '/notes/first' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('path.id');
    await page.reload();
    expect(await page.locator('#assertion-json-text').innerText()).toContain('/notes/first');
    await goTo(page, 'Copy for JSON');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('with hostile texts does nothing where it is sent again, asserted and reported', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    for (const text of hostileTexts) {
      const address = await sent(`${notes}?q=${encodeURIComponent(text)}`, adding({ text, [text]: 5, pages: text }));
      await page.goto(address);
      await page.getByRole('button', { name: 'Send it again' }).click();
      await page.getByText('Sent from this page').waitFor();
      await page.goto(`${address}/again`);
      await page.goto(
        `${address}/assertion?often=${encodeURIComponent(text)}&name=${encodeURIComponent(text)}&with=match.body./text&with=match.query.q`,
      );
      expect(await page.locator('main :is(img, svg, iframe, base, meta, script, form form)').count()).toBe(0);
      await page.getByLabel('Path', { exact: false }).first().check();
      await page.locator('#assertion-json-text', { hasText: '"path"' }).waitFor();
    }
    await page.goto(`${portal.url}/_portal/report?since=${encodeURIComponent(hostileTexts[1] ?? '')}`);
    await page.goto(`${portal.url}/_portal/report`);
    expect(await page.locator('main :is(img, svg, iframe, base, meta, script, form form)').count()).toBe(0);
    expect(await page.title()).toBe('Readiness report – NHS API Sandbox (synthetic data)');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('stands in a report that is printed on A4, each sheet headed by what it is', async () => {
    for (let i = 0; i < 30; i++) await sent(`/lending/v2/loans?limit=${i}&unknown=1`);
    const { page } = await watchedPage(browser, portal.url, { colorScheme: 'dark' });
    await page.goto(`${portal.url}/_portal/report`);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => ({
      menu: [...document.querySelectorAll('header nav, .console-parts, form, button, footer, .on-screen')].filter((one) =>
        one.checkVisibility(),
      ).length,
      ink: getComputedStyle(document.body).color,
      isWide: document.documentElement.scrollWidth > globalThis.innerWidth,
    }));
    expect(seen).toEqual({ menu: 0, ink: 'rgb(26, 29, 33)', isWide: false });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    // Chromium writes the size of each sheet in points: A4 is 595 by 842.
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
    await page.context().close();
  });
});
