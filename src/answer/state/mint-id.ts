/** Ids of the kind that a contract uses. */
import type { Call } from '../../mock.ts';
import type { IdPlan } from '../../plan/resource/id-plan.ts';
import { writePattern } from '../generated/pattern/write-pattern.ts';
import { chanceOf } from '../generated/seed.ts';

interface Minting {
  /** How many there are already. */
  readonly ordinal: number;
  /** What tells this id from every other. */
  readonly key: string;
  /** Ids that the contract shows, as models. */
  readonly shown: readonly string[];
  readonly isFree: (id: string) => boolean;
}

/** An id like those the contract shows, that fits where it will stand, and none that is taken. */
export function mintId(call: Call, plan: IdPlan, { ordinal, key, shown, isFree }: Minting): string {
  const chance = (label: string): number => call.chance(`${key} ${label}`);
  const fits = (id: string): boolean => plan.schemas.every((at) => fitsAsEither(call, at, id));

  function* candidates(): Generator<string> {
    if (plan.isNhsNumber) for (let nth = ordinal; nth < ordinal + 8; nth++) yield call.population.spareNumber(nth) ?? '';
    if (plan.numeric) yield* [String(Math.max(plan.number.least, 1_000) + ordinal), String(Math.max(plan.number.least, 1) + ordinal)];
    for (const attempt of ['', 'again ', 'once more '])
      for (const example of shown) yield likeExample(example, (label) => chance(attempt + label));
    yield* [uuid(chance), ksuid(chance), digits(12, chance), String(ordinal + 1), hex(24, chance)];
    const { least: shortest, most: longest } = plan.length;
    const size = Math.min(Math.max(shortest, 12), longest);
    if (size <= 64) for (const attempt of ['', 'again ']) yield hex(size, (label) => chance(`${attempt}sized ${label}`));
    for (const { pattern, least, most } of plan.patterns)
      for (let attempt = 0; attempt < 8; attempt++)
        yield* writePattern(pattern, chanceOf(String(chance(`pattern ${attempt}`))), 'id', { least, most });
    yield* plan.words;
  }

  for (const id of candidates()) if (id !== '' && (!plan.numeric || /^\d{1,15}$/.test(id)) && isFree(id) && fits(id)) return id;
  return plan.numeric ? String(1_000 + ordinal) : uuid(chance);
}

/** A path holds text, which a number may be meant by. */
function fitsAsEither(call: Call, at: IdPlan['schemas'][number], id: string): boolean {
  return call.check(at, id).length === 0 || (/^\d{1,15}$/.test(id) && call.check(at, Number(id)).length === 0);
}

const uuidShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Keeps what is fixed in an example (`Y05868-`, dashes, letter case) and makes the rest anew. */
function likeExample(example: string, chance: (key: string) => number): string {
  const found = uuidShape.exec(example)?.[0];
  if (found !== undefined)
    return example.replace(
      found,
      found === found.toUpperCase() && found !== found.toLowerCase() ? uuid(chance).toUpperCase() : uuid(chance),
    );
  return [...example]
    .map((character, i) =>
      /\d/.test(character)
        ? String(Math.floor(chance(`digit ${i}`) * 10))
        : /[A-Z]/.test(character) && example.length >= 20
          ? letter(chance, i, 65)
          : /[a-z]/.test(character) && example.length >= 20
            ? letter(chance, i, 97)
            : character,
    )
    .join('');
}

const letter = (chance: (key: string) => number, i: number, from: number): string =>
  String.fromCharCode(from + Math.floor(chance(`letter ${i}`) * 26));
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const draw = (alphabet: string, length: number, chance: (key: string) => number): string =>
  Array.from({ length }, (_, i) => alphabet[Math.floor(chance(`${alphabet.length} ${i}`) * alphabet.length)]).join('');
const hex = (length: number, chance: (key: string) => number): string => draw('0123456789abcdef', length, chance);
const digits = (length: number, chance: (key: string) => number): string => draw('0123456789', length, chance);
const ksuid = (chance: (key: string) => number): string => `2${draw(base62, 26, chance)}`;

export function uuid(chance: (key: string) => number): string {
  const raw = hex(32, chance);
  const variant = '89ab'[Math.floor(chance('variant') * 4)] ?? '8';
  return `${raw.slice(0, 8)}-${raw.slice(8, 12)}-4${raw.slice(13, 16)}-${variant}${raw.slice(17, 20)}-${raw.slice(20)}`;
}
