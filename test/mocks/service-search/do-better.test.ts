/** What the official sandbox of this API does wrong, and this one does not. */
import { expect, test } from 'vitest';
import { type Loose, sandboxFor } from '../../sandbox.ts';

const { call } = await sandboxFor('service-search');

const found = (body: Loose): readonly Loose[] => (body['value'] ?? []) as unknown as readonly Loose[];
const get = async (query: Record<string, string>): Promise<Loose> =>
  (await call('GET', `/?${new URLSearchParams({ 'api-version': '3', ...query })}`)).body;

test('a search that nobody has foreseen is evaluated, and not answered with the same 50 organisations', async () => {
  const filter =
    "City eq 'Bristol' and OrganisationTypeId eq 'PHA' and OpeningTimes/any(t: t/Weekday eq 'Saturday' and t/OffsetClosingTime ge 1000)";
  const { body } = await call('POST', '/?api-version=3', { body: { search: '*', filter, select: 'ODSCode,City' } });
  expect(found(body).map(({ ODSCode }) => String(ODSCode))).toContain('FKH23');
  expect(found(body).every(({ City }) => String(City) === 'Bristol')).toBe(true);
});

test('the order that the contract names is the one that the service reads', async () => {
  const [lower, camel] = await Promise.all(['$orderby', '$orderBy'].map((name) => get({ [name]: 'Postcode desc', $top: '3' })));
  expect(camel).toEqual(lower);
});

test('what is nearest comes first, kilometre by kilometre', async () => {
  const $orderby = "geo.distance(Geocode, geography'POINT(-0.76444 52.00082)')";
  const body = await get({ $filter: "OrganisationSubType eq 'Community'", $orderby, $select: 'Latitude,Longitude', $top: '60' });
  // Over so short a way the earth is as good as flat.
  const away = found(body).map(({ Latitude, Longitude }) =>
    Math.hypot(Number(Latitude) - 52.00082, (Number(Longitude) + 0.76444) * 0.6156),
  );
  expect(away.length).toBe(60);
  expect(away.slice(0, 16)).toEqual(away.slice(0, 16).toSorted((a, b) => a - b));
});

test('a wrong key is refused in JSON that can be read', async () => {
  const answer = await call('GET', '/?api-version=3', { headers: { 'X-Sandbox-Access': 'strict', apikey: 'guessed' } });
  expect([answer.status, answer.body]).toEqual([401, { statusCode: 401, message: 'API key invalid' }]);
});

test('a bad filter is refused in the form of the search index', async () => {
  const { status, body } = await call('GET', '/?api-version=3&$filter=ODSCode+is+%27FKH23%27');
  const message = "Invalid expression: Syntax error at position 8 in 'ODSCode is 'FKH23''.\r\nParameter name: $filter";
  expect([status, body]).toEqual([400, { error: { code: '', message } }]);
});

test('the next page is on the host that was asked, with the query kept', async () => {
  const pages: Loose[] = [await get({ $filter: "OrganisationTypeId eq 'PHA'", $select: 'ODSCode', $count: 'true' })];
  for (let next = pages[0]?.['@odata.nextLink']; next !== undefined; next = pages.at(-1)?.['@odata.nextLink'])
    pages.push((await call('GET', String(next).replace('http://sandbox.test/service-search-api', ''))).body);
  const codes = pages.flatMap((page) => found(page).map(({ ODSCode }) => String(ODSCode)));
  expect(codes.length).toBe(Number(pages[0]?.['@odata.count']));
  expect(new Set(codes).size).toBe(codes.length);
});

test('fields have the names and types of the service, and a published slip in a name is understood', async () => {
  const body = { search: 'FKH23', 'orderby"': 'ODSCode', select: 'Address1,Geocode,Services' };
  const { body: answer } = await call('POST', '/?api-version=3', { body });
  expect(found(answer)).toMatchObject([{ Address1: '2 Harebell Court', Geocode: { type: 'Point', coordinates: [-2.5918, 51.4538] } }]);
  expect(Array.isArray(found(answer)[0]?.['Services'])).toBe(true);
});
