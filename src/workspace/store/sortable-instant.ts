/** Milliseconds as a text that sorts as they do: the value of an entry by which rows are found by time. */
export const sortableInstant = (milliseconds: number): string => String(Math.max(0, Math.floor(milliseconds))).padStart(16, '0');
