import { describe, expect, test } from 'vitest';
import type { LifeEvent, Person } from '../../src/population.ts';
import { ageOn, dayOf } from '../../src/world/calendar.ts';
import { eventKinds } from '../../src/world/events/events.ts';
import { schedule } from '../../src/world/events/immunisation-schedule.ts';
import { createWorld } from '../../src/world/world.ts';
import { sample } from './everyone.ts';

const world = createWorld();
const lives: readonly (readonly [Person, readonly LifeEvent[]])[] = sample(world, 1_000).map((person) => [
  person,
  world.events(person.nhsNumber),
]);

/** Events of some kind that break a rule, with the number of the person. */
function breaking(rule: (event: LifeEvent, person: Person) => boolean): readonly unknown[] {
  return lives.flatMap(([person, events]) => events.filter((event) => !rule(event, person)).map((event) => [person.nhsNumber, event]));
}

const age = ({ date }: LifeEvent, { birthDate }: Person): number => ageOn(dayOf(birthDate), dayOf(date));

describe('a life', () => {
  test('lies between birth and death, or the date of the world', () => {
    expect(breaking(({ date }, { birthDate, death }) => date >= birthDate && date <= (death?.date ?? world.asOf))).toEqual([]);
  });

  test('ends with death, where there is one', () => {
    expect(lives.filter(([{ death }, events]) => death !== undefined && events.at(-1)?.kind !== 'death')).toEqual([]);
  });

  test('is told in order, each kind numbered from nought', () => {
    for (const [, events] of lives) {
      expect(events.map(({ date }) => date)).toEqual(events.map(({ date }) => date).toSorted());
      for (const kind of eventKinds) {
        const ordinals = events.filter((event) => event.kind === kind).map(({ ordinal }) => ordinal);
        expect(ordinals).toEqual(ordinals.map((_, n) => n));
      }
    }
  });

  test('has at most a hundred and fifty events', () => {
    expect(Math.max(...lives.map(([, events]) => events.length))).toBeLessThanOrEqual(150);
  });

  test('asked for by kind and window gives the same events as asked for whole', () => {
    const window = { from: '2020-01-01', to: '2024-12-31' };
    for (const [{ nhsNumber }, events] of lives.slice(0, 100)) {
      for (const kind of eventKinds) {
        const within = events.filter((event) => event.kind === kind && event.date >= window.from && event.date <= window.to);
        expect(world.events(nhsNumber, { kind, ...window })).toEqual(within);
      }
    }
  });

  test('has every kind of event somewhere', () => {
    const seen = new Set(lives.flatMap(([, events]) => events.map(({ kind }) => kind)));
    expect(eventKinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });
});

describe('prescriptions', () => {
  test('come from the practice the person was registered with that day, by someone who works there', () => {
    const rule = ({ kind, date, organisation, practitioner }: LifeEvent, { registrations }: Person): boolean => {
      if (kind !== 'prescription') return true;
      const practice = registrations.find(({ period }) => period.start <= date && date <= (period.end ?? date))?.practice;
      return (
        practice === organisation &&
        organisation !== undefined &&
        world.practitioners(organisation).some(({ sdsUserId }) => sdsUserId === practitioner)
      );
    };
    expect(breaking(rule)).toEqual([]);
  });

  test('are for what the person has by then', () => {
    const early = lives.filter(([, events]) => {
      const first = events.find(({ summary }) => summary.startsWith('Repeat'));
      return first !== undefined && !events.some(({ kind, date }) => kind === 'condition' && date <= first.date);
    });
    expect(early).toEqual([]);
  });
});

describe('vaccinations', () => {
  const given =
    (vaccine: string) =>
    (event: LifeEvent): boolean =>
      event.kind === 'immunisation' && event.code?.code === vaccine;

  test('are given only while their programmes ran, and to those they are for', () => {
    const programmes = new Set(schedule.map(({ vaccine }) => vaccine as string));
    const rule = (event: LifeEvent, { birthDate, gender }: Person): boolean => {
      if (event.kind !== 'immunisation' || !programmes.has(event.code?.code ?? '')) return true;
      return schedule.some(
        (row) =>
          row.vaccine === event.code?.code &&
          event.date >= row.offeredFrom &&
          event.date <= (row.offeredTo ?? event.date) &&
          birthDate >= (row.bornFrom ?? birthDate) &&
          birthDate <= (row.bornTo ?? birthDate) &&
          (row.only ?? gender) === gender,
      );
    };
    expect(breaking(rule)).toEqual([]);
  });

  test('fit the age: no human papillomavirus before twelve, no shingles before sixty-five, no rotavirus after one', () => {
    expect(breaking((event, person) => !given('HPV')(event) || (age(event, person) >= 12 && age(event, person) <= 13))).toEqual([]);
    expect(breaking((event, person) => !given('SHINGLES')(event) || age(event, person) >= 65)).toEqual([]);
    expect(breaking((event, person) => !given('ROTAVIRUS')(event) || age(event, person) === 0)).toEqual([]);
  });
});

describe('hospital care', () => {
  test('fits sex and age', () => {
    expect(breaking(({ summary }, { gender }) => !/gynaecology|maternity/.test(summary) || gender === 'female')).toEqual([]);
    expect(breaking(({ summary }, { gender }) => !/urology/.test(summary) || gender === 'male')).toEqual([]);
    expect(
      breaking((event, person) => !/paediatrics/.test(event.summary) || event.kind === 'appointment' || age(event, person) < 16),
    ).toEqual([]);
  });

  test('follows a referral with an appointment at a trust', () => {
    const rule = ({ kind, organisation }: LifeEvent): boolean =>
      kind !== 'appointment' || world.organisation(organisation ?? '')?.kind === 'trust';
    expect(breaking(rule)).toEqual([]);
    expect(
      lives.filter(
        ([, events]) =>
          events.filter(({ kind }) => kind === 'appointment').length > events.filter(({ kind }) => kind === 'referral').length,
      ),
    ).toEqual([]);
  });
});

test('a mother’s life tells of the births of her children', () => {
  for (const [person, events] of lives) {
    const children = world
      .relatives(person.nhsNumber)
      .filter(({ relationship }) => relationship === 'child')
      .map(({ nhsNumber = '' }) => world.find(nhsNumber)?.birthDate);
    const births = events.filter(({ kind, ordinal }) => kind === 'birth' && ordinal > 0).map(({ date }) => date);
    expect(births).toEqual(children.toSorted());
  }
});
