import type { Page } from 'playwright-core';
import type { ThereIs } from '../seen/there-is.ts';

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

async function sendOne(page: Page): Promise<void> {
  await press(page, 'Send it');
  await page.getByText('It is sent.').waitFor();
}

async function subscribe(page: Page): Promise<void> {
  await page.getByLabel('Address').fill('http://localhost:9/nobody-listens');
  await press(page, 'Add it');
  await page.getByText('It is added').waitFor();
}

const unlinked = 'there is none before something was done';

export const callbacksPages: readonly ThereIs[] = [
  { name: 'subscriptions', pattern: /^\/subscriptions$/, at: () => '/subscriptions' },
  {
    name: 'subscriptions, of which one is refused',
    pattern: /^\/subscriptions$/,
    at: () => '/subscriptions',
    then: async (page) => {
      await page.getByLabel('Address').fill('http://192.0.2.1/hook');
      await page.getByText('Late, twice, or in disorder').click();
      await page.getByLabel('Each waits').fill('soon');
      await press(page, 'Add it');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'a subscription, added',
    pattern: /^\/subscriptions\/\d+$/,
    at: () => '/subscriptions',
    then: subscribe,
    unlinked,
  },
  {
    name: 'a subscription, with its secret',
    pattern: /^\/subscriptions\/\d+\/secret$/,
    at: () => '/subscriptions',
    then: async (page) => {
      await page.getByRole('link', { name: 'http://localhost:9/nobody-listens' }).first().click();
      await press(page, 'Show its secret');
      await page.getByRole('button', { name: 'Copy the secret' }).waitFor();
    },
    unlinked,
  },
  {
    name: 'the secret of the workspace',
    pattern: /^\/subscriptions\/secret$/,
    at: () => '/subscriptions',
    then: async (page) => {
      await press(page, 'Show the workspace’s secret');
      await page.getByRole('button', { name: 'Copy the secret' }).waitFor();
    },
  },
  {
    name: 'a subscription, to be paused or ended',
    pattern: /^\/subscriptions\/\d+\/(?:turn|end)$/,
    at: () => '/subscriptions/1/end',
    unlinked,
  },
  { name: 'inbox', pattern: /^\/inbox$/, at: () => '/inbox' },
  { name: 'inbox, asked for wrongly', pattern: /^\/inbox$/, at: () => '/inbox?person=1', status: 400 },
  { name: 'a message to be sent', pattern: /^\/inbox\/send$/, at: () => '/inbox/send' },
  {
    name: 'a message to be sent, refused',
    pattern: /^\/inbox\/send$/,
    at: () => '/inbox/send',
    then: async (page) => {
      await page.getByText('A body of your own').click();
      await page.getByLabel('Body').fill('{');
      await press(page, 'Send it');
      await page.getByText('This is no JSON.').waitFor();
    },
  },
  { name: 'a message', pattern: /^\/inbox\/[^/]+$/, at: () => '/inbox/send', then: sendOne, unlinked },
  {
    name: 'what people would read',
    pattern: /^\/inbox$/,
    at: () => '/inbox',
    then: async (page) => {
      await textsToRead(new URL(page.url()).origin);
      await page.reload();
      await page.getByRole('link', { name: /^Text message to/ }).waitFor();
    },
    unlinked,
  },
  ...['Text message to', 'Email to', 'Letter to', 'App message to'].map((name): ThereIs => ({
    name: `${name} somebody`,
    pattern: /^\/inbox\/[^/]+$/,
    at: () => '/inbox',
    then: async (page) => {
      await page
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .first()
        .click();
      await page.getByRole('heading', { name: 'What it is' }).waitFor();
    },
    unlinked,
  })),
  { name: 'deliveries', pattern: /^\/deliveries$/, at: () => '/deliveries' },
  { name: 'deliveries, asked for wrongly', pattern: /^\/deliveries$/, at: () => '/deliveries?state=lost', status: 400 },
  { name: 'a delivery, again', pattern: /^\/deliveries\/[^/]+\/again$/, at: () => '/deliveries', unlinked },
];

const plans = {
  sms: '00000000-0000-0000-0000-000000000003',
  email: '00000000-0000-0000-0000-000000000002',
  app: '00000000-0000-0000-0000-000000000001',
  letter: '936e9d45-15de-4a95-bb36-ae163c33ae53',
};

/** A patient is written to in every way there is, and the time has come. */
export async function textsToRead(origin: string, text = 'Your eye clinic is on Monday at 9.'): Promise<void> {
  const send = (path: string, body: unknown): Promise<Response> =>
    fetch(origin + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  for (const [name, routingPlanId] of Object.entries(plans))
    await send('/comms/v1/messages', {
      data: {
        type: 'Message',
        attributes: {
          routingPlanId,
          messageReference: `${name} ${text}`,
          recipient: { nhsNumber: '9990548609' },
          personalisation: { sms_body: text, email_subject: text, email_body: `Dear Amina,\n\n${text}`, body: text },
        },
      },
    });
  await send('/_sandbox/clock/advance', { by: 'PT1M' });
}
