import { expect, test } from 'vitest';
import type { AppointmentEntry, EncounterEntry, EntryKind } from '../../../src/clinical-record.ts';
import type { NhsNumber } from '../../../src/population.ts';
import { dayOf, isoDate } from '../../../src/world/calendar.ts';
import { isWorkingDay } from '../../../src/world/clinical/working-days.ts';
import { createWorld } from '../../../src/world/world.ts';

const asOf = '2026-11-27';
const later = '2027-01-20';
const world = createWorld({ seed: 7, size: 12_000, asOf });
const people = Array.from({ length: 240 }, (_, n) => world.at(n * 47));

const recordOf = (nhsNumber: NhsNumber, date = asOf) =>
  world.on(date).record(nhsNumber) ?? expect.fail(`${nhsNumber} has no record on ${date}`);
const records = people.map(({ nhsNumber }) => recordOf(nhsNumber));

const atHospital = new Set<EncounterEntry['sort']>(['outpatient', 'emergency', 'admission']);
const atPractice = records.flatMap((record) => record.of('encounter').filter(({ sort }) => !atHospital.has(sort)));
const atPractices = ({ setting }: AppointmentEntry): boolean => setting === 'general-practice';

const share = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length / all.length;

test('contacts with a practice are on working days, but for a few at weekends, and never on 25 and 26 December and 1 January', () => {
  expect(share(atPractice, ({ recorded }) => !isWorkingDay(dayOf(recorded)))).toBeLessThan(0.03);
  expect(atPractice.filter(({ recorded }) => ['12-25', '12-26', '01-01'].includes(recorded.slice(5)))).toEqual([]);
  const appointments = records.flatMap((record) => record.of('appointment').filter(atPractices));
  expect(appointments.filter(({ on }) => !isWorkingDay(dayOf(on)))).toEqual([]);
});

test('nobody is at a practice before they were born or registered, after they died, or while they are in hospital', () => {
  for (const { person, of } of records) {
    const stays = of('admission');
    for (const { recorded, sort, note } of of('encounter')) {
      if (recorded < person.birthDate || (person.death !== undefined && recorded > person.death.date))
        expect.fail(`${person.nhsNumber}: ${recorded}`);
      if (atHospital.has(sort)) continue;
      const inBed = stays.some(({ admitted, discharged = asOf }) => admitted < recorded && recorded < discharged);
      if (inBed) expect.fail(`${person.nhsNumber} is in hospital on ${recorded}: ${note}`);
    }
  }
});

const theirs = new Set<EntryKind>(['observation', 'medication', 'referral']);

test('an encounter is about what was written on its day by the same person, and nothing is prescribed for a few days without one', () => {
  for (const record of records) {
    const written = new Set<string>();
    for (const { about, recorded, practitioner, sort } of record.of('encounter')) {
      for (const id of about) {
        const entry = record.entry(id) ?? expect.fail(`${record.person.nhsNumber}: nothing is ${id}`);
        if (entry.recorded > recorded) expect.fail(`${entry.kind} of ${entry.recorded} in an encounter of ${recorded}`);
        const isTheirs = !atHospital.has(sort) && theirs.has(entry.kind);
        if (isTheirs && entry.practitioner !== practitioner) expect.fail(`${entry.kind} ${id} of ${recorded} is somebody else’s`);
        written.add(id);
      }
    }
    const courses = record.of('medication').filter(({ course, recorded }) => course === 'acute' && recorded >= '2010-01-01');
    const unseen = courses.filter(
      ({ id, recorded, organisation }) => !written.has(id) && organisation !== undefined && isWorkingDay(dayOf(recorded)),
    );
    const inBed = unseen.filter(({ recorded }) =>
      record.of('admission').some(({ admitted, discharged = asOf }) => admitted <= recorded && recorded <= discharged),
    );
    expect(unseen.length - inBed.length).toBe(0);
  }
});

