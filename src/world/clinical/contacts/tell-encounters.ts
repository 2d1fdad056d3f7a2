/** Contacts as entries of the record. */
import type { EncounterEntry } from '../../../clinical-record.ts';
import { type Day, isoDate } from '../../calendar.ts';
import type { LivedEncounter, WrittenEntry } from '../health.ts';
import type { RecordTelling } from '../telling.ts';
import { noteOf } from './notes.ts';
import { whereOf } from './where.ts';

export function tellEncounters(telling: RecordTelling): readonly EncounterEntry[] {
  const told: EncounterEntry[] = [];
  for (const encounter of telling.health.contacts.until(telling.today).encounters) {
    if (encounter.recorded > telling.today) break;
    const entry = tellEncounter(telling, encounter);
    if (entry !== undefined) told.push(entry);
  }
  return told;
}

/** Undefined where they were registered nowhere: nobody wrote it down. */
function tellEncounter(telling: RecordTelling, encounter: LivedEncounter): EncounterEntry | undefined {
  const { ordinal, recorded, sort, mode, reason, about } = encounter;
  const { organisation, practitioner, time, minutes = encounter.minutes } = whereOf(telling, encounter);
  if (organisation === undefined) return undefined;
  const written: string[] = [];
  for (const { kind, of } of about) if (isWritten(telling, kind, of.recorded, recorded)) written.push(telling.idOf(kind, of.ordinal));
  return {
    kind: 'encounter',
    id: telling.idOf('encounter', ordinal),
    recorded: isoDate(recorded),
    time,
    organisation,
    ...(practitioner !== undefined && { practitioner }),
    sort,
    mode,
    minutes,
    reason,
    about: written,
    note: noteOf(telling.health, encounter),
  };
}

/** By then: a result comes some days after it was asked for. Nobody is referred who is registered nowhere. */
const isWritten = ({ trustOn }: RecordTelling, kind: WrittenEntry['kind'], written: Day, day: Day): boolean =>
  written <= day && (kind !== 'referral' || trustOn(written) !== undefined);
