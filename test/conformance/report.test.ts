/** The readiness report and the evidence pack, of the client with twelve mistakes and of the same client without them. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { components } from '../../src/generated/sandbox-control.types.ts';
import type { Sandbox } from '../sandbox.ts';
import { aDay } from './a-day.ts';

type Report = components['schemas']['Report'];

/** By the numbers in the client, the rule that is to find each. */
const mistakes = {
  1: 'request-id-missing',
  2: 'request-id-reused',
  3: 'version-missing',
  4: 'version-outdated',
  5: 'token-per-call',
  6: 'token-missing',
  7: 'retry-after-ignored',
  8: 'retried-without-back-off',
  9: 'nhs-number-in-query',
  10: 'page-not-followed',
  11: 'media-type-tolerated',
  12: 'refusal-repeated',
};

let careless: Sandbox;
let mended: Sandbox;
beforeAll(async () => {
  [careless, mended] = [await aDay({ mended: false }), await aDay({ mended: true })];
});

const reportOf = async ({ request }: Sandbox, query = ''): Promise<Report> => (await request(`/_sandbox/report${query}`)).json();
const rulesIn = ({ apis }: Report): readonly string[] =>
  [...new Set(apis.flatMap((api) => api.mistakes.map(({ rule }) => rule)))].toSorted();

describe('a report', () => {
  test('names every one of twelve mistakes, and nothing else', async () => {
    expect(rulesIn(await reportOf(careless))).toEqual(Object.values(mistakes).toSorted());
  });

  test('of the same client without them names nothing', async () => {
    expect(rulesIn(await reportOf(mended))).toEqual([]);
  });

  test('says what was tried of each API, and what never', async () => {
    const { apis, exchanges, neverAsked } = await reportOf(mended);
    expect(exchanges).toEqual({ judged: 20, others: 0, gone: 3 });
    expect(neverAsked).toEqual([]);
    const demographics = apis.find(({ slug }) => slug === 'personal-demographics');
    expect(demographics?.operations.tried).toContainEqual({
      id: 'update-patient-partial',
      method: 'PATCH',
      path: '/Patient/{id}',
      requests: 2,
      statuses: [200],
    });
    expect(demographics?.operations.never.map(({ id }) => id)).toContain('create-patient');
    expect(demographics?.errors.met.map(({ path }) => path)).toEqual(['429', '5xx']);
    expect(demographics?.errors.never.map(({ path }) => path)).toEqual(['400', '401', '403', '404', '409', '412', '422', 'time-out']);
    expect(demographics?.access.never.map(({ as }) => as)).toEqual(['a user in a role']);
    expect(demographics?.people?.testPeople.met.map(({ name }) => name)).toEqual(expect.arrayContaining(['janeSmith', 'jayneSmyth']));
    expect(demographics?.people?.traits.never).toContain('restricted');
  });

  test('of the same requests is the same, whenever they are sent', async () => {
    const later = await aDay({ mended: false, at: Date.UTC(2027, 4, 5) });
    expect(await reportOf(later)).toEqual(await reportOf(careless));
    expect(await reportOf(later, '?full=true')).not.toEqual(await reportOf(careless, '?full=true'));
  });

  test('is a page that needs nothing beside it, and nothing that a client wrote is more than text in it', async () => {
    const sandbox = await aDay({ mended: false });
    await sandbox.request('/letters/FHIR/R4/Letter?<script>alert(1)</script>=`|');
    const page = await sandbox.request('/_sandbox/report', { headers: { Accept: 'text/html' } });
    const text = await page.text();
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors 'none'$/);
    expect(text).not.toMatch(/<script|<link|src=/);
    expect(text).toContain('the request has no access token');
    const markdown = await (await sandbox.request('/_sandbox/report?as=markdown')).text();
    expect(markdown).toMatch(/^# Readiness report\n/);
    expect(markdown).not.toContain('<script>');
  });

  test('can be of one API, and of what came since: what came before is read, and not told of', async () => {
    const whole = await reportOf(careless);
    const letters = await reportOf(careless, '?api=letters');
    expect([letters.apis.map(({ slug }) => slug), letters.neverAsked]).toEqual([['letters'], []]);
    expect(letters.apis[0]).toEqual(whole.apis.find(({ slug }) => slug === 'letters'));
    const { exchanges } = await (await careless.request('/_sandbox/exchanges?limit=5')).json();
    const late = await reportOf(careless, `?since=${exchanges[4].id}`);
    expect(late.exchanges.judged).toBe(4);
    // The rule that finds it looks at what was sent before.
    expect(rulesIn(late)).toContain('refusal-repeated');
    const evidence = await (await careless.request('/_sandbox/report/evidence?api=letters')).json();
    const report = evidence.files.find(({ name }: { readonly name: string }) => name === 'report.json');
    expect(JSON.parse(report.text).apis.map(({ slug }: { readonly slug: string }) => slug)).toEqual(['letters']);
  });

  test.each([
    ['?api=nothing', 'No API has this name: /_sandbox/catalogue lists them.'],
    ['?since=whenever', '"since" is the number of an exchange, its id, or an instant such as 2026-01-01T09:30:00Z.'],
  ])('is not made of %s', async (query, detail) => {
    for (const place of ['/report', '/report/evidence']) {
      const answer = await careless.request(`/_sandbox${place}${query}`);
      expect([answer.status, (await answer.json()).detail]).toEqual([400, detail]);
    }
  });

  test('says that earlier exchanges are gone, and of nothing says so', async () => {
    const sandbox = await aDay({ mended: true });
    sandbox.workspace.journal.clear();
    expect(await reportOf(sandbox)).toMatchObject({ exchanges: { judged: 0 }, apis: [], neverAsked: ['letters', 'personal-demographics'] });
    expect(await (await sandbox.request('/_sandbox/report?as=markdown')).text()).toContain('No API was asked for anything.');
  });
});

test('an evidence pack holds the report, what is known of each API, versions, and hashes that are right', async () => {
  const { files }: { files: components['schemas']['EvidenceFile'][] } = await (await careless.request('/_sandbox/report/evidence')).json();
  expect(files.map(({ name }) => name)).toEqual([
    'README.md',
    'fidelity/personal-demographics.json',
    'report.html',
    'report.json',
    'report.md',
    'versions.json',
    'SHA256SUMS',
  ]);
  for (const { sha256, text } of files) expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  const text = new Map(files.map((file) => [file.name, file.text]));
  expect(text.get('SHA256SUMS')).toContain(`${files.find(({ name }) => name === 'report.json')?.sha256}  report.json\n`);
  expect(text.get('README.md')).toContain('What this does not prove');
  expect(JSON.parse(text.get('report.json') ?? '')).toEqual(await reportOf(careless, '?full=true'));
  const { apis } = JSON.parse(text.get('versions.json') ?? '');
  const contract = await (await careless.request('/_sandbox/contracts/personal-demographics.json')).text();
  expect(apis).toContainEqual(
    expect.objectContaining({ slug: 'personal-demographics', contractSha256: createHash('sha256').update(contract).digest('hex') }),
  );
});
