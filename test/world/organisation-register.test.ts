import { describe, expect, test } from 'vitest';
import { organisations as ofTests, personas } from '../../mocks/personas.ts';
import type { OrganisationRelationship, Premises, RegisterEntry } from '../../src/organisation-register.ts';
import type { IsoDate, OdsCode } from '../../src/population.ts';
import { createWorld } from '../../src/world/world.ts';

const population = createWorld({ personas, organisations: ofTests });
const { register } = population;
const entries = [...register.entries()];
const premises = [...register.allPremises()];

const active = (entry: RegisterEntry | undefined, code: string): readonly OrganisationRelationship[] =>
  (entry?.relationships ?? []).filter((each) => each.code === code && each.isActive);
const isOpenPractice = ({ isActive, roles }: RegisterEntry): boolean => isActive && roles.some(({ code }) => code === 'RO76');
const doubled = (values: readonly string[]): readonly string[] => values.filter((value, n) => values.indexOf(value) !== n);
const on = (date: IsoDate) => population.on(date).register;

describe('the register', () => {
  test('has an entry for every organisation, by code, and each has one primary role', () => {
    const codes = entries.map(({ organisation }) => organisation.ods);
    expect(codes).toEqual(codes.toSorted());
    expect([...population.organisations()].filter(({ ods }) => register.entry(ods)?.organisation !== population.organisation(ods))).toEqual(
      [],
    );
    expect(entries.filter(({ roles }) => roles.filter(({ isPrimary }) => isPrimary).length !== 1)).toEqual([]);
    expect(register.entry('X9999')).toBeUndefined();
    expect(register.entry('y90001')?.organisation.ods).toBe('Y90001');
  });

  test('numbers roles, relationships and successions so that each number is of one', () => {
    expect(doubled(entries.flatMap(({ roles }) => roles.map(({ id }) => id)))).toEqual([]);
    expect(doubled(entries.flatMap(({ successions }) => successions.map(({ id }) => id)))).toEqual([]);
    const relationships = entries.flatMap((entry) => entry.relationships);
    expect(doubled(relationships.map(({ id }) => id))).toEqual([]);
    const some = relationships.filter((_, n) => n % 40 === 0);
    expect(some.map(({ id }) => register.relationship(id))).toEqual(some);
    expect(register.relationship('nonsense')).toBeUndefined();
  });

  test('lets relationships go to organisations that are in it, never to a site, and sites belong to somebody', () => {
    const sites = new Set<string>(entries.filter(({ recordClass }) => recordClass === 'RC2').map(({ organisation }) => organisation.ods));
    const wrong = entries.flatMap((entry) =>
      entry.relationships.filter(
        ({ from, to, isActive }) =>
          from !== entry.organisation.ods ||
          sites.has(to) ||
          register.entry(to) === undefined ||
          (isActive && !register.entry(to)?.isActive),
      ),
    );
    expect(wrong).toEqual([]);
    expect(entries.filter((entry) => sites.has(entry.organisation.ods) && entry.isActive && active(entry, 'RE6').length !== 1)).toEqual([]);
    const codes = new Set(entries.flatMap(({ relationships }) => relationships.map(({ code }) => code)));
    expect([...codes]).toEqual(expect.arrayContaining(['RE10', 'RE11', 'RE2', 'RE4', 'RE5', 'RE6', 'RE8', 'RE9']));
  });

  test('has every practice in one network and one location, which is under one board and one region', () => {
    const only = (from: OdsCode, code: string): OdsCode => {
      const [first, ...others] = active(register.entry(from), code);
      expect([from, code, first === undefined, others.length]).toEqual([from, code, false, 0]);
      return first?.to ?? from;
    };
    for (const { organisation, geography } of entries.filter(isOpenPractice)) {
      const location = only(organisation.ods, 'RE4');
      expect(only(only(organisation.ods, 'RE8'), 'RE4')).toBe(location);
      const board = only(location, 'RE5');
      expect([board, only(board, 'RE2')]).toEqual([geography?.icb, geography?.region]);
      expect(geography?.subIcb).toBe(location);
    }
  });

  test('knows every organisation that an entry of a record names', () => {
    const named = new Set<string>();
    for (let n = 0; n < 12; n += 1) {
      const record = population.record(population.at(n * 67_891).nhsNumber);
      for (const kind of ['encounter', 'issue', 'vaccination', 'appointment'] as const)
        for (const { organisation } of record?.of(kind) ?? []) if (organisation !== undefined) named.add(organisation);
      for (const { pharmacy } of record?.of('issue') ?? []) if (pharmacy !== undefined) named.add(pharmacy);
    }
    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter((ods) => register.entry(ods)?.isActive !== true)).toEqual([]);
  });

  test('tells what happened, and what is ahead only where it was announced', () => {
    const taken = register.entry('Y90901');
    expect(taken).toMatchObject({
      isActive: false,
      operational: { end: '2021-09-30' },
      successions: [{ kind: 'successor', other: 'Y90008' }],
    });
    expect(register.entry('Y90008')?.successions.map(({ kind, other }) => [kind, other])).toEqual([
      ['predecessor', 'Y90901'],
      ['predecessor', 'Y90902'],
    ]);
    expect(register.entry('Y90903')).toMatchObject({ isReferenceOnly: true, isActive: false, organisation: { phone: '' } });
    const ending = entries.filter(({ isActive, operational }) => isActive && operational.end !== undefined);
    expect(ending.map(({ organisation, operational }) => [organisation.kind, operational.end])).toEqual([['gp-branch', '2026-09-30']]);
    expect(register.entry('Y90003')?.relationships.filter(({ code }) => code === 'RE8')).toMatchObject([
      { isActive: false, operational: { end: '2024-03-31' } },
      { isActive: true, operational: { start: '2024-04-01' } },
    ]);
    expect(entries.filter(({ lastChanged }) => lastChanged > population.asOf)).toEqual([]);
  });

  test('changes by night: a pharmacy is sold each month, dental practices become one, and what was made in error is deleted', () => {
    const changed = (date: IsoDate): readonly string[] =>
      [...on(date).entries()].filter(({ lastChanged }) => lastChanged === date).map(({ organisation }) => organisation.kind);
    expect(changed('2026-02-01')).toEqual(['pharmacy']);
    expect(changed('2026-04-01')).toEqual(['pharmacy', 'dentist', 'dentist', 'dentist']);
    // The boards were made anew.
    expect(new Set(changed('2022-07-01'))).toContain('icb');
    expect(on('2026-03-31').entry('V99510')).toBeUndefined();
    expect(on('2026-04-01').entry('V99510')).toMatchObject({
      isActive: true,
      successions: [{ kind: 'predecessor' }, { kind: 'predecessor' }],
    });
    expect(on('2026-03-10').entry('FZ827')).toMatchObject({ isActive: true });
    expect(on('2026-03-11').entry('FZ827')).toBeUndefined();
    expect(on('2026-03-11').deletions()).toEqual([...register.deletions(), { ods: 'FZ827', on: '2026-03-11' }]);
    expect(population.on('2026-10-01').organisation('Y90010002')).toMatchObject({ kind: 'gp-branch' });
    expect(['2026-09-29', '2026-09-30', '2026-10-01'].map((date) => on(date).entry('Y90010002'))).toMatchObject([
      { isActive: true, lastChanged: '2025-10-01' },
      { isActive: true, lastChanged: '2025-10-01' },
      { isActive: false, lastChanged: '2026-10-01' },
    ]);
  });

  test('is on an earlier day what it was then', () => {
    const before = [...on('2019-01-01').entries()];
    expect(before.filter(({ organisation }) => organisation.kind === 'primary-care-network')).toEqual([]);
    expect(before.flatMap(({ relationships }) => relationships).filter(({ operational }) => operational.start > '2019-01-01')).toEqual([]);
    expect([...createWorld({ personas, organisations: ofTests }).on('2019-01-01').register.entries()]).toEqual(before);
  });
});

