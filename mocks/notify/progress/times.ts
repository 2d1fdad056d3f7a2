/** How long the first steps of every message take, in milliseconds since it was accepted. */
export const pendingAfter = 1_000;
/** The record of the recipient is read. */
export const enrichedAfter = 4_000;
export const sendingAfter = 5_000;
