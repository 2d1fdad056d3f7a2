/** What the directory of healthcare services does, row by row, over the places of the population. */
import { expect } from 'vitest';
import { given } from '../../given.ts';
import { type Answer, type Loose, sandboxesFor } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';

const open = await sandboxesFor('service-search');
const { call } = open();
const strict = open({ settings: { access: 'strict' } });

type Query = Readonly<Record<string, string | number | boolean>>;
type Row = Loose & { readonly ODSCode: string };

const get = (query: Query, version = '3'): Promise<Answer> =>
  call(
    'GET',
    `/?${new URLSearchParams(Object.entries({ 'api-version': version, ...query }).map(([name, value]) => [name, String(value)]))}`,
  );
const post = (body: object, path = '/'): Promise<Answer> => call('POST', `${path}?api-version=3`, { body });
const rowsOf = ({ body }: Answer): readonly Row[] => (body['value'] ?? []) as unknown as readonly Row[];
const rows = async (query: Query): Promise<readonly Row[]> => rowsOf(await get(query));
const codes = async (query: Query): Promise<readonly string[]> =>
  (await rows({ $select: 'ODSCode', ...query })).map(({ ODSCode }) => ODSCode);
const countOf = async (query: Query): Promise<unknown> => (await get({ ...query, $top: 0, $count: true })).body['@odata.count'];
const listed = (value: Loose | undefined): readonly Loose[] => (value ?? []) as unknown as readonly Loose[];
/** Different values of a field, in order. */
const valuesOf = async (field: string, query: Query = {}): Promise<readonly unknown[]> => {
  const { body } = await get({ $top: 0, facet: `${field},count:100,sort:value`, ...query });
  return listed(body['@search.facets']?.[field]).map(({ value }) => value);
};

const eps = "IsEpsEnabled eq 'true'";
const community = `${eps} and OrganisationTypeId eq 'PHA' and OrganisationSubType eq 'Community'`;
const distance = `${eps} and OrganisationTypeId eq 'PHA' and OrganisationSubType eq 'DistanceSelling'`;
const point = "geography'POINT(-0.76444095373153675 52.000820159912109)'";
const bletchley = { search: 'Bletchley', searchFields: 'Address3' };

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

