/** A workspace with everything in it that somebody may put there, in words of a test's choosing, all of it through the sandbox's own API. */
import { hostileContract } from './hostile-contract.ts';

export interface FilledWorkspace {
  readonly id: string;
  /** What goes before its addresses. */
  readonly baseUrl: string;
  readonly managementKey: string;
  /** The key that it had first, which opens nothing any more. */
  readonly endedKey: string;
  readonly eventCode: string;
  /** What is shown once, and nowhere after that. */
  readonly secrets: readonly string[];
  /** Exchanges, messages and whatever else has an id, as the pages address it. */
  readonly addresses: readonly string[];
  /** What was not taken, which in a well-made test is nothing. */
  readonly refused: readonly string[];
}

const mostSubscriptions = 10;

type Told = Readonly<Record<string, unknown>>;

/** The words stand in turn wherever a text may be chosen; each of them in everything that there may be several of. */
export async function fillWorkspace(origin: string, words: readonly string[]): Promise<FilledWorkspace> {
  const refused: string[] = [];
  const addresses: string[] = [];
  const [first = ''] = words;

  async function ask(method: string, url: string, body?: unknown, key?: string): Promise<Told> {
    const headers = new Headers({ 'Content-Type': 'application/json', 'X-Request-ID': crypto.randomUUID() });
    if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
    const answer = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) refused.push(`${method} ${url.replace(/\/w\/\w+/, '')}: ${answer.status} ${text.slice(0, 300)}`);
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return answer.ok && isJson && text !== '' ? (JSON.parse(text) as Told) : {};
  }
  const said = (told: Told, name: string): string => (typeof told[name] === 'string' ? told[name] : '');

  const event = await ask('POST', `${origin}/_sandbox/events`, { name: first });
  const eventCode = said(event, 'code');
  await ask('PATCH', `${origin}/_sandbox/event`, { announcement: first }, eventCode);
  const made = await ask('POST', `${origin}/_sandbox/workspaces`, { name: first, clock: '2026-01-01T00:00:00Z' }, eventCode);
  const baseUrl = said(made, 'baseUrl');
  const endedKey = said(made, 'managementKey');
  const managementKey = said(
    await ask('POST', `${baseUrl}/_sandbox/workspace/rotate-key`, { overlapMinutes: 0 }, endedKey),
    'managementKey',
  );
  const own = (method: string, path: string, body?: unknown) => ask(method, `${baseUrl}/_sandbox${path}`, body, managementKey);
  const secrets = [endedKey, managementKey, eventCode].map((key) => key.split('_').findLast((part) => part.length >= 32) ?? key);

  await own('PUT', '/contracts/brought', hostileContract(words));
  for (const text of words) {
    const short = text.slice(0, 35).trim();
    await own('POST', '/faults', {
      match: { path: '/never', query: { [text]: text }, headers: { 'X-Never': text } },
      effect: { type: 'status', status: 503 },
    });
    await own('POST', '/stubs', {
      about: text,
      source: text,
      match: { path: '/never', query: { [text]: text } },
      scenario: { name: text, requires: text, becomes: text },
      answer: { status: 200, headers: { 'X-Said': text }, body: { [text]: text } },
    });
    const application = await own('POST', '/applications', {
      name: text,
      attributes: { [text]: text },
      callbackUrls: [`https://example.org/${text.replaceAll(/[\s#]/g, '')}`],
      handsOverTo: [text],
      asid: text.slice(0, 50),
      permissions: { [text]: [text] },
      generateKey: true,
    });
    addresses.push(`/applications/${said(application, 'id')}`);
    // The middle of a PEM, which no other text has by chance.
    secrets.push(said(application, 'clientSecret'), said(application, 'privateKey').slice(200, 260));
    if (words.indexOf(text) < mostSubscriptions) {
      const url = `http://localhost:9/${text.replaceAll(/[\s#]/g, '')}`;
      addresses.push(`/subscriptions/${said(await own('POST', '/subscriptions', { url, types: [text] }), 'id')}`);
    }
    const person = await own('POST', '/people', {
      name: { prefix: short, given: [short], family: short },
      born: '1980-02-29',
      address: { lines: [short], postcode: 'LS1 9ZZ' },
      conditions: [text, { condition: text, severity: 'mild', note: text }],
      medicines: [text, { medicine: text, dose: text }],
      allergies: [text, { substance: text, reaction: text }],
      vaccinations: [{ vaccine: text, given: '2024-01-01', batch: text }],
      results: [{ result: text, value: text, on: '2024-01-01' }],
      appointments: [{ on: '2026-02-01', reason: text }],
    });
    addresses.push(...peopleIn(person).map((number) => `/people/${number}`));
    for (const request of requestsWith(text)) {
      const answer = await fetch(`${baseUrl}${request.path}`, request);
      const id = answer.headers.get('x-sandbox-trace')?.split('/').at(-1);
      if (id !== undefined) addresses.push(`/exchanges/${id}`);
      await answer.body?.cancel();
    }
  }
  await own('POST', '/snapshots', { name: 'before' });
  // Messages are on their way for a while.
  await own('POST', '/clock/advance', { by: 'P1D' });
  const inbox = await own('GET', '/inbox');
  for (const message of listIn(inbox, 'messages')) addresses.push(`/inbox/${said(message, 'id')}`);
  return {
    id: said(made, 'id'),
    baseUrl,
    managementKey,
    endedKey,
    eventCode,
    secrets: secrets.filter((secret) => secret !== ''),
    addresses,
    refused,
  };
}

interface Sent extends RequestInit {
  readonly path: string;
}

/** One that is answered, and others that are refused, with a text wherever a client may put one. */
function requestsWith(text: string): readonly Sent[] {
  const quoted = encodeURIComponent(text);
  const headers = { 'X-Request-ID': crypto.randomUUID(), 'X-Correlation-ID': text, 'Content-Type': 'application/json' };
  const patients = '/personal-demographics/FHIR/R4/Patient';
  return [
    { path: `${patients}/9000000009`, headers },
    { path: `${patients}?family=${quoted}&birthdate=${quoted}&${quoted}=${quoted}`, headers },
    { path: `${patients}/${quoted}`, headers },
    { path: '/hostile/things0', method: 'POST', headers, body: JSON.stringify({ [text]: text }) },
    {
      path: '/comms/v1/messages',
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/vnd.api+json' },
      body: JSON.stringify({
        data: {
          type: 'Message',
          attributes: {
            routingPlanId: 'b838b13c-f98c-4def-93f0-515d4e4f4ee1',
            messageReference: text,
            recipient: { nhsNumber: '9000000009' },
            personalisation: { body: text, [text]: text },
          },
        },
      }),
    },
  ];
}

const listIn = (told: Told, name: string): readonly Told[] => (Array.isArray(told[name]) ? (told[name] as Told[]) : []); // objects, by our contract

const peopleIn = (told: Told): readonly string[] =>
  [...JSON.stringify(told).matchAll(/"nhsNumber":"(\d{10})"/g)].map(([, number = '']) => number);
