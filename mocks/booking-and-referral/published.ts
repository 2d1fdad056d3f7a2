/** What the published examples and the official sandbox name: receivers that are there in every workspace. */

/** The urgent treatment centre that answers for the published targets. */
export const urgentCare = 'RZ203';

/** What a receiver makes of a referral: at once, after looking at it first, or not at all. */
export type Outcome = 'accepted' | 'interim' | 'rejected';

export const publishedTargets: ReadonlyMap<string, Outcome> = new Map([
  ['NHS0001', 'accepted'],
  ['2000011147', 'accepted'],
  ['2000072491', 'interim'],
  ['2000099999', 'rejected'],
]);

/** Of the published search for slots: it is another name for whoever is asked. */
export const publishedService = '918999198999';
/** Of the published search by patient: no NHS number, for its check digit is wrong. */
export const publishedPatient = { number: '4857773456', person: '9000000009' };

/** Of the published examples of the catalogue, whose other resources the contract has. */
export const publishedTemplate = {
  resourceType: 'Endpoint',
  id: 'c1ab3fba-6bae-4ba4-b257-5a87c44d4a91',
  identifier: [{ system: 'https://fhir.nhs.uk/id/product-id', value: 'LARKSPUR-1' }],
  status: 'active',
  name: 'Larkspur product',
  connectionType: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/endpoint-connection-type', code: 'hl7-fhir-msg' }] },
  payloadType: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/endpoint-payload-type', code: 'bars' }] }],
  header: 'public',
};
