/** A request as Python with the requests library. */
import type { CodeRequest } from './snippet.ts';

export function writePython({ method, url, headers, body }: CodeRequest): string {
  return [
    'import requests',
    '',
    ...(body === undefined ? [] : [`body = ${bodyLiteral(body)}`, '']),
    'response = requests.request(',
    `    ${literal(method)},`,
    `    ${literal(url)},`,
    ...(headers.length === 0
      ? []
      : ['    headers={', ...headers.map(([name, value]) => `        ${literal(name)}: ${literal(value)},`), '    },']),
    ...(body === undefined ? [] : ['    data=body.encode("utf-8"),']),
    ')',
    'print(response.status_code, response.text)',
  ].join('\n');
}

/** What JSON escapes, Python does in the same way. */
const literal = (text: string): string => JSON.stringify(text);

/** A line of the body is a line of the code. */
function bodyLiteral(body: string): string {
  const lines = body.split(/(?<=\n)/);
  return lines.length === 1 ? literal(body) : ['(', ...lines.map((line) => `    ${literal(line)}`), ')'].join('\n');
}
