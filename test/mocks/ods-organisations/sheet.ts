/** What organisations and relationships are found by, which of them there are, and what a night changes. */
import { expect } from 'vitest';
import { directory, entriesOf, lists, looseList, morning, nextOf, organisationCodes } from '../organisation-directory.ts';
import type { Sheet, SheetRow } from '../sheet.ts';

const open = (): ReturnType<typeof directory> => directory('ods-organisations');

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

/** Queries and the codes that each finds among the organisations of the documentation. */
const finds =
  (queries: readonly (readonly [query: string, codes: readonly string[]])[], path = '/Organization'): SheetRow['shows'] =>
  async () => {
    const { ids } = open();
    for (const [query, codes] of queries) expect([query, await ids(`${path}?${query}`)]).toEqual([query, codes]);
  };

const square = 'address-postalcode=LS1%206AE';
const trusts = ['RJY', 'RR8'];

/** What stands at both ends of relationships of a kind: a pair of roles, each as one example of the register has it. */
async function joins(code: string, ends: readonly (readonly [source: string, target: string])[], active = true) {
  const { resources, found } = open();
  const told = await resources(`/OrganizationAffiliation?role=${code}&active=${active}`);
  const rolesOf = async (reference: unknown): Promise<readonly unknown[]> => {
    const { body } = await found(`/${String(reference)}`);
    return looseList(body['extension']).flatMap(
      (one) =>
        looseList(one['extension']).find((part) => String(part['url']) === 'roleCode')?.['valueCodeableConcept']?.['coding']?.[0]?.[
          'code'
        ] ?? [],
    );
  };
  for (const [source, target] of ends) {
    const sources = await open().ids(`/Organization?roleCode=${source}&_count=3000`);
    const one = told.find((each) => sources.includes(String(each?.['organization']?.['reference']).slice(13)));
    expect([code, source, await rolesOf(one?.['participatingOrganization']?.['reference'])]).toEqual([
      code,
      source,
      expect.arrayContaining([target]),
    ]);
  }
  return told;
}

const shaped = (roles: Readonly<Record<string, RegExp>>) =>
  record(async () => {
    const { ids } = open();
    for (const [role, shape] of Object.entries(roles)) {
      const codes = await ids(`/Organization?roleCode=${role}&_count=1000`);
      expect([role, codes.some((code) => shape.test(code))]).toEqual([role, true]);
    }
  });

