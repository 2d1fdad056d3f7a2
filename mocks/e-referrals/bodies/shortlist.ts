/** The shortlist of a request: a List of services, with what they were searched for by inside it. */
import type { Json } from '../../../src/contract/contract.ts';
import { eachOf, stringAt } from '../../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Fault, Problem } from '../../../src/mock/problem.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { refused, wrongAt } from '../faults/refusals.ts';
import { fits } from '../healthcare-services/search.ts';
import { serviceOf, type RequestFlow, type Service } from '../healthcare-services/offered.ts';
import { readCriteria, type Criteria } from './criteria.ts';

export interface Shortlist {
  readonly services: readonly Service[];
  readonly criteria: Criteria;
}

const most = 20;

const known: ReadonlySet<string> = new Set(
  'resourceType id meta language implicitRules contained extension status mode entry title code subject date'.split(' '),
);

/** Its structure, and what it was searched for by. */
export function readShortlist(
  call: AnyCall,
  list: Json,
  at: string,
): { readonly faults: readonly Fault[]; readonly ids: readonly string[]; readonly criteria?: Criteria } {
  if (!isObject(list) || list['resourceType'] !== 'List')
    return { faults: [wrongAt('INVALID_FHIR_STRUCTURE', at, 'must be a List')], ids: [] };
  const faults: Fault[] = Object.keys(list)
    .filter((name) => !known.has(name))
    .map((name) => wrongAt('UNEXPECTED_FIELD', `${at}.${name}`, 'is not a member of a shortlist'));
  for (const [name, value] of Object.entries({ status: 'current', mode: 'snapshot' }))
    if (list[name] === undefined) faults.push(wrongAt('MISSING_VALUE', `${at}.${name}`, 'is required'));
    else if (list[name] !== value) faults.push(wrongAt('INVALID_VALUE', `${at}.${name}`, `must be ${value}`));
  const entries = list['entry'];
  const ids = eachOf(entries).map((entry) => stringAt(entry, 'item', 'identifier', 'value') ?? '');
  if (entries === undefined || ids.length === 0)
    faults.push(wrongAt('MISSING_VALUE', `${at}.entry`, 'a shortlist has one service or more'));
  else if (!isArray(entries)) faults.push(wrongAt('INVALID_FHIR_STRUCTURE', `${at}.entry`, 'must be a list'));
  if (ids.length > most) faults.push(wrongAt('TOO_MANY_ITEMS', `${at}.entry`, `a shortlist has ${most} services at most`));
  for (const [n, id] of ids.slice(0, most).entries()) {
    const place = `${at}.entry[${n}].item`;
    if (id === '') faults.push(wrongAt('MISSING_VALUE', `${place}.identifier.value`, 'is required'));
    else if (ids.indexOf(id) < n) faults.push(wrongAt('DUPLICATE_SERVICE', place, 'is on the shortlist already'));
  }
  const n = eachOf(list['contained']).findIndex((each) => stringAt(each, 'resourceType') === 'Parameters');
  const contained = eachOf(list['contained'])[n];
  if (contained === undefined)
    return { faults: [...faults, wrongAt('MISSING_VALUE', `${at}.contained`, 'what was searched for is required')], ids };
  const read = readCriteria(call, contained, `${at}.contained[${n}]`);
  return { faults: [...faults, ...read.faults], ids, ...(read.criteria && { criteria: read.criteria }) };
}

/** Every one is a service that such a search finds for the patient. */
export function shortlisted(
  call: AnyCall,
  {
    ids,
    criteria,
    at,
    nhsNumber,
    flows,
  }: {
    readonly ids: readonly string[];
    readonly criteria: Criteria;
    readonly at: string;
    readonly nhsNumber: string;
    readonly flows: readonly RequestFlow[];
  },
): Shortlist | Problem {
  const services: Service[] = [];
  for (const [n, id] of ids.entries()) {
    const service = serviceOf(call, id);
    const place = `${at}.entry[${n}].item`;
    if (!service) return refused('REFERENCE_NOT_FOUND', 'is no service', place);
    if (!fits(call, service, criteria, { nhsNumber, flows }))
      return refused('SHORTLISTED_SERVICE_NOT_IN_RESULTS', 'is not among what such a search finds for the patient', place);
    services.push(service);
  }
  return { services, criteria };
}
