/** Observations as of a day. */
import type { ObservationEntry } from '../../../clinical-record.ts';
import { field } from '../../fields.ts';
import type { LivedObservation } from '../health.ts';
import { type RecordTelling, written } from '../telling.ts';
import { bloodPressureParts, observationRows, type ObservationRow, rangeOf, observationRowOf } from './sorts.ts';

/** Beyond the runs of the sorts. */
const whoMeasures = field.result + 190;

export function tellObservations(telling: RecordTelling): ObservationEntry[] {
  const told: ObservationEntry[] = [];
  for (const lived of telling.health.results.observations) {
    // They stand in the order in which they were recorded.
    if (lived.recorded > telling.today) break;
    const row = observationRowOf(lived.sort);
    if (row !== undefined) told.push(entryOf(telling, lived, row));
  }
  return told;
}

function entryOf(telling: RecordTelling, lived: LivedObservation, row: ObservationRow): ObservationEntry {
  const { sort, value, parts, finding, report, recorded } = lived;
  const begun = written(telling, 'observation', lived, lived.at === 'hospital' ? telling.trustOn(recorded) : undefined);
  const practitioner = telling.someoneAt(begun.organisation, whoMeasures, recorded);
  return {
    ...begun,
    ...(practitioner !== undefined && { practitioner }),
    sort,
    what: row.what,
    ...(value !== undefined && valued(telling, row, value, lived)),
    ...(parts !== undefined && {
      parts: bloodPressureParts.map((what, n) => ({ what, value: quantity(observationRows['blood-pressure'], parts[n] ?? 0) })),
    }),
    ...(finding !== undefined && { finding }),
    ...(report !== undefined && { report: telling.idOf('report', report) }),
  };
}

const quantity = ({ unit = '', ucum }: ObservationRow, value: number) => ({ value, unit, ...(ucum !== undefined && { ucum }) });

function valued(telling: RecordTelling, row: ObservationRow, value: number, { recorded }: LivedObservation) {
  const { life } = telling.health;
  const range = rangeOf(row, life.sex, life.age(recorded));
  if (range === undefined) return { value: quantity(row, value) };
  const [low, high] = range;
  const isLow = low !== undefined && value < low;
  const isHigh = high !== undefined && value > high;
  const interpretation = isLow ? ('low' as const) : isHigh ? ('high' as const) : ('normal' as const);
  return {
    value: quantity(row, value),
    range: { ...(low !== undefined && { low }), ...(high !== undefined && { high }) },
    interpretation,
  };
}
