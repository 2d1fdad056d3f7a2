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
  const rows = [
    ['', 'sandbox', 'control', 'ratio', 'target', ''],
    ...comparisons.map(({ name, sandbox, control, ratio, target }) => [
      name,
      `${sandbox.toFixed(1)} µs`,
      `${control.toFixed(1)} µs`,
      percent(ratio),
      `≥ ${percent(target)}`,
      verdict(ratio >= target),
    ]),
    ['Ready', `${ready.toFixed(0)} ms`, '', '', `≤ ${readyTarget} ms`, verdict(ready <= readyTarget)],
    [
      'Memory at start',
      `${megabytes(memory.atStart)} MB`,
      '',
      '',
      `≤ ${memoryTarget} MB`,
      verdict(megabytes(memory.atStart) <= memoryTarget),
    ],
    ['Memory after the reads', `${megabytes(memory.afterReads)} MB`, '', '', '', ''],
  ];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [
    'CPU time per request; the ratio is that of a bare Hono server, which sends the same bytes and headers, to the sandbox.',
    `Node ${machine.node}, ${machine.processors} processors, load average ${machine.load.map((load) => load.toFixed(1)).join(' at the start, ')} at the end.`,
    '',
    ...lines,
  ].join('\n');
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const verdict = (met: boolean): string => (met ? 'met' : 'missed');