export const sheet: Sheet = {
  file: 'organisation-directory.md',
  sections: ['2', '8', '9'],
  rows: {
    '2: _id, identifier': rule(
      finds([
        ['_id=RR8', ['RR8']],
        ['_id=RR8,G81086', ['G81086', 'RR8']],
        ['_id=X9999', []],
        ['identifier=G81086', ['G81086']],
        [`identifier=${organisationCodes}|G81086`, ['G81086']],
        ['identifier=urn:other|G81086', []],
      ]),
    ),
    '2: name': rule(
      finds([
        ['name=trevelyan%20t', ['RR8']],
        ['name=teaching', []],
        ['name:contains=teaching', ['RR8']],
        ['name:exact=TREVELYAN%20SURGERY%20(FICTIONAL)', ['G81086']],
        ['name:exact=Trevelyan%20Surgery%20(fictional)', []],
        ['name:exact=TREVELYAN%20SURGERY', []],
        ['name=trevelyan%20t,trevelyan%20su', ['G81086', 'RR8']],
      ]),
    ),
    '2: active': rule(
      finds([
        [`${square}&roleCode=RO197&active=true`, ['RR8']],
        [`${square}&roleCode=RO197&active=false`, ['RJY']],
      ]),
    ),
    '2: address-postalcode, address-city, address-country': rule(async () => {
      await finds([
        [`address-postalcode=ls1%206&roleCode=RO197`, trusts],
        ['address-postalcode:contains=1%206ae&roleCode=RO197', trusts],
        ['address-postalcode:exact=LS1%206AE&roleCode=RO197', trusts],
        ['address-postalcode:exact=ls1%206ae&roleCode=RO197', []],
        [`address-city=lee&${square}&roleCode=RO197`, trusts],
        [`address-city:contains=eed&${square}&roleCode=RO197`, trusts],
        ['address-city:exact=Leeds', []],
        [`address-country=engl&${square}&roleCode=RO197`, trusts],
        ['address-country:exact=Wales', []],
      ])();
      const { resources, refused } = open();
      const districts = (await resources('/Organization?address-postalcode=LS7')).map(
        (one) => String(one?.['address']?.[0]?.['postalCode']).split(' ')[0],
      );
      expect(districts.length).toBeGreaterThan(0);
      expect(districts.every((district) => district?.startsWith('LS7'))).toBe(true);
      expect((await refused('GET', '/Organization?address-postalcode=L'))[0]).toBe(400);
      expect((await refused('GET', '/Organization?name=a*c'))[0]).toBe(400);
    }),
    '2: address, type, partof, phonetic, address-state, address-use, endpoint': rule(
      finds([
        ['address=1%20trevelyan&roleCode=RO197', trusts],
        [`type=RefOnly&${square}`, ['Q72']],
        [`type=RC2&${square}`, ['4VE03']],
        ['partof=RR8', []],
        ['phonetic=Trevelyan%20T', ['RR8']],
        ['address-state=West%20Yorkshire', []],
        ['address-use=work', []],
        ['endpoint=none', []],
        [`endpoint:missing=true&${square}&roleCode=RO197`, trusts],
      ]),
    ),
    '2: roleCode': rule(
      finds([
        ['roleCode=RO76&name=trevelyan', ['G81086', 'Y12345']],
        [`roleCode=${lists}/ODSOrganisationRole|RO76&name=trevelyan`, ['G81086', 'Y12345']],
        ['roleCode=RO76,RO272&name=trevelyan', ['G81086', 'U36842', 'Y12345']],
        [`roleCode=RO177&roleCode=RO76&_id=G81086`, ['G81086']],
        [`roleCode=RO177&roleCode=RO182&${square}`, []],
        [`roleCode=RO197&${square}`, trusts],
        [`roleCode:not=RO197&_id=RR8,G81086`, ['G81086']],
      ]),
    ),
    '2: activeRoleCode': rule(
      finds([
        [`activeRoleCode=RO197&${square}`, ['RR8']],
        ['activeRoleCode:not=RO197&_id=RR8,RJY', ['RJY']],
      ]),
    ),
    '2: lastChangeDate': rule(async () => {
      await finds([
        ['lastChangeDate=2019-07-01&roleCode=RO197', ['RJY']],
        ['lastChangeDate=eq2019-07-01&roleCode=RO197', ['RJY']],
        ['lastChangeDate=gt2019-06-30&lastChangeDate=lt2019-07-02&roleCode=RO197', ['RJY']],
        ['lastChangeDate=gt2019-07-01&_id=RJY', []],
        ['lastChangeDate=2019&_id=RJY', ['RJY']],
      ])();
    }),
    '2: _lastUpdated': rule(async () => {
      const { ids, found } = open();
      // A record that has not changed since the store was loaded came with all others.
      expect((await found('/Organization/RJY')).body['meta']).toMatchObject({
        lastUpdated: expect.stringMatching(/^2024-03-07T01:5\d:\d\dZ$/),
      });
      expect(await ids('/Organization?_lastUpdated=gt2024-03-07&_id=RJY')).toEqual([]);
      expect(await ids('/Organization?_lastUpdated=2024-03-07&_id=RJY')).toEqual(['RJY']);
    }),
    '2: _revinclude': rule(async () => {
      const { found, refused } = open();
      const asked = async (end: string) => {
        const answer = await found(`/Organization?_id=U36842&_revinclude=OrganizationAffiliation:${end}`);
        return [answer.body['total'], ...entriesOf(answer).map((entry) => [entry['resource']?.['id'], entry['search']?.['mode']])];
      };
      expect(await asked('primary-organization')).toEqual([2, ['U36842', 'match'], ['648449', 'include']]);
      expect(await asked('participating-organization')).toEqual([2, ['U36842', 'match'], ['617400', 'include']]);
      expect((await refused('GET', '/Organization?_revinclude=Patient:practice'))[0]).toBe(400);
    }),
    '2: _count, _offset, _summary=count': rule(async () => {
      const { found } = open();
      const first = await found('/Organization?roleCode=RO182&active=true');
      expect([entriesOf(first).length, first.body['total']]).toEqual([20, undefined]);
      expect(nextOf(first)).toMatch(/\/Organization\?_count=20&_offset=20&active=true&roleCode=RO182$/);
      const codes: unknown[] = [];
      for (let page: string | undefined = '/Organization?roleCode=RO182&active=true&_count=60'; page !== undefined;) {
        const answer = await found(page);
        codes.push(...entriesOf(answer).map((entry) => entry['resource']?.['id']));
        page = nextOf(answer)?.replace(/^.*\/fhir/, '');
      }
      expect(codes).toEqual([...new Set(codes)].toSorted());
      for (const only of ['_count=0', '_summary=count']) {
        const { body } = await found(`/Organization?roleCode=RO182&active=true&${only}`);
        expect([only, body['total'], body['entry']]).toEqual([only, codes.length, undefined]);
      }
    }),
    '2: primary-organization': rule(
      finds(
        [
          ['primary-organization=U36842', ['648449']],
          [`primary-organization=${organisationCodes}|U36842`, ['648449']],
          ['primary-organization=Organization/U36842', ['648449']],
          ['primary-organization:Organization=U36842', ['648449']],
          ['primary-organization=X9999', []],
        ],
        '/OrganizationAffiliation',
      ),
    ),
    '2: participating-organization': rule(
      finds(
        [
          ['participating-organization=U36842', ['617400']],
          ['participating-organization=97R&role=RE4', ['383689', '648449', '716945']],
        ],
        '/OrganizationAffiliation',
      ),
    ),
    '2: active, identifier, _id': rule(
      finds(
        [
          ['primary-organization=G81086&active=false', ['256248']],
          ['identifier=617400', ['617400']],
          [`identifier=${lists}/organization-relationship-instance|617400`, ['617400']],
          ['_id=617400,383689', ['383689', '617400']],
          ['_id=G81086', []],
        ],
        '/OrganizationAffiliation',
      ),
    ),
    '2: _include': rule(async () => {
      const { ids, refused } = open();
      const end = '_include=OrganizationAffiliation';
      expect(await ids(`/OrganizationAffiliation?_id=617400&${end}:primary-organization`)).toEqual(['617400', 'G81086']);
      expect(await ids(`/OrganizationAffiliation?_id=617400&${end}:participating-organization`)).toEqual(['617400', 'U36842']);
      expect(await ids(`/OrganizationAffiliation?_id=617400&${end}:primary-organization&${end}:participating-organization`)).toEqual([
        '617400',
        'G81086',
        'U36842',
      ]);
      expect((await refused('GET', '/OrganizationAffiliation?_include=Organization:partof'))[0]).toBe(400);
    }),
    '2: _count, _offset, _summary=count / as above': rule(async () => {
      const { found, ids } = open();
      const page = await found('/OrganizationAffiliation?_count=3&participating-organization=97R');
      expect(nextOf(page)).toMatch(/\/OrganizationAffiliation\?_count=3&_offset=3&participating-organization=97R$/);
      expect(await ids('/OrganizationAffiliation?_count=3&_offset=3&participating-organization=97R')).not.toEqual([]);
      expect((await found('/OrganizationAffiliation?_summary=count&participating-organization=U36842')).body['total']).toBe(1);
    }),

    '8: RE2 IS A SUB-DIVISION OF': record(
      async () =>
        void (await joins('RE2', [
          ['RO318', 'RO209'],
          ['RO327', 'RO318'],
        ])),
    ),
    '8: RE3 IS DIRECTED BY': record(async () => void (await joins('RE3', [['RO157', 'RO197']]))),
    '8: RE4 IS COMMISSIONED BY': record(
      async () =>
        void (await joins('RE4', [
          ['RO177', 'RO319'],
          ['RO272', 'RO319'],
          ['RO182', 'RO319'],
          ['RO110', 'RO319'],
        ])),
    ),
    '8: RE5 IS LOCATED IN THE GEOGRAPHY OF': record(
      async () =>
        void (await joins('RE5', [
          ['RO319', 'RO318'],
          ['RO197', 'RO318'],
        ])),
    ),
    '8: RE6 IS OPERATED BY': record(
      async () =>
        void (await joins('RE6', [
          ['RO198', 'RO197'],
          ['RO182', 'RO181'],
          ['RO96', 'RO177'],
          ['RO177', 'RO319'],
        ])),
    ),
    '8: RE8 IS PARTNER TO': record(async () => void (await joins('RE8', [['RO177', 'RO272']]))),
    '8: RE9 IS NOMINATED PAYEE FOR · RE10 IS COVID NOMINATED PAYEE FOR (all ended)': record(async () => {
      await joins('RE9', [['RO177', 'RO272']]);
      await joins('RE10', [['RO177', 'RO272']], false);
      expect(await open().ids('/OrganizationAffiliation?role=RE10&active=true')).toEqual([]);
    }),
    '8: RE11 IS CONSTITUENT OF': record(async () => void (await joins('RE11', [['RO177', 'RO327']]))),

    '9: new codes since 1 October 2020': shaped({ RO327: /^[A-Z]\d[A-Z]\d[A-Z]$/, RO157: /^C4O9I$/ }),
    '9: region / ICB': shaped({ RO209: /^Y[A-Z\d]{2}$/, RO318: /^Q[A-Z\d]{2}$/ }),
    '9: sub-ICB location': shaped({ RO319: /^\d\d[A-Z]$/ }),
    '9: PCN / practice / branch': shaped({ RO272: /^U\d{5}$/, RO76: /^[A-Z]\d{5}$/, RO96: /^[A-Z]\d{8}$/ }),
    '9: trust / site': shaped({ RO197: /^R[A-Z\d]{2}$/, RO198: /^R[A-Z\d]{4}$/ }),
    '9: pharmacy HQ / pharmacy': shaped({ RO181: /^P[A-Z\d]{3}$/, RO182: /^F[A-Z\d]{4}$/ }),
    '9: dental / care site / provider / non-NHS / school / local authority': shaped({ RO110: /^V\d{5}$/, RO172: /^A[A-Z\d]{2}$/ }),
    '9: GP person / consultant (practitioner)': record(async () => {
      const filter = [{ property: 'type', op: '=', value: 'PGP' }];
      const { body } = await open().expand({ system: `${lists}/practitioner`, filter }, [{ name: 'count', valueInteger: 1 }]);
      expect(String(body['expansion']?.['contains']?.[0]?.['code'])).toMatch(/^G\d{7}$/);
    }),

    'list 5: an organisation': record(async () => {
      const { found } = open();
      const { body } = await found('/Organization/RR8');
      const urls = looseList(body['extension']).map((one) => String(one['url']).split('-').at(-1));
      expect(urls).toEqual(['OrganisationRole', 'TypedPeriod', 'TypedPeriod', 'TypedDateTime']);
      expect(body).toMatchObject({
        meta: { profile: [expect.stringMatching(/UKCore-Organization$/), expect.stringMatching(/England-Organization-ODS$/)] },
        identifier: [{ use: 'official', system: organisationCodes, value: 'RR8', assigner: { display: 'HSCIC' } }],
        type: [{ coding: [{ code: 'Full' }] }, { coding: [{ code: 'RC1', display: 'HSCOrg' }] }],
        telecom: [{ system: 'phone' }, { system: 'url', value: expect.stringMatching(/^HTTPS:/) }],
        address: [{ line: ['1 TREVELYAN SQUARE', 'BOAR LANE', 'CITY CENTRE'], city: 'LEEDS', postalCode: 'LS1 6AE', country: 'ENGLAND' }],
      });
      expect(body).not.toHaveProperty('partOf');
      const archived = (await found('/Organization/Q72')).body;
      expect([archived['type']?.[0]?.['coding']?.[0]?.['code'], archived['telecom'], archived['active']]).toEqual([
        'RefOnly',
        undefined,
        false,
      ]);
    }),
    'list 5: a relationship that has ended stays': record(async () => {
      const { found } = open();
      expect((await found('/OrganizationAffiliation/256248')).body).toMatchObject({
        active: false,
        period: { start: '2013-04-01', end: '2019-03-31' },
        extension: [{ extension: [{ valueCoding: { code: 'Operational' } }, { valuePeriod: { end: '2019-03-31' } }] }],
      });
    }),
    'list 8: a site is no end of a relationship, and holds few': record(async () => {
      const { ids, resources } = open();
      const sites = new Set(await ids('/Organization?type=RC2&_count=3000'));
      const ends = (await resources('/OrganizationAffiliation')).map((one) => [
        String(one?.['organization']?.['reference']).slice(13),
        String(one?.['participatingOrganization']?.['reference']).slice(13),
        String(one?.['code']?.[0]?.['coding']?.[0]?.['code']),
      ]);
      expect(ends.filter(([, target = '']) => sites.has(target))).toEqual([]);
      expect(new Set(ends.filter(([source = '']) => sites.has(source)).map(([, , code]) => code))).toEqual(new Set(['RE6']));
    }),
    'list 10: from a practice to its region': record(async () => {
      const { found } = open();
      const target = async (code: string, role: string): Promise<string> => {
        const [first] = entriesOf(await found(`/OrganizationAffiliation?primary-organization=${code}&active=true&role=${role}`));
        return String(first?.['resource']?.['participatingOrganization']?.['reference']).slice(13);
      };
      const location = await target('Y90001', 'RE4');
      const board = await target(location, 'RE5');
      const region = await target(board, 'RE2');
      const network = await target('Y90001', 'RE8');
      expect([location, board, region, await target(network, 'RE4')]).toEqual([
        expect.stringMatching(/^\d\d[A-Z]$/),
        expect.stringMatching(/^Q/),
        expect.stringMatching(/^Y/),
        location,
      ]);
    }),
    'list 12: codes of the documentation': record(async () => {
      const { found, refused } = open();
      for (const code of ['RR8', 'G81086', 'FDC49', 'AQN', 'C4O9I', '97R', 'U36842', 'RJY', '4VE03', 'FCE71', 'Q72'])
        expect((await found(`/Organization/${code}`)).body['name']).toMatch(/\(FICTIONAL\)$/);
      for (const id of ['383689', '648449', '716945', '617400', '256248'])
        expect((await found(`/OrganizationAffiliation/${id}`)).body['id']).toBe(id);
      expect(await refused('GET', '/Organization/X9999')).toEqual([
        404,
        'processing',
        'HAPI-2001: Resource Organization/X9999 is not known',
      ]);
    }),
    'list 14: what the register has to have': record(async () => {
      const { found, ids } = open();
      // A merger: two practices gave way to one; a practice that moved; a closure that is still ahead.
      const filter = [
        { property: 'successor', op: 'exists', value: 'true' },
        { property: 'role', op: '=', value: 'RO76' },
      ];
      const { body } = await open().expand({ system: organisationCodes, filter }, [{ name: 'property', valueString: 'successor' }]);
      const successors = looseList(body['expansion']?.['contains']).map((one) => one['extension']?.[1]?.['extension']?.[1]?.['valueCode']);
      expect([successors.length, new Set(successors).size]).toEqual([2, 1]);
      expect(await ids('/OrganizationAffiliation?primary-organization=Y90003&role=RE8&_count=5')).toHaveLength(2);
      const branch = (await found('/Organization/Y90010002')).body;
      expect([branch['active'], JSON.stringify(branch['extension']).includes('"end":"2026-09-30"')]).toEqual([true, true]);
      expect(await ids('/Organization?type=RefOnly')).toHaveLength(2);
    }),
    'lifecycle 10: a night': record(async () => {
      const { clock, found, ids, properties, refused } = open();
      clock.set(Date.UTC(2026, 3, 1, 1, 59));
      const before = await properties('V99019');
      expect([before['status'], before['successor']]).toEqual([['active'], undefined]);
      expect((await refused('GET', '/Organization/V99510'))[0]).toBe(404);
      clock.set(Date.UTC(2026, 3, 1, 2));
      expect(await properties('V99019')).toMatchObject({ status: ['inactive'], opEndDate: ['2026-03-31'], successor: ['V99510'] });
      expect(await properties('V99510')).toMatchObject({ status: ['active'], predecessor: ['V99019', 'V99020'] });
      // What a synchroniser asks every morning.
      expect(await ids('/Organization?_lastUpdated=2026-04-01&roleCode=RO110')).toEqual(['V99019', 'V99020', 'V99510']);
      expect(await ids('/Organization?lastChangeDate=2026-04-01&roleCode=RO110')).toEqual(['V99019', 'V99020', 'V99510']);
      expect(
        (await found('/OrganizationAffiliation?primary-organization=V99019&_lastUpdated=2026-04-01')).body['entry']?.[0],
      ).toMatchObject({
        resource: { active: false, period: { end: '2026-03-31' } },
      });
    }),
    'lifecycle 10: a code that was made in error': record(async () => {
      const { clock, found, refused } = open();
      clock.set(Date.UTC(2026, 2, 10, 9));
      expect((await found('/Organization/FZ827')).body['active']).toBe(true);
      clock.set(Date.UTC(2026, 2, 11, 9));
      expect((await refused('GET', '/Organization/FZ827'))[0]).toBe(404);
      expect(looseList((await found('/List/Organization-deletion')).body['entry']).at(-1)?.['item']).toMatchObject({
        identifier: { value: 'FZ827' },
      });
    }),
    'lifecycle 10: a pharmacy changes its owner': record(async () => {
      const { clock, found } = open();
      const owners = async () =>
        entriesOf(await found('/OrganizationAffiliation?primary-organization=FZ110&role=RE6')).map((entry) => [
          entry['resource']?.['participatingOrganization']?.['reference'],
          entry['resource']?.['active'],
        ]);
      clock.set(morning);
      const [before] = await owners();
      clock.set(Date.UTC(2026, 1, 1, 2));
      expect(await owners()).toEqual([
        [before?.[0], false],
        [expect.not.stringMatching(String(before?.[0])), true],
      ]);
    }),
  },
};
