/** NHS numbers: the check digit, the printed form, and the detector that keeps numbers of real patients out. Pure functions. */
import type { NhsNumber } from '../population.ts';

/** NHS Data Dictionary: weights 10 … 2, check = 11 - sum mod 11; 11 counts as 0 and 10 is never issued. */
export function isNhsNumber(text: string): text is NhsNumber {
  if (!/^\d{10}$/.test(text)) return false;
  let sum = 0;
  for (let n = 0; n < 9; n += 1) sum += (text.charCodeAt(n) - 48) * (10 - n);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === text.charCodeAt(9) - 48;
}

/** Ten digits without spaces, as APIs send them; undefined when they are no NHS number. */
export function parseNhsNumber(text: string): NhsNumber | undefined {
  return isNhsNumber(text) ? text : undefined;
}

/** As printed for people: 3-3-4. */
export function formatNhsNumber(number: NhsNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

/** A valid number from the blocks that are issued to patients: those beginning 3, 4, 6 or 7. */
export function isLiveNhsNumber(digits: string): boolean {
  return /^[3467]/.test(digits) && isNhsNumber(digits);
}

/** A fingerprint (64 bits, FNV-1a) to hold published example numbers by, so that the numbers themselves are nowhere written down. */
export function nhsNumberHash(digits: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let n = 0; n < digits.length; n += 1) {
    low = Math.imul(low ^ digits.charCodeAt(n), 0x01000193);
    high = Math.imul(high ^ digits.charCodeAt(digits.length - 1 - n), 0x01000193) ^ (low >>> 15);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** A live number found in a text. */
export interface LiveNumber {
  /** Where it stands in the text, separators included. */
  readonly start: number;
  readonly end: number;
  /**
   * `certain` is refused: written 3-3-4, near the letters NHS, or in an identifier field. `possible` is ten bare digits, which one in
   * twenty-eight random numbers looks like: it is redacted and warned about, not refused.
   */
  readonly certainty: 'certain' | 'possible';
}

export interface Detection {
  /** The text is the value of an identifier field. */
  readonly identifier?: boolean;
  /** Hashes of published example numbers that may pass. */
  readonly allowed?: ReadonlySet<string>;
}

/** One group of digits as written, spelled with ASCII digits, with its place in the text. */
interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Ten digits that begin as issued numbers do, whatever stands between them: cheap, and never misses what the detector would find. */
const candidate = /(?<![0-9])[3467\uff13\uff14\uff16\uff17](?:[^0-9A-Za-z"{}[\]]{0,6}[0-9\uff10-\uff19]){9}(?![0-9])/;

/** The ids that most requests carry look like numbers with dashes in them, and are not. */
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A look before the detector's own. */
export const mayHoldLiveNumber = (text: string): boolean => candidate.test(text) && !uuid.test(text);

export function findLiveNhsNumbers(text: string, detection: Detection = {}): readonly LiveNumber[] {
  const found: LiveNumber[] = [];
  for (const run of runsOf(text)) {
    for (let first = 0; first < run.length; first += 1) {
      const match = tenDigitsFrom(run, first);
      if (match === undefined || !isLiveNhsNumber(match.digits) || detection.allowed?.has(nhsNumberHash(match.digits)) === true) continue;
      const { start, end, lengths } = match;
      const certain = detection.identifier === true || lengths === '3,3,4' || saysNhs(text, start, end);
      found.push({ start, end, certainty: certain ? 'certain' : 'possible' });
      first += match.groups - 1;
    }
  }
  return found;
}

/** The text with every live number taken out, certain or possible. */
export function redactLiveNhsNumbers(text: string, detection: Detection = {}): string {
  let redacted = '';
  let from = 0;
  for (const { start, end } of findLiveNhsNumbers(text, detection)) {
    redacted += `${text.slice(from, start)}[number withheld]`;
    from = end;
  }
  return from === 0 ? text : redacted + text.slice(from);
}

function tenDigitsFrom(run: readonly Group[], first: number) {
  let digits = '';
  const lengths: number[] = [];
  for (const group of run.slice(first, first + 10)) {
    digits += group.digits;
    lengths.push(group.digits.length);
    if (digits.length >= 10) {
      const start = run[first]?.start ?? 0;
      return digits.length === 10 ? { digits, start, end: group.end, lengths: lengths.join(), groups: lengths.length } : undefined;
    }
  }
  return undefined;
}

const nearBefore = 40;
const nearAfter = 16;
/** NHS, but not as part of a host name or of NHSD. */
const nhsWord = /nhs(?!\.uk|\.net|d)/i;

function saysNhs(text: string, start: number, end: number): boolean {
  return nhsWord.test(text.slice(Math.max(0, start - nearBefore), start)) || nhsWord.test(text.slice(end, end + nearAfter));
}

/** Spaces of every width, dashes and full stops: what people put between groups of digits. */
const separator = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\-.\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
/** Characters that take no room, and so hide inside a number. */
const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const longestGap = 3;

/** Runs of digit groups with little between them. */
function runsOf(text: string): readonly (readonly Group[])[] {
  const runs: Group[][] = [];
  let run: Group[] = [];
  let digits = '';
  let start = 0;
  let end = 0;
  let gap = 0;
  const closeGroup = (): void => {
    if (digits !== '') run.push({ digits, start, end });
    digits = '';
  };
  const closeRun = (): void => {
    closeGroup();
    if (run.length > 0) runs.push(run);
    run = [];
    gap = 0;
  };
  for (let n = 0; n < text.length; n += 1) {
    const digit = asciiDigit(text.charCodeAt(n));
    if (digit !== undefined) {
      if (digits === '') start = n;
      digits += digit;
      end = n + 1;
      gap = 0;
      continue;
    }
    if (digits === '' && run.length === 0) continue;
    const letter = text.charAt(n);
    if (invisible.test(letter)) continue;
    if (separator.test(letter) && gap < longestGap) {
      closeGroup();
      gap += 1;
    } else {
      closeRun();
    }
  }
  closeRun();
  return runs;
}

/** ASCII and full-width digits. */
function asciiDigit(code: number): string | undefined {
  if (code >= 0x30 && code <= 0x39) return String(code - 0x30);
  if (code >= 0xff10 && code <= 0xff19) return String(code - 0xff10);
  return undefined;
}
