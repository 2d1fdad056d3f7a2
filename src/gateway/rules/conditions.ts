/** What a match says, one condition at a time: whether it holds, and what stands where it asks. */
import type { Json } from '../../contract/contract.ts';
import { equal } from '../../contract/equal.ts';
import { escapeToken } from '../../contract/json.ts';
import { parsePointer, valueAt } from '../../contract/json-pointer.ts';
import type { AskedOfRules, RuleMatch } from './match.ts';

export interface MatchCondition<Of> {
  /** Where it is written, as a JSON pointer: `/headers/If-Match`. */
  readonly pointer: string;
  /** In words: `header If-Match`. */
  readonly what: string;
  /** Null where there is to be none. */
  readonly wanted: Json;
  holds(of: Of): boolean;
  /** What is there; undefined where nothing is. */
  received(of: Of): Json | undefined;
}

/** Of a match all but its path, which is matched as a whole, and its counts, which are of no single request. */
export function conditionsOf(match: RuleMatch): readonly MatchCondition<AskedOfRules>[] {
  const { query = {}, headers = {}, body = {}, person } = match;
  return [
    ...(['api', 'operation', 'method'] as const).flatMap((name) => {
      const wanted = match[name];
      return wanted === undefined ? [] : [wordCondition<AskedOfRules>(name, wanted, (asked) => asked[name])];
    }),
    ...textConditions<AskedOfRules>('query', query, (asked, name) => asked.query.getAll(name)),
    ...textConditions<AskedOfRules>('headers', headers, (asked, name) => listOf(asked.headers.get(name))),
    ...bodyConditions<AskedOfRules>(body, (asked) => asked.body),
    ...(person === undefined ? [] : [personCondition(person)]),
  ];
}

const wordCondition = <Of>(name: string, wanted: string, read: (of: Of) => string): MatchCondition<Of> => ({
  pointer: `/${name}`,
  what: name,
  wanted,
  holds: (of) => read(of) === wanted,
  received: (of) => read(of) || undefined,
});

/** Of several texts of one name, one that fits is enough. */
export const textConditions = <Of>(
  place: 'query' | 'headers',
  texts: Readonly<Record<string, string | null>>,
  read: (of: Of, name: string) => readonly string[],
): readonly MatchCondition<Of>[] =>
  Object.entries(texts).map(([name, wanted]) => ({
    pointer: `/${place}/${escapeToken(name)}`,
    what: `${place === 'headers' ? 'header' : place} ${name}`,
    wanted,
    holds: (of) => (wanted === null ? read(of, name).length === 0 : read(of, name).some((text) => isText(text, wanted))),
    received(of) {
      const found = read(of, name);
      return found.length > 1 ? [...found] : found[0];
    },
  }));

export const bodyConditions = <Of>(
  values: Readonly<Record<string, Json>>,
  bodyOf: (of: Of) => Json | undefined,
): readonly MatchCondition<Of>[] =>
  Object.entries(values).map(([pointer, wanted]) => {
    const tokens = parsePointer(pointer);
    const received = (of: Of): Json | undefined => tokens && valueAt(bodyOf(of), tokens);
    return {
      pointer: `/body/${escapeToken(pointer)}`,
      what: pointer === '' ? 'body' : `body ${pointer}`,
      wanted,
      holds: tokens ? (of) => isValue(received(of), wanted) : () => false,
      received,
    };
  });

const personCondition = (person: string): MatchCondition<AskedOfRules> => ({
  pointer: '/person',
  what: 'person',
  wanted: person,
  holds: (asked) => asked.texts().some((text) => names(text, person)),
  received: () => undefined,
});

const listOf = (text: string | null): readonly string[] => (text === null ? [] : [text]);

/** A `*` at the beginning or the end of what is wanted stands for any text there. */
function isText(text: string, wanted: string): boolean {
  const [isBegun, isEnded] = [wanted.endsWith('*'), wanted.length > 1 && wanted.startsWith('*')];
  const said = wanted.slice(isEnded ? 1 : 0, isBegun ? -1 : undefined);
  if (isBegun && isEnded) return text.includes(said);
  if (isBegun) return text.startsWith(said);
  return isEnded ? text.endsWith(said) : text === wanted;
}

function isValue(value: Json | undefined, wanted: Json): boolean {
  if (wanted === null) return value === undefined || value === null;
  return typeof wanted === 'string' && typeof value === 'string' ? isText(value, wanted) : equal(value, wanted);
}

/** Whether these digits stand in a text, and are not part of a longer number. */
function names(text: string, digits: string): boolean {
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1))
    if (!isDigit(text[at - 1]) && !isDigit(text[at + digits.length])) return true;
  return false;
}

const isDigit = (letter: string | undefined): boolean => letter !== undefined && letter >= '0' && letter <= '9';
