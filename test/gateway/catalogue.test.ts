/** What is served, as a program reads it: among which others, how good it is, and a request that works. */
import { describe, expect, test } from 'vitest';
import { GROUPS } from '../../src/contract/group.ts';
import { catalogueNames } from '../../src/generated/api-paths.ts';
import { createSandbox } from '../../src/runtimes/browser/sandbox.ts';
import { sandboxOf } from '../sandbox.ts';
import { answers, contractOf } from './small-contract.ts';

interface Listed {
  readonly slug: string;
  readonly group: string;
  readonly basis: string;
  readonly operations: number;
  readonly behaviours: readonly string[];
  readonly curl?: string;
}

const listed = async (answer: Response): Promise<readonly Listed[]> => ((await answer.json()) as { readonly apis: readonly Listed[] }).apis;

/** The request that a line with quoted words asks for. */
function requestOf(line: string): [string, RequestInit] {
  const words = [...line.matchAll(/'((?:[^']|'\\'')*)'/g)].map(([, word = '']) => word.replaceAll(String.raw`'\''`, "'"));
  const [url = '', ...rest] = words;
  const body = / (?:-d|--data-raw) '/.test(line) ? rest.pop() : /<<'(\w+)'\n(.*)\n\1$/s.exec(line)?.[2];
  const headers = (body !== undefined && line.includes('<<') ? rest.slice(0, -1) : rest).map((header) => header.split(/: ?(.*)/, 2));
  return [
    url,
    {
      method: / -X (\w+)/.exec(line)?.[1] ?? 'GET',
      headers: Object.fromEntries(headers.map(([name = '', value = '']) => [name, value])),
      ...(body !== undefined && { body }),
    },
  ];
}

describe('the catalogue', () => {
  test('lists every API of ours in its group, in the order of the groups, with a word for how good it is', async () => {
    const sandbox = createSandbox({ apis: catalogueNames });
    const apis = await listed(await sandbox.fetch('http://localhost:8787/_sandbox/catalogue'));
    expect(apis).toHaveLength(catalogueNames.length);
    const places = apis.map(({ group }) => GROUPS.findIndex((known) => known === group));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const { behaviours, operations, basis } of apis) {
      if (basis !== 'by its contract') expect(behaviours.length).toBeGreaterThan(0);
      if (basis === 'rules') expect(behaviours).toHaveLength(operations);
    }
  });

  test('leaves out the lines, which are tried out first, for whoever is in a hurry', async () => {
    const apis = await listed(await createSandbox().fetch('http://localhost:8787/_sandbox/catalogue?curl=false'));
    expect(apis.length).toBeGreaterThan(0);
    expect(apis.filter(({ curl }) => curl !== undefined)).toEqual([]);
  });

  test('gives a request to each of them that works as it stands', async () => {
    const sandbox = createSandbox({ apis: catalogueNames, clock: '2026-01-01T09:00:00Z' });
    const apis = await listed(await sandbox.fetch('http://localhost:8787/_sandbox/catalogue'));
    for (const { slug, curl = '' } of apis) {
      const [url, init] = requestOf(curl);
      const { ok } = await sandbox.fetch(url, init);
      expect([slug, ok, curl]).toEqual([slug, true, curl]);
    }
  });

  test('has a contract that was brought among your own, with a request that works in this workspace', async () => {
    const bells = contractOf(
      {
        '/bells': {
          post: {
            operationId: 'ring',
            requestBody: { content: { 'application/json': { schema: { type: 'object' }, example: { bell: 'tenor' } } } },
            responses: { 201: answers({ type: 'object' }) },
          },
        },
      },
      { base: '/tower' },
    );
    const { request } = sandboxOf(bells, { prefix: '/w/belfry' });
    const [api] = await listed(await request('/w/belfry/_sandbox/catalogue'));
    expect(api).toMatchObject({ group: 'Your own', basis: 'by its contract' });
    expect(api?.curl).toContain(`-X POST 'http://sandbox.test/w/belfry/tower/bells'`);
    expect(api?.curl).toContain(`-d '{"bell":"tenor"}'`);
  });

  test('gives no request to an API of which nothing works', async () => {
    const shut = contractOf({ '/door': { get: { operationId: 'open', responses: { 403: { description: 'Shut' } } } } });
    const [api] = await listed(await sandboxOf(shut).request('/_sandbox/catalogue'));
    expect(api).not.toHaveProperty('curl');
  });
});
