/** What clients of Personal Demographics get wrong that no other API's do. */
import { parseNhsNumber } from '../../src/fhir/nhs-number.ts';
import type { ConformanceRule, Sameness, Turn } from '../../src/mock/conformance.ts';

const published = {
  name: 'Published contract of the service',
  url: 'https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir',
} as const;

const polled: ConformanceRule = {
  id: 'pds-polled',
  title: 'A write that takes long is sent again with its X-Request-ID, and not polled',
  source: { name: 'Published code of the service’s gateway', url: 'https://github.com/NHSDigital/personal-demographics-service-api' },
  weight: 'fails',
  judge: ({ operation }) =>
    operation?.id === 'poll-write'
      ? 'only the service’s own gateway polls: for everybody else nothing is there. Send the write again with its X-Request-ID, when Retry-After has passed.'
      : undefined,
};

/** The number in the path of a request for one patient. */
const numberAsked = ({ path }: Turn): string | undefined => parseNhsNumber(/\/Patient\/([^/]+)/.exec(path)?.[1] ?? '');

/** The patient whom a read found. */
const numberFound = ({ exchange: { answered } }: Turn): string | undefined =>
  /^\s*\{\s*"resourceType":\s*"Patient",\s*"id":\s*"(\d{10})"/.exec(answered?.body?.text ?? '')?.[1];

/** The number that a read asked for, where the answer has another one. */
const superseded: Sameness = (turn) => {
  if (turn.operation?.id !== 'get-patient') return undefined;
  const found = numberFound(turn);
  return found === undefined || found === numberAsked(turn) ? undefined : numberAsked(turn);
};

const supersededKept: ConformanceRule = {
  id: 'pds-superseded-kept',
  title: 'Once a record has come with another NHS number than was asked for, that number is used',
  source: published,
  weight: 'risks',
  judge(turn, talk) {
    const number = numberAsked(turn);
    if (number === undefined) return undefined;
    const [before] = talk.earlier(turn, superseded, number);
    return before
      ? `the record of this number has come with another one (exchange ${before.exchange.number}): the number was superseded. Keep the new one in place of it, and ask by that.`
      : undefined;
  },
};

export const conformance: readonly ConformanceRule[] = [polled, supersededKept];
