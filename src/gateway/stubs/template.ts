/**
 * Templates in the texts of a stub: `{{path.id}}`, `{{body./name}}`, `{{now}}`. A name stands for something of the request, the clock, the
 * seed or the person that the request is about, and that is all there is: nothing is run, nothing repeats.
 */
import type { Json } from '../../contract/contract.ts';
import { parsePointer, pointerOf } from '../../contract/json-pointer.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { namesSecret } from '../../workspace/journal/secrets.ts';
import { durationIn } from '../../workspace/time/duration.ts';
import { isPersonWord, personWords, type PersonWord } from './person-words.ts';

/** What a template may ask. */
export interface TemplateSource {
  path(name: string): Json | undefined;
  query(name: string): Json | undefined;
  header(name: string): string | undefined;
  body(tokens: readonly string[]): Json | undefined;
  person(word: PersonWord): string | undefined;
  readonly method: string;
  readonly address: string;
  /** Milliseconds, by the clock of the workspace. */
  readonly now: number;
  /** How many requests this stub has answered, this one among them. */
  readonly count: number;
  /** Another for each number, and the same for the same seed. */
  uuid(number: number): string;
}

type Ask = (source: TemplateSource, place: number) => Json | undefined;
/** A text as it stands, or something to be asked for. */
type Piece = string | Ask;

/** A value of JSON whose texts are read. */
export type WrittenTemplate =
  | { readonly kind: 'plain'; readonly value: Json }
  /** One name and nothing beside it: what it stands for keeps its type. */
  | { readonly kind: 'whole'; readonly ask: Ask; readonly place: number }
  | { readonly kind: 'text'; readonly pieces: readonly { readonly piece: Piece; readonly place: number }[] }
  | { readonly kind: 'array'; readonly items: readonly WrittenTemplate[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, WrittenTemplate])[] };

/** What is wrong with a text, and where it stands. */
export interface TemplateFault {
  readonly pointer: string;
  readonly message: string;
}

/** Characters that one answer may take from its request, its stub and the world together. */
export const renderedLength = 2_000_000;

export class TooLong extends Error {}

export interface TemplateReader {
  read(value: Json, tokens: readonly (string | number)[]): WrittenTemplate;
  readonly faults: TemplateFault[];
}

/** Reads the texts of one stub; each place in it that asks for something new has a number of its own. */
export function templateReader(): TemplateReader {
  const faults: TemplateFault[] = [];
  let places = 0;

  function readText(text: string, tokens: readonly (string | number)[]): WrittenTemplate {
    if (!text.includes('{{')) return { kind: 'plain', value: text };
    const pieces: { piece: Piece; place: number }[] = [];
    let at = 0;
    for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', at)) {
      const close = text.indexOf('}}', open);
      if (close < 0) {
        faults.push({ pointer: pointerOf(tokens), message: 'has {{ without }} behind it' });
        return { kind: 'plain', value: text };
      }
      if (open > at) pieces.push({ piece: text.slice(at, open), place: 0 });
      const name = text.slice(open + 2, close).trim();
      const ask = askFor(name);
      if (typeof ask === 'string') faults.push({ pointer: pointerOf(tokens), message: ask });
      else pieces.push({ piece: ask, place: places++ });
      at = close + 2;
    }
    if (at < text.length) pieces.push({ piece: text.slice(at), place: 0 });
    const [only] = pieces;
    return only && pieces.length === 1 && typeof only.piece === 'function'
      ? { kind: 'whole', ask: only.piece, place: only.place }
      : { kind: 'text', pieces };
  }

  function read(value: Json, tokens: readonly (string | number)[]): WrittenTemplate {
    if (typeof value === 'string') return readText(value, tokens);
    if (isArray(value)) {
      const items = value.map((item, i) => read(item, [...tokens, i]));
      return items.every(({ kind }) => kind === 'plain') ? { kind: 'plain', value } : { kind: 'array', items };
    }
    if (isObject(value)) {
      const members = Object.entries(value).map(([name, member]) => [name, read(member, [...tokens, name])] as const);
      return members.every(([, { kind }]) => kind === 'plain') ? { kind: 'plain', value } : { kind: 'object', members };
    }
    return { kind: 'plain', value };
  }

  return { read, faults };
}

