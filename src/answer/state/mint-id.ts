/** Ids of the kind that a contract uses. */
import type { Call } from '../../mock/call.ts';
import type { IdPlan } from '../../plan/resource/id-plan.ts';
import { writePattern } from '../../making/pattern/write-pattern.ts';
import { chanceOf, uuidOf, type Chance } from '../../making/seed.ts';

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
  const chance = chanceOf(`${call.seed} ${key}`);
  const fits = (id: string): boolean => plan.schemas.every((at) => fitsAsEither(call, at, id));

  function* candidates(): Generator<string> {
    if (plan.isNhsNumber) for (let nth = ordinal; nth < ordinal + 8; nth++) yield call.population.spareNumber(nth) ?? '';
    if (plan.numeric) {
      for (const from of [Math.max(plan.number.least, 1_000), Math.max(plan.number.least, 1)])
        for (let nth = ordinal; nth < ordinal + 32 && from + nth <= plan.number.most; nth++) yield String(from + nth);
    }
    for (const attempt of ['', 'again ', 'once more ']) for (const example of shown) yield likeExample(example, chance, attempt);
    yield uuidOf(chance, 'id');
    yield* [`2${drawn(base62, 26, chance)}`, drawn('0123456789', 12, chance), String(ordinal + 1), chance.hex(24, 'id')];
    const size = Math.min(Math.max(plan.length.least, 12), plan.length.most);
    if (size <= 64) yield* [chance.hex(size, 'sized'), chance.hex(size, 'sized again')];
    for (const { pattern, least, most } of plan.patterns)
      for (let attempt = 0; attempt < 8; attempt++)
        yield* writePattern(pattern, chanceOf(`${call.seed} ${key} pattern ${attempt}`), 'id', { least, most });
    yield* plan.words;
  }

  for (const id of candidates()) if (id !== '' && (!plan.numeric || /^\d{1,15}$/.test(id)) && isFree(id) && fits(id)) return id;
  return plan.numeric ? String(1_000 + ordinal) : uuidOf(chance, 'id');
}

/** A path holds text, which a number may be meant by. */
function fitsAsEither(call: Call, at: IdPlan['schemas'][number], id: string): boolean {
  return call.check(at, id).length === 0 || (/^\d{1,15}$/.test(id) && call.check(at, Number(id)).length === 0);
}

const uuidShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Keeps what is fixed in an example (`Y05868-`, dashes, letter case) and makes the rest anew. */
function likeExample(example: string, chance: Chance, attempt: string): string {
  const found = uuidShape.exec(example)?.[0];
  if (found !== undefined) {
    const made = uuidOf(chance, `${attempt}id`);
    return example.replace(found, found === found.toUpperCase() && found !== found.toLowerCase() ? made.toUpperCase() : made);
  }
  const isLong = example.length >= 20;
  return [...example]
    .map((character, i) => {
      if (/\d/.test(character)) return String(chance.int(0, 9, `${attempt}digit ${i}`));
      if (isLong && /[A-Z]/.test(character)) return String.fromCharCode(65 + chance.int(0, 25, `${attempt}letter ${i}`));
      if (isLong && /[a-z]/.test(character)) return String.fromCharCode(97 + chance.int(0, 25, `${attempt}letter ${i}`));
      return character;
    })
    .join('');
}

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function drawn(alphabet: string, length: number, chance: Chance): string {
  return Array.from({ length }, (_, i) => alphabet[chance.int(0, alphabet.length - 1, `${alphabet.length} ${i}`)]).join('');
}
