/** Observations as of a day. */
import type { ObservationEntry, Quantity } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedObservation } from '../health.ts';
import { type RecordTelling, written } from '../telling.ts';
import { bloodPressureParts, type ObservationRow, observationRowOf, observationRows, rangeOf } from './sorts.ts';

/** Beyond the runs of the sorts. */
const whoMeasures = field.result + 190;

type Told = { -readonly [Member in keyof ObservationEntry]: ObservationEntry[Member] };

/** What entries that were written on one day and in one place have in common. */
interface Sitting {
  readonly recorded: Day;
  readonly at: LivedObservation['at'] | undefined;
  readonly date: string;
  readonly organisation: OdsCode | undefined;
  readonly practitioner: string | undefined;
  readonly age: number;
}

export function tellObservations(telling: RecordTelling): ObservationEntry[] {
  const told: ObservationEntry[] = [];
  let sitting: Sitting | undefined;
  let report: { readonly ordinal: number; readonly id: string } | undefined;
  for (const lived of telling.health.results.until(telling.today).observations) {
    // They stand in the order in which they were recorded.
    if (lived.recorded > telling.today) break;
    const row = observationRowOf(lived.sort);
    if (row === undefined) continue;
    if (sitting?.recorded !== lived.recorded || sitting.at !== lived.at) sitting = sittingOf(telling, lived);
    const entry = entryOf(telling, lived, { row, sitting });
    if (lived.report !== undefined) {
      if (report?.ordinal !== lived.report) report = { ordinal: lived.report, id: telling.idOf('report', lived.report) };
      entry.report = report.id;
    }
    told.push(entry);
  }
  return told;
}

function sittingOf(telling: RecordTelling, lived: LivedObservation): Sitting {
  const { recorded, at } = lived;
  const { recorded: date, organisation } = written(
    telling,
    'observation',
    lived,
    at === 'hospital' ? telling.trustOn(recorded) : undefined,
  );
  const seen = at === 'hospital' ? undefined : telling.seenOn(recorded);
  const practitioner = seen?.practitioner ?? telling.someoneAt(organisation, whoMeasures, recorded);
  return { recorded, at, date, organisation, practitioner, age: telling.health.life.age(recorded) };
}

function entryOf(
  telling: RecordTelling,
  lived: LivedObservation,
  { row, sitting }: { readonly row: ObservationRow; readonly sitting: Sitting },
): Told {
  const { sort, value, parts, finding, ordinal } = lived;
  const { date, organisation, practitioner, age } = sitting;
  const told: Told = { kind: 'observation', id: telling.idOf('observation', ordinal), recorded: date, sort, what: row.what };
  if (organisation !== undefined) told.organisation = organisation;
  if (practitioner !== undefined) told.practitioner = practitioner;
  if (finding !== undefined) told.finding = finding;
  if (parts !== undefined) {
    told.parts = bloodPressureParts.map((what, n) => ({ what, value: quantity(observationRows['blood-pressure'], parts[n] ?? 0) }));
  }
  if (value !== undefined) addValue(told, value, { row, age, sex: telling.health.life.sex });
  return told;
}

const quantity = ({ unit = '', ucum }: ObservationRow, value: number): Quantity =>
  ucum === undefined ? { value, unit } : { value, unit, ucum };

interface Judging {
  readonly row: ObservationRow;
  readonly sex: 'female' | 'male';
  readonly age: number;
}

function addValue(told: Told, value: number, { row, sex, age }: Judging): void {
  told.value = quantity(row, value);
  const normal = rangeOf(row, sex, age);
  if (normal === undefined) return;
  const { low = -Infinity, high = Infinity } = normal;
  told.range = normal;
  told.interpretation = value < low ? 'low' : value > high ? 'high' : 'normal';
}
