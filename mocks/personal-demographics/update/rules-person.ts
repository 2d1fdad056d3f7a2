/** Business rules on who somebody is: names, gender, birth, death. */
import { isRealDate } from '../../../src/fhir/instant.ts';
import { forbiddenUpdate, invalidUpdate, invalidValue } from '../../../src/nhs/spine/spine-words.ts';
import { countries } from '../record/countries.ts';
import type { HumanName, Patient } from '../record/patient.ts';
import { extensionUrl } from '../record/systems.ts';
import { changedExtension, changedMembers, type Rule } from './change.ts';
import { periodProblem } from './period.ts';

/** Basic Latin letters, digits, hyphen, apostrophe, space, full stop, and the letters of Latin-1 and Latin Extended-A. */
const nameCharacters = /^[A-Za-z0-9\-' .\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u017F]*$/;

export const namesAreInOrder: Rule = ({ before, after, today }) => {
  const names = after.name ?? [];
  if (count(names, 'usual') > Math.max(1, count(before.name ?? [], 'usual')))
    return forbiddenUpdate('multiple usual names cannot be added');
  if (count(names, 'nickname') > Math.max(1, count(before.name ?? [], 'nickname')))
    return invalidUpdate('multiple nicknames cannot be added');
  for (const { now, was, index } of changedMembers(before.name, names)) {
    if (was !== undefined && was.use !== now.use)
      return invalidUpdate(`the use of name '${index}' cannot be changed, remove it and add another`);
    const misspelt = misspeltPart(now);
    if (misspelt) return invalidValue(misspelt.text, `name/${index}/${misspelt.field}`);
    // A usual name may end here: the published rules of an update do not forbid it, as those of a creation do.
    const period = periodProblem(now.period, { path: `name/${index}/period`, today });
    if (period) return period;
  }
  return undefined;
};

function count(names: readonly HumanName[], use: HumanName['use']): number {
  return names.filter((name) => name.use === use).length;
}

export function misspeltPart(name: HumanName): { readonly field: string; readonly text: string } | undefined {
  if (name.family.trim() === '') return { field: 'family', text: name.family };
  for (const field of ['family', 'given', 'prefix', 'suffix'] as const) {
    const text = [name[field] ?? []].flat().find((part) => !nameCharacters.test(part) || /^ +$/.test(part));
    if (text !== undefined) return { field, text };
  }
  const suffix = name.suffix?.find((part) => !/^[A-Z]/.test(part));
  return suffix === undefined ? undefined : { field: 'suffix', text: suffix };
}

/** `other` can be read, never set. */
export const genderCanBeSet: Rule = ({ before, after }) =>
  after.gender === 'other' && before.gender !== 'other' ? invalidValue(after.gender, 'gender') : undefined;

export const birthDateIsPossible: Rule = ({ before, after, today }) => {
  const { birthDate } = after;
  if (birthDate === undefined || birthDate === before.birthDate) return undefined;
  if (!isRealDate(birthDate)) return invalidValue(birthDate, 'birthDate');
  if (birthDate > today) return invalidUpdate('birthDate cannot be in the future');
  if (after.deceasedDateTime !== undefined && birthDate > after.deceasedDateTime.slice(0, 10)) {
    return invalidUpdate('birthDate cannot be after deceasedDateTime');
  }
  return undefined;
};

export const deathIsPossible: Rule = (change) => {
  const { before, after, today } = change;
  const { deceasedDateTime } = after;
  const isDateChanged = deceasedDateTime !== before.deceasedDateTime;
  if (deceasedDateTime !== undefined && isDateChanged) {
    if (!isUtc(deceasedDateTime)) return invalidValue(deceasedDateTime, 'deceasedDateTime');
    const date = deceasedDateTime.slice(0, 10);
    if (date > today) return invalidUpdate('deceasedDateTime cannot be in the future');
    if (after.birthDate !== undefined && date < after.birthDate) return invalidUpdate('deceasedDateTime cannot be before birthDate');
  }
  const isStatusChanged = changedExtension(change, extensionUrl.deathNotification) !== undefined;
  if (!isDateChanged && !isStatusChanged) return undefined;
  const hasStatus = deathStatus(after) !== undefined;
  if (deceasedDateTime !== undefined && !hasStatus)
    return invalidUpdate('deceasedDateTime must be added together with a death notification status');
  if (deceasedDateTime === undefined && hasStatus)
    return invalidUpdate('a death notification status must be added together with deceasedDateTime');
  return undefined;
};

function deathStatus({ extension }: Patient): string | undefined {
  for (const each of extension ?? []) {
    if (each.url !== extensionUrl.deathNotification) continue;
    for (const part of each.extension) if (part.url === 'deathNotificationStatus') return part.valueCodeableConcept.coding[0]?.code;
  }
  return undefined;
}

/** `yyyy-mm-ddTHH:MM:SS+00:00`: another offset is refused, one left out or a bare date is taken as UTC. */
function isUtc(text: string): boolean {
  const [, date = '', time = '00:00:00'] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\+00:00)?)?$/.exec(text) ?? [];
  return isRealDate(date) && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time);
}

export const birthOrderIsKnown: Rule = ({ before, after }) => {
  const order = after.multipleBirthInteger;
  if (order === undefined || order === before.multipleBirthInteger) return undefined;
  return Number.isInteger(order) && order >= 1 && order <= 9 ? undefined : invalidValue(order, 'multipleBirthInteger');
};

export const birthPlaceIsPlace: Rule = (change) => {
  const changed = changedExtension(change, extensionUrl.birthPlace);
  if (changed === undefined) return undefined;
  const { city, district, country } = changed.now.valueAddress;
  if ([city, district, country].every((part = '') => part.trim() === '')) {
    return invalidUpdate('place of birth must have at least one of city, district and country');
  }
  if (country !== undefined && country !== '' && !countries.has(country))
    return invalidValue(country, `extension/${changed.index}/valueAddress/country`);
  return undefined;
};
