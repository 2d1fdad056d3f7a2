/** What was measured more than once: the last of it, what it was before, and which way it went. */
import { dayInWords } from './days.ts';
import type { KnownRecord } from './record-sections.tsx';

type Entries = KnownRecord['entries'];

interface Measured {
  readonly on: string;
  readonly value: number;
}

interface Trend {
  readonly what: string;
  readonly unit: string;
  /** The latest first. */
  readonly values: readonly Measured[];
}

/** Values that are shown of each. */
const shown = 5;

export function Trends({ entries, isOpen }: { readonly entries: Entries; readonly isOpen: boolean }) {
  const trends = trendsIn(entries);
  if (trends.length === 0) return <></>;
  return (
    <details open={isOpen}>
      <summary>Results over time ({trends.length})</summary>
      <div class="wide" role="region" aria-label="Results over time" tabindex={0}>
        <table class="stacked record">
          <caption>{`The last ${shown} of each, the latest first`}</caption>
          <thead>
            <tr>
              <th scope="col">Result</th>
              <th scope="col">Went</th>
              <th scope="col">Values</th>
            </tr>
          </thead>
          <tbody>
            {trends.map(({ what, unit, values }) => (
              <tr>
                <th scope="row">{what}</th>
                <td>{wentBetween(values)}</td>
                <td>{values.map(({ on, value }) => `${value} ${unit} (${dayInWords(on)})`).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function trendsIn(entries: Entries): readonly Trend[] {
  const read = entries.flatMap((entry) => measuredIn(entry) ?? []);
  return [...Map.groupBy(read, ({ what, unit }) => `${what} ${unit}`).values()].flatMap((those) => {
    const [first] = those;
    return first === undefined || those.length < 2
      ? []
      : [{ what: first.what, unit: first.unit, values: those.toReversed().slice(0, shown) }];
  });
}

/** Members of an entry go by its kind, so each is looked at before it is used. */
function measuredIn({ what, value, recorded }: Entries[number]): (Measured & Pick<Trend, 'what' | 'unit'>) | undefined {
  if (!isMembers(what) || !isMembers(value)) return undefined;
  const { text } = what;
  const { value: number, unit } = value;
  return typeof text === 'string' && typeof number === 'number'
    ? { what: text, value: number, unit: typeof unit === 'string' ? unit : '', on: recorded }
    : undefined;
}

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function wentBetween(values: readonly Measured[]): string {
  const [latest, before] = values;
  if (!latest || !before || latest.value === before.value) return 'stayed';
  return latest.value > before.value ? 'up' : 'down';
}
