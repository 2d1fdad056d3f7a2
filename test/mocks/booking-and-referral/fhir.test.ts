/** What is told of diaries and bookings is FHIR, as independent judges have it; an Endpoint is in the published contract's own form. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { r4Faults } from '../../fhir/judge/r4-schema.ts';
import { secondOpinion } from '../../fhir/judge/second-opinion.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import type { Answer } from '../../sandbox.ts';
import { openService, referral, resourcesIn, bookingOf, uuid } from './bookings.ts';

const faults = ({ body }: Answer): readonly string[] => {
  const resource: Json = JSON.parse(JSON.stringify(body));
  return isResource(resource) ? [...r4Faults(resource), ...secondOpinion(resource)] : ['no resource'];
};

test('slots with all that comes along, messages, what a receiver can do', async () => {
  const { slots, tell, ask } = openService();
  const found = await slots({ _include: 'HealthcareService:location' });
  const [slot = {}] = resourcesIn(found, 'Slot');
  const answers = [
    found,
    await slots({ from: '2026-01-05T00:00:00+00:00', to: '2026-01-05T00:00:01+00:00' }),
    await tell({ resource: bookingOf(slot), focus: uuid(1), id: uuid(2) }),
    await tell({ resource: referral, focus: uuid(3), id: uuid(4) }),
    await ask('GET', `/Appointment/${uuid(1)}`),
    await ask('GET', `/ServiceRequest/${uuid(3)}`),
    await ask('GET', '/metadata'),
    await ask('GET', '/MessageDefinition?context=2000011147'),
    await ask('GET', '/HealthcareService?HealthcareService.providedBy=https://fhir.nhs.uk/Id/ods-organization-code|RZ203'),
  ];
  expect(answers.map(faults)).toEqual(answers.map(() => []));
});
