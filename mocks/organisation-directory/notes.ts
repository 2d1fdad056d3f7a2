/** What is known of the rules of the directory, for both editions of its contract. */
import { notedOn, type FidelityNote } from '../../src/mock/fidelity.ts';

export const day = '2026-11-29';

const repository = 'https://github.com/NHSDigital/organisation-data-terminology-api';
export const contract = { name: 'Published contract', url: repository } as const;
export const draft = { name: 'Published first draft of the contract', url: repository } as const;
const proxy = { name: 'Published code of the service’s gateway', url: repository } as const;
const recordings = {
  name: 'Answers of the official sandbox, recorded in published tests',
  url: 'https://github.com/NHSDigital/ndr_lookup',
} as const;
const guide = {
  name: 'Published implementation guide',
  url: 'https://github.com/NHSDigital/IOPS-FHIR-Simplifier-Backup',
} as const;
const store = { name: 'Source of the store that the service runs', url: 'https://github.com/hapifhir/hapi-fhir' } as const;
const fhir = { name: 'FHIR R4, search', url: 'https://hl7.org/fhir/R4/search.html' } as const;
const server = { name: 'Manual of the terminology server', url: 'https://ontoserver.csiro.au/docs' } as const;

const { observed, inferred, unknown, different } = notedOn(day);

const codes = 'https://fhir.nhs.uk/Id/ods-organization-code';
const roles = 'https://digital.nhs.uk/services/organisation-data-service/CodeSystem/ODSOrganisationRole';
const fhirJson = { 'Content-Type': 'application/fhir+json' };
const expanding = (include: object, answer: string) => ({
  request: 'POST /ValueSet/$expand',
  headers: fhirJson,
  body: {
    resourceType: 'Parameters',
    parameter: [{ name: 'valueSet', resource: { resourceType: 'ValueSet', compose: { include: [include] } } }],
  },
  answer,
});

export const everywhere: readonly FidelityNote[] = [
  observed(
    recordings,
    'A fault of the store is an OperationOutcome of one issue, whose code is processing and whose text opens with HAPI and a number.',
    {
      request: 'GET /Organization/X9999',
      answer: '404',
    },
  ),
  different(
    proxy,
    'Faults of the gateway are valid JSON, with the status as the code of the issue and of its details.',
    'The gateway pastes the raw fault into a text, quotation marks and all, which no parser reads.',
  ),
  observed(contract, 'Nothing can be written: other methods are 405, and the fault names POST and GET.', {
    request: 'DELETE /Organization/G81086',
    answer: '405',
  }),
  inferred(proxy, 'The key is asked for before the method, the method before the parameters, their names before their values.'),
  different(
    recordings,
    'Content-Location, fullUrl and links are on the host that was asked.',
    'Content-Location names a host behind the gateway, which rewrites bodies alone.',
  ),
  different(
    recordings,
    'Answers do not say what made them.',
    'X-Powered-By names the product behind the store, and each answer has an X-Request-Id of its own.',
  ),
  observed(proxy, 'Where access is strict an application may ask 300 times a minute, and ten times a second.'),
  unknown('The register of a night is shown from two o’clock in UTC on, all of it at once.'),
  different(
    guide,
    'Organisations are those of the population, all of them fictional; codes of the documentation have other names here than in life.',
    'The official sandbox shows the real register, of over 280,000 organisations.',
  ),
  inferred(fhir, '`_format` wins over the Accept header.', { request: 'GET /Organization/G81086?_format=json', answer: '200' }),
];

