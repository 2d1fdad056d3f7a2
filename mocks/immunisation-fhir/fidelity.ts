/** What is known of the rules of the Immunisation FHIR API: one note for each, with where it was seen, or how the service has it otherwise. */
import type { operations } from '../../src/generated/immunisation-fhir.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const day = '2026-11-29';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/immunisation-fhir',
} as const;
const code = { name: 'Published code of the service', url: 'https://github.com/NHSDigital/immunisation-fhir-api' } as const;
const sandbox = { name: 'Official sandbox', url: contract.url } as const;
const signals = {
  name: 'Published signals of the notification service',
  url: 'https://github.com/NHSDigital/multicast-notification-service',
} as const;

const { observed, inferred, unknown, different } = notedOn(day);

const jane = 'patient.identifier=https://fhir.nhs.uk/Id/nhs-number|9000000009';
const flu = '-immunization.target=FLU';
const hpv = '/Immunization/29dc4e84-7e72-11ee-b962-0242ac120002';
const refused = (query: string, answer = '400 INVALID') => ({ request: `GET /Immunization?${query}`, answer });
const fhir = { 'Content-Type': 'application/fhir+json' };
const replacing = (headers: Record<string, string>, body: unknown = {}) => ({
  request: `PUT ${hpv}`,
  headers: { ...fhir, ...headers },
  body,
  answer: '400 INVARIANT',
});
const recording = (body: unknown, answer = '400 INVARIANT') => ({ request: 'POST /Immunization', headers: fhir, body, answer });

const searches = [
  observed(code, 'A parameter is sent once: several values stand between commas.', refused(`${jane}&${flu}&-immunization.target=RSV`)),
  observed(code, 'A search is for a person or for an identifier, and one that is for neither is told so.', refused('')),
  observed(
    code,
    'A disease excludes a vaccine and an identifier beside it.',
    refused(`${jane}&${flu}&target-disease=http://snomed.info/sct|6142004`),
  ),
  observed(
    code,
    'An identifier is one value with a bar in it, and excludes all that asks for a person.',
    refused(`identifier=a|b&${jane}`),
  ),
  observed(code, 'Elements that may be asked for are id and meta, with an identifier alone.', refused('_elements=id')),
  observed(
    code,
    'The NHS number has its system, and a check digit that is right.',
    refused(`patient.identifier=https://fhir.nhs.uk/Id/nhs-number|9000000008&${flu}`),
  ),
  observed(code, 'A person is searched with a vaccine or a disease: without either it is a 400.', refused(jane)),
  observed(code, 'No target that is known is a 400, which names all that are.', refused(`${jane}&-immunization.target=NONE`)),
  observed(code, 'Targets that are not known, beside one that is, are left out, and an entry of the bundle warns of it.', {
    request: `GET /Immunization?${jane}&-immunization.target=FLU,NONE`,
    answer: '200',
  }),
  observed(code, 'A disease that no vaccine is against is warned of; where that is so of all, the bundle is empty but for a warning.', {
    request: `GET /Immunization?${jane}&target-disease=http://snomed.info/sct|73211009`,
    answer: '200',
  }),
  observed(code, 'A disease finds every vaccine that is against it, among others or alone.'),
  observed(code, 'Days are YYYY-MM-DD, both inclusive, the first not after the last.', refused(`${jane}&${flu}&-date.from=2025`)),
  observed(
    code,
    'What may be included is Immunization:patient, in any case of letters; it changes nothing.',
    refused(`${jane}&${flu}&_include=Patient`),
  ),
  observed(
    code,
    'An application without leave for any vaccine of a search is a 403; without leave for some, those are left out, with a warning.',
  ),
  observed(code, 'A bundle of more than a mebibyte is a 400: the search is to be narrowed down.'),
  observed(
    code,
    'A search shows nothing that is contained, no practitioner, and N2N9I in the place of the organisation; the identifier is official where nothing else is said.',
  ),
  observed(code, 'The person is an entry where anything is found, and does not count in total, which is the last member.'),
  inferred(code, 'What is found comes latest first.'),
  inferred(code, 'The version of each vaccination is in its meta.'),
] as const;

const nowhere = { request: 'GET /Immunization/nobody', answer: '404 NOT-FOUND' } as const;

