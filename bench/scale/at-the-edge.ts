/** What so many workspaces cost at the edge, and which allowance of the free plan is used up first. */
import type { EdgeFigures } from './figures.ts';
import { awake, basePrice, meters, type MeterName } from './published.ts';
import { aDay, aMonth, use } from './use.ts';

type Counts = Readonly<Record<MeterName, number>>;

/** Of one workspace that lives a month, by how it is used: `bursts`, `requests` and `writes` of that time. */
function counts(figures: EdgeFigures, { bursts, requests, writes }: typeof aMonth, lives: number): Counts {
  const reads = requests - writes;
  const cpu = (reads * figures.readMicroseconds + writes * figures.writeMicroseconds) / 1_000 + bursts * figures.wakeMilliseconds;
  return {
    requests: requests + lives * 2,
    // The registry's object is asked once when a workspace is made, and once when it ends.
    objectRequests: requests + lives * 4,
    cpu: cpu + lives * figures.mintMilliseconds,
    duration: bursts * (use.seconds + awake.idleSeconds) * awake.gigabytes,
    rowsRead: requests * figures.rowsReadPerRequest + lives * figures.rowsReadPerMint,
    rowsWritten: reads * figures.rowsPerRead + writes * figures.rowsPerWrite + lives * (figures.rowsPerMint + figures.rowsPerEnd),
    storage: (figures.kilobytesAfterAMonth + figures.kilobytesOfTombstone) / 1_000_000,
  };
}

export interface Cost {
  readonly workspaces: number;
  readonly counts: Counts;
  readonly dollars: Readonly<Record<MeterName, number>>;
  readonly total: number;
}

const names = Object.keys(meters) as MeterName[];
const each = <T>(of: (name: MeterName) => T): Record<MeterName, T> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<MeterName, T>; // every name is there

/** Of a month, on the paid plan. */
export function costOf(figures: EdgeFigures, workspaces: number): Cost {
  const one = counts(figures, aMonth, use.lives);
  const all = each((name) => one[name] * workspaces);
  const dollars = each((name) => Math.max(0, all[name] - meters[name].included) * meters[name].each);
  return { workspaces, counts: all, dollars, total: basePrice + names.reduce((sum, name) => sum + dollars[name], 0) };
}

/** How many workspaces each allowance of the free plan carries on a working day, the smallest first. */
export function freeCarries(figures: EdgeFigures): readonly { readonly name: string; readonly workspaces: number }[] {
  const one = counts(figures, aDay, use.lives / use.workingDays);
  return names
    .map((name) => ({ name: meters[name].name, workspaces: Math.floor(meters[name].free / one[name]) }))
    .filter(({ workspaces }) => Number.isFinite(workspaces))
    .toSorted((a, b) => a.workspaces - b.workspaces);
}