export const organisationSearch: readonly FidelityNote[] = [
  observed(recordings, 'An unknown parameter is refused with the names of those that are known.', {
    request: 'GET /Organization?count=5',
    answer: '400',
  }),
  observed(contract, 'A date that is none is HAPI-1940.', { request: 'GET /Organization?lastChangeDate=gtINVALID', answer: '400' }),
  observed(
    contract,
    'Names, postcodes, towns and countries are found by how they begin, in any case; `:contains` and `:exact` say otherwise.',
    {
      request: 'GET /Organization?name:contains=teaching',
      answer: '200',
    },
  ),
  observed(contract, 'A name is looked for by 3 to 100 characters, a postcode, town or country by two at least.', {
    request: 'GET /Organization?name=ab',
    answer: '400',
  }),
  observed(
    contract,
    'A comma between role codes means any of them, the parameter given twice means both; `:not` leaves out whoever has the role.',
    {
      request: 'GET /Organization?roleCode=RO177&roleCode=RO76',
      answer: '200',
    },
  ),
  observed(contract, '`roleCode` finds those who ever had the role, `activeRoleCode` those who have it now.'),
  observed(guide, '`lastChangeDate` is the day on which the register changed a record, `_lastUpdated` the night in which this copy did.'),
  observed(recordings, 'A page has 20 entries where nothing is said, and no total where another page follows.', {
    request: 'GET /Organization',
    answer: '200',
  }),
  observed(recordings, 'The link to the next page has `_count` and `_offset` added, and its parameters in alphabetical order.'),
  unknown('The last page of several has no total either.'),
  inferred(fhir, '`_sort` orders by any search parameter but those of the whole text, as such stores do.', {
    request: 'GET /Organization?_sort=nothing',
    answer: '400',
  }),
  different(fhir, '`_total=accurate` puts the total on every page.', 'Nobody has seen whether the service looks at it.'),
  observed(contract, 'Included resources count in the total of a page that has one.'),
  inferred(store, 'Entries come in the order of their codes.'),
  inferred(store, 'Codes are compared as they are written: one in small letters is nobody’s.', {
    request: 'GET /Organization/g81086',
    answer: '404',
  }),
  inferred(
    store,
    '`partof`, `endpoint`, `address-use`, `address-state`, `_tag` and `_security` find nobody, since no record has these; `phonetic` is as `name`.',
  ),
  inferred(store, '`_content` and `_text` are HAPI-1192: the store has no index of whole texts.', {
    request: 'GET /Organization?_content=leeds',
    answer: '400',
  }),
  inferred(store, 'Another `_include` or `_revinclude` than those of the relationships is refused.', {
    request: 'GET /Organization?_revinclude=Patient:organization',
    answer: '400',
  }),
  inferred(fhir, '`_elements` and `_summary=true` tell a part of each resource, tagged as SUBSETTED.'),
];

export const organisationRead: readonly FidelityNote[] = [
  observed(recordings, 'Each role held, now or before, is an extension; nothing marks the primary one.'),
  observed(guide, 'A record of use RefOnly is the skeleton of an archived one, without a telephone.'),
  observed(guide, 'An end that was announced is told before it comes.', { request: 'GET /Organization/Y90010002', answer: '200' }),
];

export const relationships: readonly FidelityNote[] = [
  observed(
    contract,
    'The source states the relationship, and is `primary-organization`; a code may stand alone, after its type, or after its system.',
    {
      request: 'GET /OrganizationAffiliation?primary-organization=G81086',
      answer: '200',
    },
  ),
  different(
    contract,
    '`_id` is the number of the relationship.',
    'The published contract calls it an ODS code; the service finds none by one.',
  ),
  observed(guide, 'One that has ended stays, not active, with its end.', { request: 'GET /OrganizationAffiliation/256248', answer: '200' }),
  observed(guide, 'A site is never the target of a relationship.'),
  different(
    contract,
    'RE9 is “is nominated payee for”, RE10 its kind for Covid, of which all have ended.',
    'The published contract gives the first meaning to RE10.',
  ),
  inferred(store, 'They come in the order of their numbers, and are found by `role` and `_lastUpdated` as well.'),
];

