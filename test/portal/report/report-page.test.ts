/** The readiness report as a page, and as files to take away: on one's own machine, and in a workspace with a key. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anyone } from '../../../src/mock/caller.ts';
import { aDay } from '../../conformance/a-day.ts';
import { notebook } from '../../gateway/notebook.ts';
import { sandboxOf } from '../../sandbox.ts';

const careless = await aDay({ mended: false });
const page = async (query = ''): Promise<{ readonly status: number; readonly html: string }> => {
  const answer = await careless.visit(`/_portal/report${query}`);
  return { status: answer.status, html: await answer.text() };
};
const headings = (html: string): readonly string[] => [...html.matchAll(/<h[23]>([^<]+)</g)].map(([, words = '']) => words);

describe('the page of the report', () => {
  test('tells of every API what was wrong, never tried and tried, and leads to the first exchange of each mistake', async () => {
    const { status, html } = await page();
    expect(status).toBe(200);
    expect(headings(html).slice(0, 4)).toEqual(['Letters', 'What was wrong', 'What was never tried', 'What was tried']);
    expect(headings(html).at(-1)).toBe('What this does not prove');
    const first = /href="(\/_portal\/exchanges\/[0-9a-f]{32})"><code>\d+: GET/.exec(html)?.[1] ?? '';
    expect((await careless.visit(first)).status).toBe(200);
    // Who says so is named; no page leads to another host.
    expect(html).not.toMatch(/href="https?:/);
  });

  test('is of one API, or of what came since', async () => {
    const { html } = await page('?api=letters&since=4');
    expect(html).toContain('Of Letters alone. Of what was asked since exchange 4.');
    expect(headings(html)).not.toContain('Personal Demographics Service');
    expect(html).toContain('<option value="letters" selected="">');
  });

  test('says beside its field what it cannot be of', async () => {
    const { status, html } = await page('?since=whenever&api=nothing');
    expect([status, html]).toEqual([400, expect.stringContaining('No API has this name')]);
    expect((await page('?since=whenever')).html).toMatch(/id="since-fault">&quot;since&quot; is the number of an exchange/);
  });

  test('is for the holder of the key', async () => {
    const sandbox = sandboxOf(notebook, { caller: anyone });
    for (const place of ['', '/readiness-report.html', '/readiness-evidence.zip']) {
      const answer = await sandbox.visit(`/_portal/report${place}`);
      expect([place, answer.status, answer.headers.has('content-disposition')]).toEqual([place, 401, false]);
    }
  });
});

describe('a report as a file', () => {
  test.each([
    ['readiness-report.html', 'text/html; charset=utf-8', /^<!doctype html>/],
    ['readiness-report.md', 'text/markdown; charset=utf-8', /^# Readiness report\n/],
    ['readiness-report.json', 'application/json', /^\{\n {2}"data": "synthetic"/],
  ])('%s is saved, and nothing of it is opened on this host', async (name, type, begins) => {
    const answer = await careless.visit(`/_portal/report/${name}?api=letters`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const text = await answer.text();
    expect(text).toMatch(begins);
    expect(text).not.toContain('Personal Demographics');
  });

  test('is an archive that others can open, with hashes that are right', async () => {
    const answer = await careless.visit('/_portal/report/readiness-evidence.zip');
    const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
    writeFileSync(join(folder, 'evidence.zip'), new Uint8Array(await answer.arrayBuffer()));
    // Python's reader checks every sum.
    execFileSync('python3', ['-m', 'zipfile', '-e', 'evidence.zip', '.'], { cwd: folder });
    const read = (name: string): string => readFileSync(join(folder, 'evidence', name), 'utf8');
    for (const line of read('SHA256SUMS').trim().split('\n')) {
      const [sum, name = ''] = line.split('  ');
      expect([name, createHash('sha256').update(read(name)).digest('hex')]).toEqual([name, sum]);
    }
    expect(read('README.md')).toMatch(/^# Evidence from a sandbox\n/);
  });

  test('of another name is not there', async () => {
    expect((await careless.visit('/_portal/report/toString')).status).toBe(404);
  });
});
