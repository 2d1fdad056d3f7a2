/** What clients write into people's clinical records: on top of what is generated, and part of the overlay. */
import { expect, test } from 'vitest';
import type { AppointmentEntry, VaccinationEntry } from '../../src/clinical-record.ts';
import { createMemoryStore } from '../../src/workspace/store/memory-store.ts';
import { frozenClock } from '../../src/workspace/time/clock.ts';
import { createWorld } from '../../src/world/world.ts';
import { opened } from './opened.ts';

const population = createWorld({ size: 20_000 });
const person = population.at(7);
const nhsNumber = person.nhsNumber;
const jab: VaccinationEntry = {
  kind: 'vaccination',
  id: 'a-jab',
  recorded: '2026-11-02',
  sort: 'FLU',
  what: { text: 'Influenza vaccine' },
  diseases: [],
  given: '2026-11-02',
  dose: 1,
  status: 'completed',
};

const workspaceOn = (day: string) => opened(createMemoryStore(), { population, clock: frozenClock(Date.parse(`${day}T12:00:00Z`)) });

const jabsIn = ({ population: then }: ReturnType<typeof workspaceOn>): readonly string[] =>
  then
    .record(nhsNumber)
    ?.of('vaccination')
    .flatMap(({ id }) => (id === jab.id ? [id] : [])) ?? [];

test('an entry that a client wrote stands in the record, is found by its id and told as an event, until a reset', () => {
  const workspace = workspaceOn('2026-11-03');
  workspace.store.transaction(() => workspace.enter({ nhsNumber, id: jab.id, entry: jab }));
  expect(jabsIn(workspace)).toEqual([jab.id]);
  expect(workspace.population.entry(jab.id)).toEqual({ nhsNumber, entry: jab });
  expect(workspace.population.record(nhsNumber)?.entry(jab.id)).toEqual(jab);
  expect(workspace.population.events(nhsNumber, { kind: 'immunisation', from: '2026-11-02' })).toMatchObject([
    { date: '2026-11-02', summary: 'Influenza vaccine, dose 1' },
  ]);
  workspace.reset();
  expect(jabsIn(workspace)).toEqual([]);
  expect(workspace.population.entry(jab.id)).toBeUndefined();
});

test('an entry is not there before the day on which it was recorded, nor where what wrote it was undone', () => {
  const before = workspaceOn('2026-11-01');
  before.store.transaction(() => before.enter({ nhsNumber, id: jab.id, entry: jab }));
  expect(jabsIn(before)).toEqual([]);
  expect(before.population.entry(jab.id)).toBeUndefined();

  const undone = workspaceOn('2026-11-03');
  const failing = (): void =>
    undone.store.transaction(() => {
      undone.enter({ nhsNumber, id: jab.id, entry: jab });
      throw new Error('the answer was a problem');
    });
  expect(failing).toThrow('the answer was a problem');
  expect(jabsIn(undone)).toEqual([]);
});

test('an entry can be changed and taken out again, and a snapshot brings it back', () => {
  const workspace = workspaceOn('2026-11-03');
  const enter = (entry: VaccinationEntry | undefined): void =>
    workspace.store.transaction(() => workspace.enter({ nhsNumber, id: jab.id, entry }));
  enter(jab);
  workspace.snapshots.take('given');
  enter({ ...jab, dose: 2 });
  expect(workspace.population.entry(jab.id)?.entry).toMatchObject({ dose: 2 });
  enter(undefined);
  expect(jabsIn(workspace)).toEqual([]);
  workspace.snapshots.restore('given');
  expect(workspace.population.entry(jab.id)?.entry).toMatchObject({ dose: 1 });
});

test('an appointment that a client books takes its slot of the diary, and gives it back when it is cancelled', () => {
  const workspace = workspaceOn('2026-11-03');
  const practice = [...population.organisations('gp-practice')][0]?.ods ?? '';
  const free = [...(workspace.population.diary(practice)?.slots('2026-11-09', '2026-11-13') ?? [])].find(({ isFree }) => isFree);
  if (free === undefined) throw new Error('a week has a free slot');
  const { on, at, minutes, organisation, id: slot } = free;
  const isFree = (): readonly (boolean | undefined)[] => [
    workspace.population.slot(slot)?.isFree,
    [...(workspace.population.diary(practice)?.slots(on, on) ?? [])].find(({ id }) => id === slot)?.isFree,
  ];
  const book = (status: AppointmentEntry['status']): void =>
    workspace.store.transaction(() => {
      const about = { id: 'a-booking', recorded: '2026-11-03', reason: { text: 'Review' }, mode: 'face-to-face' } as const;
      const entry: AppointmentEntry = {
        kind: 'appointment',
        ...about,
        organisation,
        on,
        at,
        minutes,
        status,
        setting: 'general-practice',
        slot,
      };
      workspace.enter({ nhsNumber, id: entry.id, entry });
    });
  expect(isFree()).toEqual([true, true]);
  book('booked');
  expect(isFree()).toEqual([false, false]);
  book('cancelled');
  expect(isFree()).toEqual([true, true]);
});
