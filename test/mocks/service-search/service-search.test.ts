/** Searches for healthcare services, as a client meets them. */
import { describe, expect, test } from 'vitest';
import { type Loose, sandboxFor } from '../../sandbox.ts';

const { call, client, contract } = await sandboxFor('service-search');

type Query = Readonly<Record<string, string | number | boolean>>;

const addressOf = (query: Query): string =>
  `/?${new URLSearchParams(Object.entries({ 'api-version': 3, ...query }).map(([name, value]) => [name, String(value)]))}`;
const get = async (query: Query): Promise<Loose> => (await call('GET', addressOf(query))).body;
const codesOf = (body: Loose): readonly string[] => ((body['value'] ?? []) as readonly { ODSCode: string }[]).map(({ ODSCode }) => ODSCode);
const codes = async (query: Query): Promise<readonly string[]> => codesOf(await get({ $select: 'ODSCode', ...query }));

const bletchley = { search: 'Bletchley', searchFields: 'Address3' };

test('organisations come page by page, each page with the address of the next one', async () => {
  const first = await client.GET('/', { params: { query: { 'api-version': 3, $filter: "OrganisationTypeId ne 'X'", $count: true } } });
  expect(first.data?.value).toHaveLength(Math.min(50, first.data?.['@odata.count'] ?? 0));
  const rest = await codes({ ...bletchley, $skip: 20 });
  expect([rest, await codes({ ...bletchley, $top: 2, $skip: 20 })]).toEqual([
    ['FZB21', 'FZB22'],
    ['FZB21', 'FZB22'],
  ]);
});

test('the same search gets the same answer by GET and by POST', async () => {
  const filter = "OrganisationSubType eq 'Community' and geo.distance(Geocode, geography'POINT(-0.74 52)') le 1";
  const orderby = "geo.distance(Geocode, geography'POINT(-0.74 52)')";
  const got = await get({
    search: 'pharmacy',
    searchMode: 'all',
    $filter: filter,
    $orderBy: orderby,
    $select: 'ODSCode,Latitude',
    $top: 3,
  });
  const body = { search: 'pharmacy', searchMode: 'all', filter, orderby, select: 'ODSCode,Latitude', top: 3 };
  expect((await call('POST', '/?api-version=3', { body })).body).toEqual(got);
  expect(codesOf(got)).toHaveLength(3);
});

const requests = contract.operations.flatMap(({ body }) => body?.content[0]?.examples ?? []);

test.for(requests.map(({ name, value }) => [name, value] as const))('the search %s of the contract finds somebody', async ([, body]) => {
  const answer = await call('POST', '/?api-version=3', { body });
  expect([answer.status, codesOf(answer.body).length > 0 || answer.body['value']?.[0] !== undefined]).toEqual([200, true]);
});