export const deletions: readonly FidelityNote[] = [
  observed(
    contract,
    'There are four lists of what was made in error and taken out, of organisations, relationships, roles and successions.',
    {
      request: 'GET /List/Organization-deletion',
      answer: '200',
    },
  ),
  unknown('Nothing but organisations is taken out here: the other three lists have no entries.'),
];

export const codeSystemSearch: readonly FidelityNote[] = [
  observed(contract, 'Code systems are told in summary, each kept version on its own: three of those that change every night.', {
    request: 'GET /CodeSystem',
    answer: '200',
  }),
  observed(contract, 'The whole of a small one is told for `_summary=false`; the register and its histories are too large for that.', {
    request: `GET /CodeSystem?system=${codes}&_summmary=false`,
    answer: '422',
  }),
  inferred(server, 'A `code` beside the system makes it a look-up, as the published example has it; a code of nobody finds nothing.', {
    request: `GET /CodeSystem?system=${codes}&code=G81086`,
    answer: '200',
  }),
  different(contract, 'Of the roles those are listed that are held here or asked for by clients.', 'The service has 209 roles.'),
];

export const lookUps: readonly FidelityNote[] = [
  observed(
    contract,
    'Each value is a property with its code and its value, which stands once more under the name of its type, unless it is a code.',
    {
      request: `GET /CodeSystem/$lookup?system=${codes}&code=G81086&property=*`,
      answer: '200',
    },
  ),
  observed(guide, 'Of an organisation that is open the roles are told that it holds, of one that has closed all that it held.'),
  inferred(contract, 'A relationship that holds is a property of its own code, whose value is the other organisation.'),
  inferred(
    contract,
    '`successor` and `predecessor` are properties with the code of the other: the documentation speaks of their presence.',
    {
      request: `GET /CodeSystem/$lookup?system=${codes}&code=RJY&property=successor`,
      answer: '200',
    },
  ),
  inferred(server, 'Where no property is asked for, status and inactive are told.'),
  unknown('An unknown code or system is 404, in the words of the terminology server as far as they are known.', {
    request: `GET /CodeSystem/$lookup?system=${codes}&code=X9999`,
    answer: '404',
  }),
  different(
    contract,
    'Postcodes are those of organisations, practitioners the doctors of the population’s practices.',
    'The service has all of the country’s.',
  ),
];

export const validations: readonly FidelityNote[] = [
  observed(contract, 'Properties are tested by their own names: `status=active`.', {
    request: `GET /CodeSystem/$validate-code?url=${codes}&code=RJY&status=active`,
    answer: '200',
  }),
  inferred(server, 'What is no concept is no fault: the result is false, and a message says why.', {
    request: `GET /CodeSystem/$validate-code?url=${roles}&code=RO0`,
    answer: '200',
  }),
];

export const expansions: readonly FidelityNote[] = [
  observed(contract, 'More than 50,000 concepts are 422.', expanding({ system: codes }, '422')),
  different(
    contract,
    'The register, its histories, postcodes and practitioners are refused as too many where neither a filter nor a count is sent.',
    'The service counts them: there are more than 50,000 of each, and far fewer here.',
  ),
  observed(
    contract,
    'A filter that the code system has not is 422, and is named.',
    expanding({ system: codes, filter: [{ property: 'constituency', op: '=', value: 'x' }] }, '422'),
  ),
  observed(contract, 'The value of a filter on a date may carry a prefix, and a count may be sent as text.'),
  observed(contract, 'What has closed is marked inactive twice, and left out for `activeOnly` or where the value set says so.'),
  inferred(server, 'Filters are =, in, not-in and exists; `filter` looks for words of the name by how they begin.'),
];

export const capability: readonly FidelityNote[] = [
  different(
    contract,
    'The statement is one of R4, of kind requirements, and of this service.',
    'The published example is a statement of another version and another host.',
  ),
  observed(proxy, 'XML is sent where the query is exactly `_format=xml`.', { request: 'GET /metadata?_format=xml', answer: '200' }),
];
