/** How many, how long and how large: every figure about workspaces, in one place. */

/** The id of the workspace that a local server has from the beginning. */
export const defaultWorkspace = 'default';

/** Hours that a workspace lives. */
export const defaultHours = 24;
export const longestHours = 30 * 24;
export const hour = 3_600_000;

/** Workspaces that are made by one call. */
export const mintedAtOnce = 100;
/** Workspaces of one event that are there at a time. */
export const workspacesOfEvent = 1_000;
/** Events that are there at a time. */
export const eventsAtMost = 1_000;
/** Contracts that an event shares with its workspaces. */
export const contractsOfEvent = 10;
/** Names and announcements, in characters. */
export const nameLength = 100;
export const announcementLength = 1_000;
/** Workspaces that their users named, on a server of their own. */
export const namedAtMost = 1_000;
/** Workspaces that one process has open; each is a file or two. */
export const openAtMost = 100;
/** Milliseconds after which one that nobody uses is closed. */
export const idleFor = 300_000;
/** Characters of one row of a text that is stored in several: a row of a Durable Object holds 2 MB, and a character takes up to 3 bytes. */
export const pieceLength = 600_000;
