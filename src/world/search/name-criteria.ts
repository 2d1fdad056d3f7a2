/** What a search asks of a name, compiled once: exact, with `*`, or by sound; compared folded. */
import type { PersonQuery } from '../../population.ts';
import { foldName } from '../fold.ts';
import { soundex } from '../soundex.ts';

/** One name of a person, folded. */
export interface FoldedName {
  readonly family: string;
  readonly given: readonly string[];
}

export interface NameCriterion {
  readonly folded: string;
  /** The text before the first `*`; the whole text where there is none. */
  readonly prefix: string;
  readonly wildcard: boolean;
  readonly soundex: string | undefined;
  matches(folded: string): boolean;
}

export interface NameCriteria {
  readonly family: NameCriterion | undefined;
  readonly given: readonly NameCriterion[];
  readonly fuzzy: boolean;
  /** Whether given and family names match as asked, the right way round. */
  straight(name: FoldedName): boolean;
  /** Whether a fuzzy search finds them the other way round. */
  crossed(name: FoldedName): boolean;
}

export function nameCriteria(query: PersonQuery): NameCriteria {
  const fuzzy = query.fuzzy ?? false;
  const family = query.family === undefined ? undefined : criterion(query.family, fuzzy);
  const given = (query.given ?? []).map((text) => criterion(text, fuzzy));
  const [firstGiven] = given;
  return {
    family,
    given,
    fuzzy,
    straight: (name) => (family === undefined || family.matches(name.family)) && given.every((asked) => givenMatches(asked, name.given)),
    crossed: (name) =>
      fuzzy &&
      family !== undefined &&
      firstGiven !== undefined &&
      firstGiven.matches(name.family) &&
      name.given.some((each) => family.matches(each)),
  };
}

/** A wildcard is tested against the first given name only; a whole name against any of them. */
export function givenMatches(asked: NameCriterion, given: readonly string[]): boolean {
  if (asked.wildcard) return given[0] !== undefined && asked.matches(given[0]);
  return given.some((each) => asked.matches(each));
}

function criterion(text: string, fuzzy: boolean): NameCriterion {
  const folded = foldName(text.trim());
  const sound = soundex(folded);
  const pieces = fuzzy ? [folded] : folded.split('*');
  const wildcard = pieces.length > 1;
  return {
    folded,
    prefix: pieces[0] ?? '',
    wildcard,
    soundex: sound,
    matches: wildcard
      ? (name) => glob(pieces, name)
      : fuzzy
        ? (name) => name === folded || (sound !== undefined && mayBegin(name, sound) && soundex(name) === sound)
        : (name) => name === folded,
  };
}

/** Whether a name may have a code that begins with this letter: a letter first in a name is first in its code. */
function mayBegin(name: string, sound: string): boolean {
  const letter = name.charCodeAt(0);
  return letter < 97 || letter > 122 || letter - 32 === sound.charCodeAt(0);
}

/** Whether a text is these pieces with anything between them. */
function glob(pieces: readonly string[], text: string): boolean {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const piece of pieces.slice(1, -1)) {
    const at = text.indexOf(piece, from);
    if (at < 0 || at + piece.length > end) return false;
    from = at + piece.length;
  }
  return true;
}
