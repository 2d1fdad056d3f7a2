/** Searches over the whole population, as a client sends them. */
import { describe, expect, test } from 'vitest';
import { demographics, faultOf, foundIn, world } from '../demographics.ts';
import { personWhere, personWith, somebody } from '../people.ts';

const { call } = demographics();

const search = (query: Record<string, string | readonly string[]>) =>
  call(
    'GET',
    `/Patient?${new URLSearchParams(Object.entries(query).flatMap(([name, value]) => [value].flat().map((each) => [name, each])))}`,
  );

const family = somebody.names[0]?.family ?? '';
const given = somebody.names[0]?.given ?? [];
const born = `eq${somebody.birthDate}`;
const postcode = somebody.addresses[0]?.postcode ?? '';
const phone = somebody.telecoms.find(({ system }) => system === 'phone')?.value ?? '';
const practice = somebody.registrations[0]?.practice ?? '';

describe('an exact search', () => {
  test.for<[string, Record<string, string>]>([
    ['family name and birth date', { family, birthdate: born }],
    ['lower case', { family: family.toLowerCase(), birthdate: born }],
    ['a bare date', { family, birthdate: somebody.birthDate }],
    ['given name and gender as well', { family, birthdate: born, given: given[0] ?? '', gender: somebody.gender }],
    ['postcode without its space', { family, birthdate: born, 'address-postalcode': postcode.replace(' ', '').toLowerCase() }],
    ['the older postcode parameter', { family, birthdate: born, 'address-postcode': postcode }],
    ['telephone', { family, birthdate: born, phone }],
    ['practice', { family, birthdate: born, 'general-practitioner': practice.toLowerCase() }],
  ])('finds somebody by %s, with score 1', async ([, query]) => {
    expect(foundIn(await search(query))).toContainEqual([somebody.nhsNumber, 1]);
  });

  test('finds nobody by another given name, postcode, telephone or practice', async () => {
    for (const wrong of [
      { given: 'Zebedee' },
      { 'address-postalcode': 'ZZ9 9ZZ' },
      { phone: '01632960999' },
      { 'general-practitioner': 'Y00001' },
    ]) {
      const answer = await search({ family, birthdate: born, ...wrong });
      expect(foundIn(answer)).not.toContainEqual([somebody.nhsNumber, expect.anything()]);
    }
  });

  test('that finds nobody answers total 0 and no entry at all', async () => {
    const { status, body } = await search({ family: 'Nosuchname', birthdate: born });
    expect(status).toBe(200);
    expect(body).toEqual({ resourceType: 'Bundle', type: 'searchset', timestamp: '2026-01-01T00:00:00+00:00', total: 0 });
  });

  test('takes several given names in order', async () => {
    expect(foundIn(await search({ family, birthdate: born, given: given.slice(0, 2) }))).toContainEqual([somebody.nhsNumber, 1]);
    expect(foundIn(await search({ family, birthdate: born, given: [given[1] ?? '', given[0] ?? ''] }))).not.toContainEqual([
      somebody.nhsNumber,
      expect.anything(),
    ]);
  });
});

