/** The results as a table to read. */
import type { Comparison } from './compare.ts';

export interface Results {
  /** `load` is the load average at the start and at the end. */
  readonly machine: { readonly node: string; readonly processors: number; readonly load: readonly number[] };
  /** Milliseconds, the median. */
  readonly ready: number;
  /** Bytes resident. */
  readonly memory: { readonly atStart: number; readonly afterReads: number };
  readonly comparisons: readonly Comparison[];
}

const readyTarget = 300;
const memoryTarget = 120;

export function report({ machine, ready, memory, comparisons }: Results): string {
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  const atStart = megabytes(memory.atStart);
  return [
    'CPU time per request; the ratio is that of a bare Hono server, which sends the same bytes and headers, to the sandbox.',
    `Node ${machine.node}, ${machine.processors} processors, load average ${machine.load.map((load) => load.toFixed(1)).join(' at the start, ')} at the end.`,
    '',
    ...table([
      heading,
      ...comparisons.flatMap(rowsOf(comparisons)),
      ['Ready', `${ready.toFixed(0)} ms`, '', '', `≤ ${readyTarget} ms`, verdict(ready <= readyTarget)],
      ['Memory at start', `${atStart} MB`, '', '', `≤ ${memoryTarget} MB`, verdict(atStart <= memoryTarget)],
      ['Memory after the reads', `${megabytes(memory.afterReads)} MB`, '', '', '', ''],
    ]),
  ].join('\n');
}

/** What a server spends on a request in the kernel and on its sockets, in µs, as the bare control does: 17 to 21 there, 4 to 8 here. */
const kernel = 12;

/** In one process, without sockets: the ratio is what it would be about with them. */
export function reportShort(measured: readonly Comparison[]): string {
  const comparisons = measured.map((each) => ({ ...each, ratio: (each.control + kernel) / (each.sandbox + kernel) }));
  return [
    `CPU time per request in one process and without the kernel; the ratio is a guess: with ${kernel} µs for it on both sides.`,
    '',
    ...table([heading, ...comparisons.flatMap(rowsOf(comparisons))]),
  ].join('\n');
}

const heading = ['', 'sandbox', 'control', 'ratio', 'target', ''];

/** A comparison's own row, and one more where its cost is held against another's. */
const rowsOf =
  (comparisons: readonly Comparison[]) =>
  ({ name, sandbox, control, ratio, target, growth }: Comparison): string[][] => {
    const against = target > 0 ? [`≥ ${percent(target)}`, verdict(ratio >= target)] : ['', ''];
    const own = [name, `${sandbox.toFixed(1)} µs`, `${control.toFixed(1)} µs`, percent(ratio), ...against];
    const origin = comparisons.find((other) => other.name === growth?.from);
    if (!growth || !origin || origin.name === name) return [own];
    const times = sandbox / origin.sandbox;
    return [own, [`  against ${origin.name}`, '', '', `× ${times.toFixed(2)}`, `≤ ${growth.atMost}`, verdict(times <= growth.atMost)]];
  };

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const verdict = (met: boolean): string => (met ? 'met' : 'missed');
