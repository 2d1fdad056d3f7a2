/** Hospital care, told of people of the whole population. */
import { expect, test } from 'vitest';
import type { ClinicalRecord, EntryKind } from '../../../src/clinical-record.ts';
import { dayOf } from '../../../src/world/calendar.ts';
import { isWorkingDay } from '../../../src/world/clinical/working-days.ts';
import { createWorld } from '../../../src/world/world.ts';
import { sample } from '../everyone.ts';

const [before, today] = ['2025-03-14', '2026-06-01'];
const world = createWorld({ asOf: today });
const records: readonly ClinicalRecord[] = sample(world, 250).flatMap(({ nhsNumber }) => world.record(nhsNumber) ?? []);
const kinds = ['referral', 'appointment', 'admission', 'procedure', 'document'] as const satisfies readonly EntryKind[];

/** What is wrong, with whose record it is. */
const faults = (faultsOf: (record: ClinicalRecord) => readonly unknown[]): readonly unknown[] =>
  records.flatMap((record) => faultsOf(record).map((fault) => [record.person.nhsNumber, fault]));

const ofHospitals = (record: ClinicalRecord) => record.of('appointment').filter(({ setting }) => setting === 'hospital');
const referralsOf = (record: ClinicalRecord) => record.of('referral');

test('nothing is done before somebody was born or after they died', () => {
  const outside = faults((record) => {
    const { birthDate, death } = record.person;
    const written = kinds.flatMap((kind) => record.of(kind).map(({ recorded }) => recorded));
    const held = ofHospitals(record).flatMap(({ on, status }) => (status === 'fulfilled' ? [on] : []));
    return [...written, ...held].filter((day) => day < birthDate || day > (death?.date ?? today));
  });
  expect(outside).toStrictEqual([]);
});

test('what is planned falls on days on which hospitals plan', () => {
  const closed = faults((record) => {
    const planned = record.of('admission').filter(({ method }) => method === 'elective' || method === 'day-case');
    const days = [...ofHospitals(record).map(({ on }) => on), ...planned.map(({ admitted }) => admitted)];
    return [...days, ...referralsOf(record).map(({ recorded }) => recorded)].filter((day) => !isWorkingDay(dayOf(day)));
  });
  expect(closed).toStrictEqual([]);
});

test('nobody is in two beds at once, or loses twice what they have once', () => {
  const inTwo = faults((record) => {
    const stays = record.of('admission').toSorted((a, b) => (a.admitted < b.admitted ? -1 : 1));
    return stays.filter(({ admitted }, n) => n > 0 && (stays[n - 1]?.discharged ?? '9') >= admitted);
  });
  expect(inTwo).toStrictEqual([]);
  const organs = [
    'appendicectomy',
    'tonsillectomy',
    'hysterectomy',
    'cholecystectomy',
    'hip-replacement',
    'knee-replacement',
    'cataract-surgery',
  ];
  const twice = faults((record) => {
    const taken = record.of('procedure').flatMap(({ sort, what }) => (organs.includes(sort) ? [what.text] : []));
    return taken.filter((each, n) => taken.indexOf(each) !== n);
  });
  expect(twice).toStrictEqual([]);
});

test('what entries refer to is there', () => {
  const missing = faults((record) => {
    const about = referralsOf(record).flatMap((each) => each.about);
    const referrals = ofHospitals(record).flatMap(({ referral }) => referral ?? []);
    const procedures = record.of('admission').flatMap((each) => each.procedures);
    const admissions = record.of('procedure').flatMap(({ admission }) => admission ?? []);
    return [...about, ...referrals, ...procedures, ...admissions].filter((id) => record.entry(id) === undefined);
  });
  expect(missing).toStrictEqual([]);
});

test('a booking reference has twelve digits and is of one referral', () => {
  const references = records.flatMap((record) => referralsOf(record).map(({ ubrn }) => ubrn));
  expect(references.filter((each) => !/^\d{12}$/.test(each))).toStrictEqual([]);
  expect(new Set(references).size).toBe(references.length);
});

test('what was told before is told again, and what was ahead comes as it was booked', () => {
  const changed = faults((record) => {
    const earlier = world.on(before).record(record.person.nhsNumber);
    if (earlier === undefined) return [];
    const lost = kinds.filter((kind) => {
      const known = record.of(kind).filter(({ recorded }) => recorded <= before);
      return (
        earlier
          .of(kind)
          .map(({ id }) => id)
          .join() !== known.map(({ id }) => id).join()
      );
    });
    const moved = ofHospitals(earlier).filter(({ id, on, at, slot }) => {
      const now = ofHospitals(record).find((each) => each.id === id);
      return now?.on !== on || now.at !== at || now.slot !== slot;
    });
    return [...lost, ...moved];
  });
  expect(changed).toStrictEqual([]);
});

test('so many wait, and are missed, as published', () => {
  const living = records.filter(({ person }) => person.death === undefined);
  const waits = living.flatMap((record) => referralsOf(record).filter(({ waitingFor }) => waitingFor !== undefined));
  expect(waits.length / living.length).toBeGreaterThan(0.04);
  expect(waits.length / living.length).toBeLessThan(0.18);
  const held = living.flatMap(ofHospitals).filter(({ on }) => on <= today);
  expect(held.filter(({ status }) => status === 'missed').length / held.length).toBeCloseTo(0.06, 1);
  expect(living.flatMap(ofHospitals).some(({ on, status }) => on > today && status === 'booked')).toBe(true);
});

test('children are seen where children are, and only the old where the old are', () => {
  const misplaced = faults((record) => {
    const stays = record.of('admission').map(({ admitted, specialty }) => ({ on: admitted, service: specialty.text }));
    const visits = ofHospitals(record).map(({ on, specialty }) => ({ on, service: specialty?.text ?? '' }));
    return [...stays, ...visits].filter(({ on, service }) => {
      const age = (dayOf(on) - dayOf(record.person.birthDate)) / 365.25;
      return (
        (service === 'Paediatrics' && age > 19) || (service === 'Elderly medicine' && age < 64) || (service === 'Cardiology' && age < 15)
      );
    });
  });
  expect(misplaced).toStrictEqual([]);
});

test('every referral is found by its booking reference, and whose it is', () => {
  const lost = faults((record) =>
    referralsOf(record).filter(({ id, ubrn }) => {
      const found = world.referral(ubrn);
      return found?.entry.id !== id || found.nhsNumber !== record.person.nhsNumber;
    }),
  );
  expect(lost).toStrictEqual([]);
  expect(['', '0', '99999999999x', '1234567890123'].map((ubrn) => world.referral(ubrn))).toStrictEqual(Array(4).fill(undefined));
});