/** Counts what templates of one answer take, and throws where it is too much. */
export interface Allowance {
  left: number;
}

/** What the template comes to; undefined where it is a name alone, and what it stands for is not there. */
export function render(template: WrittenTemplate, source: TemplateSource, allowance: Allowance): Json | undefined {
  switch (template.kind) {
    case 'plain':
      return template.value;
    case 'whole': {
      const value = template.ask(source, template.place);
      if (value !== undefined) take(allowance, typeof value === 'string' ? value.length : JSON.stringify(value).length);
      return value;
    }
    case 'text':
      return template.pieces
        .map(({ piece, place }) => {
          const text = typeof piece === 'string' ? piece : textOf(piece(source, place));
          take(allowance, text.length);
          return text;
        })
        .join('');
    case 'array':
      return template.items.flatMap((item) => {
        const value = render(item, source, allowance);
        return value === undefined ? [] : [value];
      });
    case 'object':
      return Object.fromEntries(
        template.members.flatMap(([name, member]) => {
          const value = render(member, source, allowance);
          return value === undefined ? [] : [[name, value]];
        }),
      );
  }
}

/** The same as a text: nothing, where it is not there. */
export const renderText = (template: WrittenTemplate, source: TemplateSource, allowance: Allowance): string =>
  textOf(render(template, source, allowance));

function take(allowance: Allowance, length: number): void {
  allowance.left -= length;
  if (allowance.left < 0) throw new TooLong();
}

const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** What a name asks for, or what is wrong with it. */
function askFor(name: string): Ask | string {
  const [, kind = '', rest = ''] = /^([a-z]+)\.(.+)$/s.exec(name) ?? [];
  if (kind === 'path') return (source) => source.path(rest);
  if (kind === 'query') return (source) => source.query(rest);
  // No answer and no row is made of what lets somebody in.
  if (kind === 'header')
    return namesSecret(rest) === 'always' ? `asks for ${rest}, which nothing may repeat` : (source) => source.header(rest);
  if (kind === 'person') return isPersonWord(rest) ? (source) => source.person(rest) : unknownPerson(rest);
  if (kind === 'body') {
    const tokens = parsePointer(rest);
    return tokens ? (source) => source.body(tokens) : 'asks for a member of the body: write a JSON pointer, as in {{body./name/family}}';
  }
  if (name === 'body') return (source) => source.body([]);
  if (name === 'method') return (source) => source.method;
  if (name === 'address') return (source) => source.address;
  if (name === 'count') return (source) => source.count;
  if (name === 'uuid') return (source, place) => source.uuid(place);
  return moment(name) ?? `asks for {{${name.slice(0, 40)}}}, which is nothing; there are ${known}`;
}

const known =
  'path.<name>, query.<name>, header.<name>, body, body./<pointer>, person.<word>, now, today, uuid, count, method and address; ' +
  'now+P1D and today-P1W are other times';

const unknownPerson = (word: string): string =>
  `asks for person.${word.slice(0, 40)}, which is nothing; of a person there are ${personWords.join(', ')}`;

/** `now`, `today`, and both with a duration before or after. */
function moment(name: string): Ask | undefined {
  const [, word, sign, duration] = /^(now|today)(?:\s*([+-])\s*(P[0-9A-Z.]{1,40}))?$/.exec(name) ?? [];
  if (word === undefined) return undefined;
  const apart = duration === undefined ? 0 : durationIn(duration);
  if (apart === undefined) return undefined;
  const digits = word === 'today' ? 10 : 24;
  return ({ now }) => instant(now + (sign === '-' ? -apart : apart)).slice(0, digits);
}

const earliest = -62_167_219_200_000;
const latest = 253_402_300_799_999;

/** Within the years that are written with four digits. */
const instant = (at: number): string => new Date(Math.min(Math.max(at, earliest), latest)).toISOString();
