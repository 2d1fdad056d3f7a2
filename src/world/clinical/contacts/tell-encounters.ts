/** Contacts as entries of the record. */
import type { EncounterEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import type { LivedEncounter } from '../health.ts';
import type { RecordTelling } from '../telling.ts';
import { noteOf } from './notes.ts';
import { whereOf } from './where.ts';

export function tellEncounters(telling: RecordTelling): readonly EncounterEntry[] {
  const told: EncounterEntry[] = [];
  for (const encounter of telling.health.contacts.until(telling.today).encounters) {
    if (encounter.recorded > telling.today) break;
    told.push(tellEncounter(telling, encounter));
  }
  return told;
}

function tellEncounter(telling: RecordTelling, encounter: LivedEncounter): EncounterEntry {
  const { ordinal, recorded, sort, mode, reason, about } = encounter;
  const { organisation, practitioner, time, minutes = encounter.minutes } = whereOf(telling, encounter);
  const written: string[] = [];
  // A result comes some days after it was asked for: it is about the encounter, and not the other way round.
  for (const { kind, of } of about) if (of.recorded <= recorded) written.push(telling.idOf(kind, of.ordinal));
  return {
    kind: 'encounter',
    id: telling.idOf('encounter', ordinal),
    recorded: isoDate(recorded),
    time,
    ...(organisation !== undefined && { organisation }),
    ...(practitioner !== undefined && { practitioner }),
    sort,
    mode,
    minutes,
    reason,
    about: written,
    note: noteOf(telling.health, encounter),
  };
}
