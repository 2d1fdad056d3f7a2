/** What is sent to whom, as somebody sees it without script. */
import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { anyone } from '../../../src/mock/caller.ts';
import { startNode } from '../../../src/runtimes/node/node.ts';
import { frozenClock } from '../../../src/workspace/time/clock.ts';
import { nobody } from '../../../src/population.ts';
import { isSigned, openReceiver } from '../../runtimes/callbacks/receiver.ts';
import { browserAccept, sandboxOf, sandboxesFor, type Sandbox } from '../../sandbox.ts';
import { browsing } from '../browsing.ts';
import { hostileTexts } from '../hostile-texts.ts';

const shop = loadContract({ name: 'shop', text: readFileSync(new URL('../../control/callbacks/shop.yaml', import.meta.url), 'utf8') });
const open = await sandboxesFor('notify');

const textOf = async ({ visit }: Sandbox, path: string): Promise<string> => (await visit(path)).text();
const linkIn = (html: string, words: string): string =>
  new RegExp(`href="([^"]+)">${words}<`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

const plans = {
  sms: '00000000-0000-0000-0000-000000000003',
  email: '00000000-0000-0000-0000-000000000002',
  app: '00000000-0000-0000-0000-000000000001',
};

/** Nothing of what was sent became markup. */
const expectText = (html: string): void =>
  expect(html.slice(html.indexOf('<main'))).not.toMatch(
    /<(?:script|img|svg|iframe|base|meta|style|title)\b|<form action=https|href="javascript:/,
  );

/** Amina is written to, and the time has come. */
async function write(sandbox: Sandbox, plan: keyof typeof plans, personalisation: Readonly<Record<string, string>>): Promise<void> {
  await sandbox.send('POST', '/comms/v1/messages', {
    data: {
      type: 'Message',
      attributes: {
        routingPlanId: plans[plan],
        messageReference: `${plan} ${JSON.stringify(personalisation)}`,
        recipient: { nhsNumber: '9990548609' },
        personalisation,
      },
    },
  });
  await sandbox.send('POST', '/_sandbox/clock/advance', { by: 'PT1M' });
}

describe('the inbox', () => {
  test('says what it is where nothing was sent yet', async () => {
    expect(await textOf(sandboxOf(shop), '/_portal/inbox')).toMatch(
      /Nothing has been sent yet[^]*send one now[^]*href="\/_portal\/apis\/[\w-]+#callbacks"/,
    );
  });

  test('has each message in a line that can be read, newest first', async () => {
    const sandbox = open();
    await write(sandbox, 'sms', { sms_body: 'Your eye clinic is on Monday at 9.' });
    const html = await textOf(sandbox, '/_portal/inbox');
    expect(html).toMatch(/Text message to \*\*\* 417<\/a><span class="says">Your eye clinic is on Monday at 9\.</);
    const statuses = [...html.matchAll(/messageStatus: (\w+)/g)].map(([, status]) => status);
    expect(statuses).toEqual(['delivered', 'sending', 'enriched', 'pending_enrichment']);
  });

  test('shows those about a person, of a type, of an API, and says what cannot be looked for', async () => {
    const sandbox = open();
    await write(sandbox, 'sms', { sms_body: 'Hello.' });
    const count = async (query: string): Promise<number> =>
      [...(await textOf(sandbox, `/_portal/inbox?${query}`)).matchAll(/class="says"/g)].length;
    expect(await Promise.all(['', 'person=999+054+8609', 'type=message-*&api=', 'api=notify', 'subject=x'].map(count))).toEqual([
      7, 1, 4, 7, 0,
    ]);
    const wrong = await sandbox.visit('/_portal/inbox?person=401+023+2137');
    const html = await wrong.text();
    expect([wrong.status, html]).toEqual([
      expect.toSatisfy((status) => status === 400 || status === 422),
      expect.stringContaining('begins with 9'),
    ]);
    expect(html).not.toMatch(/4010232137|401 023 2137/);
  });

  test('shows what people read apart from what programs get, under the title of the API that sent it', async () => {
    const sandbox = open();
    await write(sandbox, 'sms', { sms_body: 'Hello.' });
    const rowsIn = async (query: string): Promise<readonly (string | undefined)[]> =>
      [...(await textOf(sandbox, `/_portal/inbox?${query}`)).matchAll(/<\/span><\/td><td>([^<]*)</g)].map(([, by]) => by);
    const [title] = await rowsIn('for=people');
    expect(await rowsIn('for=people')).toHaveLength(1);
    expect(await rowsIn('for=programs')).toHaveLength(6);
    expect(title).not.toBe('notify');
    expect(await textOf(sandbox, '/_portal/inbox?for=people')).toMatch(/aria-current="page">What people read</);
  });

  test('goes on to older pages', async () => {
    const sandbox = sandboxOf(shop);
    for (let i = 0; i < 60; i++)
      await sandbox.send('POST', '/_sandbox/callbacks', { api: 'shop', name: 'restocked', body: { status: `no. ${i}` } });
    const first = await textOf(sandbox, '/_portal/inbox?api=shop');
    const second = await textOf(sandbox, linkIn(first, 'Older'));
    const all = [first, second].flatMap((html) => [...html.matchAll(/status: no\. (\d+)/g)].map(([, n]) => Number(n)));
    expect(all).toEqual(Array.from({ length: 60 }, (_, i) => 59 - i));
    expect([linkIn(second, 'Older'), linkIn(second, 'Newest')]).toEqual(['', '/_portal/inbox?api=shop']);
  });

  test.each(['/inbox', '/inbox/send', '/inbox/x', '/deliveries', '/subscriptions', '/subscriptions/1', '/subscriptions/1/end'])(
    'and what belongs to it ask for the key where the workspace has one: %s',
    async (path) => {
      const answer = await sandboxOf(shop, { caller: anyone }).visit(`/_portal${path}`);
      expect([answer.status, linkIn(await answer.text(), 'Give the key')]).toEqual([401, '/_portal/key']);
    },
  );
});

describe('a message', () => {
  test('is shown as who it is for would see it, and leads to the person, to what led to it, and to all about the same', async () => {
    const sandbox = open();
    await write(sandbox, 'email', { email_subject: 'Your eye clinic', email_body: 'Dear Amina,\n\nYour eye clinic is on Monday at 9.' });
    const list = await textOf(sandbox, '/_portal/inbox');
    const html = await textOf(sandbox, linkIn(list, 'Email to [^<]*'));
    expect(html).toMatch(/<dt>To<\/dt><dd>a\*\*\*@example\.com<\/dd><dt>Subject<\/dt><dd>Your eye clinic<\/dd>/);
    expect(html).toContain('<p>Dear Amina,</p><p>Your eye clinic is on Monday at 9.</p>');
    expect(linkIn(html, 'Amina Redstart')).toBe('/_portal/people/9990548609');
    const cause = await textOf(sandbox, linkIn(html, 'the request that led to it'));
    expect(cause).toContain('POST /comms/v1/messages');
    expect(await textOf(sandbox, linkIn(html, 'All messages about it'))).toContain('messageStatus: delivered');
  });

  test('for a program is shown as the request that it gets, with the headers that sign it', async () => {
    const sandbox = sandboxOf(shop);
    await sandbox.send('POST', '/_sandbox/callbacks', { api: 'shop', name: 'restocked' });
    const html = await textOf(sandbox, linkIn(await textOf(sandbox, '/_portal/inbox'), 'Webhook restocked'));
    expect(html).toMatch(/webhook-id<[^]*webhook-timestamp<[^]*webhook-signature<[^]*HMAC-SHA256/);
    expect(html).toContain('Nobody was subscribed when it was sent');
    const own = open();
    await write(own, 'sms', { sms_body: 'Hello.' });
    const callback = await textOf(own, linkIn(await textOf(own, '/_portal/inbox'), 'Event message-status'));
    expect(callback).toMatch(/x-api-key<[^]*x-hmac-sha256-signature</);
  });

  test('that is not kept says so', async () => {
    const answer = await sandboxOf(shop).visit('/_portal/inbox/none');
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('it keeps the last 1,000')]);
  });

  test.each(hostileTexts)('with %s in it is text', async (text) => {
    const sandbox = open();
    await write(sandbox, 'email', { email_subject: text, email_body: text });
    await sandbox.send('POST', '/_sandbox/callbacks', { api: 'notify', name: 'message-status', body: { status: text, [text]: text } });
    const list = await textOf(sandbox, '/_portal/inbox');
    for (const html of [
      list,
      await textOf(sandbox, linkIn(list, 'Email to [^<]*')),
      await textOf(sandbox, linkIn(list, 'Webhook message-status')),
    ])
      expectText(html);
  });
});

