/** Contacts as entries of the record. */
import type { EncounterEntry } from '../../../clinical-record.ts';
import { isoDate } from '../../calendar.ts';
import { field } from '../../fields.ts';
import { clock } from '../clock.ts';
import { bookedSlot } from '../diaries/booked-slot.ts';
import type { LivedEncounter } from '../health.ts';
import type { RecordTelling } from '../telling.ts';
import { noteOf } from './notes.ts';
import { isKeptThere } from './tell-visits.ts';

export function tellEncounters(telling: RecordTelling): readonly EncounterEntry[] {
  const told: EncounterEntry[] = [];
  for (const encounter of telling.health.contacts.until(telling.today).encounters) {
    if (encounter.recorded > telling.today) break;
    told.push(tellEncounter(telling, encounter));
  }
  return told;
}

function tellEncounter(telling: RecordTelling, encounter: LivedEncounter): EncounterEntry {
  const { ordinal, recorded, sort, mode, minutes, reason, about, booking, setting } = encounter;
  const slot = booking && isKeptThere(telling, booking) ? bookedSlot(telling, booking) : undefined;
  const organisation = slot?.organisation ?? (setting === 'hospital' ? telling.trustOn(recorded) : telling.practiceOn(recorded));
  const practitioner = slot?.practitioner ?? telling.someoneAt(organisation, field.consultation + 40, recorded);
  return {
    kind: 'encounter',
    id: telling.idOf('encounter', ordinal),
    recorded: isoDate(recorded),
    time: slot?.at ?? timeOf(telling, encounter),
    ...(organisation !== undefined && { organisation }),
    ...(practitioner !== undefined && { practitioner }),
    sort,
    mode,
    minutes,
    reason,
    about: about.map(({ kind, of }) => telling.idOf(kind, of.ordinal)),
    note: noteOf(telling.health, encounter),
  };
}

/** Emergencies come at any time; practices and clinics work by day. */
function timeOf({ health: { life } }: RecordTelling, { ordinal, sort }: LivedEncounter): string {
  const chance = life.chance(field.consultation + 41, ordinal);
  const [from, minutes] = sort === 'emergency' || sort === 'admission' ? [0, 24 * 60] : [9 * 60, 7 * 60];
  return clock(from + Math.floor(chance * minutes));
}
