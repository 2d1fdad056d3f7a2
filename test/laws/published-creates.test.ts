/** The laws of state over every published document as it is: what its creates are sent is read, listed and found, and is gone when deleted. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Contract, Json, Operation } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import { defects } from '../defects.ts';
import { sandboxOf, type Sandbox } from '../sandbox.ts';
import { createsOf, headersFor, type PublishedCreate } from './published/creates.ts';
import { lost } from './published/kept.ts';

const folder = new URL('../../../shared/specs/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const cases = files.flatMap((file) => {
  const contract = loadContract({ name: file, text: readFileSync(new URL(file, folder), 'utf8') });
  return createsOf(contract).map((create) => ({ file, contract, create }));
});

describe.skipIf(files.length === 0)('creates of published documents', () => {
  test.each(cases)('$file $create.name', async ({ contract, create }) => {
    const sandbox = sandboxOf(contract, { tolerateDefects: true });
    const lines: string[] = [];
    try {
      await holds(contract, create, sandbox, lines);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${lines.join('\n')}`, { cause: error });
    } finally {
      defects.splice(0);
    }
  });
});

async function holds(contract: Contract, create: PublishedCreate, { request }: Sandbox, lines: string[]): Promise<void> {
  const base = contract.basePath === '' ? `/${contract.slug}` : contract.basePath;
  const send = async (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: Json,
  ): Promise<{ status: number; body: Json; headers: Headers }> => {
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await request(path.startsWith('http') ? path : base + path, { method, headers, ...text });
    const answered = await response.text();
    lines.push(
      `${method} ${path} ${(text.body ?? '').slice(0, 400)}`,
      `# ${response.status} ${response.headers.get('location') ?? ''} ${answered.slice(0, 1_500)}`,
    );
    return {
      status: response.status,
      body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(answered) : null,
      headers: response.headers,
    };
  };
  const made = await send('POST', create.path, create.headers, create.body);
  expect([200, 201, 202], 'a create').toContain(made.status);
  const address = made.headers.get('location') ?? `${create.path}/${encodeURIComponent(String(idIn(made.body)))}`;
  const told = idIn(made.body);
  const read = await send('GET', address, headersFor(contract, create.get));
  expect(read.status, 'reading what was made').toBe(200);
  expect(
    lost(create.body, read.body, isServers).filter((place) => !isUnreadable(contract, create, place)),
    'what was sent',
  ).toEqual([]);
  const id = idIn(read.body) ?? told;
  if (create.list && id !== undefined) await expectListed(contract, create.list, send, { id, sent: create.body });
  if (!create.remove) return;
  const gone = await send('DELETE', address, headersFor(contract, create.remove));
  expect([200, 202, 204], 'a delete').toContain(gone.status);
  expect([404, 410], 'reading what is gone').toContain((await send('GET', address, headersFor(contract, create.get))).status);
}

const isServers = (place: string): boolean => place === '/id' || place === '/meta' || place.startsWith('/meta/');

/** True where the contract of the read has no room for what the create takes: leaving it out may be right there. */
function isUnreadable(contract: Contract, { get, body }: PublishedCreate, _place: string): boolean {
  const schema = get.responses.get('200')?.content.find(({ type }) => /json/.test(type))?.schema;
  return schema !== undefined && contract.check(schema, { ...body, id: 'any' }).length > 0;
}

const idIn = (body: Json): Json | undefined =>
  isObject(body) ? (body['id'] ?? (isObject(body['data']) ? body['data']['id'] : undefined)) : undefined;

async function expectListed(
  contract: Contract,
  list: Operation,
  send: (method: string, path: string, headers: Readonly<Record<string, string>>) => Promise<{ status: number; body: Json }>,
  { id, sent }: { id: Json; sent: Json },
): Promise<void> {
  const query = searchFor(sent, list);
  if (query === undefined) return;
  const search = new URLSearchParams(query).toString();
  const { status, body } = await send('GET', list.path + (search === '' ? '' : `?${search}`), headersFor(contract, list));
  expect(status, 'listing').toBe(200);
  expect(JSON.stringify(body), 'the list').toContain(JSON.stringify(id));
}

/** A search for whom the created thing is about, or for everything; undefined where the list wants to be asked in another way. */
function searchFor(sent: Json, { parameters }: Operation): Readonly<Record<string, string>> | undefined {
  const number = /"(?:value|reference)":"(?:[^"]*[/|])?([49]\d{9})"/.exec(JSON.stringify(sent))?.[1];
  const asked = parameters.filter(({ in: place }) => place === 'query');
  const person = number === undefined ? undefined : asked.find(({ name }) => /patient|subject|nhsnumber/i.test(name));
  if (asked.some(({ required, name }) => required && name !== person?.name)) return undefined;
  return person === undefined ? {} : { [person.name]: `https://fhir.nhs.uk/Id/nhs-number|${number}` };
}
