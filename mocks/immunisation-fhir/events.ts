/**
 * Changes of vaccinations, told under the type that the notification service publishes them by: a CloudEvent with a link to the vaccination.
 * What subscribers may filter on stays with the event, since it is removed before delivery.
 */
import { dateOf } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { MockEvents } from '../../src/mock/event.ts';
import { objectsOf } from './validate/elements.ts';
import { memberOf } from '../../src/contract/json-pointer.ts';
import { patientIn } from './validate/vaccination.ts';
import type { Vaccination } from './record/register.ts';

const type = 'imms-vaccination-record-change-1';
const source = 'uk.nhs.vaccinations-data-flow-management';
const published = 'https://api.service.nhs.uk/immunisation-fhir-api/FHIR/R4';

export function tellOfChange(
  call: AnyCall,
  action: 'CREATE' | 'UPDATE' | 'DELETE',
  { id, nhsNumber, vaccine, resource }: Vaccination,
): void {
  if (nhsNumber === undefined) return;
  const today = dateOf(call.clock.now());
  const born = String(patientIn(resource)['birthDate']);
  const organisation = objectsOf(resource['performer'])
    .map(({ actor }) => actor)
    .find((actor) => memberOf(actor, 'type') === 'Organization');
  const about = {
    nhsNumber,
    id,
    filtering: {
      generalpractitioner: call.population.find(nhsNumber)?.registrations[0]?.practice ?? null,
      sourceorganisation: memberOf(memberOf(organisation, 'identifier'), 'value') ?? null,
      sourceapplication: call.caller.application?.name ?? null,
      subjectage: Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0),
      immunisationtype: vaccine,
      action,
    },
  };
  call.emit({ type, about });
}

export const events: MockEvents = {
  emits: [type],
  messages: {
    [type]: ({ clock }, about, id) => {
      const [nhsNumber, vaccination] = [String(memberOf(about, 'nhsNumber')), String(memberOf(about, 'id'))];
      const time = new Date(clock.now()).toISOString().replace(/\.\d+/, '');
      const dataref = `${published}/Immunization/${vaccination}`;
      return {
        contentType: 'application/cloudevents+json',
        subject: nhsNumber,
        body: { specversion: '1.0', id, source, type, time, subject: nhsNumber, dataref },
      };
    },
  },
};
