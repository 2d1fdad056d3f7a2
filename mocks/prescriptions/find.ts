/** Prescriptions as they stand now: by their ids, of a patient, of an item, and those that wait for a dispenser. */
import type { IssueEntry } from '../../src/clinical-record.ts';
import type { Prescription } from './prescription.ts';
import { currentIssue } from './status.ts';
import { kept, keptBy, standing, told, toldOf, type Held } from './store.ts';

/** By its short id, in capitals or not. */
export function prescription(held: Held, id: string): Prescription | undefined {
  const shortId = id.toUpperCase();
  const found = kept(held, shortId) ?? told(held, shortId);
  return found && standing(held, found);
}

/** Newest first. */
export function prescriptionsOf(held: Held, nhsNumber: string): readonly Prescription[] {
  const own = keptBy(held, 'patient', nhsNumber);
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...toldOf(held, nhsNumber).filter(({ id }) => !ids.has(id))]
    .toSorted((a, b) => b.authored - a.authored)
    .map((each) => standing(held, each));
}

/** That which an item of this UUID is on. */
export function prescriptionWithItem(held: Held, item: string): Prescription | undefined {
  const id = item.toLowerCase();
  const [own] = keptBy(held, 'item', id);
  if (own) return standing(held, own);
  const entry = held.population.entry(id)?.entry;
  return entry?.kind === 'issue' ? prescription(held, entry.prescription) : undefined;
}

/** So many wait at once: of one answer. */
const most = 25;
/** Of the population, no more records are looked at for one answer. */
const mostRecords = 60;
/** A pharmacy that asks is told once more what its patients' records say that it has, if they have said so for no longer. */
const daysBack = 4;

/**
 * Those that wait at a dispenser that is nominated, newest first. Of what clients ordered it is all. Of the population's it is what was
 * prescribed to those who nominated it: today, and then in the last days, until there are enough or so many records have been made.
 */
export function waitingAt(held: Held, ods: string): readonly Prescription[] {
  const code = ods.toUpperCase();
  const own = keptBy(held, 'pharmacy', code).flatMap((each) => {
    const found = standing(held, each);
    return currentIssue(found).status === '0001' ? [found] : [];
  });
  return [...own, ...toldAt(held, code, most - own.length)].toSorted((a, b) => b.authored - a.authored).slice(0, most);
}

function toldAt(held: Held, code: string, wanted: number): readonly Prescription[] {
  const { population } = held;
  const since = daysBefore(population.asOf, daysBack);
  const found: Prescription[] = [];
  const seen = new Set<string>();
  for (const from of [population.asOf, since])
    for (const { nhsNumber } of population.suppliedBy(code, from)) {
      if (found.length >= wanted || seen.size >= mostRecords) return found;
      if (seen.has(nhsNumber)) continue;
      seen.add(nhsNumber);
      const isMeant = ({ pharmacy, status, recorded }: IssueEntry): boolean =>
        pharmacy === code && (status === 'prescribed' || ((status === 'with-pharmacy' || status === 'ready') && recorded >= since));
      for (const each of toldOf(held, nhsNumber, isMeant)) {
        const stands = standing(held, each);
        const { status, dispenser } = currentIssue(stands);
        if (kept(held, each.id) === undefined && (status === '0001' || (status === '0002' && dispenser === code))) found.push(stands);
      }
    }
  return found;
}

const daysBefore = (date: string, days: number): string => new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
