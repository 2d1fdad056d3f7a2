/** One box that takes what somebody needs, in words: what was understood is shown and can be taken away, and what was not is said. */
import { describe, expect, test } from 'vitest';
import { sandboxFor } from '../../sandbox.ts';

const sandbox = await sandboxFor('personal-demographics');
const asked = async (q: string) => (await sandbox.request(`/_sandbox/people?limit=2&q=${encodeURIComponent(q)}`)).json();

describe('words of need', () => {
  test.each([
    ['diabetic on metformin over 60 in Leeds due flu', { condition: 'diabetes', on: 'metformin', age: '60..', place: 'Leeds', due: 'flu' }],
    ['pregnant women', { pregnant: 'true', gender: 'female' }],
    ['needs a BSL interpreter', { adjustment: 'bsl' }],
    ['allergic to penicillin', { allergy: 'penicillin' }],
    ['asthmatic children', { condition: 'asthma', age: '..17' }],
    ['girls under 5', { gender: 'female', age: '..4' }],
    ['high blood pressure, 65 or over', { condition: 'high-blood-pressure', age: '65..' }],
    ['due a flu jab', { due: 'flu' }],
    ['Polish speaker', { language: 'polish' }],
    ['Smith with asthma', { condition: 'asthma', family: 'Smith' }],
    ['hba1c over 75', { lastHba1c: '>75' }],
  ])('%s', async (q, fields) => {
    const { understood, people } = await asked(q);
    expect(Object.fromEntries(understood.map(({ name, value }: { name: string; value: string }) => [name, value]))).toEqual(fields);
    expect(people.length).toBeGreaterThan(0);
  });

  test('a name stays a name', async () => {
    expect((await asked('Jane Smith Leeds')).understood).toBeUndefined();
  });

  test('what is not understood is said', async () => {
    const { understood, notes } = await asked('wobbly diabetic');
    expect([understood.length, notes]).toEqual([1, ['Not understood, so it was not looked for: wobbly.']]);
  });
});

describe('the page of people', () => {
  const page = async (path: string): Promise<string> => (await sandbox.visit(path)).text();

  test('shows what was understood, each part to be taken away', async () => {
    const html = await page('/_portal/people?q=diabetic+over+60');
    expect(html).toContain('href="/_portal/people?age=60.."');
    expect(html).toContain('aria-label="Take away Age: 60.."');
    expect(html).toContain('href="/_portal/people?condition=diabetes"');
  });

  test('has ready-made needs, each of which finds somebody', async () => {
    const html = await page('/_portal/people');
    const [, needs = ''] = /<dl class="needs">([\s\S]*?)<\/dl>/.exec(html) ?? [];
    const links = [...needs.matchAll(/href="([^"#]+)#found"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(30);
    const empty: string[] = [];
    for (const link of links) {
      const answer = await sandbox.request(`${link.replace('/_portal', '/_sandbox')}&limit=1`);
      if ((await answer.json()).people?.length === 0) empty.push(link);
    }
    expect(empty).toEqual([]);
  }, 120_000);

  test('goes on to those who come next, and gives them as a file', async () => {
    const first = await page('/_portal/people?family=Smith');
    expect(first).toContain('href="/_portal/people?family=Smith&amp;skip=50#found"');
    const next = await page('/_portal/people?family=Smith&skip=50');
    expect(next).toContain('People 51 to 100, and there are more');
    const numbers = (html: string): readonly string[] => html.match(/\/people\/\d{10}"/g) ?? [];
    expect(numbers(next.split('id="needs"')[0] ?? '').filter((one) => (first.split('id="needs"')[0] ?? '').includes(one))).toEqual([]);
    const csv = await sandbox.visit('/_portal/people/found.csv?condition=diabetes');
    expect([csv.headers.get('content-type'), await csv.text()]).toEqual([
      'text/csv; charset=utf-8',
      expect.stringMatching(/^nhs_number,name,born,why\r\n\d{10},[^\r]*diabetes mellitus since \d{4}\r\n/),
    ]);
    const [person] = await (await sandbox.visit('/_portal/people/found.json?condition=diabetes')).json();
    expect(person).toEqual(expect.objectContaining({ why: [expect.stringContaining('diabetes')] }));
    expect((await sandbox.visit('/_portal/people/found.csv?age=old')).status).toBe(400);
  });
});
