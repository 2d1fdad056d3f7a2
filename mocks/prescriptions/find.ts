/** Prescriptions as they stand now: by their ids, of a patient, of an item, and those that wait for a dispenser. */
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

/** Of the population, nobody beyond these is asked whether something waits for them. */
const candidates = 2_000;
const asked = 60;

/**
 * Those that wait at a dispenser that is nominated, newest first. Of what clients ordered it is all. Of the population's it is what was
 * prescribed to those whom the pharmacy is nearest to: of the people of its town so many are looked at, and so many records.
 */
export function waitingAt(held: Held, ods: string): readonly Prescription[] {
  const code = ods.toUpperCase();
  const own = keptBy(held, 'pharmacy', code).map((each) => standing(held, each));
  const ids = new Set(own.map(({ id }) => id));
  const others = nomineesOf(held, code).flatMap((nhsNumber) =>
    toldOf(held, nhsNumber)
      .slice(-1)
      .filter(({ id, pharmacy }) => pharmacy === code && !ids.has(id) && kept(held, id) === undefined)
      .map((each) => standing(held, each)),
  );
  return [...own, ...others].filter((each) => currentIssue(each).status === '0001').toSorted((a, b) => b.authored - a.authored);
}

function nomineesOf({ population }: Held, code: string): readonly string[] {
  const pharmacy = population.organisation(code);
  if (pharmacy === undefined) return [];
  const [, , , town] = pharmacy.address.lines;
  const found: string[] = [];
  let looked = 0;
  for (const person of population.seek({ needs: { pharmacy: code }, ...(town !== '' && { place: town }) })) {
    looked += 1;
    if (person.pharmacy === code) found.push(person.nhsNumber);
    if (looked >= candidates || found.length >= asked) break;
  }
  return found;
}
