/** Where the pages lead to: every link and form of every page, from home on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import { browserAccept } from '../../sandbox.ts';
import { startPortal, type StartedPortal } from './opened-portal.ts';
import { exampleRequests, pagesThereAre } from './pages-there-are.ts';
import type { ThereIs } from './there-is.ts';

interface Found {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Of what there are many, like people and operations, some are opened. */
const opened = 5;

/** What a page leads to that is no page: each is said to be one. */
const files: readonly (readonly [pattern: RegExp, type: RegExp])[] = [
  [/^\/_portal\/assets\//, /^text\/(?:css|javascript)/],
  [/^\/_portal\/apis\/[^/]+\/(?:postman\.json|requests\.http)$/, /^(?:application\/json|text\/plain)/],
  [/^\/_portal\/snapshots\/state\.ndjson$/, /^application\/x-ndjson$/],
  [/^\/_portal\/people\/found\.(?:csv|json)$/, /^(?:text\/csv|application\/json)/],
  [/^\/_portal\/(?:.*\.md|llms\.txt)$/, /^text\/(?:markdown|plain)/],
  [/^\/_portal\/report\/readiness-/, /^(?:text\/html|text\/markdown|application\/json|application\/zip)/],
  [/^\/_portal\/control\//, /^application\/json/],
  [/^\/_sandbox\/contracts\/.*\.(?:json|yaml)$/, /^application\/(?:json|yaml|vnd\.oai\.openapi)/],
];

describe('from home on', () => {
  let portal: StartedPortal;
  const pages = new Map<string, Found>();
  const others = new Map<string, Found>();
  const wrong: string[] = [];
  beforeAll(async () => {
    portal = await startPortal();
    await exampleRequests(portal.url, testPerson.janeSmith);
    await crawl();
  }, 240_000);
  afterAll(() => portal.close());

  async function look(target: string): Promise<Found> {
    const response = await fetch(portal.url + target, { headers: { Accept: browserAccept }, redirect: 'manual' });
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
  }

  async function crawl(): Promise<void> {
    const waiting: { readonly target: string; readonly from: string }[] = [{ target: '/_portal', from: 'a visitor' }];
    const perPage = new Map<ThereIs, number>();
    const seen = new Set<string>();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { target, from } = next;
      if (seen.has(target)) continue;
      seen.add(target);
      const path = target.replace(/\?.*$/, '');
      if (files.some(([pattern]) => pattern.test(path))) {
        others.set(target, await look(target));
        continue;
      }
      const which = pageAt(path);
      if (!which) {
        wrong.push(`${from} leads to ${target}, which is no page of the list`);
        continue;
      }
      const count = (perPage.get(which) ?? 0) + 1;
      perPage.set(which, count);
      if (count > opened) continue;
      const found = await look(target);
      pages.set(target, found);
      if (found.status !== 200) wrong.push(`${from} leads to ${target}: ${found.status}`);
      for (const link of linksOf(found.text)) {
        const { origin, pathname, search } = new URL(link, portal.url + target);
        if (origin === portal.url) waiting.push({ target: pathname + search, from: target });
        else if (!link.startsWith('data:')) wrong.push(`${target} leads elsewhere: ${link}`);
      }
    }
  }

  test('every link and form of every page leads to a page, or to a file that is said to be one', () => {
    for (const [target, { status, type }] of others) {
      const [, wanted] = files.find(([pattern]) => pattern.test(target.replace(/\?.*$/, ''))) ?? [];
      if (status !== 200 || !wanted?.test(type)) wrong.push(`${target}: ${status} ${type}`);
    }
    expect(wrong).toEqual([]);
    expect(pages.size).toBeGreaterThan(20);
  });

  test('every page of the list is led to, or is said not to be', () => {
    const unfound = pagesThereAre.filter(
      ({ unlinked, pattern }) => unlinked === undefined && ![...pages.keys()].some((target) => pattern.test(below(target))),
    );
    expect(unfound.map(({ name }) => name)).toEqual([]);
  });

  test('no page holds a script or a style in its markup, nor an attribute that is one', () => {
    for (const [target, { text }] of pages) {
      const tags = text.match(/<[a-z][^>]*>/gi) ?? [];
      expect([target, tags.filter((tag) => /\s(?:style|on[a-z]+)\s*=\s*["']/i.test(tag.replaceAll(/="[^"]*"/g, '=""')))]).toEqual([
        target,
        [],
      ]);
      expect([target, text.match(/<style\b|<script\b(?![^>]*\ssrc=)[^>]*>|<script[^>]*>[^<]+|javascript:/gi)]).toEqual([target, null]);
    }
  });

  test('home, with all that it loads, is at most 150 kB', () => {
    const home = pages.get('/_portal')?.text ?? '';
    const assets = [...home.matchAll(/(?:href|src)="(\/_portal\/assets\/[^"]+)"/g)].map(([, asset = '']) => others.get(asset)?.text ?? '');
    expect(assets).toHaveLength(2);
    expect(new Blob([home, ...assets]).size).toBeLessThan(150_000);
  });

  test('every page has a title of its own, one heading of the first rank, and no id twice', () => {
    for (const [target, { text }] of pages) {
      const ids = [...text.matchAll(/<[a-z][^>]*?\sid="([^"]*)"/gi)].map(([, id]) => id);
      expect([target, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([target, []]);
      expect([target, text.match(/<h1\b/g)?.length]).toEqual([target, 1]);
      expect([target, /<title>[^<]{3,}<\/title>/.test(text)]).toEqual([target, true]);
    }
  });
});

const below = (target: string): string =>
  target
    .replace(/\?.*$/, '')
    .replace(/^\/_portal\/?/, '/')
    .replace(/^\/$/, '');

/** The last that fits is the one that says most. */
const pageAt = (path: string): ThereIs | undefined =>
  path.startsWith('/_portal') ? pagesThereAre.findLast(({ pattern }) => pattern.test(below(path))) : undefined;

/** Where an element leads to that can be seen; what is only named, as in the text of a page, leads nowhere. */
function linksOf(html: string): readonly string[] {
  const elements = [...html.matchAll(/<(?:a|link|script|img|form|button|iframe|source)\b[^>]*>/gi)].map(([tag]) => tag);
  const links = elements
    .filter((tag) => !/\shidden(?:=""|[\s>])/.test(tag))
    .map((tag) => /\s(?:href|src|action|formaction)="([^"]*)"/.exec(tag)?.[1]);
  return links.flatMap((link) =>
    link === undefined ? [] : [link.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')],
  );
}
