/** A vaccination of somebody's record in the form in which a supplier would have sent it, with their name and home of that day. */
import type { VaccinationEntry } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { testData } from '../../../src/fhir/clinical/head.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import type { IsoDate, Period, Person, Population } from '../../../src/population.ts';
import { isVaccine, organisationTold, vaccinationTold } from '../../vaccinations.ts';

export interface Identifier {
  readonly system: string;
  readonly value: string;
}

/** Of an entry that nobody has numbered. */
export const ownIdentifier = (entryId: string): Identifier => ({ system: system.uuid, value: entryId });

/** What was not given is none here, and what is against a disease that the service knows nothing of. */
export const isHeld = ({ status, sort, id }: VaccinationEntry): boolean => status === 'completed' && isVaccine(sort) && idPattern.test(id);

export const idPattern = /^[A-Za-z0-9\-.]{1,64}$/;

export function told(entry: VaccinationEntry, person: Person, population: Population, identifier: Identifier): JsonObject {
  const { organisation, practitioner, given } = entry;
  const giver = organisation && population.practitioners(organisation).find(({ sdsUserId }) => sdsUserId === practitioner);
  const organisationActor = { actor: { type: 'Organization', identifier: organisationTold(organisation) } };
  return {
    resourceType: 'Immunization',
    id: entry.id,
    meta: { tag: [testData('R4')] },
    contained: [
      ...(giver ? [{ resourceType: 'Practitioner', id: 'Pract1', name: [{ family: giver.family, given: [giver.given] }] }] : []),
      patientOn(given, person),
    ],
    identifier: [{ ...identifier }],
    patient: { reference: '#Pat1' },
    ...vaccinationTold(entry),
    location: { identifier: organisationTold(organisation) },
    performer: giver ? [{ actor: { reference: '#Pract1' } }, organisationActor] : [organisationActor],
  };
}

/** The service asks for both parts of a name, and for a postcode: of who has none it is the one for homes that are not known. */
function patientOn(day: IsoDate, { nhsNumber, names, gender, birthDate, addresses }: Person): JsonObject {
  const name =
    onDay(
      names.filter(({ use }) => use === 'usual' || use === 'old' || use === 'maiden'),
      day,
    ) ?? names[0];
  const home = onDay(
    addresses.filter(({ use }) => use === 'home' || use === 'old'),
    day,
  );
  return fhirElement({
    resourceType: 'Patient',
    id: 'Pat1',
    identifier: [{ system: system.nhsNumber, value: nhsNumber }],
    name: [{ family: name?.family || 'Unknown', given: name?.given.length ? name.given.slice(0, 5) : ['Unknown'] }],
    gender,
    birthDate,
    address: [{ postalCode: home?.postcode ?? unknownPostcode }],
  });
}

export const unknownPostcode = 'ZZ99 3CZ';

/** What held on a day: of those that had begun, the one that began last; of none, the first there was. */
function onDay<Held extends { readonly period?: Period }>(those: readonly Held[], day: IsoDate): Held | undefined {
  const latestFirst = those.toSorted((a, b) => ((a.period?.start ?? '') < (b.period?.start ?? '') ? 1 : -1));
  return latestFirst.find(({ period }) => (period?.start ?? '') <= day) ?? latestFirst.at(-1);
}
