/** A life as a list of events: each kind has a generator, asked only for what is wanted. */
import type { EventKind, LifeEvent } from '../../population.ts';
import { diagnoses } from './conditions.ts';
import { admissions, appointments, referrals } from './hospital-care.ts';
import { immunisations } from './immunisations.ts';
import { type Happening, type Life, numbered } from './life.ts';
import { prescriptions } from './prescriptions.ts';
import { births, deaths, homeMoves, marriages, registrations } from './registered.ts';

const generators: Readonly<Record<EventKind, (life: Life) => readonly Happening[]>> = {
  birth: births,
  registration: registrations,
  move: homeMoves,
  marriage: marriages,
  condition: diagnoses,
  immunisation: immunisations,
  prescription: prescriptions,
  referral: referrals,
  appointment: appointments,
  admission: admissions,
  death: deaths,
};

export const eventKinds = Object.keys(generators) as readonly EventKind[]; // the keys are the kinds, which Object.keys forgets

/** In order of date; on one day in the order of the kinds above, death last. */
export function eventsOf(life: Life, { kind, from, to }: { kind?: EventKind; from?: string; to?: string } = {}): readonly LifeEvent[] {
  const kinds = kind === undefined ? eventKinds : [kind];
  return kinds
    .flatMap((each) => numbered(generators[each](life), life))
    .filter(({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
