/** An exchange as a line of the log: to read, or as JSON for a program. */
import type { ToldExchange } from '../../runtimes/node/tell-exchanges.ts';
import type { Terminal } from '../terminal.ts';

/** Characters of a URL that a line to read has room for. */
const room = 240;

export function logLine({ method, url, status, by, operation, milliseconds }: ToldExchange, { dim, red }: Terminal): string {
  const shown = plain(url.length > room ? `${url.slice(0, room)}…` : url);
  const answered = dim(`${[by, operation].filter((part) => part !== undefined).join(' ')}, ${milliseconds} ms`);
  return `${status >= 400 ? red(String(status)) : status} ${method} ${shown}  ${answered}`;
}

/** A decoded URL may hold what a terminal takes for an order, or for the end of a line. */
function plain(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e\u00a1-\ud7ff\ue000-\ufdcf…]/g, '·');
}
