/** The patient as the practice has them registered: what the Personal Demographics Service has changed since counts. */
import type { JsonObject } from '../../src/contract/contract.ts';
import { referentOf, toOrganisation, type Writing } from '../../src/fhir/clinical/about.ts';
import { conceptOf, extension } from '../../src/fhir/clinical/concepts.ts';
import { writePatient } from '../../src/fhir/clinical/context.ts';
import { fhirElement } from '../../src/fhir/clinical/element.ts';
import { careConnectGpcExtension, stu3System } from '../../src/fhir/clinical/systems.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Practitioner } from '../../src/population.ts';
import { demographicsNow, holdsOn, type DemographicsNow } from '../demographics-now.ts';
import type { Patient } from '../gp-practice/registered.ts';

interface Known {
  readonly writing: Writing;
  readonly patientId: string;
  readonly usual: Practitioner | undefined;
}

export function patientResource(call: AnyCall, { person, practice, since }: Patient, { writing, patientId, usual }: Known): JsonObject {
  const { extension: _, ...resource } = writePatient(person, writing);
  const now = demographicsNow(call, person.nhsNumber);
  return fhirElement({
    ...resource,
    id: patientId,
    extension: [registered(since)],
    ...(now && demographics(now, call.population.asOf)),
    generalPractitioner: usual && [writing.about.refer(referentOf(usual))],
    managingOrganization: toOrganisation(writing, practice),
  });
}

const registered = (start: string): JsonObject => ({
  url: careConnectGpcExtension('RegistrationDetails'),
  extension: [
    extension('registrationPeriod', { valuePeriod: { start } }),
    extension('registrationType', { valueCodeableConcept: conceptOf(stu3System('RegistrationType'), 'R', 'Regular') }),
    extension('registrationStatus', { valueCodeableConcept: conceptOf(stu3System('RegistrationStatus'), 'A', 'Active') }),
  ],
});

function demographics({ names, birthDate, telecoms, addresses }: DemographicsNow, today: string): JsonObject {
  const usual = names.find(({ use }) => use === 'usual') ?? names[0];
  return fhirElement({
    name: usual && [
      fhirElement({
        use: 'official',
        text: [usual.prefix ?? '', ...usual.given, usual.family].filter(Boolean).join(' '),
        family: usual.family,
        given: usual.given,
        prefix: usual.prefix === undefined ? [] : [usual.prefix],
      }),
    ],
    telecom: telecoms.filter((each) => holdsOn(each, today)).map(({ system, use, value }) => fhirElement({ system, value, use })),
    birthDate,
    address: addresses
      .filter((each) => each.use === 'home' && holdsOn(each, today))
      .map(({ use, lines, postcode }) => fhirElement({ use, line: lines.filter(Boolean), postalCode: postcode })),
  });
}
