/** Tables of Markdown. */

export const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`.replaceAll(/ {2,}/g, ' ');

export const cell = (value: string | number): string =>
  String(value)
    .replace(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`);
