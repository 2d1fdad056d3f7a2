/** Searches: a bundle of the vaccinations, the person, and what is to be known of the search. `total` is its last member, as the service has it. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { testData } from '../../../src/fhir/clinical/head.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { ofSomebodyElse, permitted, withoutLeave } from '../access.ts';
import { outcome } from '../dialect.ts';
import { invalid, noLeave } from '../problems.ts';
import { occurredOf, vaccinationsOf, vaccinationWith, type Vaccination } from '../record/register.ts';
import { asked, type IdentifierSearch, type PatientSearch } from './asked.ts';
import { shownInSearch, withoutPlaces } from './shown.ts';

interface Found {
  readonly status: 200;
  readonly rendered: string;
}

export function search(call: AnyCall): Found | Problem {
  const wanted = asked(call);
  if ('problem' in wanted) return wanted;
  return wanted.by === 'identifier' ? searchByIdentifier(call, wanted) : searchByPatient(call, wanted);
}

/** A mebibyte, counted in characters: few of a bundle take more than a byte. */
const most = 1024 * 1024;

function searchByPatient(call: AnyCall, { nhsNumber, vaccines, from, to, warnings, sought }: PatientSearch): Found | Problem {
  const others = ofSomebodyElse(call, nhsNumber);
  if (others) return others;
  const may = permitted(call, vaccines);
  if (vaccines.length > 0 && may.length === 0) return noLeave;
  const isWithin = (one: Vaccination): boolean => {
    const day = occurredOf(one).slice(0, 10);
    return (from ?? '') <= day && day <= (to ?? '9999-12-31');
  };
  const found = vaccinationsOf(call, nhsNumber, may).filter(isWithin);
  const patientUrl = urn(call, `patient ${nhsNumber}`);
  const isRestricted = call.population.find(nhsNumber)?.restricted === true;
  const person = {
    resourceType: 'Patient',
    id: nhsNumber,
    meta: { tag: [testData('R4')] },
    identifier: [{ system: system.nhsNumber, value: nhsNumber }],
  };
  const said = warnings.map((text) => warning(call, 'invalid', text));
  if (may.length < vaccines.length)
    said.push(warning(call, 'forbidden', 'Your search contains details that you are not authorised to request'));
  const query = queryOf([
    sought,
    ...(from === undefined ? [] : [['-date.from', from] as const]),
    ...(to === undefined ? [] : [['-date.to', to] as const]),
    ['_include', 'Immunization:patient'],
    ['patient.identifier', `${system.nhsNumber}|${nhsNumber}`],
  ]);
  const matches = found.map((one) => {
    const whole = isRestricted ? withoutPlaces(one.resource) : one.resource;
    return matched(call, one, { ...shownInSearch(whole, nhsNumber, patientUrl), ...metaOf(one) });
  });
  const included = found.length > 0 ? [{ fullUrl: patientUrl, resource: person, search: { mode: 'include' } }] : [];
  const bundle = bundleOf(call, query, matches, [...included, ...said]);
  return bundle.length > most
    ? invalid('Search returned too many results. Please narrow down the search')
    : { status: 200, rendered: bundle };
}

function searchByIdentifier(call: AnyCall, { identifier, elements }: IdentifierSearch): Found | Problem {
  const found = vaccinationWith(call, identifier);
  const query = queryOf([
    ['identifier', `${identifier.system}|${identifier.value}`],
    ...(elements ? [['_elements', elements.join(',')] as const] : []),
  ]);
  if (!found || found.isDeleted) return { status: 200, rendered: bundleOf(call, query, []) };
  const problem = ofSomebodyElse(call, found.nhsNumber) ?? withoutLeave(call, found.vaccine);
  if (problem) return problem;
  const isRestricted = call.population.find(found.nhsNumber ?? '')?.restricted === true;
  const whole = isRestricted ? withoutPlaces(found.resource) : found.resource;
  const resource = elements
    ? {
        resourceType: 'Immunization',
        ...(elements.includes('id') && { id: found.id }),
        ...(elements.includes('meta') && { meta: { versionId: String(found.version) } }),
      }
    : { ...shownInSearch(whole, found.nhsNumber, urn(call, `patient ${found.nhsNumber ?? found.id}`)), ...metaOf(found) };
  return { status: 200, rendered: bundleOf(call, query, [matched(call, found, resource)]) };
}

/** Its version; and what it was sent with, or that it is none of a real person. */
export function metaOf({ version, resource: { meta } }: Vaccination): JsonObject {
  return { meta: { ...(isObject(meta) && meta), versionId: String(version) } };
}

const matched = (call: AnyCall, { id }: Vaccination, resource: JsonObject): JsonObject => ({
  fullUrl: call.url(`/Immunization/${id}`),
  resource,
  search: { mode: 'match' },
});

function warning(call: AnyCall, issue: 'invalid' | 'forbidden', diagnostics: string): JsonObject {
  const fullUrl = urn(call, diagnostics);
  const resource = outcome(fullUrl.slice('urn:uuid:'.length), { severity: 'warning', issue, code: issue.toUpperCase(), diagnostics });
  return { fullUrl, resource, search: { mode: 'outcome' } };
}

function bundleOf(call: AnyCall, query: string, matches: readonly JsonObject[], others: readonly JsonObject[] = []): string {
  const link = [{ relation: 'self', url: `${call.url('/Immunization')}?${query}` }];
  return JSON.stringify({ resourceType: 'Bundle', type: 'searchset', link, entry: [...matches, ...others], total: matches.length });
}

const queryOf = (pairs: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();

const urn = (call: AnyCall, what: string): string => `urn:uuid:${uuidBy((part) => call.chance(`immunisation ${what} ${part}`))}`;
