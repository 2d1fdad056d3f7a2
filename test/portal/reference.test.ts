/** The pages about APIs: all of them, one, and one of its operations; and the files that can be taken away. */
import { describe, expect, test } from 'vitest';
import { notebook } from '../gateway/notebook.ts';
import { origin, sandboxesFor, sandboxOf } from '../sandbox.ts';

const open = await sandboxesFor('personal-demographics');
const base = '/personal-demographics/FHIR/R4';

async function html(path: string, { visit } = open()): Promise<string> {
  const answer = await visit(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

describe('the list of APIs', () => {
  test('says of each what it is, where it is, what it does and how good it is', async () => {
    const page = await html('/_portal/apis');
    expect(page).toContain('<a href="/_portal/apis/personal-demographics">Personal Demographics Service (FHIR R4) sandbox</a>');
    expect(page).toContain(base);
    expect(page).toMatch(/9 operations · <strong>Rules of its own/);
    expect(page).toContain('restricted records as the real service has them');
  });
});

describe('the page of an API', () => {
  test('has its address, its people, its operations and its files', async () => {
    const page = await html('/_portal/apis/personal-demographics');
    expect(page).toContain(`${origin}${base}</code>`);
    expect(page).toContain('href="/_portal/people/9000000009"');
    expect(page).toContain('href="/_portal/apis/personal-demographics/search-patient"');
    expect(page).toContain('href="/_sandbox/contracts/personal-demographics.json"');
  });

  test('is not there for an API that is not', async () => {
    expect((await open().visit('/_portal/apis/nothing')).status).toBe(404);
    expect((await open().visit('/_portal/apis/personal-demographics/nothing')).status).toBe(404);
    expect((await open().visit('/_portal/apis/nothing/postman.json')).status).toBe(404);
  });
});

describe('the page of an operation', () => {
  test('describes what it takes, what it answers and how to ask for each answer', async () => {
    const page = await html('/_portal/apis/personal-demographics/search-patient');
    expect(page).toContain('<code>_fuzzy-match</code>');
    expect(page).toContain('Example “one-match”');
    expect(page).toContain('Prefer: code=400, example=');
    expect(page).toContain('<code>INVALIDATED_RESOURCE</code>');
    expect(page).toContain('<code>birthDate</code>');
  });

  test('asks for each answer with the request that its form is filled in with', async () => {
    const page = await html('/_portal/apis/personal-demographics/get-patient?person=9000000017');
    expect(page).toMatch(/Patient\/9000000017[^\n]*Prefer: code=400/);
  });

  test('is there for every operation', async () => {
    const sandbox = open();
    for (const { id } of sandbox.contract.operations) await html(`/_portal/apis/personal-demographics/${id}`, sandbox);
  });

  test('asks for answers that are given', async () => {
    const sandbox = open();
    const page = await html('/_portal/apis/personal-demographics/get-patient', sandbox);
    const asked = [...page.matchAll(/Prefer: code=(\d+)/g)].map(([, code]) => Number(code));
    expect(asked).toContain(400);
    for (const code of new Set(asked)) {
      const { status } = await sandbox.call('GET', '/Patient/9000000009', {
        headers: { 'X-Request-ID': crypto.randomUUID(), Prefer: `code=${code}` },
      });
      expect(status).toBe(code);
    }
  });
});

interface Collection {
  readonly info: { readonly schema: string };
  readonly variable: readonly { readonly key: string; readonly value: string }[];
  readonly item: readonly {
    readonly item: readonly {
      readonly request: {
        readonly method: string;
        readonly url: { readonly raw: string };
        readonly header: readonly { readonly key: string; readonly value: string }[];
        readonly body?: { readonly raw: string };
      };
    }[];
  }[];
}

describe('files to take away', () => {
  test('a Postman collection asks each operation for something that works', async () => {
    const answer = await open().visit('/_portal/apis/personal-demographics/postman.json');
    const { info, variable, item } = (await answer.json()) as Collection;
    expect(info.schema).toBe('https://schema.getpostman.com/json/collection/v2.1.0/collection.json');
    expect(variable).toEqual([{ key: 'baseUrl', value: origin + base, type: 'string' }]);
    const requests = item.flatMap((folder) => folder.item);
    expect(requests).toHaveLength(9);
    for (const { request } of requests) {
      const { method, url, header, body } = request;
      const { status } = await open().request(url.raw.replace('{{baseUrl}}', origin + base), {
        method,
        headers: header.map(({ key, value }): [string, string] => [key, value]),
        ...(body && { body: body.raw }),
      });
      expect([url.raw, status < 300]).toEqual([url.raw, true]);
    }
  });

  test('a .http file has the same requests', async () => {
    const text = await (await open().visit('/_portal/apis/personal-demographics/requests.http')).text();
    expect(text).toContain(`@baseUrl = ${origin}${base}\n`);
    expect(text.match(/^### /gm)).toHaveLength(9);
    expect(text).toContain('PATCH {{baseUrl}}/Patient/');
  });
});

describe('an API in a workspace', () => {
  test('has links that stay there', async () => {
    const { visit } = sandboxOf(notebook, { prefix: '/w/mine' });
    const page = await (await visit('/w/mine/_portal/apis/notebook')).text();
    expect(page).toContain(`${origin}/w/mine/notebook`);
    const paths = [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path);
    expect(paths.filter((path) => !path?.startsWith('/w/mine/') && !path?.startsWith('/_portal/assets/'))).toEqual([]);
  });
});
