/** Comma-separated values (RFC 4180) that are safe to open in a spreadsheet. */

export const csvLine = (cells: readonly string[]): string => cells.map(quoted).join();

/** A text that a spreadsheet would take for a formula gets a quotation mark before it. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