describe('a range and a wildcard', () => {
  test('find somebody between two dates', async () => {
    const [year = ''] = somebody.birthDate.split('-');
    const answer = await search({ family, given: given[0] ?? '', birthdate: [`ge${year}-01-01`, `le${year}-12-31`] });
    expect(foundIn(answer)).toContainEqual([somebody.nhsNumber, 1]);
  });

  test('score less the less is spelled out', async () => {
    const scores: unknown[] = [];
    for (const letters of [2, 3]) {
      const answer = await search({ family: `${family.slice(0, letters)}*`, birthdate: born, given: given[0] ?? '' });
      scores.push(foundIn(answer).find((each) => Array.isArray(each) && each[0] === somebody.nhsNumber));
    }
    const [[, two], [, three]] = scores as [[string, number], [string, number]];
    expect(two).toBeLessThan(three);
    expect(three).toBeLessThan(1);
  });

  test('a wildcard is tried on the first given name only', async () => {
    const second = `${(given[1] ?? '').slice(0, 3)}*`;
    const answer = await search({ family, birthdate: born, given: second });
    expect(foundIn(answer)).not.toContainEqual([somebody.nhsNumber, expect.anything()]);
  });

  test('_exact-match leaves out what is not exact', async () => {
    const query = { family: `${family.slice(0, 2)}*`, birthdate: born, given: given[0] ?? '' };
    expect(foundIn(await search({ ...query, '_exact-match': 'true' }))).toEqual([]);
  });

  test('results are sorted by score, best first', async () => {
    const answer = await search({ family: 'Sm*', birthdate: ['ge1980-01-01', 'le1980-01-31'] });
    const scores = foundIn(answer).map((each) => (Array.isArray(each) ? Number(each[1]) : 0));
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe('too many', () => {
  test.for([{}, { '_max-results': '50' }, { '_max-results': '1' }])(
    'people for %s is an OperationOutcome with status 200',
    async (limit) => {
      const answer = await search({ family: 'Sm*', birthdate: ['ge1970-01-01', 'le1990-12-31'], ...limit });
      expect(faultOf(answer)).toEqual({
        status: 200,
        code: 'TOO_MANY_MATCHES',
        display: 'Too Many Matches',
        issue: 'multiple-matches',
        severity: 'information',
      });
    },
  );

  test('is not what one match is, when one was asked for', async () => {
    const answer = await search({ family, birthdate: born, given: given.slice(0, 2), phone, '_max-results': '1' });
    expect(foundIn(answer)).toEqual([[somebody.nhsNumber, 1]]);
  });
});

describe('a fuzzy search', () => {
  test('finds the exact match first, with score 1', async () => {
    const answer = await search({ family, given: given[0] ?? '', birthdate: born, '_fuzzy-match': 'true' });
    expect(foundIn(answer)[0]).toEqual([somebody.nhsNumber, 1]);
  });

  test('finds a name that sounds alike', async () => {
    const smiths = world.search({ family: 'Smith', born: { from: '1980-01-01', to: '1981-12-31' } });
    const smith = [...smiths].find(
      ({ names, status, restricted }) => names[0]?.given[0] !== undefined && status.kind === 'live' && !restricted,
    );
    if (!smith) throw new Error('the world has no Smith');
    const answer = await search({
      family: 'Smyth',
      given: smith.names[0]?.given[0] ?? '',
      birthdate: smith.birthDate,
      '_fuzzy-match': 'true',
    });
    expect(foundIn(answer)).toContainEqual([smith.nhsNumber, 0.9397]);
  });

  test('finds names that were crossed over', async () => {
    const answer = await search({ family: given[0] ?? '', given: family, birthdate: born, '_fuzzy-match': 'true' });
    expect(foundIn(answer)).toContainEqual([somebody.nhsNumber, 0.85]);
  });

  test('lowers the score for another practice instead of leaving somebody out', async () => {
    const answer = await search({
      family,
      given: given[0] ?? '',
      birthdate: born,
      'general-practitioner': 'Y00001',
      '_fuzzy-match': 'true',
    });
    expect(foundIn(answer)).toContainEqual([somebody.nhsNumber, 0.95]);
  });

  test('works without a family name', async () => {
    const query = { given: given[0] ?? '', gender: somebody.gender, 'address-postalcode': postcode, birthdate: born };
    expect(foundIn(await search({ ...query, '_fuzzy-match': 'true' }))).toContainEqual([somebody.nhsNumber, 1]);
  });
});

describe('history', () => {
  const changed = personWith('changed-name', ({ names, status, restricted, death }) => {
    const before = names.find(({ use }) => use === 'old' || use === 'maiden');
    return before !== undefined && before.family !== names[0]?.family && status.kind === 'live' && !restricted && death === undefined;
  });
  const before = changed.names.find(({ use }) => use === 'old' || use === 'maiden');
  const query = { family: before?.family ?? '', birthdate: changed.birthDate };

  test('finds somebody by a name they had, and shows the name they have', async () => {
    const answer = await search({ ...query, _history: 'true' });
    expect(foundIn(answer)).toContainEqual([changed.nhsNumber, 1]);
    expect(JSON.stringify(answer.body)).toContain(changed.names[0]?.family);
    expect(foundIn(await search(query))).not.toContainEqual([changed.nhsNumber, expect.anything()]);
  });

  test('finds somebody by a postcode they had', async () => {
    const moved = personWhere(({ addresses }) => {
      const old = addresses.find(({ use }) => use === 'old')?.postcode;
      return old !== undefined && addresses.every(({ use, postcode: now }) => use === 'old' || now !== old);
    });
    const earlier = {
      family: moved.names[0]?.family ?? '',
      birthdate: moved.birthDate,
      'address-postalcode': moved.addresses.find(({ use }) => use === 'old')?.postcode ?? '',
    };
    expect(foundIn(await search({ ...earlier, _history: 'true' }))).toContainEqual([moved.nhsNumber, 1]);
    expect(foundIn(await search(earlier))).not.toContainEqual([moved.nhsNumber, expect.anything()]);
  });
});

describe('results', () => {
  test('have an address here, and leave out what a search does not give', async () => {
    const { body } = await search({ family, birthdate: born, given: given[0] ?? '', phone });
    const entry = body['entry']?.[0];
    expect(entry?.['fullUrl']).toBe(`http://sandbox.test/personal-demographics/FHIR/R4/Patient/${somebody.nhsNumber}`);
    expect(Object.keys(entry?.['resource'] ?? {}).toSorted()).toEqual(
      expect.arrayContaining(['address', 'birthDate', 'gender', 'generalPractitioner', 'id', 'identifier', 'meta', 'name', 'telecom']),
    );
    expect(JSON.stringify(entry)).not.toMatch(/NominatedPharmacy|birthPlace|NHSCommunication|ContactPreference|managingOrganization|"old"/);
  });

  const restricted = personWith(
    'restricted',
    ({ names, addresses, death }) => names.length > 0 && addresses[0]?.postcode !== undefined && death === undefined,
  );
  const query = { family: restricted.names[0]?.family ?? '', given: restricted.names[0]?.given[0] ?? '', birthdate: restricted.birthDate };

  test('show a restricted patient without location', async () => {
    const { body } = await search(query);
    const resource = body['entry']?.[0]?.['resource'];
    expect(resource?.['id']).toBe(restricted.nhsNumber);
    for (const member of ['address', 'telecom', 'contact', 'generalPractitioner']) expect(resource).not.toHaveProperty(member);
  });

  test('never show a restricted patient to a search by postcode or practice', async () => {
    const where = world.find(restricted.nhsNumber);
    expect(foundIn(await search({ ...query, 'address-postalcode': where?.addresses[0]?.postcode ?? '' }))).toEqual([]);
    expect(foundIn(await search({ ...query, 'general-practitioner': where?.registrations[0]?.practice ?? 'Y90001' }))).toEqual([]);
  });

  test('show the survivor of a superseded record, once, and never an invalidated one', async () => {
    const superseded = personWith('superseded', ({ names }) => names.length > 0);
    const by = superseded.status.kind === 'superseded' ? superseded.status.by : '';
    const found = foundIn(
      await search({
        family: superseded.names[0]?.family ?? '',
        given: superseded.names[0]?.given[0] ?? '',
        birthdate: superseded.birthDate,
      }),
    );
    expect(found.filter((each) => Array.isArray(each) && each[0] === by).length).toBe(1);
    const invalidated = personWith('invalidated', ({ names }) => names.length > 0);
    const none = foundIn(
      await search({
        family: invalidated.names[0]?.family ?? '',
        given: invalidated.names[0]?.given[0] ?? '',
        birthdate: invalidated.birthDate,
      }),
    );
    expect(none).not.toContainEqual([invalidated.nhsNumber, expect.anything()]);
  });

  test('show the dead', async () => {
    const dead = personWith('deceased-formal', ({ names }) => (names[0]?.given.length ?? 0) > 0);
    const answer = await search({
      family: dead.names[0]?.family ?? '',
      given: dead.names[0]?.given[0] ?? '',
      birthdate: dead.birthDate,
      'death-date': `eq${dead.death?.date}`,
    });
    expect(foundIn(answer)).toContainEqual([dead.nhsNumber, 1]);
    expect(JSON.stringify(answer.body)).toContain('DeathNotificationStatus');
  });
});

test('a search too broad to look through is too many matches, however few would fit', async () => {
  const answer = await search({ family: 'Ma*', birthdate: ['ge1930-01-01', 'le2020-12-31'], 'address-postalcode': 'ZZ9*' });
  expect(faultOf(answer)['code']).toBe('TOO_MANY_MATCHES');
});
