/** The digits of a text, whatever script they are written in, in the groups that they stand in. */

/** Digits as written together, spelled in ASCII, with their place in the text. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the group before it and this one. */
  readonly gap: string;
}

/** More than this between two groups, and they have nothing to do with each other. */
export const LONGEST_GAP = 6;

const digit = /\p{Nd}/u;
const otherNumber = /[\p{No}\p{Me}]/u;
/** Characters that take no room, or sit upon another, and so hide inside a number. */
const invisible = /[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u;
const letter = /\p{L}/u;

/** Runs of groups with no letter and little else between them. */
export function digitRuns(text: string): readonly (readonly DigitGroup[])[] {
  const runs: DigitGroup[][] = [];
  let run: DigitGroup[] = [];
  let digits = '';
  let start = 0;
  let end = 0;
  let gap = '';
  const closeGroup = (): void => {
    if (digits !== '') run.push({ digits, start, end, gap });
    if (digits !== '') gap = '';
    digits = '';
  };
  const closeRun = (): void => {
    closeGroup();
    if (run.length > 0) runs.push(run);
    run = [];
    gap = '';
  };
  let at = 0;
  for (const character of text) {
    const begin = at;
    at += character.length;
    const spelled = asciiDigits(character);
    if (spelled !== undefined) {
      if (digits === '') start = begin;
      digits += spelled;
      end = at;
    } else if (digits !== '' || run.length > 0) {
      if (character > '\u007f' && invisible.test(character)) continue;
      closeGroup();
      if (isLetter(character) || gap.length >= LONGEST_GAP) closeRun();
      else gap += character;
    }
  }
  closeRun();
  return runs;
}

function isLetter(character: string): boolean {
  return character > '\u007f' ? letter.test(character) : /[A-Za-z]/.test(character);
}

/** The decimal digit of any script; circled, raised and lowered ones too. Undefined for what is none. */
function asciiDigits(character: string): string | undefined {
  if (character <= '\u007f') return character >= '0' && character <= '9' ? character : undefined;
  if (digit.test(character)) return String(decimalValue(character.codePointAt(0) ?? 0));
  if (!otherNumber.test(character)) return undefined;
  const plain = character.normalize('NFKC').replace(/[^0-9]/g, '');
  return plain === '' ? undefined : plain;
}

/** Unicode keeps the decimal digits of a script together, from zero to nine: how many stand before one of them says which it is. */
function decimalValue(code: number): number {
  let before = 0;
  while (digit.test(String.fromCodePoint(code - before - 1))) before++;
  return before % 10;
}

/** Digits that are not ASCII, or what hides between digits: a look at the ASCII ones would see nothing. */
export const hasStrangeDigits = (text: string): boolean => beyondAscii.test(text) && strange.test(text);

const beyondAscii = /[^\0-\u007f]/;
const strange = /(?![0-9])\p{N}|[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u;
