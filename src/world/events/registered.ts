/** The events that the record itself tells of: birth, death, registrations, moves, marriage, children. */
import { dayOf } from '../calendar.ts';
import { placedAt, type Happening, type Life } from './life.ts';

export function births({ person, birth, family, practiceOn, trustFor }: Life): readonly Happening[] {
  const own: Happening = {
    kind: 'birth',
    day: birth,
    summary: person.birthPlace === undefined ? 'Born' : `Born in ${person.birthPlace.city}`,
  };
  const children = family.children.map((day): Happening => {
    const practice = practiceOn(day);
    return { kind: 'birth', day, summary: 'Birth of a child', ...placedAt(practice === undefined ? undefined : trustFor(practice)) };
  });
  return [own, ...children];
}

export function deaths({ person }: Life): readonly Happening[] {
  if (person.death === undefined) return [];
  const { date, notification } = person.death;
  return [
    {
      kind: 'death',
      day: dayOf(date),
      summary: `Died; ${notification === 'formal' ? 'formally notified by the registrar' : 'informally notified'}`,
    },
  ];
}

export function registrations({ person }: Life): readonly Happening[] {
  return person.registrations.map(({ practice, period }) => ({
    kind: 'registration',
    day: dayOf(period.start),
    summary: 'Registered with a practice',
    ...placedAt(practice),
  }));
}

export function homeMoves({ person }: Life): readonly Happening[] {
  return (
    person.addresses
      // One that says what it is was a temporary one.
      .filter(({ use, text, period }) => (use === 'home' || use === 'old') && text === undefined && period !== undefined)
      .map(({ lines, period }) => ({
        kind: 'move',
        day: dayOf(period?.start ?? person.birthDate),
        summary: `Moved to ${lines[3] || lines[1]}`,
      }))
  );
}

export function marriages({ family }: Life): readonly Happening[] {
  return family.weddings.map((day) => ({ kind: 'marriage', day, summary: 'Married' }));
}
