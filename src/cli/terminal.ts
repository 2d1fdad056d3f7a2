/** Where the command writes, and whether it may use colour there. */

export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** What is being waited for, where somebody watches; '' once it is over. It leaves nothing behind. */
  readonly progress: (text: string) => void;
  readonly columns: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
}

export function openTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const colour = stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const paint = (open: number, close: number) => (text: string) => (colour ? `\x1b[${open}m${text}\x1b[${close}m` : text);
  return {
    out: writer(stdout),
    error: writer(stderr),
    progress: (text) => void (stderr.isTTY && env['TERM'] !== 'dumb' && stderr.write(`\r\x1b[K${text}`)),
    columns: stdout.columns || 100,
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
  };
}

/** `nhs-sandbox start --log | head` closes the pipe early: that is no failure, and nobody reads on. */
function writer(stream: NodeJS.WriteStream): (text: string) => void {
  let isBroken = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isBroken = true;
    if (!gone.has(error.code ?? '')) throw error;
  });
  return (text) => {
    if (!isBroken) stream.write(`${text}\n`);
  };
}

/** The reader has gone, or the terminal. */
const gone: ReadonlySet<string> = new Set(['EPIPE', 'EIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);
