/** An event from its beginning to its end, on pages alone and without script. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileTexts } from '../hostile-texts.ts';
import { startPortal, type StartedPortal } from '../seen/opened-portal.ts';
import { cookieJar, type CookieJar } from './cookie-jar.ts';

let portal: StartedPortal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const at = (place: string): string => `/_portal/organiser${place}`;
const patient = '/personal-demographics/FHIR/R4/Patient/9000000009';
const keys = /nhss_[0-9a-f_]+/g;

interface Held {
  readonly browser: CookieJar;
  readonly code: string;
  readonly name: string;
}

let events = 0;

async function anEvent(workspaces = '50'): Promise<Held> {
  const name = `Event ${++events}`;
  const browser = cookieJar(portal.url);
  const made = await browser.send(at('/new'), { name, workspaces, hours: '48' });
  expect(made.status).toBe(201);
  return { browser, name, code: /nhse_[0-9a-f_]+/.exec(made.text)?.[0] ?? '' };
}

interface MadeTeam {
  readonly id: string;
  readonly key: string;
}

async function teams({ browser }: Held, fields: Readonly<Record<string, string>>): Promise<readonly MadeTeam[]> {
  const made = await browser.send(at('/make'), fields);
  expect([made.status, made.text.match(/class="refusal"[^]*?<\/div>/)?.[0] ?? '']).toEqual([201, expect.stringMatching(/^$|machine only/)]);
  return [...new Set(made.text.match(keys))].map((key) => ({ key, id: key.split('_')[1] ?? '' }));
}

const sendTo = ({ id }: MadeTeam, headers: Record<string, string> = {}) => fetch(`${portal.url}/w/${id}${patient}`, { headers });
const isRight = { 'X-Request-ID': '60e0b220-8136-4ca5-ae46-1d97ef59d068' };

describe('what nobody types, and somebody may send', () => {
  test('a contract that is called by dots alone is none, and the event stays', async () => {
    const { browser, name } = await anEvent();
    for (const dots of ['.', '..']) {
      expect((await browser.send(at('/contracts/remove'), { name: dots })).status).toBe(422);
      expect((await browser.send(at('/contracts'), { name: dots, text: 'openapi: 3.1.0' })).status).toBe(422);
    }
    expect((await browser.see(at(''))).text).toContain(`<h1>${name}</h1>`);
  });

  test.each(['a%0D%0AX-Other:%201', '%E4%B8%AD', 'a%00b', '%F0%9F%92%A9', '..%2F..%2Fopen', '%2F%2Felsewhere.example'])(
    'an address of no team (%s) leads to no such team',
    async (id) => {
      const { browser } = await anEvent();
      const led = await browser.see(at(`/teams/${id}/rename`));
      expect([led.status, led.headers.get('location')]).toEqual([303, at(`/teams/${id.replace(':', '%3A')}`)]);
      expect((await browser.see(at(`/teams/${id}`))).status).toBe(404);
    },
  );

  test('cards show the address that was typed, whatever stands in it', async () => {
    const event = await anEvent();
    const made = await event.browser.send(at('/make'), { count: '1', prefix: 'team', address: "http://192.168.1.20:8787/$&/$'" });
    expect(made.text).toMatch(/<code>http:\/\/192\.168\.1\.20:8787\/\$&amp;\/\$&#39;\/w\/[0-9a-f]+<\/code>/);
  });
});

describe('an event', () => {
  test('is made, and its code is shown once and kept for the pages for organisers alone', async () => {
    const { browser, code } = await anEvent();
    expect(code).toMatch(/^nhse_/);
    for (const place of ['', '/make', '/everybody', '/open']) expect(browser.cookiesFor(at(place))).toContain(`nhs-sandbox-event=${code}`);
    for (const path of ['/_portal', '/_portal/exchanges', '/w/x/_portal', '/_sandbox/event', '/'])
      expect(browser.cookiesFor(path)).not.toContain('nhs-sandbox-event');
    for (const place of ['', '/make', '/everybody', '/contracts', '/open']) {
      const { status, text } = await browser.see(at(place));
      expect([place, status, text.includes(code)]).toEqual([place, 200, false]);
    }
  });

  test('is opened by its code in another browser, which forgets it when it is told to', async () => {
    const { code, name } = await anEvent();
    const other = cookieJar(portal.url);
    const opened = await other.send(at('/open'), { code });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, at('')]);
    expect(opened.headers.getSetCookie().at(-1)).toMatch(/; Path=\/_portal\/organiser; HttpOnly; SameSite=Strict$/);
    expect((await other.see(at(''))).text).toContain(`<h1>${name}</h1>`);
    await other.send(at('/forget'));
    expect(other.cookiesFor(at(''))).not.toContain('nhs-sandbox-event');
    expect((await other.see(at(''))).text).toContain('Code of the event');
  });

  test.each([
    ['no code', 'hello', 422],
    ['a line that would be a header', 'nhse_1\r\nSet-Cookie: a=b', 422],
    ['a code of nobody', `nhse_${'a'.repeat(48)}_${'b'.repeat(64)}_${'c'.repeat(8)}`, 401],
  ])('is not opened by %s', async (_, code, status) => {
    const answer = await cookieJar(portal.url).send(at('/open'), { code });
    expect([answer.status, answer.headers.getSetCookie().join(), answer.text]).toEqual([
      status,
      expect.not.stringContaining('nhs-sandbox-event'),
      expect.stringContaining('aria-invalid="true"'),
    ]);
  });

  test('is not made where what was typed is wrong: it is said beside the field, and what was typed stands there', async () => {
    const { status, text } = await cookieJar(portal.url).send(at('/new'), { name: 'Hull', workspaces: 'many', hours: '9000' });
    expect(status).toBe(400);
    expect(text).toMatch(/id="workspaces-fault"[^]*value="many"/);
    expect(text).toMatch(/id="hours-fault"[^]*value="9000"/);
    expect(text).toContain('value="Hull"');
  });

  test('takes no form of another site', async () => {
    const { browser } = await anEvent();
    const Cookie = browser.cookiesFor(at('/everybody/reset'));
    for (const place of ['/everybody/reset', '/everybody/end', '/make', '/open', '/new', '/make/list'])
      expect([
        place,
        (await fetch(portal.url + at(place), { method: 'POST', headers: { Cookie }, body: new URLSearchParams({ _token: 'guessed' }) }))
          .status,
      ]).toEqual([place, 403]);
  });

  test('has its pages below no workspace', async () => {
    const { browser } = await anEvent();
    const { status, headers } = await browser.see('/w/default/_portal/organiser/make');
    expect([status, headers.get('location')]).toEqual([303, `${portal.url}${at('')}`]);
  });
});

describe('workspaces', () => {
  test('are made with cards: a name, an address, a QR code, a key and a first call that works as it stands', async () => {
    const { browser } = await anEvent();
    const made = await browser.send(at('/make'), { count: '3', prefix: 'team' });
    expect(made.text.match(/<title id="qr-\d+">QR code of the address of team-0\d/g)).toHaveLength(3);
    expect(new Set(made.text.match(keys)).size).toBe(3);
    expect(made.text).toContain('These addresses work on this machine only');
    expect(made.text).toMatch(/<button[^>]* data-prints[^>]*>\s*Print the cards/);
    const [curl = ''] = made.text.match(/curl &#39;?[^<]*|curl [^<]*/) ?? [];
    expect(curl).toContain('/w/');
    expect((await browser.see(at('/make'))).text).not.toMatch(keys);
    expect((await browser.see(at(''))).text).not.toMatch(keys);
  });

  test('come as a list, too, from the page that showed them, with nothing in it that a spreadsheet would run', async () => {
    const held = await anEvent();
    const names = ['=HYPERLINK("https://elsewhere.example")', 'Ward, "round"', 'Plain'];
    const made = await held.browser.send(at('/make'), { names: names.join('\n') });
    const shown = /<textarea name="list"[^>]*>([^<]*)</.exec(made.text)?.[1] ?? '';
    const list = shown.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    const file = await held.browser.send(at('/make/list'), { list });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="teams.csv"');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = file.text.trim().split('\r\n');
    expect(head).toBe('name,id,baseUrl,managementKey,expires');
    expect(rows.map((row) => row.split(/,[0-9a-f]{48},/)[0])).toEqual([
      `"'=HYPERLINK(""https://elsewhere.example"")"`,
      '"Ward, ""round"""',
      'Plain',
    ]);
  });

  test('come as a list that a spreadsheet takes for texts, whatever became of it in the browser, and as none where it is no list', async () => {
    const { browser } = await anEvent();
    const send = (list: string) => browser.send(at('/make/list'), { list });
    const row = ['=1+1', '@SUM(A1)', '-2', '\t+3', 'a"\r\n=4'];
    expect((await send(JSON.stringify([row]))).text).toBe(
      `name,id,baseUrl,managementKey,expires\r\n'=1+1,'@SUM(A1),'-2,'\t+3,"a""\r\n=4"\r\n`,
    );
    for (const list of ['', '=1+1', '{}', '[["=1+1"]]', '[[1,2,3,4,5]]']) {
      const { status, headers } = await send(list);
      expect([list, status, headers.get('content-disposition')]).toEqual([list, 303, null]);
    }
    expect((await send(JSON.stringify([Array(5).fill('x'.repeat(1_000_000))]))).status).toBe(413);
  });

  test('are at the address that the room can open, where one is said', async () => {
    const { browser } = await anEvent();
    expect((await browser.see(at('/make'))).text).toContain('You opened an address that works on this machine only');
    const made = await browser.send(at('/make'), { count: '1', prefix: 'team', address: 'http://192.168.1.20:8787/' });
    expect(made.text).toContain('QR code of the address of team: http://192.168.1.20:8787/w/');
    expect(made.text).not.toContain('127.0.0.1');
    const refused = await browser.send(at('/make'), { count: '1', prefix: 'team', address: 'javascript:alert(1)' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('id="address-fault"')]);
  });

  test('are made as was chosen, and none is where that cannot be', async () => {
    const held = await anEvent();
    const [one] = await teams(held, { names: 'Only one', access: 'strict', clock: '2026-03-01T09:00:00Z', hours: '5', population: '2000' });
    if (!one) throw new Error('there is none');
    expect((await sendTo(one, isRight)).status).toBe(401);
    const { text } = await held.browser.see(at(`/teams/${one.id}`));
    expect(text).toContain('stands at 2026-03-01 09:00');
    const refused = await held.browser.send(at('/make'), { count: '2', prefix: 'no good', clock: 'noon', population: '5' });
    expect(refused.status).toBe(400);
    for (const field of ['prefix', 'population']) expect(refused.text).toContain(`id="${field}-fault"`);
    expect((await held.browser.see(at(''))).text).toContain('1 of 50 workspaces');
  });
});

