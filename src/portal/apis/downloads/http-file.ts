/** Requests as a `.http` file, which editors send: one to each operation, with the address of the API in a variable. */
import { inOneLine, writtenRequest, type ListedOperation } from './requests.ts';
import type { RequestsOfApi } from './postman-collection.ts';

export function httpFile({ title, version, base, address, operations }: RequestsOfApi): string {
  return [
    `# ${inOneLine(`${title} ${version}`)}`,
    '# A request to each operation in a sandbox. Synthetic data.',
    `@baseUrl = ${address}`,
    ...operations.flatMap((operation) => requestLines(operation, base)),
    '',
  ].join('\n');
}

function requestLines({ id, summary, request }: ListedOperation, base: string): readonly string[] {
  if (!request) return [];
  const { method, target, headers, body, leftOut } = writtenRequest(request, base);
  return [
    '',
    `### ${inOneLine(summary === undefined ? id : `${summary} (${id})`)}`,
    ...(request.note === undefined ? [] : [`# ${inOneLine(request.note)}`]),
    ...leftOut.map((part) => `# Left out, since this kind of file would take it for a command: ${part}`),
    `${method} {{baseUrl}}${target}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', body]),
  ];
}
