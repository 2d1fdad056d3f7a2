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
const asked: Sameness = ({ path }) => parseNhsNumber(/\/Patient\/([^/]+)/.exec(path)?.[1] ?? '');

/** The patient whom a read found. */
const found = ({ exchange: { answered } }: Turn): string | undefined =>
  /^\s*\{\s*"resourceType":\s*"Patient"/.test(answered?.body?.text ?? '')
    ? /"id":\s*"(\d{10})"/.exec(answered?.body?.text ?? '')?.[1]
    : undefined;

const supersededKept: ConformanceRule = {
  id: 'pds-superseded-kept',
  title: 'Once a record has come with another NHS number than was asked for, that number is used',
  source: published,
  weight: 'risks',
  judge(turn, talk) {
    const number = asked(turn);
    for (const other of talk.earlier(turn, asked)) {
      const now = other.operation?.id === 'get-patient' ? found(other) : undefined;
      if (now !== undefined && now !== number)
        return `the record of this number has come with another one (exchange ${other.exchange.number}): the number was superseded. Keep the new one in place of it, and ask by that.`;
    }
    return undefined;
  },
};

export const conformance: readonly ConformanceRule[] = [polled, supersededKept];
