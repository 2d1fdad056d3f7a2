/** What can be asserted of an exchange, each thing by itself; and the assertion that those make which are ticked. */
import { isJsonType } from '../../../contract/media-type.ts';
import type { PersonInAddress } from '../person-in.ts';
import { ofConnection } from '../sent-again.ts';
import type { Exchanged } from '../words.ts';

export interface Assertable {
  /** Its tick in the form. */
  readonly key: string;
  readonly group: Group;
  readonly label: string;
  /** What stands there, as text. */
  readonly shown: string;
  /** Where in an assertion it is said, and how. */
  readonly place: readonly string[];
  readonly value: unknown;
  /** Ticked where nobody has chosen yet. */
  readonly isUsual?: true;
}

export type Group = (typeof assertableGroups)[number];
export const assertableGroups = [
  'The request',
  'Its query',
  'Its headers',
  'Its body',
  'The answer',
  'The answer’s headers',
  'The answer’s body',
] as const;

/** Members of one body that are offered. */
const mostMembers = 60;

export function assertablesOf(exchange: Exchanged, person: PersonInAddress | undefined): readonly Assertable[] {
  const { request, answer, api, operation, correlation } = exchange;
  const [path = '', query = ''] = request.url.split(/\?(.*)/s);
  // A contract knows HEAD as GET.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const whole = (key: string, label: string, place: readonly string[], value: unknown, isUsual?: true): Assertable => ({
    key,
    group: place[0] === 'answer' ? 'The answer' : 'The request',
    label,
    shown: String(value),
    place,
    value,
    ...(isUsual && { isUsual }),
  });
  return [
    ...(api?.slug === undefined ? [] : [whole('api', 'API', ['match', 'api'], api.slug, true)]),
    whole('method', 'Method', ['match', 'method'], method, true),
    whole('path', 'Path', ['match', 'path'], operation?.path ?? path, true),
    ...heldIn(path, operation?.path).map(({ name, text }) => whole(`path.${name}`, `Path, with {${name}}`, [], text)),
    ...(person ? [whole('person', 'Person', ['match', 'person'], person.nhsNumber)] : []),
    ...(correlation === undefined ? [] : [whole('correlation', 'Correlation id', ['correlation'], correlation)]),
    ...[...new URLSearchParams(query)].map(([name, text]) => textOf('Its query', name, text, ['match', 'query'])),
    ...headersOf('Its headers', request.headers, ['match', 'headers']),
    ...membersOf('Its body', request.body, ['match', 'body']),
    whole('status', 'Status', ['answer', 'status'], answer.status, true),
    ...headersOf('The answer’s headers', answer.headers, ['answer', 'headers']),
    ...membersOf('The answer’s body', answer.body, ['answer', 'body']),
  ];
}

/** Of a credential it can be said that there is one. */
const kept = (text: string): string => text.replace(/withheld.*$/s, '*');

const textOf = (group: Group, name: string, text: string, place: readonly string[]): Assertable => ({
  key: [...place, name].join('.'),
  group,
  label: name,
  shown: kept(text),
  place: [...place, name],
  value: kept(text),
});

const headersOf = (group: Group, headers: Readonly<Record<string, string>> = {}, place: readonly string[]): readonly Assertable[] =>
  Object.entries(headers)
    .filter(([name]) => !ofConnection.test(name) && name !== 'date' && !name.startsWith('x-sandbox-'))
    .map(([name, text]) => textOf(group, name, text, place));

function membersOf(group: Group, body: Exchanged['request']['body'], place: readonly string[]): readonly Assertable[] {
  if (body?.text === undefined || body.cut || !isJsonType(body.type ?? '')) return [];
  let json: unknown;
  try {
    json = JSON.parse(body.text);
  } catch {
    return []; // what was refused need be none
  }
  return [...leavesOf(json, '')].slice(0, mostMembers).map(([pointer, value]) => {
    const said = typeof value === 'string' ? kept(value) : value;
    return {
      key: [...place, pointer].join('.'),
      group,
      label: pointer === '' ? 'All of it' : pointer,
      shown: typeof said === 'string' ? said : JSON.stringify(said),
      place: [...place, pointer],
      value: said,
    };
  });
}

function* leavesOf(value: unknown, pointer: string): Generator<readonly [pointer: string, value: unknown]> {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (members.length === 0) yield [pointer, value];
  for (const [key, member] of members) yield* leavesOf(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

interface Held {
  readonly name: string;
  readonly text: string;
}

/** What stands at the names of a template that are segments of their own; what a template could not say is left out. */
function heldIn(path: string, template: string | undefined): readonly Held[] {
  if (template === undefined) return [];
  const names = template.split('/');
  const segments = path.split('/').slice(-names.length);
  return names.flatMap((part, i) => {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    const text = decoded(segments[i] ?? '');
    return name === undefined || text === '' || /[{}*/]|withheld/.test(text) ? [] : [{ name, text }];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // what was sent need not be text
  }
}

/** The assertion that the ticked ones make. */
export function assertionOf(ticked: readonly Assertable[], more: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const assertion: Record<string, unknown> = {};
  for (const { place, value } of ticked) if (place.length > 0) put(assertion, place, value);
  const held = new Map(ticked.filter(({ place }) => place.length === 0).map(({ key, value }) => [key, String(value)]));
  const match = assertion['match'];
  if (isRecord(match) && typeof match['path'] === 'string')
    match['path'] = match['path'].replaceAll(/\{([^}]+)\}/g, (name, inside: string) => held.get(`path.${inside}`) ?? name);
  return { ...assertion, ...more };
}

function put(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const inner = Object.hasOwn(into, name) ? into[name] : undefined;
  const record: Record<string, unknown> = isRecord(inner) ? inner : {};
  into[name] = record;
  put(record, rest, value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
