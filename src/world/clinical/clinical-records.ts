/** Records as of a day: a life is lived once for all days, and told for each. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import { nhsNumberEndingIn } from '../../fhir/nhs-number.ts';
import type { IsoDate, NhsNumber, OdsCode, Organisation, Person, Practitioner } from '../../population.ts';
import { type Day, dayOf, isoDate } from '../calendar.ts';
import { hash } from '../hash.ts';
import { seenOnDays } from './contacts/where.ts';
import type { Clinics } from './diaries/diary.ts';
import { entryId, readEntryId } from './entry-ids.ts';
import { oncePerKind } from './once-per-kind.ts';
import { lifeOf, type LifeFacts } from './life.ts';
import type { Health } from './health.ts';
import { healthOf, tellers } from './record-of-health.ts';
import type { RecordTelling } from './telling.ts';
import type { AroundHistory } from './told/history-telling.ts';
import { dueVaccinations } from './vaccinations/due.ts';

export interface ClinicalSetting {
  readonly seed: number;
  /** The last day that the world reaches. */
  readonly horizon: Day;
  practitioners(ods: string): readonly Pick<Practitioner, 'sdsUserId' | 'prefix' | 'given' | 'family'>[];
  organisation(ods: string): Pick<Organisation, 'name'> | undefined;
  trustFor(practice: OdsCode): OdsCode | undefined;
  clinics(ods: string): Clinics | undefined;
}

/** Lives that were lately asked for. */
export type Lives = (facts: LifeFacts) => Health;

const livesKept = 512;

export function livesOf({ seed, horizon }: ClinicalSetting): Lives {
  const kept = new Map<string, Health>();
  return (facts) => {
    // Test people who are an age have one number, and other days in other workspaces; when one of them dies is not known before.
    const key = `${facts.nhsNumber} ${facts.birthDate} ${facts.death ?? ''}`;
    const health = kept.get(key) ?? healthOf(lifeOf(facts, { seed, horizon }));
    kept.delete(key);
    kept.set(key, health);
    for (const oldest of kept.keys()) {
      if (kept.size <= livesKept) break;
      kept.delete(oldest);
    }
    return health;
  };
}

/** The part of an NHS number that ids of entries hold: its check digit tells which digit it begins with. */
const partInIds = (nhsNumber: string): number => Number(nhsNumber.slice(1));

/** The NHS number of whoever has the entry, if anybody. */
export function personOfEntry(seed: number, id: string): NhsNumber | undefined {
  const address = readEntryId(seed, id);
  return address && nhsNumberEndingIn(address.person);
}

export function clinicalRecordOf(person: Person, health: Health, today: Day, setting: ClinicalSetting): ClinicalRecord {
  const { seed, practitioners, organisation, trustFor, clinics } = setting;
  const key = partInIds(person.nhsNumber);
  const registrations = person.registrations.map(({ practice, period }) => ({
    practice,
    from: dayOf(period.start),
    to: period.end === undefined ? Infinity : dayOf(period.end),
  }));
  const practiceOn = (day: Day): OdsCode | undefined => registrations.find(({ from, to }) => from <= day && day <= to)?.practice;
  const telling: RecordTelling = {
    seed,
    today,
    person,
    health,
    practiceOn,
    trustOn(day) {
      const practice = practiceOn(day);
      return practice === undefined ? undefined : trustFor(practice);
    },
    someoneAt(ods, field, n = 0) {
      const staff = ods === undefined ? [] : practitioners(ods);
      return staff[hash(seed, n === 0 ? key : hash(seed, key, n), field) % Math.max(1, staff.length)]?.sdsUserId;
    },
    nameOf: (ods) => organisation(ods)?.name ?? ods,
    staffName(ods, sdsUserId) {
      const who = practitioners(ods).find((each) => each.sdsUserId === sdsUserId);
      return who === undefined ? sdsUserId : `${who.prefix} ${who.given} ${who.family}`;
    },
    seenOn: seenOnDays(() => telling),
    clinicsAt: clinics,
    idOf: (kind, ordinal) => entryId(seed, { person: key, kind, ordinal }),
  };
  return recordFrom(person, telling);
}

/** What surrounds a history that is told of somebody in this world. */
export function aroundTold({ nhsNumber }: Person, { seed, practitioners, trustFor }: ClinicalSetting): AroundHistory {
  const key = partInIds(nhsNumber);
  return {
    idOf: (kind, ordinal) => entryId(seed, { person: key, kind, ordinal }),
    staffAt(ods) {
      const staff = ods === undefined ? [] : practitioners(ods);
      return staff[key % Math.max(1, staff.length)]?.sdsUserId;
    },
    trustFor: (practice) => practice && trustFor(practice),
  };
}

function recordFrom(person: Person, telling: RecordTelling): ClinicalRecord {
  const of = oncePerKind((kind) => tellers[kind](telling));
  return {
    person,
    asOf: isoDate(telling.today),
    of,
    entry(id) {
      const kind = readEntryId(telling.seed, id)?.kind;
      return kind === undefined ? undefined : of(kind).find((entry) => entry.id === id);
    },
    due: () => dueVaccinations(telling),
  };
}

/** Of somebody of whom nothing is told. */
export const emptyRecord = (person: Person, asOf: IsoDate): ClinicalRecord => ({
  person,
  asOf,
  of: () => [],
  entry: () => undefined,
  due: () => [],
});
