/** A request as a line to paste: for a POSIX shell with curl, and for PowerShell. */
import type { WireRequest } from './draft.ts';
import { plainShellWord, powerShellWord, shellWord } from './shell-words.ts';

/** A longer body, or one of several lines, is a here-document below the line. */
const LONGEST_BODY = 2_000;

/** `base` is the origin, the workspace's prefix and the API's base. */
export function curlLine(base: string, { method, target, headers, body }: WireRequest): string {
  const url = base + target;
  const parts = [
    // Brackets and braces in an address would be patterns to curl.
    /[[\]{}]/.test(url) ? 'curl -i -g' : 'curl -i',
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['-I'] : [`-X ${method}`]),
    shellWord(url),
    ...Object.entries(headers).map(([name, value]) => `-H ${shellWord(value === '' ? `${name};` : `${name}: ${value}`)}`),
  ];
  if (body === undefined) return parts.join(' ');
  if (body.length <= LONGEST_BODY && !body.includes('\n'))
    return [...parts, `${body.startsWith('@') ? '--data-raw' : '-d'} ${shellWord(body)}`].join(' ');
  const end = endMark(body);
  return `${[...parts, `--data-binary @- <<'${end}'`].join(' ')}\n${body}\n${end}`;
}

/** A line that is short to look at, of a request without a body. */
export function firstLine(base: string, { target, headers }: WireRequest): string {
  const shown = Object.entries(headers).map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`);
  return ['curl', plainShellWord(base + target), ...shown].join(' ');
}

/** A word that no line of the body is. */
function endMark(body: string): string {
  const lines = new Set(body.split('\n'));
  let mark = 'BODY';
  while (lines.has(mark)) mark += '_';
  return mark;
}

export function powerShellLine(base: string, { method, target, headers, body }: WireRequest): string {
  const { 'content-type': type, ...others } = headers;
  const pairs = Object.entries(others).map(([name, value]) => `${powerShellWord(name)} = ${powerShellWord(value)}`);
  return [
    `Invoke-RestMethod -Method ${method} -Uri ${powerShellWord(base + target)}`,
    ...(pairs.length > 0 ? [`-Headers @{ ${pairs.join('; ')} }`] : []),
    ...(type === undefined ? [] : [`-ContentType ${powerShellWord(type)}`]),
    ...(body === undefined ? [] : [`-Body ${powerShellWord(body)}`]),
  ].join(' ');
}
