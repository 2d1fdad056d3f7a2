/** The last line of defence of a server: what nothing else caught is told in one line, and the server goes on. */
import { bugInOneLine } from '../runtimes/platform-fault.ts';

/**
 * Tells of the same bug once in a row, since one in a timer comes back every second. `failureOf` says what is not ours but the user's own,
 * and is told each time.
 */
export function bugTeller(
  tell: (line: string) => void,
  failureOf: (error: unknown) => string | undefined = () => undefined,
): (error: unknown) => void {
  let last = '';
  return (error) => {
    const failure = failureOf(error);
    if (failure !== undefined) return tell(failure);
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
