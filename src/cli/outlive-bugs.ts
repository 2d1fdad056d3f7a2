/** The last line of defence of a server: what nothing else caught is told in one line, and the server goes on. */
import { bugInOneLine } from '../runtimes/platform-fault.ts';

/** Tells of the same bug once in a row, since one in a timer comes back every second. */
export function bugTeller(tell: (line: string) => void): (error: unknown) => void {
  let last = '';
  return (error) => {
    const line = bugInOneLine(error);
    if (line !== last) tell(line);
    last = line;
  };
}

/** From now on. */
export function outliveBugs(tell: (error: unknown) => void): void {
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}