describe('a filter', () => {
  const milton = "search.ismatch('MK3', 'Postcode')";
  test.for<[string, string, readonly string[]]>([
    ['joins comparisons, and binds tighter than or', "ODSCode eq 'FZB01' or ODSCode eq 'FZB02' and City eq 'Leeds'", ['FZB01']],
    ['has brackets and not', "not (ODSCode ne 'FZB01') or (ODSCode eq 'FZB02')", ['FZB01', 'FZB02']],
    [
      'compares numbers, texts and null',
      "Latitude gt 52.4 and Latitude lt 52.4515 and ODSCode ge 'FZC' and ODSCode lt 'FZD' and Address2 eq null",
      ['FZC01', 'FZC02'],
    ],
    ['knows a quotation mark in a text', "OrganisationName eq 'Alder''s' or ODSCode eq 'FLM49'", ['FLM49']],
    [
      'looks into lists',
      "Facilities / any (x: x/Name eq 'Wheelchair access' and x/Value eq 'Yes') and Address3 eq 'Bletchley'",
      ['FZB03', 'FZB10'],
    ],
    [
      'wants it of all of a list',
      `${milton} and OpeningTimes/all(t: t/OffsetClosingTime le 1080) and OpeningTimes/any(t: t/ClosingTime eq '14:00')`,
      ['FZB05', 'FZB18'],
    ],
    [
      'looks into lists of lists, and whether there is anything in them',
      `${milton} and Services/any() and not Services/any(s: s/ServiceCode eq 'EPS0001') and AcceptingPatients/Dentist/any(d: d/Id eq 1) and ODSCode le 'FZB17'`,
      ['FZB17'],
    ],
    [
      'knows which text is one of several',
      "search.in(ODSCode, 'FZB01|FZC12', '|') or search.in(ODSCode, 'FZB03, FZB04')",
      ['FZB01', 'FZB03', 'FZB04', 'FZC12'],
    ],
    [
      'searches texts in both languages',
      "search.ismatch('alder +lane', 'OrganisationName', 'simple', 'all') or search.ismatch('City:bristol', 'City', 'full', 'any') and ODSCode eq 'FKH23'",
      ['FKH23', 'FZC01'],
    ],
    ['measures kilometres, longitude first', "geo.distance(geography'POINT(-0.735 51.99)', Geocode) lt 0.1", ['FZB01']],
    ['compares dates', "ODSCode eq 'FKH23' and LastUpdatedDates/OpeningTimes gt 2000-01-01T00:00:00Z", ['FKH23']],
  ])('%s', async ([, $filter, wanted]) => expect(await codes({ $filter, $top: 40 })).toEqual(wanted));

  test.for<[string, string, string]>([
    ['of the wrong type', 'IsEpsEnabled eq true', "Found operand types 'Edm.String' and 'Edm.Boolean' for operator kind 'Equal'"],
    ['on a field that there is not', "odscode eq 'x'", "Could not find a property named 'odscode' on type 'search.document'"],
    [
      'on one inside that there is not',
      "Services/any(s: s/Code eq 'x')",
      "Could not find a property named 'Code' on type 'search.Services'",
    ],
    ['that is no comparison', 'ODSCode', 'must evaluate to a single boolean value'],
    ['that ends too soon', 'ODSCode eq', "Syntax error at position 10 in 'ODSCode eq'"],
    ['that goes on', "ODSCode eq 'a' ODSCode", 'Syntax error at position 15'],
    ['with what no expression has', 'ODSCode eq "a"', 'Syntax error at position 11'],
    ['on a list as if it were one', "OpeningTimes/Weekday eq 'Monday'", "property 'Weekday' is not a single value"],
    ['with any on what is no list', "City/any(c: c eq 'Leeds')", 'Any/All may only be used following a collection'],
    ['with a function of another language', "startswith(ODSCode, 'F')", "An unknown function with name 'startswith' was found"],
    ['that searches texts inside a list', "Services/any(s: search.ismatch('asthma'))", "has no parameters bound to the range variable 's'"],
    ['that leaves its list', "Services/any(s: City eq 'Leeds')", "has no parameters bound to the range variable 's'"],
    ['with a place that is none', "geo.distance(City, geography'POINT(0 52)') lt 1", "'City' is not of type Edm.GeographyPoint"],
    ['with a point that is none', "geo.distance(Geocode, geography'POINT(52)') lt 1", 'Syntax error'],
    ['that goes too deep', `${'('.repeat(200)}IsEpsEnabled eq null${')'.repeat(200)}`, 'Recursion depth exceeded'],
    ['with a field to search that there is not', "search.ismatch('x', 'Shoe')", "Unknown field 'Shoe' in search field list"],
    ['with a search of a language that there is not', "search.ismatch('x', 'City', 'half', 'any')", "'half' is not a query type"],
  ])('%s is refused in the words of the index', async ([, $filter, words]) => {
    const { status, body } = await call('GET', addressOf({ $filter }));
    expect([status, body['error']]).toEqual([400, { code: '', message: expect.stringContaining(words) }]);
  });
});

describe('a text', () => {
  test.for<[string, Query, readonly string[]]>([
    ['finds one word or the other', { search: 'alder bracken', $filter: "City eq 'Birmingham'" }, ['FZC01', 'FZC02']],
    ['finds all words where it is told so', { search: 'alder lane', searchMode: 'all', searchFields: 'OrganisationName' }, ['FZC01']],
    [
      'joins words with + and |, and leaves out with -',
      { search: 'alder + -chemist', searchMode: 'all', $filter: "Address3 eq 'Bletchley'" },
      ['FZB01'],
    ],
    ['finds phrases, in their order alone', { search: '"alder lane"' }, ['FZC01']],
    ['finds none in another order', { search: '"lane alder"' }, []],
    ['finds what begins so', { search: 'brack*', $filter: "City eq 'Birmingham'" }, ['FZC02']],
    ['has brackets', { search: '(alder | bracken) + chemist' }, ['FZC01', 'FZC02']],
    ['takes a field, AND and NOT in the full language', { queryType: 'full', search: 'City:birmingham AND alder NOT dental' }, ['FZC01']],
    ['takes patterns, and words with slips in them', { queryType: 'full', search: '+OrganisationName:ald?r +City:birmigham~' }, ['FZC01']],
    ['puts what is boosted first', { queryType: 'full', search: '(alder bracken^9) AND chemist' }, ['FZC02', 'FZC01']],
    ['finds everything with a star', { search: '*', $filter: "ODSCode eq 'FKH23'" }, ['FKH23']],
  ])('%s', async ([, query, wanted]) => expect(await codes(query)).toEqual(wanted));

  test.for<[Query, string]>([
    [{ queryType: 'full', search: 'alder AND' }, 'Failed to parse query string at line 1, column 10.'],
    [{ queryType: 'full', search: '(alder' }, 'Failed to parse query string at line 1, column 7.'],
    [{ search: 'alder', searchFields: 'ODSCode,Shoe' }, "Unknown field 'Shoe' in search field list."],
  ])('that is not understood is refused: %o', async ([query, words]) => {
    const { status, body } = await call('GET', addressOf(query));
    expect([status, body['error']?.['message']]).toEqual([400, expect.stringContaining(words)]);
  });
});

