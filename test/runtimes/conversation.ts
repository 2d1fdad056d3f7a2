/** One conversation with two APIs, one of the catalogue and one brought, that every home of the engine must answer alike, byte for byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Base64, since a body may be an image. */
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  /** Names in lower case, in alphabetical order, without those of the connection. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Base64. */
  readonly body: string;
}

export type Send = (exchange: Exchange) => Promise<Reply>;

/** Where every home pretends to be, so that the links in its answers are the same. */
export const host = 'sandbox.test';
export const origin = `http://${host}`;
export const instant = '2026-03-14T15:09:26.535Z';
export const brought = {
  name: 'lending-library.yaml',
  text: readFileSync(join(import.meta.dirname, '../answer/state/lending-library.yaml'), 'utf8'),
};

/** Added by servers and by what lies between, not by the engine. */
const ofTheConnection = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length', 'server', 'x-powered-by']);

export function replyOf(status: number, headers: Iterable<readonly [string, string]>, body: Uint8Array): Reply {
  const kept = [...headers].map(([name, value]) => [name.toLowerCase(), value] as const).filter(([name]) => !ofTheConnection.has(name));
  return { status, headers: kept.toSorted(([a], [b]) => (a < b ? -1 : 1)), body: Buffer.from(body).toString('base64') };
}

export const bodyOf = ({ body }: Exchange): Uint8Array<ArrayBuffer> | undefined =>
  body === undefined ? undefined : Uint8Array.from(Buffer.from(body, 'base64'));
export const textOf = (reply: Reply): string => Buffer.from(reply.body, 'base64').toString();

/** A trace tells the request as it was sent, and each home has a client of its own that adds headers to it: those are no part of the conversation. */
export const withoutClient = (text: string): string =>
  text.replace(/(?<="request":\{[^{}]*"headers":)\{[^{}]*\}/, (headers) =>
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(headers) as object).filter(([name]) => name === 'x-correlation-id'))),
  );
const headerOf = (reply: Reply, name: string): string => reply.headers.find(([known]) => known === name)?.[1] ?? '';
const pathOf = (link: string): string => link.replace(origin, '');

/** Somebody new, as the register wants them. */
const newcomer = {
  resourceType: 'Patient',
  name: [{ use: 'usual', given: ['Robin'], family: 'Sampleton', period: { start: '1986-07-01' } }],
  gender: 'female',
  birthDate: '1982-07-10',
  address: [{ use: 'home', line: ['7 Invented Row', '', '', 'Leeds', ''], postalCode: 'LS1 6AE', period: { start: '2020-01-01' } }],
  extension: [
    {
      url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-RegisteringAuthority',
      extension: [
        {
          url: 'registeringAuthorityType',
          valueCodeableConcept: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/UKCore-RegisteringAuthorityType', code: 'x' }] },
        },
        { url: 'organisationIdentifier', valueString: 'RGS' },
      ],
    },
  ],
};

/** The head of a PNG, and bytes that are no text in any encoding. */
const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe, 0xc0, 0x80]);

export interface Told {
  readonly exchange: Exchange;
  readonly reply: Reply;
}

/** Says every line of the conversation; later lines follow from earlier answers. */
export async function converse(send: Send): Promise<readonly Told[]> {
  const told: Told[] = [];
  async function say(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const bytes =
      body === undefined ? undefined : body instanceof Buffer ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const exchange: Exchange = {
      method,
      path,
      headers: { ...(bytes && { 'Content-Type': 'application/json' }), ...headers },
      ...(bytes && { body: bytes.toString('base64') }),
    };
    const reply = await send(exchange);
    told.push({ exchange, reply });
    return reply;
  }

  await peopleAnswer(say);
  await libraryAnswers(say);
  await sandboxAnswers(say);
  return told;
}

type Say = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;

async function peopleAnswer(say: Say): Promise<void> {
  const base = '/personal-demographics/FHIR/R4';
  const jane = `${base}/Patient/9000000009`;
  let requests = 0;
  const ids = () => ({
    'X-Request-ID': `00000000-0000-4000-8000-${String(++requests).padStart(12, '0')}`,
    'X-Correlation-ID': 'a-correlation-id',
  });
  const patch = (version: string, patches: readonly unknown[]) =>
    say('PATCH', jane, { patches }, { ...ids(), 'If-Match': version, 'Content-Type': 'application/json-patch+json' });

  const read = await say('GET', jane, undefined, ids());
  const version = headerOf(read, 'etag');
  await say('GET', jane, undefined, { ...ids(), Accept: 'application/fhir+json' });
  await say('GET', jane);
  await say('GET', `${base}/Patient/9111231130`, undefined, ids());
  await say('GET', `${base}/Patient/9000000000`, undefined, ids());
  await say('GET', `${base}/Patient?family=Smith&gender=female&birthdate=eq2010-10-22`, undefined, ids());
  await say('GET', `${base}/Patient?family=Smith&birthdate=ge1950-01-01&birthdate=le1990-12-31`, undefined, ids());
  await say('GET', `${base}/Patient?family=Sm*&birthdate=eq1980-05-05&_max-results=5`, undefined, ids());
  await say('GET', `${base}/Patient?family=Smith`, undefined, ids());
  await say('GET', `${base}/Patient?_fuzzy-match=true&given=Jane&family=Smyth&birthdate=eq2010-10-22`, undefined, ids());
  const changed = await patch(version, [{ op: 'replace', path: '/gender', value: 'unknown' }]);
  await patch(version, [{ op: 'replace', path: '/gender', value: 'male' }]);
  await say('PATCH', jane, { patches: [] }, { ...ids(), 'Content-Type': 'application/json-patch+json' });
  await patch(headerOf(changed, 'etag'), [
    { op: 'add', path: '/name/-', value: { use: 'nickname', given: ['Jané 😀'], family: 'Smith', period: { start: '2020-01-01' } } },
  ]);
  await patch(headerOf(changed, 'etag'), [{ op: 'remove', path: '/nothing-of-this-name' }]);
  await say('GET', jane, undefined, ids());
  await say('GET', `${jane}/RelatedPerson`, undefined, ids());
  await say('GET', `${base}/Nothing/here`, undefined, ids());
  await say('DELETE', jane, undefined, ids());
  const registered = await say('POST', `${base}/Patient`, newcomer, { ...ids(), 'Content-Type': 'application/fhir+json' });
  await say('GET', `${base}/Patient/${idIn(registered)}`, undefined, ids());
  await say('GET', `${base}/_ping`);
}

