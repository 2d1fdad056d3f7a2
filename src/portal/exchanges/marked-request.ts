/** A request as it was sent, line by line, with what was found wrong below the line that it is about. Lines that nothing is about are left out. */
import { isJsonType } from '../../contract/media-type.ts';
import type { Exchanged } from './words.ts';

export interface MarkedLine {
  readonly text: string;
  /** What is wrong with it. */
  readonly faults: readonly string[];
}

type Fault = NonNullable<Exchanged['problem']>['faults'][number];

/** Undefined in the place of lines that were left out. */
export function markedRequest({ request, problem }: Exchanged): readonly (MarkedLine | undefined)[] {
  const faults = problem?.faults ?? [];
  const of = (part: string): readonly Fault[] => faults.filter((fault) => fault.in === part);
  const [path = '', query = ''] = request.url.split(/\?(.*)/s);
  return [
    { text: `${request.method} ${path}`, faults: of('path').map(said) },
    ...inQuery(query, of('query')),
    ...inHeaders(request.headers ?? {}, [...of('header'), ...of('cookie').map((fault) => ({ ...fault, name: 'cookie' }))]),
    ...inBody(request.body, of('body')),
  ];
}

const said = ({ message, pointer }: Fault): string => (pointer === '' ? message : `${pointer} ${message}`);

function inQuery(query: string, faults: readonly Fault[]): readonly MarkedLine[] {
  const pairs = query.split('&').filter(Boolean);
  const names = pairs.map((pair) => [...new URLSearchParams(pair).keys()][0] ?? '');
  const isOf = (name: string, { name: wanted = '' }: Fault): boolean => name === wanted || name.startsWith(`${wanted}[`);
  return [
    ...pairs.map((pair, i) => ({
      text: `  ${i === 0 ? '?' : '&'}${pair}`,
      faults: faults.filter((fault) => isOf(names[i] ?? '', fault)).map(said),
    })),
    ...faults
      .filter((fault) => !names.some((name) => isOf(name, fault)))
      .map((fault) => ({ text: `  (no ${fault.name ?? 'such part'} in the query)`, faults: [said(fault)] })),
  ];
}

function inHeaders(headers: Readonly<Record<string, string>>, faults: readonly Fault[]): readonly MarkedLine[] {
  return [...Map.groupBy(faults, ({ name = '' }) => name.toLowerCase())].map(([name, those]) => ({
    text: headers[name] === undefined ? `(no header ${those[0]?.name ?? name})` : `${name}: ${headers[name]}`,
    faults: those.map(said),
  }));
}

/** Lines of a body that are shown on either side of one that is wrong. */
const around = 2;

function inBody(body: Exchanged['request']['body'], faults: readonly Fault[]): readonly (MarkedLine | undefined)[] {
  if (faults.length === 0) return [];
  const value = readJson(body);
  if (value === undefined) return [{ text: body === undefined || body.bytes === 0 ? '(no body)' : '(the body)', faults: faults.map(said) }];
  const lines = linesOf(value.json, '', '');
  const places = new Map(lines.map(({ pointer }, i) => [pointer, i] as const).toReversed());
  const marked = Map.groupBy(faults, ({ pointer }) => placeOf(pointer, places));
  const near = (i: number): boolean => [...marked.keys()].some((place) => Math.abs(place - i) <= around);
  return lines.flatMap(({ text }, i): (MarkedLine | undefined)[] => {
    if (near(i)) return [{ text, faults: (marked.get(i) ?? []).map(({ message }) => message) }];
    return i === 0 || near(i - 1) ? [undefined] : [];
  });
}

function readJson(body: Exchanged['request']['body']): { readonly json: unknown } | undefined {
  if (body?.text === undefined || body.cut || !isJsonType(body.type ?? '')) return undefined;
  try {
    return { json: JSON.parse(body.text) };
  } catch {
    return undefined; // what was refused need be none
  }
}

/** What is missing is marked where it would stand. */
function placeOf(pointer: string, places: ReadonlyMap<string, number>): number {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at);
    if (place !== undefined) return place;
    if (at === '') return 0;
  }
}

interface JsonLine {
  readonly text: string;
  readonly pointer: string;
}

/** JSON with a line for each member, and the place that each line is of. */
function linesOf(value: unknown, pointer: string, indent: string, name = ''): readonly JsonLine[] {
  const isList = Array.isArray(value);
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return [{ text: `${indent}${name}${JSON.stringify(value)}`, pointer }];
  const inner = members.flatMap(([key, member], i) => {
    const lines = linesOf(member, `${pointer}/${tokenOf(key)}`, `${indent}  `, isList ? '' : `${JSON.stringify(key)}: `);
    return i === members.length - 1 ? lines : lines.map((line, j) => (j === lines.length - 1 ? { ...line, text: `${line.text},` } : line));
  });
  return [{ text: `${indent}${name}${open}`, pointer }, ...inner, { text: `${indent}${close}`, pointer }];
}

const tokenOf = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
