/** People as pages: found by one box, shown with all that is known, and told by each API when a visitor wants it. */
import { describe, expect, test } from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import { needNames } from '../../../src/world/needs/needs.ts';
import { sandboxFor } from '../../sandbox.ts';

const sandbox = await sandboxFor('personal-demographics');
const page = async (path: string): Promise<string> => (await sandbox.visit(path)).text();
const listed = async (): Promise<readonly unknown[]> => (await (await sandbox.request('/_sandbox/exchanges')).json()).exchanges;

describe('the page of people', () => {
  test('offers one box, awkward kinds and the test people, and finds by a link alone', async () => {
    const html = await page('/_portal/people');
    for (const said of ['name="q"', '?trait=restricted', 'From the official sandboxes', 'href="/_portal/people/9000000009"'])
      expect(html).toContain(said);
    expect(await page('/_portal/people?q=900+000+0009')).toMatch(/One person was found[\s\S]*Mrs Jane Smith MBE/);
  });

  test('leads a form with fields left empty to an address without them, which can be shared', async () => {
    const answer = await sandbox.visit('/_portal/people?q=Jane+Smith&family=&given=+&age=40..70');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/_portal/people?q=Jane+Smith&age=40..70']);
  });

  test('leads from the head of a person to every API, side by side', async () => {
    const html = await page('/_portal/people/9000000009');
    expect(html.indexOf('href="/_portal/people/9000000009/side-by-side"')).toBeLessThan(html.indexOf('Clinical record'));
  });

  test('asks for all that somebody can be needed to be, and says why those who are found fit', async () => {
    const html = await page('/_portal/people?age=40..70&carer=true&maritalStatus=married');
    expect(needNames.filter((name) => !html.includes(`name="${name}"`))).toEqual([]);
    expect(html).toContain('what you need somebody to be (3 filled in)');
    expect(html).toMatch(/<td>aged [4-7]\d/);
    expect(html).toMatch(/married, lives with somebody of \d/);
    expect(await page('/_portal/people?age=old')).toMatch(/age wants a number[\s\S]*value="old"[^>]*aria-invalid="true"/);
  });

  test('says at the field what is wrong with it, and keeps what was typed', async () => {
    const answer = await sandbox.visit('/_portal/people?born=spring&family=%22%3E%3Cscript%3E');
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('born wants a year');
    expect(html).toMatch(/name="born" value="spring"[^>]*aria-invalid="true"/);
    expect(html).not.toContain('"><script>');
    for (const [name, value] of Object.entries({ gender: 'lady', trait: 'tall', maritalStatus: 'engaged' }))
      expect(await page(`/_portal/people?${name}=${value}`)).toMatch(
        new RegExp(`class="hint bad">[^<]+</span></label><select id="${name}" name="${name}" aria-invalid="true"`),
      );
  });
});

describe('the page of a person', () => {
  test('says in a sentence who it is, and links to the family', async () => {
    const html = await page('/_portal/people/9000000009');
    expect(html).toContain('A girl, born on 22 October 2010');
    expect(html).toContain('living in Leeds, registered with Trevelyan Practice.');
    expect(await page(`/_portal/people/${testPerson.motherOfTwins}`)).toMatch(/Child: <a href="\/_portal\/people\/\d{10}">Poppy Siskin/);
  });

  test('draws the timeline and lists the same', async () => {
    const html = await page('/_portal/people/9000000009');
    const marks = html.match(/<circle/g)?.length;
    expect(html).toMatch(/<svg[^>]*role="img" aria-labelledby="timeline-title timeline-words">\s*<title id="timeline-title">The life of/);
    expect(html.match(/<time /g)?.length).toBe(marks);
    expect(html).not.toMatch(/ style=/);
  });

  test('shows the clinical record: a summary, then its parts to be opened, and all of it where that is asked', async () => {
    const html = await page('/_portal/people/9000000009');
    expect(html).toMatch(/<h2 id="record">Clinical record<\/h2>[\s\S]*<dt>Age<\/dt><dd>15<\/dd>/);
    expect(html).toMatch(
      /<details><summary>Vaccinations \(\d+\)<\/summary>[\s\S]*<th scope="row">24 November 2025<\/th><td>Nasal flu vaccination/,
    );
    expect(html).toContain('<caption>12 of ');
    const whole = await page('/_portal/people/9000000009?all=true');
    expect(whole).toMatch(/<details open=""><summary>Vaccinations/);
    expect(whole).not.toContain('<caption>12 of ');
    expect(await page('/_portal/people/9000000033')).not.toContain('Clinical record');
  });

  test('shows another day, on which they are older, and says where none can be shown', async () => {
    const later = await page('/_portal/people/9000000009?asOf=2030-06-01');
    expect(later).toContain('As of 1 June 2030. See another day');
    expect(later).toContain('22 October 2010 (age 19)');
    expect(later).toContain('?all=true&amp;asOf=2030-06-01#record');
    expect((await sandbox.visit('/_portal/people/9000000009?asOf=2009-01-01')).status).toBe(404);
    expect(await page('/_portal/people/9000000009?asOf=never')).toContain('asOf');
  });

  test('tells in words which way results went', async () => {
    const { people } = await (await sandbox.request('/_sandbox/people?condition=diabetes&age=60..&limit=1')).json();
    expect(await page(`/_portal/people/${people[0].nhsNumber}`)).toMatch(
      /Results over time \(\d+\)[\s\S]*<th scope="row">[^<]*HbA1c[^<]*<\/th><td>(?:up|down|stayed)<\/td><td>\d/i,
    );
  });

  test('explains what is awkward', async () => {
    expect(await page('/_portal/people/9000000025')).toContain('the location is withheld');
    expect(await page(`/_portal/people/${testPerson.superseded}`)).toContain(`href="/_portal/people/${testPerson.survivor}"`);
  });

  test.each(['9111231130', '123', 'x'])('of nobody (%s) is not found, and says where to look', async (number) => {
    const answer = await sandbox.visit(`/_portal/people/${number}`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('href="/_portal/people"')]);
  });
});

describe('the same person as an API tells them', () => {
  const answered = `/_portal/people/9000000025`;
  test('is asked only when a visitor opens it', async () => {
    const before = (await listed()).length;
    const html = await page(answered);
    expect(html).toContain(`${answered}?api=personal-demographics#told-personal-demographics`);
    expect(html).toContain('/_portal/apis/personal-demographics/get-patient?person=9000000025');
    expect((await listed()).length).toBe(before);
    expect(await page(`${answered}?api=personal-demographics`)).toContain('Patient, without address, telecom, generalPractitioner.');
    expect((await listed()).length).toBe(before + 1);
  });

  test('is told to the script of the page alike', async () => {
    const answer = await sandbox.visit(`${answered}/told/personal-demographics`);
    expect(await answer.json()).toEqual({
      status: 200,
      reading: 'Patient, without address, telecom, generalPractitioner.',
      body: expect.stringContaining('"id": "9000000025"'),
      explained: expect.stringMatching(/^\/_portal\/exchanges\/[0-9a-f]+$/),
    });
  });

  test('is not asked for a page of another site', async () => {
    const before = (await listed()).length;
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await sandbox.visit(`${answered}/told/personal-demographics`, { headers })).status).toBe(404);
    await sandbox.visit(`${answered}?api=personal-demographics`, { headers });
    expect((await listed()).length).toBe(before);
  });
});