describe('premises', () => {
  const isSane = (week: Premises['week'][keyof Premises['week']]): boolean =>
    week?.length === 7 && week.every((day) => day.every(({ from, to }, n) => from < to && to <= 1440 && (day[n - 1]?.to ?? 0) <= from));

  test('are those of every practice, branch, pharmacy, dentist, optician and site of a trust that is open', () => {
    const kinds = new Set(premises.map(({ kind }) => kind));
    expect(kinds.size).toBe(9);
    const open = entries.filter(({ isActive, organisation }) => isActive && kinds.has(organisation.kind as Premises['kind']));
    expect(premises.map(({ organisation }) => organisation.ods)).toEqual(open.map(({ organisation }) => organisation.ods));
    expect(premises.filter(({ sellsAtADistance }) => sellsAtADistance).length).toBe(6);
  });

  test('have hours that can be kept, bank holidays among them, and telephones that nobody has', () => {
    expect(premises.filter(({ week }) => !Object.values(week).every(isSane))).toEqual([]);
    const [practice] = premises.filter(({ kind }) => kind === 'gp-practice');
    expect(practice?.exceptions.filter(({ hours }) => hours.length === 0).map((each) => each.on)).toEqual([
      '2025-12-25',
      '2025-12-26',
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
      '2027-01-01',
    ]);
    const phones = premises.flatMap(({ contacts }) =>
      contacts.flatMap(({ kind, value }) => (kind === 'telephone' ? [value.replaceAll(' ', '')] : [])),
    );
    expect(
      phones.filter(
        (value) => !/^(01632960|0191498|01134960|01144960|0115496|0116496|0117496|0118496|01[1-6]\d?496|02079460)\d+$/.test(value),
      ),
    ).toEqual([]);
  });

  test('are near each other where their places are', () => {
    const near = (a: Premises, b: Premises): number =>
      Math.hypot((a.point.latitude - b.point.latitude) * 111, (a.point.longitude - b.point.longitude) * 67);
    const inTown = (town: string): readonly Premises[] =>
      premises.filter(({ address }) => address.lines[3] === town && address.lines[2] !== town);
    const [leeds, birmingham] = [inTown('Leeds'), inTown('Birmingham')];
    const [a, b, other] = [leeds[0], leeds[1], birmingham[0]];
    if (a === undefined || b === undefined || other === undefined) throw new Error('there are none');
    expect(near(a, b)).toBeLessThan(16);
    expect(near(a, other)).toBeGreaterThan(130);
    expect(birmingham.filter((each) => each.kind === 'pharmacy' && near(each, other) < 10).length).toBeGreaterThan(50);
    expect(register.point(a.address.postcode ?? '')).toEqual(a.point);
    expect(register.point('LS1 6AE')).toEqual({ latitude: 53.8, longitude: -1.55 });
    expect(register.point('ZZ99 3VZ')).toBeUndefined();
  });

  test('that treat what is urgent have slots on Sundays', () => {
    const [centre] = premises.filter(({ kind }) => kind === 'urgent-treatment-centre');
    const diary = population.diary(centre?.organisation.ods ?? '');
    expect([...(diary?.slots('2026-01-04', '2026-01-04') ?? [])].length).toBe(96);
    const [slot] = diary?.slots('2026-01-04', '2026-01-04') ?? [];
    expect(population.slot(slot?.id ?? '')).toEqual(slot);
  });
});
