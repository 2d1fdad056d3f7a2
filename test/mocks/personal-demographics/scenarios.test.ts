/** The scenarios of the official sandbox, over the whole population; and each of its known defects, done better. Its own answers: `sandbox/`. */
import { describe, expect, test } from 'vitest';
import { contract, demographics, faultOf, foundIn, world } from './demographics.ts';

const service = demographics();
const { call } = service;
const jane = '9000000009';
const jayne = '9000000017';
const janet = '9000000025';

const path = (query: string): string => `/Patient?${query.replaceAll(' ', '%20')}`;
const born = 'gender=female&birthdate=eq2010-10-22';
const contacts = 'email=jane.smith@example.com&phone=01632960587';

describe('the published scenarios', () => {
  test.for<[string, string, unknown[]]>([
    ['Smith', `family=Smith&${born}&${contacts}`, [[jane, 1]]],
    [
      'Sm*',
      `family=Sm*&${born}`,
      [
        [jane, 0.8343],
        [jayne, 0.8343],
      ],
    ],
    ['Sm* with e-mail and telephone', `family=Sm*&${born}&${contacts}`, [[jane, 1]]],
    ['Sm* with e-mail', `family=Sm*&${born}&email=jane.smith@example.com`, [[jane, 1]]],
    ['Sm* with telephone', `family=Sm*&${born}&phone=01632960587`, [[jane, 1]]],
    ['Sm* with e-mail, telephone and one result', `family=Sm*&${born}&${contacts}&_max-results=1`, [[jane, 1]]],
    [
      'Smythe, restricted',
      'family=Smythe&given=Janet&gender=female&birthdate=eq2005-06-16&email=janet.smythe@example.com&phone=01632960589',
      [[janet, 1]],
    ],
    ['a range', `family=Smith&gender=female&birthdate=ge2010-10-21&birthdate=le2010-10-23&${contacts}`, [[jane, 1]]],
    ['another e-mail and telephone', `family=Smith&${born}&email=deb.trotter@example.com&phone=0121111111`, []],
    ['Spiderman', 'family=Spiderman&birthdate=eq1962-07-31', []],
    ['Bingham', 'family=Bingham&birthdate=eq1934-12-18', []],
    ['McMatch-Single', 'family=McMatch-Single&birthdate=1954-10-26&gender=male&address-postalcode=BAP 4WG', [['5900054586', 1]]],
    [
      'McMatch-Multiple',
      'family=McMatch-Multiple&birthdate=1997-08-20&address-postalcode=DN19 7UD',
      [
        ['5900033104', 1],
        ['5900033333', 1],
      ],
    ],
  ])('finds %s', async ([, query, found]) => {
    expect(foundIn(await service.call('GET', path(query)))).toEqual(found);
  });

  test('finds four called YOUDS, or too many for one', async () => {
    expect(foundIn(await service.call('GET', path('family=YOUDS&birthdate=1970-01-24'))).length).toBe(4);
    expect(faultOf(await service.call('GET', path('family=YOUDS&birthdate=1970-01-24&_max-results=1')))['code']).toBe('TOO_MANY_MATCHES');
    expect(faultOf(await service.call('GET', path(`family=Sm*&${born}&_max-results=1`)))['code']).toBe('TOO_MANY_MATCHES');
  });

  test('leaves restricted data out of what it finds', async () => {
    const { body } = await service.call('GET', path('family=Smythe&birthdate=eq2005-06-16'));
    expect(JSON.stringify(body)).not.toMatch(/"address"|"telecom"|"generalPractitioner"/);
  });

  test('reads the published people, all at version 2', async () => {
    for (const id of [jane, jayne, janet, '9000000033']) {
      const { status, headers } = await service.call('GET', `/Patient/${id}`);
      expect([id, status, headers.get('etag')]).toEqual([id, 200, 'W/"2"']);
    }
    expect((await service.call('GET', '/Patient/9111231130')).status).toBe(404);
    expect((await service.call('GET', '/Patient/9000000000')).status).toBe(400);
  });

  test('knows two, one and no related people, and none of a number nobody has', async () => {
    const total = async (id: string): Promise<unknown> => (await service.call('GET', `/Patient/${id}/RelatedPerson`)).body['total'];
    expect([await total(jane), await total(jayne), await total(janet)]).toEqual([2, 1, 0]);
    expect((await service.call('GET', '/Patient/9111231130/RelatedPerson')).status).toBe(404);
  });

  test('knows one coverage, and refuses its earlier version and none', async () => {
    const { headers, body } = await service.call('GET', `/Coverage?subscriber:identifier=${jane}`);
    expect([headers.get('etag'), body['total']]).toEqual(['W/"2"', 1]);
    expect((await service.call('GET', '/Coverage?subscriber:identifier=9000000033')).headers.get('etag')).toBe('W/"1"');
    const card = body['entry']?.[0]?.['resource'];
    const post = async (version: string): Promise<number> =>
      (await service.call('POST', '/Coverage', { body: card, headers: { 'Content-Type': 'application/json', 'If-Match': version } }))
        .status;
    expect([await post(''), await post('W/"1"'), await post('W/"2"')]).toEqual([412, 409, 201]);
  });

  test('registers the published examples as documented', async () => {
    const examples = contract.operations.find(({ id }) => id === 'create-patient')?.body?.content[0]?.examples ?? [];
    const outcomes: unknown[] = [];
    for (const { name, value } of examples) {
      const answer = await service.call('POST', '/Patient', { body: value, headers: { 'Content-Type': 'application/json' } });
      outcomes.push([name, answer.status, faultOf(answer)['code']]);
    }
    expect(outcomes).toEqual([
      ['create-patient', 201, undefined],
      ['single-match', 200, 'SINGLE_MATCH'],
      ['multiple-matches', 200, 'MULTIPLE_MATCHES'],
    ]);
  });
});

