/** A Postman collection of the published format 2.1 (https://schema.getpostman.com/json/collection/v2.1.0/collection.json): one request to each operation. */
import { operationsByTag } from '../by-tag.ts';
import { inOneLine, writtenRequest, type ListedOperation } from './requests.ts';

export interface RequestsOfApi {
  readonly title: string;
  readonly version: string;
  /** Path that its operations begin with. */
  readonly base: string;
  /** The same with the host of the sandbox. */
  readonly address: string;
  readonly operations: readonly ListedOperation[];
}

export function postmanCollection({ title, version, base, address, operations }: RequestsOfApi) {
  return {
    info: {
      name: inOneLine(`${title} (NHS API Sandbox)`),
      description: inOneLine(`A request to each operation of ${title} ${version} in a sandbox. Synthetic data.`),
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: operationsByTag(operations).map(({ tag, operations: own }) => ({
      name: inOneLine(tag),
      item: own.flatMap((operation) => itemOf(operation, base) ?? []),
    })),
    variable: [{ key: 'baseUrl', value: address, type: 'string' }],
  };
}

function itemOf({ id, summary, request }: ListedOperation, base: string) {
  if (!request) return undefined;
  const { method, target, headers, body, leftOut } = writtenRequest(request, base);
  const [path = '', query] = target.split('?', 2);
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return {
    name: inOneLine(summary ?? id),
    request: {
      method,
      header: headers.map(([key, value]) => ({ key, value })),
      url: {
        raw: `{{baseUrl}}${target}`,
        host: ['{{baseUrl}}'],
        path: path.split('/').slice(1),
        ...(query !== undefined && {
          query: query.split('&').map((pair) => {
            const [key = '', ...value] = pair.split('=');
            return { key, value: value.join('=') };
          }),
        }),
      },
      ...(body !== undefined && {
        body: { mode: 'raw', raw: body, options: { raw: { language: /json/i.test(type) ? 'json' : /xml/i.test(type) ? 'xml' : 'text' } } },
      }),
      description: inOneLine([id, request.note, ...leftOut.map((part) => `Left out: ${part}.`)].filter(Boolean).join('. ')),
    },
    response: [],
  };
}
