/** What a client puts into an address, and what it does with those that it is given. */
import type { ConformanceRule, Conversation, Turn } from '../../mock/conformance.ts';
import { isNhsNumber } from '../../fhir/nhs-number.ts';
import { byApi, first, succeeded } from '../sameness.ts';
import { fhir, rfc } from '../sources.ts';

/** Names in the query that the contract has no parameter for; `code:in`, `page[size]` and `subject.name` begin with one. */
function undeclared({ operation, query }: Turn): readonly string[] {
  if (!operation) return [];
  const declared = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  return [...new Set(query.keys())].filter((name) => !declared.includes(name) && !declared.includes(name.replace(/[:.[].*$/s, '')));
}

/** The value of a FHIR token is a system, a bar and a code. */
const holdsNumber = (turn: Turn, name: string): boolean =>
  turn.query.getAll(name).some((value) => isNhsNumber(value.replace(/^.*\|/s, '').replaceAll(/[ -]/g, '')));

const credentials = new Set(['access_token', 'token', 'api_key', 'apikey', 'client_secret', 'password']);

export const tokenInAddress: ConformanceRule = {
  id: 'token-in-address',
  title: 'No credential is sent in an address',
  source: rfc('6750', '2.3'),
  weight: 'fails',
  judge(turn) {
    const name = undeclared(turn).find((each) => credentials.has(each.toLowerCase()));
    return name === undefined
      ? undefined
      : `${name} stands in the address, which every server on the way writes to its log; the service reads the Authorization header.`;
  },
};

export const numberInAddress: ConformanceRule = {
  id: 'nhs-number-in-query',
  title: 'NHS numbers stand in a query only where the API asks for them',
  source: rfc('9110', '17.9'),
  weight: 'risks',
  judge(turn, talk) {
    const name = undeclared(turn).find((each) => holdsNumber(turn, each));
    return name === undefined || isGivenPage(turn, talk)
      ? undefined
      : `an NHS number stands in the query as ${JSON.stringify(name)}, which this operation does not ask for: it is no filter, and is left in every log on the way.`;
  },
};

export const parameterTolerated: ConformanceRule = {
  id: 'parameter-tolerated',
  title: 'Queries have parameters that the API documents, and no others',
  source: fhir('search.html#errors', 'errors in searches'),
  weight: 'risks',
  judge(turn, talk) {
    if (!succeeded(turn)) return undefined;
    const names = undeclared(turn).filter((name) => !credentials.has(name.toLowerCase()) && !holdsNumber(turn, name));
    return names.length === 0 || isGivenPage(turn, talk)
      ? undefined
      : `the operation has no parameter ${names.slice(0, 5).map(quoted).join(', ')}: it was left out here, and a service refuses it, or finds more than was asked for.`;
  },
};

const quoted = (name: string): string => JSON.stringify(name.slice(0, 60));

export const slashesTolerated: ConformanceRule = {
  id: 'slashes-tolerated',
  title: 'Paths are written as they are published',
  source: rfc('3986', '6.2.2'),
  weight: 'risks',
  judge: (turn) =>
    succeeded(turn) && /\/\/|.\/$/.test(turn.path) && !turn.operation?.path.endsWith('/')
      ? 'the path has a slash too many: it was left out here, and a service takes it for another path.'
      : undefined,
};

export const pageNotFollowed: ConformanceRule = {
  id: 'page-not-followed',
  title: 'A list is read to its last page, by the links that it gives',
  source: fhir('http.html#paging', 'paging'),
  weight: 'risks',
  judge(turn, talk) {
    const next = nextPage(turn);
    if (next === undefined) return undefined;
    if (first(talk.later(turn, byApi)) === undefined || first(talk.later(turn, byAddress, next)) !== undefined) return undefined;
    return 'the answer was one page of several, and the client went on without the next one: with more data than a test has, something is missing.';
  },
};

/** What stands in the address of a page is the server's business. */
const isGivenPage = (turn: Turn, talk: Conversation): boolean => first(talk.earlier(turn, nextPage, byAddress(turn))) !== undefined;

const byAddress = ({ exchange: { url } }: Turn): string => plain(url);

/** The page that an answer names as its next one; unknown where that was cut off. */
function nextPage(turn: Turn): string | undefined {
  if (!succeeded(turn)) return undefined;
  const text = turn.exchange.answered?.body?.text ?? '';
  const found =
    /<([^>]+)>\s*;[^,]*\brel="?next\b/.exec(turn.answered('link') ?? '') ??
    /"relation"\s*:\s*"next"\s*,\s*"url"\s*:\s*"([^"]+)"/.exec(text) ??
    /"url"\s*:\s*"([^"]+)"\s*,\s*"relation"\s*:\s*"next"/.exec(text) ??
    /"next"\s*:\s*"([^"]+)"/.exec(text);
  return found?.[1] === undefined ? undefined : plain(found[1]);
}

/** Path and query below the address of the workspace, however they were escaped. */
function plain(address: string): string {
  const local = address.replace(/^https?:\/\/[^/]+/, '').replace(/^\/w\/[^/]+/, '');
  try {
    return decodeURIComponent(local);
  } catch {
    return local; // what was sent need not be text
  }
}
