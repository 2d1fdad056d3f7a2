import { expect, test } from 'vitest';
import { dayOf } from '../../../src/world/calendar.ts';
import { isWorkingDay } from '../../../src/world/clinical/working-days.ts';
import { createWorld } from '../../../src/world/world.ts';

const world = createWorld({ seed: 7, size: 12_000, asOf: '2026-11-27' });
const [practice] = world.organisations('gp-practice');
const [trust] = world.organisations('trust');
const [pharmacy] = world.organisations('pharmacy');

const diaryOf = (ods: string | undefined, asOf = world.asOf) => {
  const diary = world.on(asOf).diary(ods ?? '');
  if (diary === undefined) return expect.fail(`${ods} has no diary`);
  return diary;
};

const fortnight = ['2026-11-27', '2026-12-10'] as const;

test('a practice has clinics of its doctors, nurses, pharmacist and physiotherapist, each held by one of them', () => {
  const { clinics } = diaryOf(practice?.ods);
  const staff = world.practitioners(practice?.ods ?? '').map(({ sdsUserId }) => sdsUserId);
  expect(clinics.map(({ name }) => name).slice(4)).toEqual([
    'Telephone appointments',
    'Nurse',
    'Blood tests and checks',
    'Vaccinations',
    'Clinical pharmacist',
    'Physiotherapist',
  ]);
  expect(new Set(clinics.map(({ practitioner }) => practitioner))).toEqual(new Set(staff));
  expect(diaryOf(pharmacy?.ods).clinics.map(({ name }) => name)).toEqual(['Pharmacy First']);
  expect(diaryOf(trust?.ods).clinics.length).toBe(12);
});

test.for([
  ['an integrated care board', () => [...world.organisations('icb')][0]?.ods],
  ['what is no organisation', () => 'NOWHERE'],
])('%s has no diary', ([, ods]) => {
  expect(world.diary((ods as () => string)())).toBeUndefined();
});

test('slots come in order of time, on working days, and nobody is in two places at once', () => {
  for (const { ods } of [practice, trust, pharmacy].filter((each) => each !== undefined)) {
    const diary = diaryOf(ods);
    const slots = [...diary.slots(...fortnight)];
    const holder = new Map(diary.clinics.map(({ id, practitioner }) => [id, practitioner]));
    expect(slots.length).toBeGreaterThan(100);
    expect(slots.map(({ on, at }) => `${on} ${at}`)).toEqual(slots.map(({ on, at }) => `${on} ${at}`).toSorted());
    expect(slots.filter(({ on }) => !isWorkingDay(dayOf(on)))).toEqual([]);
    expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
    const busyUntil = new Map<string, string>();
    for (const { clinic, on, at, minutes } of slots) {
      const who = holder.get(clinic) ?? expect.fail('a slot of no clinic');
      const begins = Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
      if (`${on} ${String(begins).padStart(4, '0')}` < (busyUntil.get(who) ?? '')) expect.fail(`${who} is in two places on ${on} at ${at}`);
      busyUntil.set(who, `${on} ${String(begins + minutes).padStart(4, '0')}`);
    }
  }
});

test('vaccinations have a clinic in autumn only', () => {
  const { clinics } = diaryOf(practice?.ods);
  const clinic = clinics.find(({ name }) => name === 'Vaccinations')?.id;
  const offered = (asOf: string) => [...diaryOf(practice?.ods, asOf).slots(asOf, asOf)].filter((slot) => slot.clinic === clinic).length;
  expect(['2026-08-28', '2026-09-01', '2026-12-31', '2027-01-04'].map(offered)).toEqual([0, 24, 24, 0]);
});

test('of slots that are soon most are taken, of those in weeks few, and what is past cannot be booked', () => {
  const diary = diaryOf(practice?.ods);
  const freeOn = (day: string): number => {
    const slots = [...diary.slots(day, day)];
    return slots.filter(({ isFree }) => isFree).length / slots.length;
  };
  expect(freeOn('2026-11-26')).toBe(0);
  expect(freeOn('2026-11-27')).toBeLessThan(0.1);
  expect(freeOn('2026-12-10')).toBeGreaterThan(freeOn('2026-11-30'));
  expect(freeOn('2027-01-15')).toBeGreaterThan(0.8);
});

test('a slot that is taken stays taken as its day comes nearer', () => {
  const day = '2026-12-18';
  let taken = new Set<string>();
  for (const asOf of ['2026-10-01', '2026-11-20', '2026-12-07', '2026-12-17', '2026-12-18', '2026-12-19']) {
    const now = new Set([...diaryOf(practice?.ods, asOf).slots(day, day)].filter(({ isFree }) => !isFree).map(({ id }) => id));
    expect([...taken].filter((id) => !now.has(id))).toEqual([]);
    expect(now.size).toBeGreaterThanOrEqual(taken.size);
    taken = now;
  }
});

test('the id of a slot leads back to it, on any day, and one that is made up leads nowhere', () => {
  const [first] = diaryOf(practice?.ods).slots(...fortnight);
  const id = first?.id ?? '';
  expect(world.slot(id)).toEqual(first);
  expect(diaryOf(practice?.ods, '2029-03-01').slot(id)).toEqual({ ...first, isFree: false });
  expect(diaryOf(trust?.ods).slot(id)).toBeUndefined();
  expect(world.slot(id.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBeUndefined();
  expect(world.slot(first?.clinic ?? '')).toBeUndefined();
});
