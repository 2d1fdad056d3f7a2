/** How many, how long and how large: every figure about workspaces, in one place. */

/** The id of the workspace that a local server has from the beginning. */
export const defaultWorkspace = 'default';

/** Hours that a workspace lives. */
export const defaultHours = 24;
export const longestHours = 30 * 24;
export const hour = 3_600_000;

/** Workspaces that are made by one call. */
export const mintedAtOnce = 100;
/** Contracts that an event shares with its workspaces. */
export const contractsOfEvent = 10;
/** Workspaces that their users named, on a server of their own, and how long one lives that nobody uses. */
export const namedAtMost = 1_000;
export const namedHours = 24;
/** Workspaces that one process has open; each is a file or two. */
export const openAtMost = 100;
/** Milliseconds after which one that nobody uses is closed. */
export const idleFor = 300_000;
