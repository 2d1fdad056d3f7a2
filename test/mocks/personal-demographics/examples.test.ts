/** The contract's examples are what the mock really answers, so that a reader of one is never surprised by the other. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { origin } from '../../sandbox.ts';
import { base, contract, demographics } from './demographics.ts';

const example = (operation: string, status: string, name: string): Json | undefined =>
  contract.operations
    .find(({ id }) => id === operation)
    ?.responses.get(status)
    ?.content[0]?.examples.find((each) => each.name === name)?.value;

/** The contract's examples have the addresses of the real service; the mock's own answers lead back to it. */
function leadingHere(value: Json | undefined): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(`https://api.service.nhs.uk${base}/`, `${origin}${base}/`));
}

test.for<[string, string, string]>([
  ['get-patient', 'jane-smith', '/Patient/9000000009'],
  ['get-patient', 'jayne-smyth', '/Patient/9000000017'],
  ['get-patient', 'restricted', '/Patient/9000000025'],
  ['get-patient', 'minimal', '/Patient/9000000033'],
  ['search-patient', 'one-match', '/Patient?family=Smith&given=Jane&gender=female&birthdate=eq2010-10-22'],
  ['search-patient', 'no-match', '/Patient?family=Spiderman&birthdate=eq1962-07-31'],
  ['search-patient', 'too-many-matches', '/Patient?family=Sm*&birthdate=ge1970-01-01&birthdate=le1990-12-31'],
  ['get-related-people', 'related-people', '/Patient/9000000009/RelatedPerson'],
  ['get-related-people', 'nobody', '/Patient/9000000033/RelatedPerson'],
  ['get-coverage', 'card', '/Coverage?subscriber:identifier=9000000009'],
  ['get-coverage', 'no-card', '/Coverage?subscriber:identifier=9000000033'],
])('%s: %s', async ([operation, name, path]) => {
  const { body } = await demographics().call('GET', path);
  expect(body).toEqual(leadingHere(example(operation, '200', name)));
});

test.for<[string, string, string, string]>([
  ['create-patient', 'create-patient', '201', 'created'],
  ['create-patient', 'single-match', '200', 'single-match'],
  ['create-patient', 'multiple-matches', '200', 'multiple-matches'],
  ['process-birth-details', 'live-birth', '201', 'baby'],
])('%s: %s', async ([operation, request, status, response]) => {
  const { body, path } = contract.operations.find(({ id }) => id === operation) ?? {};
  const [media] = body?.content ?? [];
  const sent = media?.examples.find(({ name }) => name === request)?.value;
  const answer = await demographics().call('POST', path ?? '', { body: sent, headers: { 'Content-Type': media?.type ?? '' } });
  expect([String(answer.status), answer.body]).toEqual([status, example(operation, status, response)]);
});