describe('teams', () => {
  test('that need help stand first, and why is said in kinds: nothing of what they sent is shown', async () => {
    const held = await anEvent();
    const [one, two, three] = (await teams(held, { count: '4', prefix: 'team' })) as [MadeTeam, MadeTeam, MadeTeam];
    await sendTo(one, isRight);
    for (let i = 0; i < 2; i++) await sendTo(two, isRight);
    for (let i = 0; i < 8; i++) await sendTo(three, { 'X-Request-ID': 'my-own-words' });
    const { text } = await held.browser.see(at(''));
    const rows = [...text.matchAll(/<th scope="row"><a[^>]*>([^<]*)<\/a><\/th><td[^>]*>([^<]*)<\/td><td>([^<]*)</g)].map((row) =>
      row.slice(1),
    );
    expect(rows).toEqual([
      [
        'team-03',
        'stuck: 8 of the last 8 requests refused, all for X-Request-ID (invalid value)',
        expect.stringMatching(/^just now: GET personal-demographics get-patient, 400$/),
      ],
      ['team-04', 'not begun', ''],
      ['team-01', 'working', expect.stringMatching(/200$/)],
      ['team-02', 'working', expect.stringMatching(/200$/)],
    ]);
    expect(text).not.toMatch(/my-own-words|9000000009/);
    const some = (await held.browser.see(at('?show=working&sort=requests'))).text;
    expect([...some.matchAll(/<th scope="row"><a[^>]*>([^<]*)</g)].map(([, name]) => name)).toEqual(['team-02', 'team-01']);
  });

  test('that recovered are stuck no longer', async () => {
    const held = await anEvent();
    const [one] = (await teams(held, { count: '1', prefix: 'team' })) as [MadeTeam];
    for (let i = 0; i < 6; i++) await sendTo(one);
    expect((await held.browser.see(at(''))).text).toContain('stuck: 6 of the last 6');
    await sendTo(one, isRight);
    expect((await held.browser.see(at(''))).text).not.toContain('stuck: ');
  });

  test('are renamed, extended, reset, copied for a late team and deleted, each by itself', async () => {
    const held = await anEvent();
    const { browser } = held;
    const [one, two] = (await teams(held, { count: '2', prefix: 'team' })) as [MadeTeam, MadeTeam];
    const place = at(`/teams/${one.id}`);
    for (const [to, fields, word] of [
      ['/rename', { name: 'Ward round' }, 'renamed'],
      ['/extend', { hours: '3' }, 'extended'],
      ['/reset', {}, 'reset'],
    ] as const) {
      const answer = await browser.send(place + to, fields);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${place}?done=${word}`]);
    }
    expect((await browser.see(`${place}?done=reset`)).text).toMatch(/<h1>Ward round<[^]*as it was at the beginning/);
    const refused = await browser.send(`${place}/extend`, { hours: '100000' });
    expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(/id="hours-fault"[^]*value="100000"/)]);
    const copied = await browser.send(`${place}/copy`, { copy: 'Late' });
    expect([copied.status, copied.text.match(keys)?.length]).toEqual([201, 2]);
    expect((await browser.see(`${place}/delete`)).text).toContain('at once and for good');
    expect((await browser.send(`${place}/delete`)).status).toBe(303);
    const { text } = await browser.see(at(''));
    expect([text.includes('Ward round'), text.includes('Late'), text.includes('team-02')]).toEqual([false, true, true]);
    expect([(await sendTo(one, isRight)).status, (await sendTo(two, isRight)).status]).toEqual([401, 200]);
  });

  test('get another key, which is shown once with its card, and the old one opens nothing', async () => {
    const held = await anEvent();
    const [one] = (await teams(held, { count: '1', prefix: 'team' })) as [MadeTeam];
    const place = at(`/teams/${one.id}/key`);
    expect((await held.browser.see(place)).text).not.toMatch(keys);
    const given = await held.browser.send(place);
    const [key = ''] = given.text.match(keys) ?? [];
    const opens = (bearer: string) =>
      fetch(`${portal.url}/w/${one.id}/_sandbox/workspace`, { headers: { Authorization: `Bearer ${bearer}` } }).then(
        ({ status }) => status,
      );
    expect([await opens(one.key), await opens(key)]).toEqual([401, 200]);
    const [curl] = given.text.match(/curl [^<]*/) ?? [];
    expect(curl).toContain(`/w/${one.id}/`);
    expect(curl).not.toContain('/_sandbox/');
    expect((await held.browser.see(place)).text).not.toMatch(keys);
  });

  test('of another event are nobody’s here', async () => {
    const [mine, theirs] = [await anEvent(), await anEvent()];
    const [one] = (await teams(theirs, { count: '1', prefix: 'secret' })) as [MadeTeam];
    for (const place of ['', '/reset', '/key', '/delete']) {
      const { status, text } = await mine.browser.see(at(`/teams/${one.id}${place}`));
      expect([place, status, text.includes('secret')]).toEqual([place, 404, false]);
    }
    for (const place of ['/reset', '/key', '/delete', '/copy', '/rename'])
      expect([place, (await mine.browser.send(at(`/teams/${one.id}${place}`), { name: 'x', copy: 'x' })).status]).toEqual([place, 404]);
    expect((await sendTo(one, isRight)).status).toBe(200);
  });

  test('may be called whatever they like: it does nothing, and nor does an announcement', async () => {
    const held = await anEvent();
    await teams(held, { names: hostileTexts.map((text) => text.slice(0, 80)).join('\n') });
    for (const text of hostileTexts) {
      await held.browser.send(at('/everybody'), { announcement: text });
      for (const place of ['', '/everybody', '/make']) {
        const { text: page } = await held.browser.see(at(place));
        expect(page).not.toMatch(/<script>|<img|<svg onload|<iframe|<base|<meta http-equiv|href="javascript:/i);
      }
    }
  });
});

describe('everybody', () => {
  test('is told something on every page, where the browser has the key of the team, and no longer when it is taken back', async () => {
    const held = await anEvent();
    const [one, other] = (await teams(held, { count: '2', prefix: 'team' })) as [MadeTeam, MadeTeam];
    const said = await held.browser.send(at('/everybody'), { announcement: 'Lunch is at one.' });
    expect([said.status, said.headers.get('location')]).toEqual([303, `${at('/everybody')}?done=announced`]);
    const team = cookieJar(portal.url);
    await team.send(`/w/${one.id}/_portal/key`, { key: one.key });
    const inWorkspace = (page: string) => team.see(`/w/${one.id}/_portal${page}`).then(({ text }) => text);
    for (const page of ['', '/apis', '/exchanges', '/workspace', '/people'])
      expect(await inWorkspace(page)).toContain('From the organiser: Lunch is at one.');
    expect((await team.see(`/w/${other.id}/_portal/apis`)).text).not.toContain('Lunch');
    await held.browser.send(at('/everybody'), { announcement: '' });
    expect(await inWorkspace('')).not.toContain('From the organiser');
  });

  test('ends no sooner where the form that moves the end is sent as it stands', async () => {
    const { browser } = await anEvent();
    const { text } = await browser.see(at('/everybody'));
    const ends = (html: string): string => /It ends at ([^,]+) UTC/.exec(html)?.[1] ?? '';
    const hours = /name="hours"[^>]* value="(\d+)"/.exec(text)?.[1] ?? '';
    await browser.send(at('/everybody/extend'), { hours });
    expect(Date.parse(ends((await browser.see(at('/everybody'))).text))).toBeGreaterThan(Date.parse(ends(text)));
  });

  test('goes on for longer, and begins again', async () => {
    const held = await anEvent();
    const { browser } = held;
    const [one] = (await teams(held, { count: '1', prefix: 'team' })) as [MadeTeam];
    expect((await browser.send(at('/everybody/extend'), { hours: '90' })).headers.get('location')).toContain('done=extended');
    await sendTo(one, isRight);
    expect((await browser.see(at('/everybody/reset'))).text).toContain('cannot be taken back');
    expect((await browser.send(at('/everybody/reset'))).headers.get('location')).toContain('done=reset');
    const exchanges = await fetch(`${portal.url}/w/${one.id}/_sandbox/exchanges`, { headers: { Authorization: `Bearer ${one.key}` } });
    expect(await exchanges.json()).toMatchObject({ exchanges: [] });
  });

  test('shares a contract, until it is removed', async () => {
    const held = await anEvent();
    const [one] = (await teams(held, { count: '1', prefix: 'team' })) as [MadeTeam];
    const text = `openapi: 3.1.0
info: { title: Notebook, version: '1' }
servers: [{ url: https://api.example.org/notebook }]
paths: { /notes: { get: { responses: { '200': { description: Notes. } } } } }`;
    const brought = await held.browser.send(at('/contracts'), { name: 'notebook', text });
    expect([brought.status, brought.headers.get('location')]).toEqual([303, `${at('/contracts')}?done=brought`]);
    expect((await fetch(`${portal.url}/w/${one.id}/notebook/notes`)).status).toBe(200);
    const broken = await held.browser.send(at('/contracts'), { name: 'broken', text: 'openapi: [' });
    expect([broken.status, broken.text]).toEqual([422, expect.stringMatching(/role="alert"[^]*openapi: \[/)]);
    await held.browser.send(at('/contracts/remove'), { name: 'notebook' });
    expect((await fetch(`${portal.url}/w/${one.id}/notebook/notes`)).status).toBe(404);
  });

  test('is gone with the event, once its name was typed; its code opens nothing then', async () => {
    const held = await anEvent();
    const [one] = (await teams(held, { count: '1', prefix: 'team' })) as [MadeTeam];
    const wrong = await held.browser.send(at('/everybody/end'), { name: 'another' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('This is not its name')]);
    const other = cookieJar(portal.url);
    await other.send(at('/open'), { code: held.code });
    expect((await held.browser.send(at('/everybody/end'), { name: held.name })).status).toBe(303);
    expect(held.browser.cookiesFor(at(''))).not.toContain('nhs-sandbox-event');
    expect((await sendTo(one, isRight)).status).toBe(401);
    const over = await other.see(at(''));
    expect([over.status, over.text]).toEqual([401, expect.stringContaining('opens no event, or none any more')]);
    expect((await other.send(at('/make'), { count: '1', prefix: 'team' })).status).toBe(401);
  });
});
