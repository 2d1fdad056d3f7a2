/** Text that fits a terminal: lines broken between words, columns aligned. */

/** Lines after the first begin with `indent` spaces. A word longer than a line is broken, so that nothing is wider. */
export function wrapped(text: string, width: number, indent = 0): string {
  if (text.length <= width) return text.trimEnd();
  const [first = '', ...words] = text.split(' ').flatMap((word) => pieces(word, Math.max(1, width - indent)));
  const lines = [first];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    const room = lines.length === 1 ? width : width - indent;
    if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd()).join(`\n${' '.repeat(indent)}`);
}

function pieces(word: string, width: number): readonly string[] {
  return word.length <= width ? [word] : [word.slice(0, width), ...pieces(word.slice(width), width)];
}

/** The narrowest that the last column of a table gets; what does not fit beside it stands below. */
const NARROWEST = 24;

/** Two columns, indented; the second one aligned, and broken where the terminal ends. */
export function columns(rows: readonly (readonly [string, string])[], width = Infinity): string {
  const left = Math.min(Math.max(...rows.map(([text]) => text.length)), Math.max(8, width - NARROWEST - 4));
  return rows
    .map(([text, right]) => {
      const begin = `  ${text.padEnd(left)}  `;
      const rest = width === Infinity ? right : wrapped(right, width - left - 4).replaceAll('\n', `\n${' '.repeat(left + 4)}`);
      return (text.length > left ? `  ${text}\n${' '.repeat(left + 4)}${rest}` : begin + rest).trimEnd();
    })
    .join('\n');
}

/** Rows below their headings, every column as wide as its widest cell. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], bold: (text: string) => string): string {
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [bold(line(headings)), ...rows.map(line)].join('\n');
}
