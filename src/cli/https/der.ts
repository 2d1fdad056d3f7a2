/** The few forms of DER (ITU-T X.690) that a certificate is written in. */

const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const;

function tagged(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const digits = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(tags.sequence, Buffer.concat(parts));
export const setOf = (...parts: readonly Uint8Array[]): Buffer => tagged(tags.set, Buffer.concat(parts));
export const octets = (content: Uint8Array): Buffer => tagged(tags.octets, content);
export const utf8 = (content: string): Buffer => tagged(tags.utf8, Buffer.from(content));
export const yes = tagged(tags.boolean, Buffer.from([0xff]));

/** Of bytes that are a number without a sign. */
export function wholeNumber(bytes: Uint8Array): Buffer {
  return tagged(tags.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** `unused` bits at the end of the last byte mean nothing. */
export const bits = (content: Uint8Array, unused = 0): Buffer => tagged(tags.bits, Buffer.concat([Buffer.from([unused]), content]));

/** `[number]` around whole values, or in the place of a value's own tag. */
export const around = (number: number, ...parts: readonly Uint8Array[]): Buffer => tagged(0xa0 | number, Buffer.concat(parts));
export const inPlace = (number: number, content: Uint8Array): Buffer => tagged(0x80 | number, content);

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(tags.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): readonly number[] {
  const last = number & 0x7f;
  const before = number >> 7;
  return before === 0 ? [last] : [...base128(before).map((part) => part | 0x80), last];
}

/** Before 2050, as RFC 5280 §4.1.2.5 has it. */
export function time(at: Date): Buffer {
  return tagged(tags.time, Buffer.from(`${at.toISOString().replaceAll(/\D/g, '').slice(2, 14)}Z`));
}
