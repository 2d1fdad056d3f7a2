/**
 * Compatibility with the official sandbox (`--compatibility official-sandbox`): where its documented answers contradict the real
 * service, they are given as documented, so that a client's existing tests pass unchanged.
 */
import { dateOf, instant } from '../../../src/fhir/instant.ts';
import { operationOutcome } from '../../../src/fhir/operation-outcome.ts';
import { searchset } from '../../../src/fhir/searchset.ts';
import { versionOf } from '../../../src/fhir/version.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { numbered, type Keep } from '../create/create.ts';
import { outcomeBody } from '../dialect.ts';
import type { OperationOutcome, PatientSearch, RelatedPersonBundle, SearchEntry } from '../record/patient.ts';
import { register } from '../record/register.ts';
import { bundleOf } from '../related-person/related-person.ts';
import type { Criteria } from '../search/criteria.ts';
import { findPatients, searchResults } from '../search/search.ts';
import { productionBase } from '../record/systems.ts';
import { asFound } from '../record/withheld.ts';

const published = {
  jayneSmyth: '9000000017',
  notFound: '9111231130',
  created: '5182663366',
  born: '5900010775',
} as const;

/** What it says of an exact match on `John Paul` and `James`. */
const compoundNameScore = 0.75;

/** It always allocates the same number, and keeps nothing. */
export function keeper(operation: 'created' | 'born'): Keep {
  return ({ clock }, person) => {
    const patient = numbered(person, published[operation], dateOf(clock.now()));
    return { patient, text: JSON.stringify(patient) };
  };
}

export function sandboxSearch(call: AnyCall, criteria: Criteria): PatientSearch | OperationOutcome {
  const contacts = [criteria.email, criteria.phone].filter((each) => each !== undefined).length;
  // Any fuzzy search finds Jayne Smyth, and her alone.
  if (criteria.fuzzy) return only(call, published.jayneSmyth, [0.8976, 0.9124, 0.9542][contacts] ?? 0.8976);
  const found = findPatients(call, criteria);
  if (found === 'too many') return tooMany();
  if (found.length === 0 && !isKnownMiss(criteria)) return noExample();
  const isCompound = criteria.given.includes('John Paul');
  return searchResults(isCompound ? found.map((each) => ({ ...each, score: compoundNameScore })) : found, {
    clock: call.clock,
    url: (path) => productionBase + path,
  });
}

/** Searches documented to find nobody. */
function isKnownMiss({ family, email }: Criteria): boolean {
  return ['spiderman', 'bingham'].includes(family?.toLowerCase() ?? '') || email === 'deb.trotter@example.com';
}

function only(call: AnyCall, nhsNumber: string, score: number): PatientSearch {
  const record = register.find(call, nhsNumber);
  const entries: SearchEntry[] = record
    ? [{ fullUrl: `${productionBase}/Patient/${nhsNumber}`, search: { score }, resource: asFound(record.patient) }]
    : [];
  return searchset(entries, instant(call.clock.now()));
}

function tooMany(): OperationOutcome {
  return outcomeBody(spine('TOO_MANY_MATCHES'));
}

function noExample(): OperationOutcome {
  return operationOutcome({
    severity: 'warning',
    code: 'not-supported',
    diagnostics: 'This mock endpoint has no example response for this combination of search parameters',
    // The outcome has the shape that the contract describes.
  }) as unknown as OperationOutcome;
}

/** It does not ask whether the patient exists, save for one number. */
export function sandboxRelatedPeople(call: AnyCall): { readonly body: RelatedPersonBundle } | Problem | undefined {
  const id = call.path['id'] ?? '';
  if (id === published.notFound) return spine('RESOURCE_NOT_FOUND');
  return register.find(call, id) === undefined ? { body: bundleOf([], call.clock.now()) } : undefined;
}

/** It knows one version of every coverage, 2. */
export function sandboxCoverageConflict(call: AnyCall): Problem | undefined {
  return versionOf(call.header('If-Match') ?? '') !== '2' ? spine('RESOURCE_VERSION_MISMATCH') : undefined;
}
