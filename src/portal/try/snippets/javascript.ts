/** A request as JavaScript with fetch, for browsers, Node, Deno and Bun. */
import type { CodeRequest } from './snippet.ts';

export function writeFetch({ method, url, headers, body }: CodeRequest): string {
  const options = [
    ...(method === 'GET' ? [] : [`  method: ${literal(method)},`]),
    ...(headers.length === 0 ? [] : [`  headers: ${headersLiteral(headers)},`]),
    ...(body === undefined ? [] : [`  body: ${bodyLiteral(body)},`]),
  ];
  const asked = options.length === 0 ? `fetch(${literal(url)})` : [`fetch(${literal(url)}, {`, ...options, '})'].join('\n');
  return `const response = await ${asked};\nconsole.log(response.status, await response.text());`;
}

/** Safe in a file, and in a script of a page. */
const literal = (text: string): string => escaped(JSON.stringify(text));
const escaped = (json: string): string =>
  json
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);

function headersLiteral(headers: CodeRequest['headers']): string {
  // A member of this name would be the prototype of the object.
  if (headers.some(([name]) => name === '__proto__')) return literalPairs(headers);
  return ['{', ...headers.map(([name, value]) => `    ${literal(name)}: ${literal(value)},`), '  }'].join('\n');
}

const literalPairs = (headers: CodeRequest['headers']): string =>
  ['[', ...headers.map(([name, value]) => `    [${literal(name)}, ${literal(value)}],`), '  ]'].join('\n');

/** JSON as an object that one can edit, where that says the same. */
function bodyLiteral(body: string): string {
  const value = parsed(body);
  const isObject = typeof value === 'object' && value !== null && !body.includes('__proto__');
  const isPlain = isObject && [JSON.stringify(value), JSON.stringify(value, null, 2)].includes(body);
  return isPlain ? `JSON.stringify(${escaped(JSON.stringify(value, null, 2)).replaceAll('\n', '\n  ')})` : literal(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