const idIn = (reply: Reply): string => /"id":"(\d{10})"/.exec(textOf(reply))?.[1] ?? 'none';

async function libraryAnswers(say: Say): Promise<void> {
  const base = '/lending/v2';
  const made: Reply[] = [];
  for (const [title, borrower, status] of [
    ['Emma', 'harriet', 'out'],
    ['Persuasion', 'anne', 'late'],
    ['Cranford ☕ “tea”', 'matty', 'out'],
    ['Ruth', 'anne', 'returned'],
  ]) {
    made.push(
      await say('POST', `${base}/loans`, `{"title":${JSON.stringify(title)},"borrower":"${borrower}","status":"${status}","fee":1.50}`),
    );
  }
  const [first, second] = made.map((reply) => pathOf(headerOf(reply, 'location')));
  await say('POST', `${base}/loans`, { borrower: 'nobody' });
  await say('POST', `${base}/loans`, '{"title": "unfinished');
  await say('POST', `${base}/loans`, 'title=Emma', { 'Content-Type': 'application/x-www-form-urlencoded' });
  await say('POST', `${base}/loans`);
  const read = await say('GET', `${first}`);
  await say('HEAD', `${first}`);
  await say('GET', `${base}/loans?status=out`);
  await say('GET', `${base}/loans?borrower=anne&sort=-title`);
  await say('GET', `${base}/loans?limit=2`);
  await say('GET', `${base}/loans?limit=2&offset=2`);
  await say('GET', `${base}/loans?limit=0`);
  await say('GET', `${base}/loans/LN-000123`);
  await say('GET', `${base}/loans/LN-999999`);
  await say('GET', `${base}/loans/not-a-reference`);
  await say('PUT', `${first}`, { title: 'Emma', borrower: 'george' }, { 'If-Match': headerOf(read, 'etag') });
  await say('PUT', `${first}`, { title: 'Emma', borrower: 'frank' }, { 'If-Match': '"99"' });
  await say('PUT', `${first}`, { title: 'Emma', borrower: 'frank' });
  await say('PATCH', `${first}`, [{ op: 'replace', path: '/status', value: 'returned' }], {
    'Content-Type': 'application/json-patch+json',
  });
  await say('PATCH', `${first}`, { fee: 2 }, { 'Content-Type': 'application/merge-patch+json' });
  await say('PATCH', `${first}`, { fee: 'much' }, { 'Content-Type': 'application/merge-patch+json' });
  await say('POST', `${first}/notes`, { text: 'Spine broken' });
  await say('GET', `${first}/notes`);
  await say('PUT', `${base}/covers/emma`, image, { 'Content-Type': 'image/png' });
  await say('GET', `${base}/covers/emma`);
  await say('DELETE', `${second}`);
  await say('GET', `${second}`);
  await say('DELETE', `${second}`);
  await say('GET', `${base}/loans/LN-000123`, undefined, { Prefer: 'code=404' });
  await say('GET', `${base}/loans/LN-000123`, undefined, { Prefer: 'dynamic=true' });
  await say('GET', `${base}/loans/LN-000123`, undefined, { Accept: 'text/csv' });
  await say('PATCH', `${base}/loans`, {});
  await say('GET', `${base}/loans/%E0%A4%A`);
}

async function sandboxAnswers(say: Say): Promise<void> {
  const last = await say('GET', '/nothing/here', undefined, { 'X-Correlation-ID': 'another-correlation-id' });
  await say('GET', pathOf(headerOf(last, 'x-sandbox-trace')));
  await say('GET', '/_sandbox/exchanges?limit=1000');
  await say('GET', '/_sandbox/journal/stream?wait=0.1', undefined, { 'Last-Event-ID': '-1' });
  await say('GET', '/_sandbox/catalogue');
  for (const name of ['personal-demographics', brought.name, 'sandbox-control', 'nothing'])
    await say('GET', `/_sandbox/contracts/${name}.json`);
  await say('POST', '/_sandbox/reset');
  await say('GET', '/lending/v2/loans');
  await say('GET', '/_sandbox/exchanges');
}