export default {
  compared: { ...contract, name: 'published contract', version: '1.0.0', on: day },
  answers: {
    createImmunization: 'rule',
    readImmunization: 'record',
    updateImmunization: 'rule',
    deleteImmunization: 'rule',
    searchImmunizationGet: 'record',
    searchImmunizationPost: 'record',
  },
  everywhere: [
    different(
      code,
      'Vaccinations are those of people’s records, with the name and postcode of their day, and what is recorded enters the record, which every API tells.',
      'It holds what suppliers have sent, and nothing else.',
      { request: `GET ${hpv}`, answer: '200' },
    ),
    different(
      sandbox,
      'The published ids are vaccinations of the people whom they are published of, as their records have them.',
      'The official sandbox answers with its examples, whatever is sent.',
    ),
    different(code, 'What a record tells is marked as test data.', 'It has no such mark.'),
    inferred(code, 'Vaccinations that were turned down, and those against what it has no word for, are none of this API.'),
    inferred(code, 'Of who is restricted a read hides the postcode and the place as well.'),
    inferred(code, 'The place of a vaccination that nobody wrote down is X99999, a home that is not known ZZ99 3CZ.'),
    observed(code, 'Versions are bare numbers in the header E-Tag, which has a hyphen.'),
    observed(code, 'Permissions are of an application and a vaccine, in letters: FLU.CRUDS.'),
    different(code, 'An application that nothing is said of may do everything.', 'It may do nothing until it is given leave.'),
    inferred(code, 'An application with an empty list of permissions is no supplier: Unauthorized request.'),
    inferred(contract, 'Patients who are signed in search and read what is their own, and write nothing.'),
    observed(code, 'Faults have one issue, and a code in http-error-codes, with a small letter in Codesystem.', nowhere),
    different(
      code,
      'JSON that cannot be read is refused before the access and the E-Tag are looked at.',
      'It looks at the supplier, the E-Tag and the id first.',
      { request: 'POST /Immunization', headers: fhir, body: '{', answer: '400 INVALID' },
    ),
    unknown('A person is not looked up: a number with the right check digit is taken, and what is recorded of nobody is kept here alone.'),
    inferred(
      signals,
      'Every change is told as imms-vaccination-record-change-1, to be filtered by vaccine, action, age and organisations.',
    ),
    unknown('The actions of that event are CREATE, UPDATE and DELETE; what is reinstated is created or updated.'),
  ],
  operations: {
    createImmunization: [
      observed(code, 'The answer is empty: Location has the id, E-Tag the version.'),
      observed(code, 'An id is not sent.', recording({ id: 'mine' })),
      observed(code, 'Its type, contained, identifier and extension are looked at first, and each reported alone.', recording({})),
      observed(code, 'All else that is wrong is reported at once, with semicolons between; what is missing, once the rest is right.'),
      observed(code, 'Members that are not on its list are refused, of the patient and the practitioner too.'),
      observed(code, 'The diseases are exactly those of one of 19 vaccines, in any order.'),
      observed(code, 'Procedure and product are SNOMED CT concepts by their form and check digit.'),
      observed(code, 'Times have the offset +00:00 or +01:00 and are not in the future, by the clock of the workspace.'),
      different(code, 'What is wrong with a time is said in fewer words.', 'It lists the formats, a line each.'),
      inferred(code, 'A type that FHIR does not allow, where no rule of the service looks, is refused in the contract’s words.'),
      observed(code, 'The NHS number may be left out.'),
      observed(code, 'An identifier that is taken is a 422; leave for the vaccine is asked before.'),
      observed(code, 'The identifier of a deleted one reinstates it: same id, next version.'),
    ],
    readImmunization: [
      observed(code, 'Who gave the vaccine and where is told, as it was sent.', { request: `GET ${hpv}`, answer: '200' }),
      observed(code, 'A deleted one is a 404, as is one that never was.', nowhere),
      observed(code, 'The form of the id comes first.', { request: 'GET /Immunization/a_b', answer: '400 INVALID' }),
    ],
    updateImmunization: [
      observed(code, 'The E-Tag has to be there: without it nothing else is looked at.', replacing({})),
      observed(code, 'It is a positive whole number.', replacing({ 'E-Tag': 'W/"1"' })),
      observed(code, 'The body has the id of the path.', replacing({ 'E-Tag': '1' }, { id: 'other' })),
      observed(code, 'A vaccination that becomes another vaccine wants leave for both.'),
      observed(code, 'The identifier stays, by system and value.'),
      observed(code, 'A version that is behind or ahead is a 400 with a text for each, never a 409 or 412.'),
      observed(code, 'A deleted one is reinstated, whatever version is named.'),
    ],
    deleteImmunization: [observed(code, 'It is kept, to be reinstated; a second deletion is a 404.')],
    searchImmunizationGet: searches,
    searchImmunizationPost: [
      observed(code, 'The rules are those of the search by address.', {
        request: 'POST /Immunization/_search',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: `${jane}&${flu}`,
        answer: '200',
      }),
      observed(code, 'Parameters of the address and of the form go together.'),
    ],
  },
} satisfies Fidelity<operations>;
