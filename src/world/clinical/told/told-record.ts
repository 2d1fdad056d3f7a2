/** A history that was told, as a clinical record: exactly what was said, as of a day, and what follows from it, such as the next review. */
import { oncePerKind } from '../once-per-kind.ts';
import type { ClinicalRecord, Entries, EntryKind } from '../../../clinical-record.ts';
import type { HistoryTelling } from './history-telling.ts';
import { scheduledVaccinations } from './scheduled.ts';
import { tellStays, tellBookings, tellAsked, tellDone } from './tell-care-given.ts';
import { tellLetters } from './tell-letters.ts';
import { tellPrescriptions, tellMedicines } from './tell-medicines.ts';
import { tellAlerts, tellExpected, tellProblems, tellReactions, tellMeasured, tellJabs } from './tell-problems.ts';

const nothing = (): readonly never[] => [];

const tellers: { readonly [Kind in EntryKind]: (telling: HistoryTelling) => readonly Entries[Kind][] } = {
  condition: tellProblems,
  medication: tellMedicines,
  issue: tellPrescriptions,
  allergy: tellReactions,
  vaccination: tellJabs,
  observation: tellMeasured,
  report: nothing,
  procedure: tellDone,
  encounter: nothing,
  referral: tellAsked,
  appointment: tellBookings,
  admission: tellStays,
  document: tellLetters,
  pregnancy: tellExpected,
  'care-plan': nothing,
  flag: tellAlerts,
};
const kinds = Object.keys(tellers) as readonly EntryKind[]; // its own members

export function toldRecord(telling: HistoryTelling): ClinicalRecord {
  const { person, asOf } = telling;
  const of = oncePerKind(<Kind extends EntryKind>(kind: Kind): readonly Entries[Kind][] => {
    const told: readonly Entries[Kind][] = tellers[kind](telling);
    return told
      .filter(({ recorded }) => recorded <= asOf)
      .toSorted((a, b) => (a.recorded === b.recorded ? 0 : a.recorded < b.recorded ? -1 : 1));
  });
  return {
    person,
    asOf,
    of,
    entry(id) {
      for (const kind of kinds) {
        const found = of(kind).find((entry) => entry.id === id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    due: () => scheduledVaccinations(telling, of('vaccination')),
  };
}
