/** The record of somebody as it was on an earlier day: what is told of them with its dates, cut there. */
import type { IsoDate, Period, Person, PersonName } from '../population.ts';

interface During {
  readonly use?: string;
  readonly period?: Period;
}

/** Undefined before they were born. */
export function recordOn(person: Person, date: IsoDate): Person | undefined {
  if (person.birthDate > date) return undefined;
  if (latestIn(person) <= date) return person;
  const { death, removal, ...others } = person;
  const hasDied = death !== undefined && death.date <= date;
  const names = cut(person.names, 'usual', date);
  const addresses = cut(person.addresses, 'home', date);
  const telecoms = person.telecoms.filter(({ period }) => period === undefined || period.start <= date);
  const registrations = person.registrations
    .filter(({ period }) => period.start <= date)
    .map(({ practice, period }) => ({
      practice,
      period: period.end !== undefined && period.end > date ? { start: period.start } : period,
    }));
  const undone =
    [names, addresses, telecoms, registrations].reduce((sum, left) => sum - left.length, entriesOf(person).length) +
    Number(death !== undefined && !hasDied);
  return {
    ...others,
    version: Math.max(1, person.version - undone),
    // Nobody was nameless: who is told of under a later name only had that one.
    names: names.length > 0 ? names : person.names.slice(-1).map(undated),
    addresses,
    telecoms,
    registrations,
    ...(hasDied && { death }),
    ...(removal && removal.period.start <= date && { removal }),
  };
}

function undated(name: PersonName): PersonName {
  const { period: _, ...others } = name;
  return others;
}

/** What had begun. What a change ended later was still in use then, and stands first; a term that is known beforehand stands as it is told. */
function cut<T extends During>(entries: readonly T[], inUse: T['use'], date: IsoDate): readonly T[] {
  const begun = entries.filter(({ period }) => period === undefined || period.start <= date);
  const isInUse = begun.some(({ use }) => use === inUse);
  const last = isInUse ? undefined : begun.find((entry) => isEndedByChange(entry) && (entry.period?.end ?? '') >= date);
  if (!last?.period) return begun;
  return [{ ...last, use: inUse, period: { start: last.period.start } }, ...begun.filter((entry) => entry !== last)];
}

const isEndedByChange = ({ use }: During): boolean => use === 'old' || use === 'maiden';

const entriesOf = ({ names, addresses, telecoms, registrations }: Person): readonly During[] => [
  ...names,
  ...addresses,
  ...telecoms,
  ...registrations,
];

/** The last day on which anything of the record changes. */
function latestIn(person: Person): IsoDate {
  let latest = person.death?.date ?? '';
  const note = (date: IsoDate = ''): void => {
    if (date > latest) latest = date;
  };
  for (const entry of entriesOf(person)) {
    note(entry.period?.start);
    if (isEndedByChange(entry)) note(entry.period?.end);
  }
  for (const { period } of person.registrations) note(period.end);
  note(person.removal?.period.start);
  return latest;
}
