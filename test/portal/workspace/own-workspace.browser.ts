/** A workspace of one's own from its making to a point that it goes back to, in Chromium: by keyboard alone, and without script. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { goTo } from '../seen/keyboard.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from '../seen/opened-portal.ts';

vi.setConfig({ hookTimeout: 60_000, testTimeout: 90_000 });

/** How somebody gets about on a page. */
interface Hand {
  press(name: string): Promise<void>;
  follow(name: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
}

const byKeyboard = (page: Page): Hand => {
  const enter = async (name: string): Promise<void> => {
    await goTo(page, name);
    // Going on before the next page is there would be going on in the last one.
    await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
    await page.waitForLoadState();
  };
  return {
    press: enter,
    follow: enter,
    async fill(label, text) {
      await goTo(page, label);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
  };
};

const byMouse = (page: Page): Hand => ({
  press: (name) => page.getByRole('button', { name, exact: true }).click(),
  follow: (name) => page.getByRole('link', { name, exact: true }).first().click(),
  fill: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
});

describe.runIf(hasChromium)('somebody with a workspace of their own', () => {
  let browser: Browser;
  let portal: StartedPortal;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([ownApis(['personal-demographics', 'notify']).then(startPortal), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  /** As a program does that uses the workspace. */
  async function sendMessage(base: string): Promise<number> {
    const sent = await fetch(`${base}/comms/v1/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/vnd.api+json' },
      body: JSON.stringify({
        data: {
          type: 'Message',
          attributes: {
            routingPlanId: 'b838b13c-f98c-4def-93f0-515d4e4f4ee1',
            messageReference: crypto.randomUUID(),
            recipient: { nhsNumber: '9000000009' },
          },
        },
      }),
    });
    await sent.body?.cancel();
    return sent.status;
  }

  const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name, exact: true }).waitFor();

  test.each([
    ['by keyboard alone', byKeyboard, { javaScriptEnabled: true }],
    ['without script', byMouse, { javaScriptEnabled: false }],
  ] as const)('%s renames it, moves its clock on, and goes back to a snapshot', async (_, handOf, options) => {
    const { page, complaints } = await watchedPage(browser, portal.url, options);
    const hand = handOf(page);
    await page.goto(`${portal.url}/_portal/workspace/new`);
    await hand.press('Make a workspace');
    await heading(page, 'Your workspace is ready');
    await hand.follow('Open your workspace');
    await page.waitForURL(/\/w\/[0-9a-f]+\/_portal$/);
    const base = page.url().replace('/_portal', '');
    await hand.follow('Workspace');
    await heading(page, 'This workspace');

    await hand.follow('Rename it, or move its end');
    await hand.fill('Name', 'ward-seven');
    await hand.press('Rename it');
    await page.getByText('It has another name.').waitFor();
    expect(await page.getByText('ward-seven').count()).toBe(1);

    await hand.follow('Clock');
    await hand.press('Stand still now');
    await page.getByText('It stands still.').waitFor();
    expect(await sendMessage(base)).toBe(201);
    await hand.follow('Clock');
    await page.getByRole('columnheader', { name: 'How soon' }).waitFor();
    await hand.press('A day');
    await page.getByText(/things? happened on the way/).waitFor();
    await heading(page, 'What happened last');

    await hand.follow('Snapshots');
    await hand.fill('Name of a new snapshot', 'before');
    await hand.press('Take a snapshot');
    await page.getByText('The snapshot was taken.').waitFor();
    expect(await sendMessage(base)).toBe(201);
    await hand.follow('Clock');
    await page.getByRole('columnheader', { name: 'How soon' }).waitFor();
    await hand.follow('Snapshots');
    await hand.follow('Go back to it: before');
    await heading(page, 'Go back to before?');
    await hand.press('Go back to it');
    await page.getByText('Everything is as it was when the snapshot was taken.').waitFor();
    await hand.follow('Clock');
    await page.getByText('Nothing is due.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('with script sees the clock go on by itself, and what happens on the way', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    const hand = byMouse(page);
    await page.goto(`${portal.url}/_portal/workspace/new`);
    await hand.press('Make a workspace');
    await hand.follow('Open your workspace');
    await page.waitForURL(/\/w\/[0-9a-f]+\/_portal$/);
    const base = page.url().replace('/_portal', '');
    await page.goto(`${base}/_portal/clock`);
    await page.getByText('It is the real time.').waitFor();
    expect(await sendMessage(base)).toBe(201);
    await page
      .getByRole('columnheader', { name: 'How soon' })
      .or(page.getByRole('heading', { name: 'What happened last' }))
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('who clicks twice makes one key, and sees it', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    const hand = byMouse(page);
    await page.goto(`${portal.url}/_portal/workspace/new`);
    await hand.press('Make a workspace');
    await hand.follow('Open your workspace');
    await page.waitForURL(/\/w\/[0-9a-f]+\/_portal$/);
    await page.goto(`${page.url()}/workspace/key`);
    await page.getByRole('button', { name: 'Make another key' }).dblclick();
    await heading(page, 'The new key of this workspace');
    await hand.follow('Workspace');
    await heading(page, 'This workspace');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
