/** An exchange as a line to read. */
import { plainText } from '../../contract/plain-text.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Terminal } from '../terminal.ts';

/** Characters of an address that a line has room for. */
const room = 240;

export function exchangeLine(
  { number, at, id, request, answer, operation, problem }: components['schemas']['Explanation'],
  { bold, dim, red }: Terminal,
): string {
  const { status } = answer;
  const source = [answer.by ?? 'sandbox', operation?.id].filter((part) => part !== undefined).join(' ');
  return [
    // Never ten digits in a row, which could be taken for somebody's number.
    dim(`${at.slice(11, 19)}Z  ${number}`),
    `${status < 400 ? status : red(String(status))} ${bold(plainText(request.method, 20))} ${plainText(request.url, room)}`,
    dim(plainText(problem ? problem.message : source, 200)),
    dim(plainText(id, 64)),
  ].join('  ');
}
