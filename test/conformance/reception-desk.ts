/**
 * The client of a reception desk, with twelve mistakes: each is marked with its number, and `mended` leaves all of them out. It was written
 * before there was a rule that could find any of them, and knows nothing of the rules.
 */

export interface Desk {
  /** Below it stand the addresses of both APIs. */
  readonly origin: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly wait: (seconds: number) => void;
  readonly mended: boolean;
}

const demographics = '/personal-demographics/FHIR/R4';
const letters = '/letters/FHIR/R4';

export interface DayAtTheDesk {
  /** Somebody who rings up, and whose phone number changes twice. */
  readonly caller: string;
  /** Somebody who rings while the service is busy. */
  readonly second: string;
}

export async function dayAtTheDesk(desk: Desk, { caller, second }: DayAtTheDesk): Promise<void> {
  const { mended } = desk;
  const { send } = line(desk);
  const patient = `${demographics}/Patient/${caller}`;

  // 1: a look-up that nobody could follow: it has no id.
  await send('GET', patient, mended ? {} : { 'x-request-id': undefined });

  // 2: one id for two different requests.
  const visit = crypto.randomUUID();
  await send('GET', patient, { 'x-request-id': visit });
  await send('GET', `${patient}/RelatedPerson`, mended ? {} : { 'x-request-id': visit });

  // 3: a change that names no version.
  const first = await send('GET', patient);
  const firstVersion = first.headers.get('etag') ?? '';
  const phone = (use: string, value: string) => ({
    patches: [
      { op: 'add', path: '/telecom/-', value: { use, system: 'phone', value, period: { start: '2026-01-01', end: '2026-02-01' } } },
    ],
  });
  const patch = { 'content-type': 'application/json-patch+json' };
  await send('PATCH', patient, { ...patch, ...(mended && { 'if-match': firstVersion }) }, phone('temp', '01632960587'));

  // 4: the version of the first look-up, though somebody has read a later one since.
  const again = await send('GET', patient);
  const version = mended ? (again.headers.get('etag') ?? '') : 'W/"1"';
  await send('PATCH', patient, { ...patch, 'if-match': version }, phone('work', '01632960588'));

  // 5: see `line`: a new token for every call.

  // 6: a look-up without any token.
  await send('GET', patient, mended ? {} : { authorization: undefined });

  // 7: told to wait, it asks again at once.
  const id = crypto.randomUUID();
  const other = `${demographics}/Patient/${second}`;
  await badMoment(desk, { type: 'rate-limit', kind: 'quota', retryAfter: 5 });
  await send('GET', other, { 'x-request-id': id });
  await badMoment(desk);
  if (mended) desk.wait(5);
  await send('GET', other, { 'x-request-id': id });

  // 8: it tries a service that is down as fast as it can.
  await badMoment(desk, { type: 'gateway', status: 500 });
  const down = crypto.randomUUID();
  for (const pause of [0, 1, 4, 16]) {
    if (mended) desk.wait(pause);
    await send('GET', other, { 'x-request-id': down });
  }
  await badMoment(desk);

  // 9: the patient's number in an address that does not ask for it.
  await send('GET', mended ? `${letters}/Letter` : `${letters}/Letter?patient=${caller}`);

  // 10: the first page of all letters, and never the second.
  const page = await send('GET', `${letters}/Letter?_count=2`);
  const { link = [] } = (await page.json()) as { link?: readonly { relation: string; url: string }[] };
  const next = link.find(({ relation }) => relation === 'next')?.url;
  if (mended && next !== undefined) await send('GET', next.replace(desk.origin, ''));

  // 11: JSON that is not said to be FHIR.
  const letter = { resourceType: 'Letter', subject: 'Flu clinic' };
  await send('POST', `${letters}/Letter`, { 'content-type': mended ? 'application/fhir+json' : 'application/json' }, letter);

  // 12: what was refused is sent once more, as it was.
  const wrong = { resourceType: 'Letter', subject: 7 };
  const fhir = { 'content-type': 'application/fhir+json' };
  const refused = await send('POST', `${letters}/Letter`, fhir, wrong);
  if (refused.status === 400) await send('POST', `${letters}/Letter`, fhir, mended ? { ...wrong, subject: 'Seven' } : wrong);
}

type Headers_ = Readonly<Record<string, string | undefined>>;

function line({ origin, fetch, mended, wait }: Desk) {
  let tokens = 0;
  return {
    send(method: string, path: string, headers: Headers_ = {}, body?: unknown): Promise<Response> {
      wait(1);
      if (tokens === 0 || !mended) tokens++;
      const all: Headers_ = {
        accept: 'application/fhir+json',
        authorization: `Bearer token${tokens}`,
        'x-request-id': crypto.randomUUID(),
        ...headers,
      };
      const sent = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]));
      return fetch(
        new Request(origin + path, { method, headers: new Headers(sent), ...(body !== undefined && { body: JSON.stringify(body) }) }),
      );
    },
  };
}

/** Not the desk's doing: the service has a bad moment, which ends when it is called again with nothing. */
async function badMoment({ origin, fetch }: Desk, effect?: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const address = `${origin}/_sandbox/faults/bad-moment`;
  const asked = effect ? { method: 'PUT', headers, body: JSON.stringify({ match: {}, effect }) } : { method: 'DELETE' };
  await fetch(new Request(address, asked));
}
