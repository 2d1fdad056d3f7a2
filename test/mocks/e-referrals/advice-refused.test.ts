/** A provider’s answer to a request for advice that the service does not take. */
import { expect, test } from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import { coded, ers, parameters, said, type Ers } from './advising.ts';
import { coding, criteria, identifier, parametersOf, refusal, shortlist } from './referring.ts';

/** Asked of a hospital’s own service: its UBRN, and the hospital. */
async function askedOfHospital({ ask }: Ers): Promise<{ readonly ubrn: string; readonly organisation: string }> {
  const search = parametersOf({
    requestType: coding('ADVICE_AND_GUIDANCE_REQUEST'),
    sortBy: coding('DISTANCE'),
    patient: identifier(testPerson.janeSmith),
    searchCriteria: { resource: criteria({ specialty: coding('DERMATOLOGY'), clinicType: coding('GENERAL_DERMATOLOGY') }) },
  });
  const found = await ask('POST', '/STU3/HealthcareService/$ers.searchHealthcareServicesForPatient', { as: 'RC', body: search });
  const item = found.body['entry']?.[0]?.['item'];
  const summary = item?.['extension']?.[0]?.['extension'] as unknown as readonly {
    url: string;
    valueReference?: { identifier: { value: string } };
  }[];
  const organisation = summary.find(({ url }) => url === 'location')?.valueReference?.identifier.value ?? '';
  const sought = criteria({ specialty: coding('DERMATOLOGY'), clinicType: coding('GENERAL_DERMATOLOGY') });
  const asked = await ask('POST', '/STU3/CommunicationRequest/$ers.createAdviceAndGuidance', {
    as: 'RC',
    body: parametersOf({
      patient: identifier(testPerson.janeSmith),
      shortlist: { resource: shortlist([String(item?.['identifier']?.['value'])], sought) },
      request: { valueString: 'What would you do?' },
      providerConversionAuthorisation: coding('AUTHORISED_TO_CONVERT'),
    }),
  });
  expect(asked.status).toBe(200);
  return { ubrn: String(asked.body['parameter']?.[0]?.['resource']?.['id']), organisation };
}

test('in a priority that the service does not have', async () => {
  const service = ers();
  const { ubrn, organisation } = await askedOfHospital(service);
  const answer = (code: string) =>
    service.ask('POST', `/STU3/CommunicationRequest/${ubrn}/$ers.sendCommunicationToRequester`, {
      organisation,
      headers: { 'If-Match': 'W/"1"' },
      body: parameters({
        guidanceOutcome: coded('REQUIRE_FURTHER_INFORMATION'),
        guidance: said('Please send a photograph.'),
        updatedPriority: coded(code),
      }),
    });
  const conversion = await service.ask('POST', '/STU3/ReferralRequest/$ers.createFromCommunicationRequestActionLater', {
    organisation,
    body: parameters({
      createFrom: { valueReference: { reference: `CommunicationRequest/${ubrn}/_history/1` } },
      guidance: said('We shall see the patient.'),
      newReferralPriority: coded('TWO_WEEK_WAIT'),
      reviewComments: said('For the next clinic'),
    }),
  });
  expect([refusal(conversion), refusal(await answer('TWO_WEEK_WAIT')), (await answer('URGENT')).status]).toEqual([
    '422 UNSUPPORTED_PRIORITY',
    '422 UNSUPPORTED_PRIORITY',
    200,
  ]);
});