/** A server on this machine, which may send to receivers here, and a visitor of its pages. */
async function started() {
  const clock = frozenClock(Date.UTC(2026, 0, 1));
  const sandbox = await startNode({ apis: [{ contract: shop }], population: nobody, clock, seed: 1, host: '127.0.0.1', port: 0 });
  onTestFinished(() => sandbox.close());
  const visit = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(sandbox.url + path, { redirect: 'manual', ...init, headers: { Accept: browserAccept, ...init.headers } });
  const { see, send } = await browsing({ visit });
  return {
    /** A form, and the page that it leads to, as a browser shows it. */
    async take(path: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
      const taken = await send(`/_portal${path}`, fields);
      const target = taken.headers.get('location');
      return (target === null ? taken : await see(target)).text();
    },
    seen: async (path: string): Promise<string> => (await see(`/_portal${path}`)).text(),
  };
}

/** The page once it says so. */
async function until(seen: () => Promise<string>, said: RegExp): Promise<string> {
  for (;;) {
    const html = await seen();
    if (said.test(html)) return html;
    await new Promise((look) => setTimeout(look, 20));
  }
}

describe('a subscription', () => {
  test('is refused where nothing can be sent, with all that was typed and why', async () => {
    const { send } = await browsing(sandboxOf(shop));
    const typed = { url: 'https://app.example.org/hook', api: 'shop', types: 'order-*', 'type restocked': 'on', delay: 'PT5S' };
    const answer = await send('/_portal/subscriptions', typed);
    const html = await answer.text();
    expect([answer.status, html]).toEqual([422, expect.stringMatching(/role="alert"[^]*sends nothing to public addresses/)]);
    expect(html).toMatch(
      /value="https:\/\/app\.example\.org\/hook"[^]*<option value="shop" selected[^]*name="type restocked" checked[^]*order-\*<\/textarea>[^]*value="PT5S"/,
    );
  });

  test('is added, and its secret is in the answer to whoever asks for it, and in no page that is loaded again', async () => {
    const receiver = await openReceiver();
    const { take, seen } = await started();
    expect(await take('/subscriptions', { url: receiver.url, 'type closing': 'on' })).toMatch(
      /It is added[^]*It is sent<\/dt><dd>closing</,
    );
    for (const page of ['/subscriptions', '/subscriptions/1', '/deliveries', '/inbox'])
      expect(await seen(page)).not.toMatch(/whsec_[A-Za-z0-9+/]{32}/);
    const [secret = ''] = /whsec_[A-Za-z0-9+/]{32,}={0,2}/.exec(await take('/subscriptions/1/secret')) ?? [];
    expect(await take('/inbox/send', { which: 'shop closing', body: '{"at":"17:00"}' })).toContain('It is sent.');
    const [got] = await receiver.until(1);
    expect([got?.body, got && isSigned(got, secret)]).toEqual(['{"at":"17:00"}', true]);
    expect(await take('/subscriptions/secret')).toMatch(/whsec_[A-Za-z0-9+/]{32}/);
  });

  test('is changed, paused, resumed, and ended once that was asked again', async () => {
    const { take, seen } = await started();
    await take('/subscriptions', { url: 'http://localhost:9/hook', delay: 'PT5S' });
    expect(await take('/subscriptions/1', { url: 'http://localhost:9/other', duplicates: '2', delay: '' })).toMatch(
      /It is changed[^]*http:\/\/localhost:9\/other[^]*name="delay"[^>]*value=""[^]*name="duplicates"[^>]*value="2"/,
    );
    expect(await take('/subscriptions/1', { url: 'http://localhost:9/other', delay: 'soon' })).toMatch(
      /role="alert"[^]*must be a duration/,
    );
    expect(await take('/subscriptions/1/turn', { to: 'off' })).toMatch(/It is paused[^]*How it stands<\/dt><dd>paused</);
    expect(await take('/subscriptions/1/turn', { to: 'on' })).toContain('It goes on');
    expect(await seen('/subscriptions/1/end')).toMatch(/cannot be taken back[^]*End it/);
    expect(await take('/subscriptions/1/end')).toMatch(/The subscription is ended[^]*Nobody is subscribed/);
    expect(await seen('/subscriptions/1')).toContain('This workspace has no subscription of this id');
  });

  test.each(hostileTexts)('with %s for an address, a type or a body is refused or is text', async (text) => {
    const { take } = await started();
    const fields = { url: text, api: text, types: text, delay: text, duplicates: text, reorder: text };
    for (const html of [
      await take('/subscriptions', fields),
      await take('/subscriptions', { url: `http://localhost:9/${encodeURIComponent(text)}`, types: text.split(' ')[0] ?? '' }),
      await take('/subscriptions/1', fields),
      await take('/inbox/send', { which: text, example: text, body: text, url: text }),
    ])
      expectText(html);
  });
});

