/** What so many workspaces ask of one process on Node, and what it runs out of first. */
import type { NodeFigures } from './figures.ts';
import { atPeak, use } from './use.ts';

export interface Load {
  readonly workspaces: number;
  /** At the busiest moment. */
  readonly requests: number;
  readonly inUse: number;
  /** Processors that are busy with it; one process has one. */
  readonly processors: number;
  readonly gigabytesOnDisk: number;
}

/** Microseconds of the mean request. */
export const meanRequest = (figures: NodeFigures): number =>
  (1 - use.writes) * figures.readMicroseconds + use.writes * figures.writeMicroseconds;

export function loadOf(figures: NodeFigures, workspaces: number): Load {
  const requests = workspaces * atPeak.requests;
  const inUse = workspaces * atPeak.inUse;
  // A burst opens its workspace where more are in use than may be open.
  const openings = inUse > figures.openAtOnce ? (workspaces * atPeak.requests) / use.requests : 0;
  return {
    workspaces,
    requests,
    inUse,
    processors: (requests * meanRequest(figures) + openings * figures.wakeMilliseconds * 1_000) / 1_000_000,
    gigabytesOnDisk: (workspaces * figures.kilobytesAfterWrites) / 1_000_000,
  };
}

/** How many workspaces one process carries, by what ends it, the smallest first. */
export function ends(figures: NodeFigures): readonly { readonly name: string; readonly workspaces: number }[] {
  const perWorkspace = (atPeak.requests * meanRequest(figures)) / 1_000_000;
  return [
    { name: 'one processor, at the busiest moment', workspaces: Math.floor(1 / perWorkspace) },
    {
      name: `${figures.openAtOnce} workspaces open at once (beyond, each burst opens its own again)`,
      workspaces: Math.floor(figures.openAtOnce / atPeak.inUse),
    },
    { name: 'a disk of 100 GB', workspaces: Math.floor(100_000_000 / figures.kilobytesAfterWrites) },
  ].toSorted((a, b) => a.workspaces - b.workspaces);
}
