/** Access as a newcomer meets it in Chromium: an application, tokens, operations tried as somebody, refused, and mended. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { hasChromium } from '../../runtimes/chromium.ts';
import { brought } from '../../runtimes/conversation.ts';
import { goTo } from '../seen/keyboard.ts';
import { launch, startPortal, watchedPage, type StartedPortal } from '../seen/opened-portal.ts';

const jane = '9000000009';
const gp = '656005750104';
const operation = '/_portal/apis/personal-demographics/get-patient';

describe.runIf(hasChromium)('access in Chromium', () => {
  vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 });
  let browser: Browser;
  let portal: StartedPortal;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([
      ownApis(['personal-demographics']).then((own) => startPortal([...own, { contract: loadContract(brought) }])),
      launch(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).first().waitFor();

  test('an application is registered by keyboard alone, and its private key is shown once', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await page.goto(`${portal.url}/_portal/applications`);
    await goTo(page, /^Name/);
    await page.keyboard.type('Ward board');
    await goTo(page, 'Register it');
    await page.keyboard.press('Enter');
    await heading(page, 'Private key, shown this once');
    await goTo(page, 'All about this application');
    await page.keyboard.press('Enter');
    await heading(page, 'Change it');
    expect(await page.content()).not.toContain('PRIVATE KEY-----');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['Dr Oriole Fieldfare', 'A member of staff who is signed in'],
    ['Maya Curlew', 'A patient who is signed in'],
  ])('a token is got as %s, and says what it may do', async (name, who) => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await page.goto(`${portal.url}/_portal/tokens`);
    await page.getByLabel(name).check();
    await press(page, 'Get the token');
    await heading(page, `A token for ${name}`);
    expect(await page.locator('dd').first().innerText()).toContain(who);
    const token = await page.locator('#token').innerText();
    expect([page.url(), await page.evaluate(() => localStorage.length + sessionStorage.length)]).toEqual([
      `${portal.url}/_portal/tokens`,
      0,
    ]);
    expect(token).toMatch(/^[a-p]{64}1$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('from the page of a person an operation is tried as a GP, let in, refused for a missing header, and mended', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await page.goto(`${portal.url}/_portal/people/${jane}`);
    await page.locator('#told-personal-demographics summary').first().click();
    await page.getByRole('link', { name: 'as Dr Oriole Fieldfare, of the staff' }).click();
    await heading(page, 'Read a patient');
    const address = page.url();
    expect(address).toContain(`person=${jane}&as=${gp}`);
    await press(page, 'Send the request');
    await heading(page, 'Answer: 200');
    const authorization = page.getByLabel('Authorization');
    const token = await authorization.inputValue();
    expect(token).toMatch(/^Bearer [a-p]+1$/);
    expect(await page.getByRole('tabpanel').innerText()).toContain(token);
    expect(page.url()).toBe(address);
    await page.getByLabel('X-Request-ID').fill('');
    await press(page, 'Send the request');
    await heading(page, 'Answer: 400');
    await press(page, /^Send the request that works/);
    await heading(page, 'Answer: 200');
    expect(await authorization.inputValue()).not.toBe(token);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a patient who asks about somebody else is refused with the reason, and the patient themselves is let in', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url);
    await page.goto(`${portal.url}${operation}?person=${jane}&as=patient-p9`);
    await press(page, 'Send the request');
    await heading(page, 'Answer: 403');
    expect(await page.locator('#try-answer').innerText()).toContain('with the patient 9912003071 signed in');
    await press(page, 'Send the request that works, as the patient themselves');
    await heading(page, 'Answer: 200');
    expect(await page.getByLabel('Or as the patient of an NHS number').inputValue()).toBe(jane);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('without script the same is refused and mended on pages of their own', async () => {
    const { page, complaints } = await watchedPage(browser, portal.url, { javaScriptEnabled: false });
    await page.goto(`${portal.url}${operation}?person=${jane}&as=patient-p5`);
    await press(page, 'Send the request');
    await heading(page, 'Answer: 403');
    await press(page, 'Send the request that works, as the patient themselves');
    await heading(page, 'Answer: 200');
    expect(page.url()).not.toContain('Bearer');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
