/**
 * Ids of messages and batches: KSUIDs (a time, then what nobody guesses), whose last characters say which sending they are of, and where in
 * it they stand. So an id is enough to find a message among 45,000 that were stored together.
 */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Seconds since 1970 at which a KSUID's own time begins. */
const epoch = 1_400_000_000;
/** Of 27 digits to the base 62 the first six say the time of a KSUID, which stands 128 bits from its end. */
const perSecond = 2 ** 128 / 62 ** 21;

function inDigits(value: number, length: number): string {
  let text = '';
  let rest = Math.floor(value);
  for (let n = 0; n < length; n += 1) {
    text = `${digits[rest % 62]}${text}`;
    rest = Math.floor(rest / 62);
  }
  return text;
}

const fromDigits = (text: string): number => [...text].reduce((value, digit) => value * 62 + digits.indexOf(digit), 0);

/** The place of a batch's own id, behind those of all its messages. */
export const ofBatch = 62 ** 3 - 1;

export interface Place {
  /** The number of the sending, in five digits. */
  readonly key: string;
  readonly index: number;
}

export const sendingKey = (number: number): string => inDigits(number, 5);

export function idAt({ key, index }: Place, created: number, chance: (key: string) => number): string {
  const drawn = (part: number, length: number): string => inDigits(chance(`message ${key}/${index}/${part}`) * 62 ** length, length);
  const time = inDigits(Math.max(0, created / 1000 - epoch) * perSecond, 6);
  return time + drawn(1, 5) + drawn(2, 5) + drawn(3, 3) + key + inDigits(index, 3);
}

/** Where a message of this id would stand. */
export const placeOf = (id: string): Place => ({ key: id.slice(19, 24), index: fromDigits(id.slice(24)) });
