/** What is known of the rules of the directory of healthcare services, and of the search index behind it. */
import type { operations } from '../../src/generated/service-search.types.ts';
import { notedOn, type Fidelity } from '../../src/mock/fidelity.ts';

const repository = 'https://github.com/NHSDigital/service-search-api';
const contract = {
  name: 'Published contract',
  url: 'https://digital.nhs.uk/developer/api-catalogue/directory-of-healthcare-services',
} as const;
const tests = { name: 'Published tests of the service', url: repository } as const;
const sandbox = { name: 'Official sandbox', url: repository } as const;
const gateway = { name: 'Published code of the service’s gateway', url: repository } as const;
const examples = { name: 'Published examples of answers', url: repository } as const;
const client = { name: 'Published code of a client', url: 'https://github.com/NHSDigital/prescriptionsforpatients' } as const;
const azure = {
  name: 'Documentation of Azure AI Search',
  url: 'https://learn.microsoft.com/en-us/azure/search/query-odata-filter-orderby-syntax',
} as const;
const lucene = {
  name: 'Documentation of Azure AI Search',
  url: 'https://learn.microsoft.com/en-us/azure/search/query-simple-syntax',
} as const;

const { observed, inferred, unknown, different } = notedOn('2026-11-29');

const asked = (query: string, answer: string) => ({ request: `GET /?api-version=3&${query}`, answer });

export default {
  compared: { ...contract, name: 'published contract', version: '3', on: '2026-11-29' },
  answers: { 'search-GET': 'rule', 'search-POST': 'rule', 'search-POST-at-search': 'rule' },
  everywhere: [
    observed(tests, 'Any other api-version than 3, or none, is not found, whatever else is wrong.', {
      request: 'GET /?api-version=5',
      answer: '404',
    }),
    observed(gateway, 'A key is looked at before the version is.', {
      request: 'GET /?api-version=5',
      headers: { 'X-Sandbox-Access': 'strict' },
      answer: '401',
    }),
    different(gateway, 'What is said of a wrong key is JSON.', 'The gateway leaves out the quotation marks of its names.'),
    observed(gateway, 'What fails otherwise is told with a status that is a text, and with a word misspelt.', {
      request: 'GET /?api-version=3',
      headers: { Prefer: 'code=500' },
      answer: '500',
    }),
    observed(gateway, 'An application may ask 6,000 times in a minute where access is strict.'),
    different(
      sandbox,
      'GET and POST of the same search have the same answer, which is what fits of all places of the population.',
      'The official sandbox compares texts of whole parameters, and answers most POSTs with the same 50 organisations.',
    ),
    different(
      contract,
      'Address1, AdditionalOpeningDate, @odata.nextLink, lists and the point of Geocode are as the service sends them.',
      'The contract has them as Address 1, AdditionOpeningDate and @odata.next, as objects and as a number.',
    ),
    inferred(examples, 'Nobody who fits is 200 with an empty list.', asked('search=no-organisation', '200')),
    different(
      sandbox,
      'The next page has an address in this sandbox, with all of the query.',
      'The service gives the address of the index behind its gateway, in another version.',
    ),
    inferred(azure, 'There is a next page where more fit and $top was left out, or is over 1,000.'),
    different(
      azure,
      'A search by POST has its next page by GET.',
      'The index says which body is to be posted for it, in @search.nextPageParameters.',
    ),
    observed(contract, 'A page has 50 organisations where nothing is said.', asked('', '200')),
    inferred(azure, 'At most 1,000 come at once, and 100,000 are left out.', asked('$skip=100001', '400')),
    observed(examples, 'The score comes with whatever is selected.'),
    unknown('Some examples show the country though it was not selected; here it is not.'),
    inferred(
      azure,
      'A field of $filter, $orderby or $select that there is not is 400, in the words of the index.',
      asked("$filter=Shoe eq '9'", '400'),
    ),
    inferred(
      azure,
      'A comparison of a text with a truth or a number is 400: IsEpsEnabled is a text.',
      asked('$filter=IsEpsEnabled eq true', '400'),
    ),
    inferred(
      azure,
      'Functions that OData has and the index has not, contains for one, are 400.',
      asked("$filter=contains(City,'L')", '400'),
    ),
    inferred(
      azure,
      'Inside any and all, only fields of the list’s own items are known, and no search of texts.',
      asked("$filter=Services/any(s: City eq 'Leeds')", '400'),
    ),
    unknown('An expression may be 50 deep and have 300 terms; the texts of a request may have 200 words, of which likeness counts ten.'),
    different(azure, 'Points alone are compared: geo.distance is known.', 'The index has geo.intersects as well, for areas.'),
    inferred(azure, 'What is null is neither less nor greater, and is first in rising order.'),
    observed(sandbox, 'The service reads $orderby.', asked('$orderby=ODSCode desc&$top=1', '200')),
    observed(contract, 'The contract names $orderBy; both count here.', asked('$orderBy=ODSCode desc&$top=1', '200')),
    observed(
      client,
      'An open place is one with an opening row whose offsets, in minutes since midnight, are around the minute that is asked about.',
    ),
    inferred(lucene, 'In the simple language + | - " ( ) and a star at the end have their meaning, and nothing is a mistake.'),
    inferred(
      lucene,
      'In the full language fields, AND, OR, NOT, phrases, patterns, slips of two letters and boosts have theirs; what cannot be read is 400.',
      asked('queryType=full&search=(pharmacy', '400'),
    ),
    different(lucene, 'Regular expressions, ranges and near phrases have no meaning.', 'Lucene’s language has them.'),
    unknown('Names, codes, addresses, types, aliases and services are searched; which fields the index searches is not published.'),
    different(
      lucene,
      'A score counts how rare and how frequent a word is, and nothing else.',
      'The index also counts how long a field is (BM25).',
    ),
    unknown('What fits alike is in the order of codes.'),
    inferred(azure, 'Facets count the values of a text field, ten where nothing is said; values and intervals of numbers are not known.'),
    observed(tests, 'The tests in the integration environment also post to /search.'),
    inferred(
      azure,
      'A name in a body that the search does not have is 400; of names in an example that end in a quotation mark, that is left out.',
    ),
    observed(examples, 'A practice is a GpBranch, GPB; its parent is a sub-ICB location, where its region’s register says so.'),
    inferred(examples, 'Urgent treatment centres are UC; no example of version 3 shows one.'),
    different(
      examples,
      'Dentists and opticians have codes of the population’s register.',
      'The service has codes of its own for them, such as V006951_1 and OP_MK158PL_46766.',
    ),
    unknown(
      'Codes of services whose code is not published are SRV and a number over 9000; a few pharmacies take no electronic prescriptions.',
    ),
    inferred(examples, 'A day without hours is a row that says so; dates that are not as the week has them are Additional rows.'),
    different(
      examples,
      'A row of facilities that its list has no number for is 99.',
      'The service has more facilities than are published.',
    ),
    observed(
      sandbox,
      'Y02494, FKH23, FLM49, the 22 places of Bletchley and the 12 pharmacies of B11 are found as in the official sandbox.',
      asked('search=Y02494', '200'),
    ),
  ],
  operations: {},
} satisfies Fidelity<operations>;