describe('where the official sandbox contradicts the real service, which is answered like', () => {
  test('any fuzzy search finds all who are like what was asked for', async () => {
    expect(foundIn(await call('GET', path(`family=Smith&given=Jane&${born}&_fuzzy-match=true`)))).toEqual([
      [jane, 1],
      [jayne, 0.8976],
    ]);
  });

  test('a compound name that is exactly so scores 1', async () => {
    const query =
      'family=Smith&given=John Paul&given=James&gender=male&birthdate=eq2010-10-22&email=johnp.smith@example.com&phone=01632960590';
    expect(foundIn(await call('GET', path(query)))).toEqual([['9990000034', 1]]);
  });

  test('nobody found is an empty Bundle, and related people of nobody are not found', async () => {
    expect((await call('GET', path('family=Nosuchname&birthdate=1980-01-01'))).body['total']).toBe(0);
    expect((await call('GET', `/Patient/${world.spareNumber(7)}/RelatedPerson`)).status).toBe(404);
  });
});

describe('the defects of the official sandbox, one by one', () => {
  test('1: any valid path of a patch changes the record, or is refused', async () => {
    const service = demographics();
    const { body } = await service.patch(jane, 2, [
      { op: 'replace', path: '/telecom/0/id', value: '789' },
      { op: 'replace', path: '/telecom/0/value', value: '01632960001' },
    ]);
    expect(body['telecom']?.[0]?.['value']).toBe('01632960001');
    const nonsense = [
      { op: 'test', path: '/name/0/id', value: '123' },
      { op: 'add', path: '/name/0/colour', value: 'red' },
    ];
    expect((await service.patch(jane, 3, nonsense)).status).toBe(400);
  });

  test('2: a new patient gets a number of their own and can be read', async () => {
    const service = demographics();
    const [example] = contract.operations.find(({ id }) => id === 'create-patient')?.body?.content[0]?.examples ?? [];
    const { body } = await service.call('POST', '/Patient', { body: example?.value, headers: { 'Content-Type': 'application/json' } });
    expect((await service.call('GET', `/Patient/${String(body['id'])}`)).status).toBe(200);
  });

  test('3: unknown parameters are refused however many there are', async () => {
    for (const extra of ['a=1', 'a=1&b=2', 'a=1&b=2&c=3']) {
      expect(faultOf(await call('GET', path(`family=Smith&birthdate=2010-10-22&${extra}`)))['code']).toBe('ADDITIONAL_PROPERTIES');
    }
  });

  test('4: whoever a search finds can be read, with the birth date the search gave; nobody dies the day she is born', async () => {
    for (const query of [`family=Sm*&${born}`, 'family=Smythe&birthdate=2005-06-16']) {
      const { body } = await call('GET', path(query));
      const entries: unknown = body['entry'];
      for (const entry of Array.isArray(entries) ? entries : []) {
        const { resource } = entry as { resource: { id: string; birthDate: string; deceasedDateTime?: string } };
        expect((await call('GET', `/Patient/${resource.id}`)).body['birthDate']).toBe(resource.birthDate);
        expect(resource.deceasedDateTime?.slice(0, 10)).not.toBe(resource.birthDate);
      }
    }
  });

  test('5: there are superseded and invalidated records, and related people of nobody are not found', async () => {
    expect((await call('GET', '/Patient/9990000093')).body['id']).toBe('9990000107');
    expect((await call('GET', '/Patient/9111231130/RelatedPerson')).status).toBe(404);
  });

  test('6: _exact-match, _history and _max-results work for anybody', async () => {
    const killen = 'family=Killen&birthdate=1936-06-21';
    expect(foundIn(await call('GET', path(killen)))).toEqual([]);
    // The published requests call it by either name.
    for (const name of ['_history', 'history'])
      expect(foundIn(await call('GET', path(`${killen}&${name}=true&=`)))).toEqual([['9732110317', 1]]);
    expect(foundIn(await call('GET', path(`family=Sm*&${born}&_exact-match=true`)))).toEqual([]);
  });

  test('7: every member of a new name is checked', async () => {
    const [example] = contract.operations.find(({ id }) => id === 'create-patient')?.body?.content[0]?.examples ?? [];
    const body = { ...(example?.value as object), name: [{ use: 7, family: ['x'] }] };
    expect(faultOf(await call('POST', '/Patient', { body, headers: { 'Content-Type': 'application/json' } }))['code']).toBe(
      'INVALID_VALUE',
    );
  });
});