test('what is told on a day is what was told of it later, and what was booked has come about, or not', () => {
  for (const { nhsNumber } of people.slice(0, 30)) {
    const [now, then] = [recordOf(nhsNumber), recordOf(nhsNumber, later)];
    expect(JSON.stringify(now.of('encounter'))).toBe(JSON.stringify(then.of('encounter').filter(({ recorded }) => recorded <= asOf)));
    const asBefore = then.of('appointment').flatMap((appointment) => {
      if (appointment.recorded > asOf) return [];
      return [appointment.on > asOf ? { ...appointment, status: 'booked' as const } : appointment];
    });
    expect(JSON.stringify(now.of('appointment').filter(atPractices))).toBe(JSON.stringify(asBefore.filter(atPractices)));
    for (const { on, at, status, practitioner, reason } of then.of('appointment').filter(atPractices)) {
      if (on > later || status !== 'fulfilled') continue;
      const met = then.of('encounter').find(({ recorded, time }) => recorded === on && time === at);
      if (met?.practitioner !== practitioner || met?.reason.text !== reason.text) expect.fail(`${nhsNumber} met nobody on ${on} at ${at}`);
    }
  }
});

test('what somebody has booked takes a slot of the diary', () => {
  const booked = records.flatMap((record) => record.of('appointment').filter((each) => atPractices(each) && each.status === 'booked'));
  expect(booked.length).toBeGreaterThan(10);
  for (const { slot = '', organisation = '', on, at, minutes, practitioner, mode } of booked) {
    expect(world.slot(slot)).toMatchObject({ organisation, on, at, minutes, isFree: false });
    const clinic = world.diary(organisation)?.clinics.find(({ id }) => id === world.slot(slot)?.clinic);
    expect(clinic).toMatchObject({ practitioner, mode });
  }
});

const oldest = isoDate(dayOf(asOf) - 365);
const ageOf = (birthDate: string): number => Math.floor((dayOf(asOf) - dayOf(birthDate)) / 365.25);

/** Contacts with the practice within a year, per person. */
function perPerson(isAmong: (age: number, gender: string) => boolean): number {
  const those = records.filter(({ person }) => person.death === undefined && isAmong(ageOf(person.birthDate), person.gender));
  const contacts = those.map(
    (record) => record.of('encounter').filter(({ sort, recorded }) => !atHospital.has(sort) && recorded > oldest).length,
  );
  return contacts.reduce((sum, count) => sum + count, 0) / those.length;
}

test.for([
  ['children of 5 to 14', (age: number) => age >= 5 && age < 15, 1.4, 3.6],
  ['men of 15 to 44', (age: number, gender: string) => gender === 'male' && age >= 15 && age < 45, 1.8, 4],
  ['women of 15 to 44', (age: number, gender: string) => gender === 'female' && age >= 15 && age < 45, 4.5, 8],
  ['those of 45 to 64', (age: number) => age >= 45 && age < 65, 4.5, 8],
  ['those of 65 and more', (age: number) => age >= 65, 7.5, 13.5],
] as const)('%s are in contact with their practice about as often as is published', ([, isAmong, least, most]) => {
  const found = perPerson(isAmong);
  expect(found).toBeGreaterThan(least);
  expect(found).toBeLessThan(most);
});

test.for([
  ['face to face', atPractice, ({ mode }: EncounterEntry) => mode === 'face-to-face', 0.65],
  ['by telephone', atPractice, ({ mode }: EncounterEntry) => mode === 'telephone', 0.25],
  ['on a Monday', atPractice, ({ recorded }: EncounterEntry) => new Date(recorded).getUTCDay() === 1, 0.216],
  ['on a Friday', atPractice, ({ recorded }: EncounterEntry) => new Date(recorded).getUTCDay() === 5, 0.165],
] as const)('as large a share of contacts as published is %s', ([, all, holds, published]) => {
  expect(Math.abs(share(all, holds) - published)).toBeLessThan(0.05);
});

test('appointments are booked on the day, within a week or weeks ahead, and a few are missed, as published', () => {
  const past = records.flatMap((record) => record.of('appointment').filter((each) => atPractices(each) && each.on <= asOf));
  const ahead = ({ on, recorded }: AppointmentEntry): number => dayOf(on) - dayOf(recorded);
  expect(Math.abs(share(past, (each) => ahead(each) === 0) - 0.44)).toBeLessThan(0.06);
  expect(Math.abs(share(past, (each) => ahead(each) <= 7) - 0.7)).toBeLessThan(0.06);
  expect(past.filter((each) => ahead(each) > 42 || ahead(each) < 0)).toEqual([]);
  expect(Math.abs(share(past, ({ status }) => status === 'missed') - 0.042)).toBeLessThan(0.015);
});

test('a note says what was found and done, in a few sentences', () => {
  expect(atPractice.filter(({ note }) => note === '' || note.length > 600)).toEqual([]);
  expect(share(atPractice, ({ note }) => /^[A-Z0-9].*[.!]$/.test(note))).toBe(1);
});
