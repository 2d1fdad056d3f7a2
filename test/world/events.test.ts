/** A life as a timeline: what the registers and the clinical record tell of it, in order. */
import { describe, expect, test } from 'vitest';
import type { LifeEvent, Person } from '../../src/population.ts';
import { eventKinds } from '../../src/world/events/events.ts';
import { createWorld } from '../../src/world/world.ts';
import { sample } from './everyone.ts';

const world = createWorld();
const lives: readonly (readonly [Person, readonly LifeEvent[]])[] = sample(world, 120)
  .filter(({ status }) => status.kind === 'live')
  .map((person) => [person, world.events(person.nhsNumber)]);

/** Events that break a rule, with the number of the person. */
function breaking(rule: (event: LifeEvent, person: Person) => boolean): readonly unknown[] {
  return lives.flatMap(([person, events]) => events.filter((event) => !rule(event, person)).map((event) => [person.nhsNumber, event]));
}

describe('a life', () => {
  test('lies between birth and death, or the date of the world; appointments alone lie ahead', () => {
    const isWithin = ({ date, kind }: LifeEvent, { birthDate, death }: Person): boolean =>
      date >= birthDate && (kind === 'appointment' || date <= (death?.date ?? world.asOf));
    expect(breaking(isWithin)).toEqual([]);
  });

  test('ends with death, where there is one, but for what was booked', () => {
    const other = lives.filter(([{ death }, events]) => {
      const last = events.findLast(({ kind, date }) => kind !== 'appointment' || date <= (death?.date ?? date));
      return death !== undefined && last?.kind !== 'death';
    });
    expect(other).toEqual([]);
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

  test('asked for by kind and window gives the same events as asked for whole', () => {
    const window = { from: '2020-01-01', to: '2024-12-31' };
    for (const [{ nhsNumber }, events] of lives.slice(0, 10)) {
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

test('what is prescribed comes from the practice of that day, and what is planned in hospital from a trust', () => {
  // Some are registered nowhere for a while, and their hospitals are named by nobody then.
  const rule = ({ kind, date, organisation }: LifeEvent, { registrations }: Person): boolean =>
    organisation === undefined ||
    (kind === 'prescription'
      ? registrations.some(({ practice, period }) => practice === organisation && period.start <= date && date <= (period.end ?? date))
      : kind !== 'admission' || world.organisation(organisation)?.kind === 'trust');
  expect(breaking(rule)).toEqual([]);
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
