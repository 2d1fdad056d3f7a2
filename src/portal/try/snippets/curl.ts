/** A request as a command for a POSIX shell with curl. */
import { shellWord } from '../../../gateway/works/shell-words.ts';
import type { CodeRequest } from './snippet.ts';

export function writeCurl({ method, url, headers, body }: CodeRequest): string {
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return [
    // Brackets and braces in an address would be patterns to curl.
    [/[[\]{}]/.test(url) ? 'curl -i -g' : 'curl -i', ...verb(method, body), shellWord(url)].join(' '),
    ...headers.map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    // Without a type of its own curl would call it a form.
    ...(body === undefined ? [] : [...(hasType ? [] : [`-H 'Content-Type:'`]), `--data-raw ${shellWord(body)}`]),
  ].join(' \\\n  ');
}

function verb(method: string, body: string | undefined): readonly string[] {
  if (method === 'HEAD') return ['-I'];
  return method === 'GET' && body === undefined ? [] : [`-X ${/^[A-Z]+$/.test(method) ? method : shellWord(method)}`];
}
