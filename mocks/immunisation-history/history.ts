/** Somebody's vaccinations against one target out of their record, also those that they turned down; then the person, as far as one has to know. */
import type { VaccinationEntry } from '../../src/clinical-record.ts';
import type { JsonObject } from '../../src/contract/contract.ts';
import { uuid, uuidBy } from '../../src/contract/uuid.ts';
import { conceptOf } from '../../src/fhir/clinical/concepts.ts';
import { system } from '../../src/fhir/clinical/systems.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Person } from '../../src/population.ts';
import { organisationTold, vaccinationTold } from '../vaccinations.ts';
import { targets, type Asked } from './asked.ts';

export function historyOf(call: AnyCall, { nhsNumber, target, from, to }: Asked): string {
  const record = call.population.record(nhsNumber);
  const against = record?.of('vaccination').filter(({ sort }) => sort === targets[target]) ?? [];
  const found = against.filter(({ given }) => from <= given && given <= to).toSorted((a, b) => (a.given < b.given ? 1 : -1));
  const patientUrl = urn(call, nhsNumber);
  const entry = found.map((each) => ({
    fullUrl: uuid.test(each.id) ? `urn:uuid:${each.id}` : urn(call, each.id),
    resource: vaccination(call, each, { nhsNumber, patientUrl, isRestricted: record?.person.restricted === true }),
    search: { mode: 'match' },
  }));
  // Where the days alone leave nothing, the person is there all the same.
  const person =
    record && against.length > 0 ? [{ fullUrl: patientUrl, resource: patient(record.person), search: { mode: 'include' } }] : [];
  return JSON.stringify({ resourceType: 'Bundle', type: 'searchset', total: found.length, entry: [...entry, ...person] });
}

interface Whose {
  readonly nhsNumber: string;
  readonly patientUrl: string;
  readonly isRestricted: boolean;
}

const notGiven = conceptOf(system.snomed, '310376006', 'Immunisation consent not given');

/** Of somebody whose record is restricted it is not told where they go. */
function vaccination(call: AnyCall, entry: VaccinationEntry, { nhsNumber, patientUrl, isRestricted }: Whose): JsonObject {
  const organisation = isRestricted ? undefined : entry.organisation;
  const name = organisation && call.population.organisation(organisation)?.name;
  return {
    resourceType: 'Immunization',
    id: entry.id,
    identifier: [{ use: 'secondary', system: system.uuid, value: entry.id }],
    ...vaccinationTold(entry),
    ...(entry.status === 'not-done' && { statusReason: notGiven }),
    patient: { reference: patientUrl, type: 'Patient', identifier: { system: system.nhsNumber, value: nhsNumber } },
    ...(name && { reportOrigin: { text: name } }),
    performer: [{ actor: { type: 'Organization', identifier: organisationTold(organisation), ...(name && { display: name }) } }],
    location: { identifier: organisationTold(organisation) },
    protocolApplied: [{ doseNumberPositiveInt: entry.dose }],
  };
}

const patient = ({ nhsNumber, birthDate }: Person): JsonObject => ({
  resourceType: 'Patient',
  id: nhsNumber,
  identifier: [{ system: system.nhsNumber, value: nhsNumber }],
  birthDate,
});

const urn = (call: AnyCall, what: string): string => `urn:uuid:${uuidBy((part) => call.chance(`immunisation history ${what} ${part}`))}`;
