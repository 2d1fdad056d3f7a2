/** Runtime expressions of OpenAPI (OAS 3.1 §4.8.20.4), alone or between the braces of a text: `{$request.body#/url}?id={$response.body#/id}`. */
import type { Json } from '../../contract/contract.ts';
import { parsePointer, valueAt } from '../../contract/json-pointer.ts';

/** An exchange, as far as expressions may speak of it. */
export interface SaidInExchange {
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, Json | undefined>>;
  header(name: string): string | undefined;
  readonly body: Json | undefined;
  readonly answerHeaders: Readonly<Record<string, string>>;
  answer(): Json | undefined;
}

/** Undefined where something that it asks for was not said. */
export function evaluated(template: string, said: SaidInExchange): string | undefined {
  if (template.startsWith('$')) return valueOf(template, said);
  let isWhole = true;
  const text = template.replaceAll(/\{(\$[^{}]+)\}/g, (_, expression: string) => {
    const value = valueOf(expression, said);
    isWhole &&= value !== undefined;
    return value ?? '';
  });
  return isWhole ? text : undefined;
}

function valueOf(expression: string, said: SaidInExchange): string | undefined {
  if (expression === '$url') return said.url;
  if (expression === '$method') return said.method;
  if (expression === '$statusCode') return String(said.status);
  const [, side, place, name = ''] = /^\$(request|response)\.(header|query|path|body)(?:[.#](.*))?$/s.exec(expression) ?? [];
  if (place === 'body') return inBody(side === 'request' ? said.body : said.answer(), name);
  if (place === 'header') return side === 'request' ? said.header(name) : said.answerHeaders[name.toLowerCase()];
  if (side !== 'request') return undefined;
  return place === 'path' ? own(said.path, name) : asText(own(said.query, name));
}

function inBody(body: Json | undefined, pointer: string): string | undefined {
  const tokens = parsePointer(pointer);
  return tokens && asText(valueAt(body, tokens));
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const asText = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
