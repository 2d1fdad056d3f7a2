/** What one API tells of a person, asked when a visitor wants to see it: asking is an exchange like any other, and stands in the journal. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { to, type PageVisit } from '../visit.ts';
import { readingOf } from './reading.ts';

export type RequestAboutPerson = components['schemas']['RequestAbout'];

export interface ToldAnswer {
  readonly status: number;
  /** What it says, in a few words. */
  readonly reading: string;
  readonly body: string;
  /** The page that explains the answer. */
  readonly explained?: string;
}

/** Characters of an answer that a page shows. */
const longest = 40_000;

export async function askTold(visit: PageVisit, { path, headers }: RequestAboutPerson): Promise<ToldAnswer> {
  const answer = await visit.ask(path, { headers: { Accept: '*/*', ...headers } });
  const text = await answer.text();
  const trace = answer.headers.get('x-sandbox-trace')?.split('/').at(-1);
  const value = parsed(text);
  const body = value === undefined ? text : JSON.stringify(value, null, 2);
  return {
    status: answer.status,
    reading: readingOf(answer.status, value),
    body: body.length > longest ? `${body.slice(0, longest)}\n… and ${body.length - longest} characters more` : body,
    ...(trace !== undefined && { explained: to(visit, `/exchanges/${trace}`) }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The request that was found to work for this person. */
export async function requestToApi(visit: PageVisit, nhsNumber: string, slug: string): Promise<RequestAboutPerson | undefined> {
  const about = await askControl<'list-requests-about'>(
    visit,
    `/people/${nhsNumber}/requests?${new URLSearchParams({ api: slug.slice(0, 100) })}`,
  );
  return about.ok ? about.body.requests[0] : undefined;
}

/** Another site may make a browser come here, but must not fill the journal with it. */
export const mayAsk = ({ request }: PageVisit): boolean => ['same-origin', 'none', null].includes(request.headers.get('sec-fetch-site'));

/** The same for the script of the page. */
export async function toldAnswer(visit: PageVisit, nhsNumber: string, slug: string): Promise<Response> {
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
  const request = /^\d{10}$/.test(nhsNumber) ? await requestToApi(visit, nhsNumber, slug) : undefined;
  return request && mayAsk(visit)
    ? Response.json(await askTold(visit, request), { headers })
    : Response.json({ title: 'Nothing is here' }, { status: 404, headers });
}
