/** An order that is drawn: the same each time for the same seed. */
import type { Person } from '../../population.ts';
import { field } from '../fields.ts';
import { hash } from '../hash.ts';

export function inDrawnOrder<T>(things: readonly T[], seed: number, personOf: (thing: T) => Pick<Person, 'nhsNumber'>): readonly T[] {
  const drawn = things.map((thing) => ({ thing, bits: hash(seed, Number(personOf(thing).nhsNumber.slice(1)), field.draw) }));
  return drawn.toSorted((one, other) => one.bits - other.bits).map(({ thing }) => thing);
}

/** Test people and those of a workspace come first, but for a draw: there they are as likely as anybody else, who are very many. */
export function* beforeOthers(few: readonly Person[], others: Iterable<Person>, draw: number | undefined): Generator<Person> {
  if (draw === undefined) yield* few;
  yield* others;
  if (draw !== undefined) yield* inDrawnOrder(few, draw, (person) => person);
}
