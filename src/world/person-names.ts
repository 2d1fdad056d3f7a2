/** The names of a person: the usual one, what friends say, and what she was called before she married. */
import type { PersonName } from '../population.ts';
import { objectId } from './object-id.ts';
import { type Day, isoDate } from './calendar.ts';
import { field } from './fields.ts';
import type { WorldParts } from './parts.ts';

/** The usual name first. */
export function namesOf({ layout, naming, kinship, former }: WorldParts, index: number, birth: Day): readonly PersonName[] {
  const { seed } = layout;
  const place = layout.locate(index);
  const family = layout.surnames[place.surname]?.name ?? '';
  const given = naming.given(index, place, birth);
  const wedding = kinship.marriage(index);
  const before = wedding !== undefined && kinship.changedName(index) ? layout.surnames[former.of(index)]?.name : undefined;
  const changed = before === undefined || before === family ? undefined : wedding;
  const prefix = naming.prefix(index, place, birth, wedding !== undefined);
  const suffix = naming.suffix(index, birth);
  const nickname = naming.nickname(index, given);
  const names: PersonName[] = [
    {
      id: objectId(seed, index, field.nameId),
      use: 'usual',
      ...(prefix !== undefined && { prefix }),
      given,
      family,
      ...(suffix !== undefined && { suffix }),
      period: { start: isoDate(changed ?? birth) },
    },
  ];
  if (nickname !== undefined) names.push({ id: objectId(seed, index, field.nameId + 1), use: 'nickname', given: [nickname], family });
  if (changed !== undefined && before !== undefined) {
    const period = { start: isoDate(birth), end: isoDate(changed - 1) };
    names.push({ id: objectId(seed, index, field.nameId + 2), use: 'maiden', given, family: before, period });
  }
  return names;
}
