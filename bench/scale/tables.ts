/** The tables of docs/scale.md. */
import { costOf, freeCarries } from './at-the-edge.ts';
import { openAtMost } from '../../src/workspaces/limits.ts';
import type { EdgeFigures, NodeFigures } from './figures.ts';
import { ends, loadOf, meanRequest } from './on-node.ts';
import { meters, read, type MeterName } from './published.ts';
import { aMonth, use } from './use.ts';

const sizes = [10, 1_000, 1_000_000];

/** Three figures of a number are as many as mean something, and two of a small one. */
export function figure(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 0.1) return value.toFixed(Math.min(7, 1 - Math.floor(Math.log10(Math.abs(value))))).replace(/0+$/, '');
  const digits = Math.max(0, Math.min(2, 2 - Math.floor(Math.log10(Math.abs(value)))));
  const [whole = '', part] = Number(value.toPrecision(3)).toFixed(digits).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined || Number(part) === 0 ? grouped : `${grouped}.${part}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

export function measuredOnNode(figures: NodeFigures): string {
  return table(
    ['one process on Node', 'measured'],
    [
      [
        'CPU of a GET by id; of a POST that is stored on disk',
        `${figure(figures.readMicroseconds)} µs; ${figure(figures.writeMicroseconds)} µs`,
      ],
      ['requests a second of one processor, as used below', figure(1_000_000 / meanRequest(figures))],
      ['memory at start', `${figure(figures.megabytesAtStart)} MB`],
      ['memory of an open workspace', `${figure(figures.kilobytesOpen)} kB`],
      ['file descriptors of an open workspace', figure(figures.descriptorsOpen)],
      ['open at once, at most', figure(openAtMost)],
      ['on disk, when made; after a month of use', `${figure(figures.kilobytesOnDisk)} kB; ${figure(figures.kilobytesAfterAMonth)} kB`],
      ['opening one that was closed', `${figure(figures.wakeMilliseconds)} ms`],
    ],
  );
}

export function carriedOnNode(figures: NodeFigures): string {
  return table(
    ['workspaces', 'requests/s at the peak', 'in use at once', 'processors busy', 'on disk'],
    sizes.map((size) => {
      const { requests, inUse, processors, gigabytesOnDisk } = loadOf(figures, size);
      return [figure(size), figure(requests), figure(inUse), figure(processors), `${figure(gigabytesOnDisk)} GB`];
    }),
  );
}

export const endsOnNode = (figures: NodeFigures): string =>
  table(
    ['what ends one process', 'at so many workspaces'],
    ends(figures).map(({ name, workspaces }) => [name, figure(workspaces)]),
  );

export function measuredAtTheEdge(figures: EdgeFigures): string {
  return table(
    ['one workspace on local workerd', 'measured'],
    [
      ['rows written when it is made and first asked', figure(figures.rowsPerMint)],
      ['rows written by a POST, the journal and its counters included', figure(figures.rowsPerWrite)],
      ['rows written by a GET (the journal, fifty at a time)', figure(figures.rowsPerRead)],
      ['rows written when it ends', figure(figures.rowsPerEnd)],
      ['rows read by a request', figure(figures.rowsReadPerRequest)],
      ['stored, when made; after a month of use', `${figure(figures.kilobytesOfWorkspace)} kB; ${figure(figures.kilobytesAfterAMonth)} kB`],
      ['stored once it has ended', `${figure(figures.kilobytesOfTombstone)} kB`],
      ['CPU of a GET by id; of a POST', `${figure(figures.readMicroseconds)} µs; ${figure(figures.writeMicroseconds)} µs`],
      ['CPU of making one; of waking one', `${figure(figures.mintMilliseconds)} ms; ${figure(figures.wakeMilliseconds)} ms`],
    ],
  );
}

export function costAtTheEdge(figures: EdgeFigures): string {
  const costs = sizes.map((size) => costOf(figures, size));
  const names = Object.keys(meters) as MeterName[];
  return table(
    ['a month, paid plan', ...sizes.map((size) => `${figure(size)} workspaces`)],
    [
      ...names.map((name) => [
        meters[name].name,
        ...costs.map(({ counts, dollars }) => `${figure(counts[name])}: $${figure(Math.round(dollars[name]))}`),
      ]),
      ['in all, with the plan’s own $5', ...costs.map(({ total }) => `$${figure(Math.round(total))}`)],
    ],
  );
}

export const freeAtTheEdge = (figures: EdgeFigures): string =>
  table(
    ['allowance of the free plan', 'a day', 'carries so many workspaces'],
    freeCarries(figures).map(({ name, workspaces }) => [name, freeOf(name), figure(workspaces)]),
  );

const freeOf = (name: string): string => figure(Object.values(meters).find((meter) => meter.name === name)?.free ?? NaN);

export const taken = (): string =>
  [
    `A workspace is taken to be a team’s prototype that lives for a month: on ${use.workingDays} working days, ${use.bursts} times a day, ${use.requests} requests`,
    `within ${use.seconds} seconds, a ${figure(100 * use.writes)} % share of them writes, so ${figure(aMonth.requests)} requests a month; at the busiest moment of a day of`,
    `${use.hours} hours, ${use.peak} times the mean. Prices and limits: ${read}.`,
  ].join(' ');
