/** Prescriptions that are told of test people by themselves, beside those that follow from what they take. */
import { expect, test } from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import { world } from '../../sandbox.ts';

const on = (day: string) => world().on(day, '2026-01-01');

test('each thing on it stands as it is told, from its day on and not before', () => {
  const statuses = (day: string) =>
    on(day)
      .record(testPerson.cancelledAndNotDispensed)
      ?.of('issue')
      .map(({ recorded, status }) => `${recorded} ${status}`);
  expect(statuses('2026-01-01')).toEqual([
    '2025-11-22 cancelled',
    '2025-11-22 not-collected',
    '2025-12-28 cancelled',
    '2025-12-28 prescribed',
  ]);
  expect(statuses('2025-12-27')).toEqual(['2025-11-22 cancelled', '2025-11-22 not-collected']);
});

test('what is partly there says so, and who nominates nobody for it has no pharmacy on it', () => {
  const issues = on('2026-01-01').record(testPerson.severalPrescriptions)?.of('issue') ?? [];
  expect(issues.map(({ isPartial, pharmacy }) => [isPartial, pharmacy])).toEqual([
    [undefined, 'VNE51'],
    [true, 'VNE51'],
    [true, 'VNE51'],
    [undefined, 'VNE51'],
    [undefined, undefined],
  ]);
});

test('one with a known id is found by it, and each is an issue of a medicine that is told', () => {
  const found = on('2026-01-01').prescription('7A3C51-Y90001-4D0E2F');
  expect(found?.nhsNumber).toBe(testPerson.onePrescription);
  const record = on('2026-01-01').record(testPerson.onePrescription);
  expect(found?.issues.map(({ medication }) => record?.entry(medication)?.kind)).toEqual(['medication', 'medication']);
});

test('they keep their ids whichever day it is', () => {
  const idsOn = (day: string) =>
    on(day)
      .record(testPerson.severalPrescriptions)
      ?.of('issue')
      .map(({ id }) => id) ?? [];
  const [then, now] = [idsOn('2025-12-20'), idsOn('2026-01-01')];
  expect([then.length, now.length, then.filter((id) => !now.includes(id))]).toEqual([1, 5, []]);
});
