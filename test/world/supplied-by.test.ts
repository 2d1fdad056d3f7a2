/** Who a pharmacy has repeats to dispense for, found without making everybody's record. */
import { expect, test } from 'vitest';
import { world } from '../sandbox.ts';

const today = '2026-03-02';
const population = world().on(today);
const pharmacy = 'FZ002';

test('of those who nominated a pharmacy nobody is left out who had a repeat on one of the days', () => {
  const supplied = new Set([...population.suppliedBy(pharmacy.toLowerCase(), '2026-02-27')].map(({ nhsNumber }) => nhsNumber));
  // Within six weeks everybody's day comes round.
  const all = [...population.suppliedBy(pharmacy, '2026-01-20')];
  const [practice] = all.find(({ registrations }) => registrations[0]?.period.end === undefined)?.registrations ?? [];
  const members = [...population.members(practice?.practice ?? '', { from: 0, to: 800 })].filter((person) => person.pharmacy === pharmacy);
  expect(members.filter(({ nhsNumber }) => !all.some((one) => one.nhsNumber === nhsNumber))).toEqual([]);
  const due = members.filter(({ nhsNumber }) =>
    population
      .record(nhsNumber)
      ?.of('issue')
      .some(({ recorded, course, number }) => recorded >= '2026-02-27' && course === 'repeat' && number > 1),
  );
  expect(due.length).toBeGreaterThan(0);
  expect(due.filter(({ nhsNumber }) => !supplied.has(nhsNumber))).toEqual([]);
});

test('all of them nominated it, most others are left out, and a pharmacy that nobody knows has nobody', () => {
  const all = [...population.suppliedBy(pharmacy, '2026-01-20')];
  const now = [...population.suppliedBy(pharmacy, today)];
  expect(all.filter((person) => person.pharmacy !== pharmacy)).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
  expect(now.length).toBeLessThan(all.length / 5);
  expect([...population.suppliedBy('no pharmacy', today)]).toEqual([]);
});

test('of one that sells at a distance they live all over the country', () => {
  const distant = [...population.organisations('pharmacy')].find(
    ({ ods }) => ods.startsWith('FZ') && population.register.premises(ods)?.sellsAtADistance,
  );
  const towns = new Set<string>();
  for (const { addresses } of population.suppliedBy(distant?.ods ?? '', today)) {
    towns.add(addresses[0]?.lines[3] ?? '');
    if (towns.size > 1) break;
  }
  expect(towns.size).toBe(2);
});
