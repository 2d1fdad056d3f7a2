/** What the registers tell of a life: birth, death, registrations, moves, marriages, children. */
import type { LifeEvent, Person } from '../../population.ts';
import { type Day, isoDate } from '../calendar.ts';

export interface Family {
  readonly weddings: readonly Day[];
  readonly children: readonly Day[];
}

/** An event before it is numbered among its kind. */
export type Happening = Omit<LifeEvent, 'ordinal'>;

export function registeredEvents(person: Person, { weddings, children }: Family): readonly Happening[] {
  const { birthDate, birthPlace, registrations, addresses, death } = person;
  return [
    { kind: 'birth', date: birthDate, summary: birthPlace === undefined ? 'Born' : `Born in ${birthPlace.city}` },
    ...children.map((day): Happening => ({ kind: 'birth', date: isoDate(day), summary: 'Birth of a child' })),
    ...registrations.map(({ practice, period }): Happening => ({
      kind: 'registration',
      date: period.start,
      summary: 'Registered with a practice',
      organisation: practice,
    })),
    ...addresses
      // One that says what it is was a temporary one.
      .filter(({ use, text, period }) => (use === 'home' || use === 'old') && text === undefined && period !== undefined)
      .map(({ lines, period }): Happening => ({
        kind: 'move',
        date: period?.start ?? birthDate,
        summary: `Moved to ${lines[3] || lines[1]}`,
      })),
    ...weddings.map((day): Happening => ({ kind: 'marriage', date: isoDate(day), summary: 'Married' })),
    ...(death
      ? [
          {
            kind: 'death' as const,
            date: death.date,
            summary: `Died; ${death.notification === 'formal' ? 'formally notified by the registrar' : 'informally notified'}`,
          },
        ]
      : []),
  ];
}
