/** A terminal that remembers what was written to it, without colour. */
import type { Terminal } from '../../src/cli/terminal.ts';

export function recordedTerminal(columns = 100): Terminal & { readonly written: { out: string; error: string } } {
  const written = { out: '', error: '' };
  const plain = (text: string): string => text;
  return {
    written,
    columns,
    out: (text) => void (written.out += `${text}\n`),
    error: (text) => void (written.error += `${text}\n`),
    progress: () => {},
    bold: plain,
    dim: plain,
    red: plain,
  };
}