describe('a delivery', () => {
  test('says what the receiver answered to each attempt, and is sent again', async () => {
    const receiver = await openReceiver();
    receiver.answer(500, 204);
    const { take, seen } = await started();
    await take('/subscriptions', { url: receiver.url });
    const sent = await take('/inbox/send', { which: 'shop closing' });
    const page = `/inbox/${/<code>webhook-id<\/code><\/dt><dd>([^<]+)/.exec(sent)?.[1] ?? ''}`;
    const waiting = await until(() => seen(page), /waiting for its time/);
    expect(waiting).toMatch(/next at 2026-01-01 00:00:05 UTC[^]*the receiver answered 500, a fault of the server/);
    expect(await seen('/deliveries?state=waiting')).toMatch(/waiting for its time[^]*answered 500/);
    expect(await seen('/deliveries?state=delivered')).toContain('None.');
    const again = /action="\/_portal(\/deliveries\/[^"]+\/again)"/.exec(waiting)?.[1] ?? '';
    expect(await take(again)).toContain('It is sent once more.');
    expect(await until(() => seen(page), /class="good">delivered/)).toMatch(/answered 500[^]*answered 204/);
    expect((await receiver.until(2)).map(({ headers }) => headers['webhook-id'])).toEqual([page.slice(7), page.slice(7)]);
  });
});

describe('a message sent by hand', () => {
  test('is offered for what contracts declare, and refused with what was typed', async () => {
    const sandbox = sandboxOf(shop);
    const { see, send } = await browsing(sandbox);
    expect(await (await see('/_portal/inbox/send')).text()).toMatch(
      /shop: restocked[^]*shop: closing, The shop closes for the day[^]*early \(closing\)/,
    );
    const answers = [
      await send('/_portal/inbox/send', { which: 'shop closing', body: '{' }),
      await send('/_portal/inbox/send', { which: 'shop none' }),
      await send('/_portal/inbox/send', { which: 'shop closing', example: 'never' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 404, 400]);
    const [noJson, none, example] = await Promise.all(answers.map((answer) => answer.text()));
    expect(noJson).toMatch(/This is no JSON\.[^]*>\{<\/textarea>/);
    expect(none).toContain('No contract here declares');
    expect(example).toMatch(/role="alert"[^]*The contract shows no such example/);
  });
});
