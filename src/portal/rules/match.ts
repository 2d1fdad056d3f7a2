/** Which requests a rule is for: read off its form, put into it, and said in words. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { spacedNumber } from '../people/spaced-number.ts';
import { numberTyped } from '../page/number-typed.ts';
import { filledIn, jsonOrText, typedLines, linesTyped, type TextOf } from './typed.ts';

type Match = components['schemas']['Match'];
export type KnownApis = readonly Pick<components['schemas']['Api'], 'slug' | 'title'>[];

/** Which of those that fit. */
export const shareKinds = ['nth', 'every', 'chance'] as const;

export function matchTyped(typed: TextOf): Readonly<Record<string, unknown>> | undefined {
  const body = Object.entries(linesTyped(typed('body')) ?? {}).map(([pointer, value]) => [pointer, jsonOrText(value)]);
  const share = shareKinds.find((one) => one === typed('share'));
  const match = filledIn({
    api: typed('api'),
    operation: typed('operation'),
    method: typed('method'),
    path: typed('path'),
    person: typed('person').replaceAll(/[\s-]/g, ''),
    query: linesTyped(typed('query')),
    headers: linesTyped(typed('headers')),
    ...(body.length > 0 && { body: Object.fromEntries(body) }),
    ...(share && { [share]: numberTyped(typed(share)) }),
  });
  return Object.keys(match).length === 0 ? undefined : match;
}

/** The fields of a form for the same. */
export function fieldsOfMatch({ query, headers, body, ...match }: Match): Readonly<Record<string, string>> {
  const share = shareKinds.find((one) => match[one] !== undefined) ?? '';
  const texts = Object.entries(match).map(([name, value]) => [name, String(value)]);
  return { ...Object.fromEntries(texts), query: typedLines(query), headers: typedLines(headers), body: typedLines(body), share };
}

/** `one in 3 of the GET requests to Notebook` */
export function requestsInWords(match: Match = {}, apis: KnownApis = []): string {
  const { api, operation, method, path, query, headers, body, person, nth, every, chance } = match;
  const title = apis.find(({ slug }) => slug === api)?.title ?? api;
  const those = [
    method,
    'requests to',
    title ?? 'any API',
    operation !== undefined && `(${operation})`,
    path !== undefined && `at ${path}`,
    person !== undefined && `about ${spacedNumber(person)}`,
    ...Object.entries(query ?? {}).map((one) => conditionInWords('with the parameter', 'without the parameter', one)),
    ...Object.entries(headers ?? {}).map((one) => conditionInWords('with the header', 'without the header', one)),
    ...Object.entries(body ?? {}).map((one) => conditionInWords('with, in the body,', 'without, in the body,', one)),
  ]
    .filter((part) => part !== undefined && part !== false)
    .join(' ');
  if (chance !== undefined) return `${Math.round(chance * 1000) / 10}% of the ${those}, by chance`;
  if (nth !== undefined) return `number ${nth} of the ${those}`;
  return every === undefined ? `all ${those}` : `one in ${every} of the ${those}`;
}

const conditionInWords = (withIt: string, without: string, [name, value]: readonly [string, unknown]): string =>
  value === null ? `${without} ${name}` : `${withIt} ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
