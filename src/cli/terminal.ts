/** Where the command writes, and whether it may use colour there. */

export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly columns: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
}

export function openTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const colour = stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const paint = (open: number, close: number) => (text: string) => (colour ? `\x1b[${open}m${text}\x1b[${close}m` : text);
  // `nhs-sandbox check x | head` closes the pipe early; that is no failure.
  for (const stream of [stdout, stderr]) stream.on('error', ignoreBrokenPipe);
  return {
    out: (text) => void stdout.write(`${text}\n`),
    error: (text) => void stderr.write(`${text}\n`),
    columns: stdout.columns || 100,
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
  };
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
