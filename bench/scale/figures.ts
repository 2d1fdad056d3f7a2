/** What `node bench/scale.ts` measures of each home. */

/** Medians, in the units that the names say. */
export interface NodeFigures {
  readonly readMicroseconds: number;
  readonly writeMicroseconds: number;
  readonly megabytesAtStart: number;
  /** Of one that is open. */
  readonly kilobytesOpen: number;
  readonly descriptorsOpen: number;
  /** What a workspace has on disk before anything is written, and after a month of its use. */
  readonly kilobytesOnDisk: number;
  readonly kilobytesAfterAMonth: number;
  /** CPU of the first request to one that is closed, less that of a second. */
  readonly wakeMilliseconds: number;
}

export interface EdgeFigures {
  readonly readMicroseconds: number;
  readonly writeMicroseconds: number;
  readonly rowsPerMint: number;
  readonly rowsPerWrite: number;
  readonly rowsPerRead: number;
  readonly rowsPerEnd: number;
  readonly rowsReadPerMint: number;
  readonly rowsReadPerRequest: number;
  readonly kilobytesOfWorkspace: number;
  readonly kilobytesAfterAMonth: number;
  /** Of one that has ended. */
  readonly kilobytesOfTombstone: number;
  readonly wakeMilliseconds: number;
  readonly mintMilliseconds: number;
}