test.for<[string, Record<string, unknown>]>([
  ['many words', { search: 'alder '.repeat(50_000) }],
  ['words that are joined in turns', { search: 'a + b | '.repeat(50_000) }],
  ['signs', { search: '-'.repeat(100_000) + 'a' }],
  ['patterns', { search: 'a* '.repeat(50) }],
  ['brackets', { search: '('.repeat(1000), queryType: 'full' }],
  ['searches in a filter', { filter: Array(60).fill("search.ismatch('a~', 'City', 'full', 'any')").join(' or ') }],
  ['terms of a filter', { filter: Array(151).fill("City eq 'Leeds'").join(' or ') }],
  ['a filter that is turned about', { filter: `${'not '.repeat(5000)}IsEpsEnabled` }],
])('%s beyond all measure are refused', async ([, body]) => {
  expect((await call('POST', '/?api-version=3', { body })).status).toBe(400);
});

describe('an order, a selection and facets', () => {
  const lane = { search: 'lane', searchFields: 'OrganisationName', $filter: "City eq 'Birmingham'" };

  test('sort by a distance, by fields down and up, and by the score', async () => {
    const near = "geo.distance(Geocode, geography'POINT(-1.868 52.4632)')";
    expect(await codes({ ...lane, $orderby: `${near} desc`, $top: 1 })).toEqual(['FZC01']);
    expect(await codes({ ...lane, $orderby: 'City, ODSCode desc', $top: 2 })).toEqual(['FZC12', 'FZC11']);
    expect(await codes({ ...lane, $orderby: 'search.score() asc,ODSCode asc', $top: 1 })).toEqual(['FZC01']);
  });

  test('send the fields that are named, and inside others those that are', async () => {
    const { value } = await get({ ...lane, $select: 'ODSCode, Contacts/ContactValue', $top: 1 });
    expect(value?.[0]).toEqual({
      '@search.score': expect.any(Number),
      ODSCode: 'FZC01',
      Contacts: [{ ContactValue: '01214960100' }, { ContactValue: 'hello@fzc01.example' }, { ContactValue: 'https://fzc01.example' }],
    });
  });

  test('count the values of a field among all that fit, whatever page is sent', async () => {
    const body = await get({ search: 'MK3', searchFields: 'Postcode', $top: 0, $count: true, facet: 'OrganisationType,count:2' });
    const OrganisationType = [
      { count: 16, value: 'Pharmacy' },
      { count: 6, value: 'Dentist' },
    ];
    expect(body).toMatchObject({ '@odata.count': 22, value: [], '@search.facets': { OrganisationType } });
  });

  test.for<[Query, string]>([
    [{ $orderby: 'OpeningTimes' }, "The field 'OpeningTimes' cannot be sorted by"],
    [{ $orderby: 'Geocode' }, 'a place is sorted by geo.distance'],
    [{ $orderby: 'ODSCode sideways' }, 'Syntax error at position 8'],
    [{ $select: 'ODSCode,Shoe' }, "Could not find a property named 'Shoe' on type 'search.document'"],
    [{ facet: 'Latitude' }, "The field 'Latitude' is not facetable."],
    [{ $skip: 100_001 }, 'Value must be between 0 and 100000.'],
  ])('that are not understood are refused: %o', async ([query, words]) => {
    const { status, body } = await call('GET', addressOf(query));
    expect([status, body['error']?.['message']]).toEqual([400, expect.stringContaining(words)]);
  });
});

test('a value of the wrong type is refused with the name of its parameter', async () => {
  const message = (name: string, wanted: string): string => `Invalid value: ${name} must be a ${wanted}.\r\nParameter name: ${name}`;
  expect((await call('GET', addressOf({ $top: 'ten' }))).body).toEqual({ error: { code: '', message: message('$top', 'number') } });
  const posted = await call('POST', '/?api-version=3', { body: { search: '*', top: 'ten' } });
  expect(posted.body).toEqual({ error: { code: '', message: message('top', 'whole number') } });
});

test('a name with a dollar sign in a body is refused, and told without', async () => {
  const { status, body } = await call('POST', '/?api-version=3', { body: { search: '*', $filter: "ODSCode eq 'FKH23'" } });
  expect([status, body['error']?.['message']]).toEqual([400, expect.stringContaining('In a body names have no dollar sign')]);
});

test('where the contract is only warned of, what has another type counts as not said', async () => {
  const relaxed = await sandboxFor('service-search', { settings: { checks: 'warn' } });
  const { status, body } = await relaxed.call('POST', '/?api-version=3', { body: { search: 'FKH23', filter: 5, top: 'ten', facets: [1] } });
  expect([status, codesOf(body)]).toEqual([200, ['FKH23']]);
  expect((await relaxed.call('POST', '/?api-version=3', { body: [] })).status).toBe(200);
  expect((await relaxed.call('GET', '/?api-version=3&$top=ten&$skip=x')).status).toBe(200);
});
