/** The detector that keeps numbers of real patients out: NHS numbers of the issued ranges, and CHI numbers, however they are spelled. */
import { hasStrangeDigits, digitRuns, type DigitGroup } from './digit-groups.ts';
import { isChiNumber, isLiveNhsNumber, nhsNumberHash } from './nhs-number.ts';

/** A live number found in a text. */
export interface LiveNumber {
  readonly digits: string;
  /** Where it stands in the text, separators included. */
  readonly start: number;
  readonly end: number;
  /**
   * `certain` is refused: written 3-3-4, near the letters NHS, in an identifier, or as the id of a Patient. `possible` is ten digits of which nothing says what
   * they are, which one in twenty-eight random numbers looks like: it is redacted and warned about, not refused.
   */
  readonly certainty: 'certain' | 'possible';
}

export interface Detection {
  /** The text is the value of a person's identifier. */
  readonly identifier?: boolean;
  /** The text is a telephone number, which may be written 3-3-4. */
  readonly telephone?: boolean;
  /** Hashes of published example numbers that may pass as identifiers. */
  readonly allowed?: ReadonlySet<string>;
}

/** Ten digits that begin as issued numbers do, whatever stands between them: cheap, and never misses what the detector would find. */
const candidate = /(?<![0-9])[0-467](?:[^0-9A-Za-z]{0,6}[0-9]){9}(?![0-9])/;
const candidates = new RegExp(candidate.source, 'g');

/** The ids and instants that most requests carry look like numbers with dashes in them, and are none. */
const uuidOrInstant = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/i;
const uuids = /(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/gi;

/** A look before the detector's own. */
export const mayHoldLiveNumber = (text: string): boolean =>
  text.length >= 10 && ((candidate.test(text) && !uuidOrInstant.test(text)) || hasStrangeDigits(text));

export function findLiveNumbers(text: string, detection: Detection = {}): readonly LiveNumber[] {
  const found: LiveNumber[] = [];
  for (const run of digitRuns(text.length > 36 ? text.replace(uuids, (id) => 'x'.repeat(id.length)) : text)) {
    for (let first = 0; first < run.length; first += 1) {
      const ten = tenDigitsFrom(run, first);
      const certainty = ten && certaintyOf(ten, text, detection);
      if (!ten || !certainty) continue;
      found.push({ digits: ten.digits, start: ten.start, end: ten.end, certainty });
      first += ten.groups.length - 1;
    }
  }
  return found;
}

/** The text with every live number taken out, certain or possible; or, where they are known, those alone. */
export function redactLiveNumbers(text: string, known?: ReadonlySet<string>): string {
  if (!mayHoldLiveNumber(text)) return text;
  return text.length > NEARBY * 4 && !hasStrangeDigits(text) ? redactedNearby(text, known) : redactedWhole(text, known);
}

/** To read every character of a long text takes some hundred times as long as to find where digits stand together. */
function redactedNearby(text: string, known: ReadonlySet<string> | undefined): string {
  let redacted = '';
  let from = 0;
  for (const { index, 0: found } of text.matchAll(candidates)) {
    let start = Math.max(from, index - NEARBY);
    if (index < start) continue;
    while (start > from && isDigit(text.charCodeAt(start))) start--;
    let end = Math.min(text.length, index + found.length + NEARBY);
    while (end < text.length && isDigit(text.charCodeAt(end - 1))) end++;
    redacted += text.slice(from, start) + redactedWhole(text.slice(start, end), known);
    from = end;
  }
  return redacted + text.slice(from);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Longer than a number with the most that may stand between its digits, and than a UUID. */
const NEARBY = 80;

function redactedWhole(text: string, known: ReadonlySet<string> | undefined): string {
  let redacted = '';
  let from = 0;
  for (const { digits, start, end } of findLiveNumbers(text, { identifier: true })) {
    if (known && !known.has(digits)) continue;
    redacted += `${text.slice(from, start)}[number withheld]`;
    from = end;
  }
  return redacted + text.slice(from);
}

interface TenDigits {
  readonly digits: string;
  readonly groups: readonly DigitGroup[];
  readonly start: number;
  readonly end: number;
}

function tenDigitsFrom(run: readonly DigitGroup[], first: number): TenDigits | undefined {
  let digits = '';
  for (let last = first; last < run.length && digits.length < 10; last += 1) {
    digits += run[last]?.digits ?? '';
    if (digits.length === 10)
      return { digits, groups: run.slice(first, last + 1), start: run[first]?.start ?? 0, end: run[last]?.end ?? 0 };
  }
  return undefined;
}

/** Undefined where the digits are no live number. */
function certaintyOf(ten: TenDigits, text: string, { identifier, telephone, allowed }: Detection): LiveNumber['certainty'] | undefined {
  if (!isLiveNhsNumber(ten.digits) && !isChiNumber(ten.digits)) return undefined;
  const before = text.slice(Math.max(0, ten.start - NEAR_BEFORE), ten.start);
  const after = text.slice(ten.end, ten.end + NEAR_AFTER);
  const identifies = identifier === true || (refersToPatient.test(before) && idEnds.test(after));
  if (!isLiveNhsNumber(ten.digits) && !identifies && !chi.test(before) && !chi.test(after)) return undefined;
  const [, ...others] = ten.groups;
  if (others.some(({ gap }) => escapes.test(gap))) return undefined;
  if (identifies) return allowed?.has(nhsNumberHash(ten.digits)) === true ? undefined : 'certain';
  if (!others.every(({ gap }) => joins.test(gap))) return undefined;
  if (personNumber.test(before) || personNumber.test(after)) return 'certain';
  const isPrinted = ten.groups.map(({ digits }) => digits.length).join() === '3,3,4';
  return isPrinted && !telephone && !calls.test(before) ? 'certain' : 'possible';
}

/** The ids of patients are their NHS numbers in the NHS's FHIR APIs: `Patient/…`, at the end of a URL too. */
const refersToPatient = /(?<![A-Za-z])Patient(?:\/|%2F)$/;
const idEnds = /^(?![\w-])/;

/** `%34%38` and `&#52;&#56;` are digits once they are undone, and other digits before. */
const escapes = /%|&#/;
const NEAR_BEFORE = 40;
const NEAR_AFTER = 16;
/** NHS, but not as part of a host name or of NHSD; the numbers of Scotland and Northern Ireland by their names. */
const personNumber = /nhs(?!\.uk|\.net|d)|\bchi\b|chi[-_ ]?n(?:o|um)|h&c|\bhcn\b|\bhsc[-_ ]?n(?:o|um)|health (?:and|&) care n/i;
const chi = /\bchi\b|chi[-_ ]?n(?:o|um)/i;
/** What says before a number that it is a telephone's. */
const calls = /\+\d{1,3}\D{0,2}$|(?:tel|phone|mobile|fax|call|ring|text|sms)\W*(?:\w+\W+)?$/i;
/** What people put between the groups of a number: spaces of every width, dashes, dots, strokes. */
const joins = /^[\p{Zs}\t\p{Pd}\u2212./\\_·•‧∙]{1,3}$/u;
