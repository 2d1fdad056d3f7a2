/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'pds-fhir.json';

export const explained: readonly Explanation[] = [
  {
    where: /^poll-write: only ours$/,
    why: 'An extension of the public contract, marked as one: what the proxy of the service does, and nobody else.',
  },
  { where: /^create-patient: request application\/fhir\+json/, why: 'FHIR libraries send no other type, and could not create otherwise.' },
  {
    where: /^process-birth-details: only ours$/,
    why: 'An extension of the public contract, marked as one: the service has it, the public contract does not.',
  },
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /parameter header content-type/,
    why: 'OpenAPI ignores a header parameter of this name; ours is the media type of the request body.',
  },
  {
    where: /parameter header x-sync-wait/,
    why: 'The service reads it; the published text describes it and the parameter list leaves it out.',
  },
  {
    where: /parameter query death-date schema/,
    why: 'Published as one plain date, yet its examples carry eq, ge and le, and a range needs two.',
  },
  {
    where: /parameter query birthdate: published optional, ours required/,
    why: 'Every search without a date of birth is refused, a fuzzy one too: typed clients are told so by ours.',
  },
  {
    where: /parameter query history/,
    why: 'Requests published for the official sandbox send it, which takes it; the published contract knows _history alone.',
  },
  { where: /^create-patient: request .*_birthDate/, why: 'The birth time extension is accepted, and stands on the primitive.' },
  { where: /patches\[\]\/value/, why: 'Booleans and lists can be patched too (interpreterRequired, given names).' },
  {
    where: /\/meta\/tag|\/meta\/versionId|\/meta: only ours/,
    why: 'Everything made here is tagged as test data (HTEST); where a resource has no meta, its Bundle has.',
  },
  { where: /\/coding\[\]\/version|\/valueCoding\/version/, why: 'A coding may name the version of its code system anywhere.' },
  { where: /\/issue\[\]\/expression/, why: 'FHIR has a list of texts here, not a text. We send none.' },
  { where: /^search-patient: response 200 field \/issue/, why: 'TOO_MANY_MATCHES is an OperationOutcome with status 200.' },
  {
    where: /response 4XX header x-(request|correlation)-id|response 503 header x-(request|correlation)-id/,
    why: 'Errors mirror both ids, as the platform does.',
  },
  { where: /response 503 header retry-?after/, why: 'Published under the name of a component; the header that is sent is Retry-After.' },
  {
    where: /^post-coverage: response 2XX|^post-coverage: response 201/,
    why: 'Published as 2XX; the success that is documented in words is 201.',
  },
  {
    where: /-coverage: .*\/(subscriber|beneficiary)\/type: only ours/,
    why: 'The service answers with both types, `Patient`, which the published text leaves out.',
  },
  {
    where: /^post-coverage: request application\/(fhir\+)?json/,
    why: 'Published for application/json-patch+json only, while its own scenarios send application/json.',
  },
];

export const refused: readonly Explanation[] = [
  { where: /^update-patient-partial add-deceased-date-time: 400/, why: 'A date of death comes together with its status.' },
  { where: /^update-patient-partial add-extension: 400/, why: 'The patient has a nominated pharmacy, and may have one.' },
  {
    where: /^update-patient-partial update-extension: 400/,
    why: 'It replaces the status of a death, which the published example of the patient has and ours has not.',
  },
  {
    where: /^update-patient-partial update-address-alternative: 400/,
    why: 'Its PAF key has seven digits, and the published contract wants eight.',
  },
  { where: /^update-patient-partial delete-gender: 403/, why: 'A gender cannot be removed.' },
  { where: /^update-patient-partial delete-name(-alternative)?: 403/, why: 'The usual name cannot be removed.' },
];
