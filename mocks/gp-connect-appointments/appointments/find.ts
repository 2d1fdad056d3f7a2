/** The appointments that a practice has: those of its own patients with itself. */
import type { AppointmentEntry } from '../../../src/clinical-record.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem } from '../../../src/mock/problem.ts';
import type { Organisation } from '../../../src/population.ts';
import { practiceOf } from '../asked-practice.ts';
import { isPublished, publishedAppointment, publishedPatient } from './published.ts';
import type { Found } from './told.ts';

/** Undefined where nobody who can be found has it. */
export function findAppointment(call: AnyCall, id: string): Found | undefined {
  const known = call.population.entry(id);
  const nhsNumber = known?.nhsNumber ?? (isPublished(id) ? publishedPatient : undefined);
  if (nhsNumber === undefined) return undefined;
  const practice = practiceOf(call, nhsNumber);
  if (isProblem(practice)) return undefined;
  const entry = known === undefined ? publishedAppointment(practice) : known.entry;
  return isOwn(entry, practice.ods) ? { nhsNumber, entry, practice } : undefined;
}

/** Those of a patient, the earliest first. */
export function appointmentsOf({ population }: AnyCall, nhsNumber: string, practice: Organisation): readonly Found[] {
  const told = population.record(nhsNumber)?.of('appointment') ?? [];
  const all = nhsNumber === publishedPatient ? [publishedAppointment(practice), ...told] : told;
  return all
    .filter((entry) => isOwn(entry, practice.ods))
    .toSorted((a, b) => (a.on + a.at < b.on + b.at ? -1 : 1))
    .map((entry) => ({ nhsNumber, entry, practice }));
}

const isOwn = (entry: { readonly kind: string; readonly organisation?: string }, ods: string): entry is AppointmentEntry =>
  entry.kind === 'appointment' && entry.organisation === ods;