export const sheet: Sheet = {
  file: 'directory-of-services.md',
  sections: ['A1', 'A2', 'A3', 'A4', 'A5'],
  rows: {
    'A1: GET /': rule(async () => {
      const answer = await get({ search: 'Y02494' });
      expect([answer.status, rowsOf(answer).map(({ ODSCode }) => ODSCode)]).toEqual([200, ['Y02494']]);
    }),
    'A1: POST / (also /search: only in the official INT tests)': rule(async () => {
      const got = (await get({ search: 'Y02494' })).body;
      for (const path of ['/', '/search']) expect((await post({ search: 'Y02494' }, path)).body).toEqual(got);
    }),
    'A1: search, searchMode': rule(async () => {
      const all = await countOf({});
      expect(await countOf({ search: '*' })).toBe(all);
      const birmingham = { searchFields: 'OrganisationName', $filter: "City eq 'Birmingham'" };
      expect(await countOf({ search: 'alder bracken lane', ...birmingham })).toBe(12);
      expect(await codes({ search: 'alder lane', searchMode: 'all', ...birmingham })).toEqual(['FZC01']);
    }),
    'A1: searchFields': rule(async () => {
      expect(await codes({ search: 'FKH23', searchFields: 'OrganisationName' })).toEqual([]);
      for (const searchFields of ['*', 'ODSCode', 'City,ODSCode'])
        expect(await codes({ search: 'FKH23', searchFields })).toEqual(['FKH23']);
      expect(rowsOf(await post({ search: 'FKH23', searchFields: '*' }))).toHaveLength(1);
    }),
    'A1: queryType': rule(async () => {
      expect(await codes({ search: '"alder lane" + chem* + -dental' })).toEqual(['FZC01']);
      expect(await codes({ search: 'OrganisationName:alder^2 AND City:birmingham', queryType: 'full' })).toEqual(['FZC01']);
    }),
    'A1: $filter': rule(async () => {
      expect(await codes({ $filter: "ODSCode eq 'FKH23'" })).toEqual(['FKH23']);
      expect(rowsOf(await post({ filter: "ODSCode eq 'FKH23'" }))).toHaveLength(1);
    }),
    'A1: $orderby (contract: $orderBy)': rule(async () => {
      for (const name of ['$orderby', '$orderBy'])
        expect(await codes({ ...bletchley, [name]: 'ODSCode desc,OrganisationName', $top: 2 })).toEqual(['FZB22', 'FZB21']);
      expect(rowsOf(await post({ ...bletchley, orderby: 'ODSCode desc', top: 1 }))).toMatchObject([{ ODSCode: 'FZB22' }]);
      const scores = (await rows({ search: 'Leeds trevelyan' })).map((row) => Number(row['@search.score']));
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }),
    'A1: $select': rule(async () => {
      const [row = {}] = await rows({ search: 'FKH23', $select: 'ODSCode, City' });
      expect(row).toEqual({ '@search.score': expect.any(Number), ODSCode: 'FKH23', City: 'Bristol' });
      expect(await rows({ search: 'FKH23', $select: '*' })).toEqual(await rows({ search: 'FKH23' }));
    }),
    'A1: $top, $skip, $count': rule(async () => {
      const first = await get({ $count: true });
      const next = await call('GET', String(first.body['@odata.nextLink']).split('/service-search-api')[1] ?? '');
      expect([rowsOf(first).length, next.status, rowsOf(next).length]).toEqual([50, 200, 50]);
      expect(rowsOf(next)).toEqual(await rows({ $skip: 50, $top: 50 }));
      expect([next.body['@odata.count'], (await get({})).body['@odata.count']]).toEqual([first.body['@odata.count'], undefined]);
      const counted = await get({ ...bletchley, $top: 0, $count: true });
      expect([counted.body['@odata.count'], rowsOf(counted)]).toEqual([22, []]);
      expect((await get({ $skip: 100_001 })).status).toBe(400);
      expect(rowsOf(await get({ $top: 2000, $select: 'ODSCode' })).length).toBeLessThanOrEqual(1000);
    }),
    'A1: facet': rule(async () => {
      const { body } = await get({ ...bletchley, $top: 0, facet: 'OrganisationTypeId' });
      const OrganisationTypeId = [
        { count: 16, value: 'PHA' },
        { count: 6, value: 'DEN' },
      ];
      expect(body['@search.facets']).toEqual({ OrganisationTypeId });
      const posted = await post({ ...bletchley, top: 0, facets: ['OrganisationTypeId'] });
      expect(posted.body['@search.facets']).toEqual({ OrganisationTypeId });
    }),

    "A2: ODSCode eq 'FV095'; OrganisationTypeId eq 'PHA' and OrganisationSubType eq 'DistanceSelling' (or 'Community')": rule(async () => {
      expect(await codes({ $filter: "ODSCode eq 'FKH23'" })).toEqual(['FKH23']);
      expect(await codes({ $filter: "ODSCode eq 'fkh23'" })).toEqual([]);
      const [far, near, all] = await Promise.all(
        [distance, community, "OrganisationTypeId eq 'PHA'"].map(($filter) => countOf({ $filter })),
      );
      expect([Number(far) >= 1, Number(near) > 100, Number(far) + Number(near) <= Number(all)]).toEqual([true, true, true]);
    }),
    "A2: IsEpsEnabled eq 'true'": rule(async () => {
      expect(await valuesOf('OrganisationTypeId', { $filter: eps })).toEqual(['PHA']);
      expect(await valuesOf('OrganisationTypeId', { $filter: 'IsEpsEnabled eq null' })).not.toContain('PHA');
      expect((await get({ $filter: 'IsEpsEnabled eq true' })).status).toBe(400);
    }),
    "A2: search.ismatch('B11', 'Postcode')": rule(async () => {
      const found = await rows({ $filter: "search.ismatch('B11', 'Postcode')", $select: 'Postcode' });
      expect([found.length, found.every((row) => String(row['Postcode']).startsWith('B11 '))]).toEqual([12, true]);
    }),
    "A2: OpeningTimes / any (x: x/ClosingTime eq '14:00'); OpeningTimes/any(t: t/IsOpen and t/Weekday eq 'Friday' and t/OpeningTimeType eq 'General' and t/OffsetOpeningTime le 440 and t/OffsetClosingTime ge 440)":
      rule(async () => {
        expect(await countOf({ ...bletchley, $filter: "OpeningTimes / any (x: x/ClosingTime eq '14:00')" })).toBe(2);
        const openAt = (minute: number): Promise<unknown> =>
          countOf({
            ...bletchley,
            $filter: `OpeningTimes/any(t: t/IsOpen and t/Weekday eq 'Friday' and t/OpeningTimeType eq 'General' and t/OffsetOpeningTime le ${minute} and t/OffsetClosingTime ge ${minute})`,
          });
        // Eight of them close for lunch.
        expect([await openAt(440), await openAt(600), await openAt(800)]).toEqual([0, 22, 14]);
      }),
    "A2: Facilities / any (x: x/Name eq 'Wheelchair access' and x/Value eq 'Yes'); Services / any (x: x/ServiceCode eq 'EPS0001')": rule(
      async () => {
        const wheelchair = "Facilities / any (x: x/Name eq 'Wheelchair access' and x/Value eq 'Yes')";
        expect(await codes({ ...bletchley, $filter: wheelchair })).toEqual(['FZB03', 'FZB10']);
        expect(await countOf({ $filter: "Services / any (x: x/ServiceCode eq 'EPS0001')" })).toBe(await countOf({ $filter: eps }));
      },
    ),
    "A2: geo.distance(Geocode, geography'POINT(-0.76 52.00)') le 10": rule(async () => {
      const within = (kilometres: number): Query => ({ $filter: `geo.distance(Geocode, ${point}) le ${kilometres}` });
      expect(await countOf(within(0.1))).toBe(0);
      expect(Number(await countOf(within(10)))).toBeGreaterThanOrEqual(22);
      expect(await countOf({ $filter: "geo.distance(Geocode, geography'POINT(52.00 -0.76)') le 10" })).toBe(0); // latitude first
    }),

    'A3: 401': rule(async () => {
      for (const headers of [{ apikey: '' }, { apikey: 'guessed' }]) {
        const { status, body } = await strict.call('GET', '/?api-version=9', { headers });
        expect([status, body]).toEqual([401, { statusCode: 401, message: 'API key invalid' }]);
      }
      expect((await strict.call('GET', '/?api-version=3', { headers: { apikey: given(strict).key } })).status).toBe(200);
    }),
    'A3: 404': rule(async () => {
      const missing = { statusCode: 404, message: 'Resource not found' };
      for (const path of ['/', '/?api-version=5', '/?api-version=5&$filter=((('])
        for (const method of ['GET', 'POST']) {
          const { status, body } = await call(method, path, method === 'POST' ? { body: { top: 'ten' } } : {});
          expect([method, path, status, body]).toEqual([method, path, 404, missing]);
        }
    }),
    'A3: 400': rule(async () => {
      const wrong: readonly (readonly [Query, string])[] = [
        [{ $filter: "ShoeSize eq '9'" }, '$filter'],
        [{ $orderby: 'ShoeSize' }, '$orderby'],
        [{ $select: 'ShoeSize' }, '$select'],
      ];
      for (const [query, name] of wrong) {
        const { status, body } = await get(query);
        const message = `Invalid expression: Could not find a property named 'ShoeSize' on type 'search.document'.\r\nParameter name: ${name}`;
        expect([status, body]).toEqual([400, { error: { code: '', message } }]);
      }
    }),
    // No client can make it fail: it is asked for.
    'A3: 500': rule(async () => {
      const { status, body } = await call('GET', '/?api-version=3', { headers: { Prefer: 'code=500' } });
      expect([status, body]).toEqual([500, { statusCode: '500', message: 'An unknown error occured processing this request.' }]);
    }),

    'A4: OrganisationTypeId / Type': record(async () => {
      expect(await valuesOf('OrganisationTypeId')).toEqual(['CLI', 'DEN', 'GPB', 'HOS', 'OPT', 'PHA', 'UC', 'VAC']);
      const [row] = await rows({ search: 'Y02494' });
      expect(row).toMatchObject({
        OrganisationTypeId: 'GPB',
        OrganisationType: 'GpBranch',
        OrganisationStatus: 'Visible',
        Country: 'England',
      });
      expect(row?.['ParentOrganisation'] ?? null).toSatisfy((parent: Loose | null) => parent === null || parent['ODSCode'] !== undefined);
    }),
    'A4: OrganisationSubType': record(async () => {
      expect(await valuesOf('OrganisationSubType')).toEqual(['Community', 'DistanceSelling', 'NHS Sector']);
      expect(await valuesOf('OrganisationTypeId', { $filter: "OrganisationSubType eq 'NHS Sector'" })).toEqual(['CLI']);
    }),
    'A4: OpeningTimeType': record(async () => {
      expect(await valuesOf('OpeningTimes/OpeningTimeType')).toEqual(['Additional', 'General', 'Reception', 'Surgery']);
      const times = listed((await rows({ search: 'FKH23' }))[0]?.['OpeningTimes']);
      const closed = { OpeningTime: null, ClosingTime: null, OffsetOpeningTime: 0, OffsetClosingTime: 0, IsOpen: false };
      expect(times.find(({ Weekday }) => String(Weekday) === 'Sunday')).toMatchObject({ ...closed, AdditionalOpeningDate: '' });
      // Good Friday of 2026.
      const dated = times.find((row) => String(row['AdditionalOpeningDate']) === 'Apr 03 2026');
      expect(dated).toMatchObject({ ...closed, OpeningTimeType: 'Additional', Weekday: 'Friday' });
      for (const row of times) expect(row['OpeningTime']).toEqual(row['IsOpen'] ? expect.stringMatching(/^\d\d:\d\d$/) : null);
    }),
    'A4: Contacts': record(async () => {
      expect(await valuesOf('Contacts/ContactMethodType')).toEqual(['Email', 'Fax', 'Telephone', 'Website']);
      expect(await valuesOf('Contacts/ContactType')).toEqual(['Primary']);
      const sold = await rows({ $filter: distance, $select: 'Contacts' });
      for (const row of sold) expect(listed(row['Contacts']).some((each) => String(each['ContactMethodType']) === 'Website')).toBe(true);
    }),
    'A4: Facilities': record(async () => {
      const ids = new Map<unknown, unknown>();
      for (const row of await rows({ $select: 'Facilities', $top: 100 }))
        for (const { Id, Name, FacilityGroupName } of listed(row['Facilities']))
          ids.set(`${String(Name)} (${String(FacilityGroupName)})`, Id);
      expect(Object.fromEntries(ids)).toMatchObject({
        'Wheelchair access (Accessibility)': 7,
        'Step-free access (Accessibility)': 35,
        'Induction loop (Accessibility)': 4,
        'Car parking (Parking)': 28,
        'Disabled parking (Parking)': 30,
      });
      expect(await valuesOf('Facilities/Value')).toEqual(['No', 'Yes']);
    }),
    'A4: ServiceCode': record(async () => {
      const known = await valuesOf('Services/ServiceCode');
      for (const code of ['SRV0165', 'SRV0087', 'SRV0279', 'SRV0280', 'SRV0287', 'SRV0294', 'SRV0408', 'EPS0001'])
        expect(known).toContain(code);
      expect(known.every((code) => /^(SRV\d{3,4}|EPS0001)$/.test(String(code)))).toBe(true);
    }),
    'A4: AcceptingPatients.Dentist': record(async () => {
      const [dentist] = await rows({ $filter: "OrganisationTypeId eq 'DEN'", $top: 1 });
      const groups = listed(dentist?.['AcceptingPatients']?.['Dentist']);
      expect([groups.length, groups.every((row) => typeof row['AcceptingPatients'] === 'boolean')]).toEqual([5, true]);
      const [practice] = await rows({ search: 'Y02494' });
      expect(practice?.['AcceptingPatients']).toMatchObject({ GP: expect.stringMatching(/^(Yes|No)$/), Dentist: [] });
    }),
    'A4: ODSCode': record(async () => {
      const dentists = await codes({ $filter: "OrganisationTypeId eq 'DEN' and ODSCode gt 'V'" });
      expect(dentists.length > 0 && dentists.every((code) => /^V\d/.test(code))).toBe(true);
    }),

    'lifecycle: a place is found from the day it opens until the day it closes': record(async () => {
      const later = open();
      const found = async (): Promise<readonly string[]> => {
        const $filter = "search.in(ODSCode, 'V99019,V99510,Y90010002')";
        const address = `/?${new URLSearchParams({ 'api-version': '3', $filter, $select: 'ODSCode' })}`;
        return rowsOf(await later.call('GET', address)).map(({ ODSCode }) => ODSCode);
      };
      // Two dental practices merge, and a branch surgery closes.
      const before = await found();
      later.clock.set(Date.UTC(2026, 10, 29));
      expect([before, await found()]).toEqual([['V99019', 'Y90010002'], ['V99510']]);
    }),

    'A5: api-version ≠ 3': rule(async () => expect((await get({}, '2')).status).toBe(404)),
    'A5: search Y02494': record(async () => expect(await codes({ search: 'Y02494' })).toEqual(['Y02494'])),
    "A5: searchFields ODSCode + filter IsEpsEnabled eq 'true' (any search text)": record(async () => {
      const { body } = await get({ search: 'FKH23', searchFields: 'ODSCode', $filter: eps, $count: true });
      expect(body).toMatchObject({ '@odata.count': 1, value: [{ ODSCode: 'FKH23' }] });
    }),
    'A5: search pharmacy2u + searchFields OrganisationName + EPS/PHA/DistanceSelling filter': record(async () => {
      const { body } = await get({ search: 'pharmacy2u', searchFields: 'OrganisationName', $filter: distance, $count: true });
      expect(body).toMatchObject({ '@odata.count': 1, value: [{ ODSCode: 'FLM49' }] });
    }),
    'A5: EPS/PHA/Community filter + $orderby geo.distance at POINT(-0.76444095373153675 52.000820159912109)': record(async () => {
      const nearest = { $filter: community, $orderby: `geo.distance(Geocode, ${point})`, $top: 10, $count: true };
      const answer = await get(nearest);
      expect([rowsOf(answer).length, Number(answer.body['@odata.count']) > 100]).toEqual([10, true]);
      expect(rowsOf(answer).every(({ ODSCode }) => ODSCode.startsWith('FZB'))).toBe(true);
    }),
    "A5: filter search.ismatch('B11', 'Postcode') and …Community'": record(async () => {
      const answer = await get({ $filter: `search.ismatch('B11', 'Postcode') and ${community}`, $top: 10, $count: true });
      expect([rowsOf(answer).length, answer.body['@odata.count']]).toEqual([10, 12]);
    }),
    'A5: search Bletchley + searchFields Address3,City,County / + Address3 with the wheelchair filter / with the closing-time filter':
      record(async () => {
        const answer = await get({ search: 'Bletchley', searchFields: 'Address3,City,County', $top: 10, $count: true });
        expect([rowsOf(answer).length, answer.body['@odata.count']]).toEqual([10, 22]);
        const wheelchair = `Facilities / any (x: x/Name eq 'Wheelchair access' and x/Value eq 'Yes') and ${eps}`;
        for (const $filter of [wheelchair, "OpeningTimes / any (x: x/ClosingTime eq '14:00')"])
          expect(await rows({ ...bletchley, $filter })).toHaveLength(2);
      }),
    'A5: otherwise': rule(async () => {
      expect(await rows({ search: 'no-organisation' })).toEqual([]);
      expect(await rows({})).toHaveLength(50);
      expect(rowsOf(await post({ search: 'no-organisation' }))).toEqual([]);
      expect(rowsOf(await post({}))).toHaveLength(50);
    }),
  },
};
