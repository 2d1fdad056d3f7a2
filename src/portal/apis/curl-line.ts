/** A request as a line for a shell. */
import type { components } from '../../generated/sandbox-control.types.ts';

export type PastedRequest = Omit<components['schemas']['RequestParts'], 'values'>;

export function curlFor(
  base: string,
  { method, target, headers, body }: PastedRequest,
  more: Readonly<Record<string, string>> = {},
): string {
  const address = base + target;
  return [
    // Brackets and braces in an address would be patterns to curl.
    /[[\]{}]/.test(address) ? 'curl -i -g' : 'curl -i',
    ...(method === 'GET' ? [] : [method === 'HEAD' ? '-I' : `-X ${quoted(method)}`]),
    quoted(address),
    ...Object.entries({ ...headers, ...more }).map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(' ');
}

const quoted = (word: string): string => (/^[A-Za-z]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
