/** What so many workspaces ask of one process on Node, and what it runs out of first. */
import { openAtMost } from '../../src/workspaces/limits.ts';
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
  const inUse = workspaces * atPeak.inUse;
  return {
    workspaces,
    requests: workspaces * atPeak.requests,
    inUse,
    processors: workspaces * processorsOfOne(figures, inUse > openAtMost),
    gigabytesOnDisk: (workspaces * figures.kilobytesAfterAMonth) / 1_000_000,
  };
}

/** Where more are in use than may be open, each burst of requests opens its workspace again. */
function processorsOfOne(figures: NodeFigures, isOpenedAgain: boolean): number {
  const openings = isOpenedAgain ? atPeak.requests / use.requests : 0;
  return (atPeak.requests * meanRequest(figures) + openings * figures.wakeMilliseconds * 1_000) / 1_000_000;
}

/** How many workspaces one process carries, by what ends it, the smallest first. */
export function ends(figures: NodeFigures): readonly { readonly name: string; readonly workspaces: number }[] {
  return [
    { name: 'one processor, at the busiest moment', workspaces: Math.floor(1 / processorsOfOne(figures, true)) },
    { name: 'a disk of 100 GB', workspaces: Math.floor(100_000_000 / figures.kilobytesAfterAMonth) },
  ].toSorted((a, b) => a.workspaces - b.workspaces);
}
