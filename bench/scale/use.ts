/** How workspaces are taken to be used: said once, so that whoever uses theirs otherwise changes it here and runs the script again. */

/** A team's prototype: each working day it is clicked through, and its tests run, a few times. */
export const use = {
  workingDays: 20,
  /** A day. */
  bursts: 15,
  /** Of each burst. */
  requests: 20,
  seconds: 20,
  /** Of the requests. */
  writes: 0.2,
  /** A working day, in hours; and how many times the mean the busiest moment of it is. */
  hours: 8,
  peak: 4,
  /** Each lives a month: so many are made, and end, a month. */
  lives: 1,
};

const burstsAMonth = use.workingDays * use.bursts;

export const aMonth = {
  bursts: burstsAMonth,
  requests: burstsAMonth * use.requests,
  writes: burstsAMonth * use.requests * use.writes,
};

export const aDay = { bursts: use.bursts, requests: use.bursts * use.requests, writes: use.bursts * use.requests * use.writes };

/** Of one workspace, at the busiest moment: requests a second, and the share of the time that it is in use. */
export const atPeak = {
  requests: (use.peak * aDay.requests) / (use.hours * 3_600),
  inUse: (use.peak * use.bursts * use.seconds) / (use.hours * 3_600),
};
