/** The test people as they were on a day, in a workspace that was made on another. */
import type { IsoDate } from '../../population.ts';
import type { Persona } from './persona.ts';
import { statedDay } from '../reach.ts';
import { recordOn } from '../record-on.ts';

/** Those who are not born by then are left out. What official sandboxes publish of somebody stands as they publish it, whatever the day. */
export function personasOn(personas: readonly Persona[], date: IsoDate, made: IsoDate): readonly Persona[] {
  return personas.flatMap((persona) => {
    if (persona.official) return { ...persona, ...withHistory(persona, made) };
    const born = (made !== statedDay && persona.bornFor?.(made)) || persona.person;
    const person = recordOn(born, date);
    if (person === undefined) return [];
    return { ...persona, person, ...withHistory(persona, made) };
  });
}

function withHistory({ historyFor }: Persona, made: IsoDate): Pick<Persona, 'history'> {
  const history = historyFor?.(made);
  return history ? { history } : {};
}
