/** Files as one ZIP archive, stored as they are (PKWARE APPNOTE 6.3.10, §4.3): every machine opens it. */

export interface ZippedFile {
  readonly name: string;
  readonly text: string;
}

/** 1 January 1980, the first day that the format knows, so that the same files are the same archive. */
const firstDay = 0x21;
/** Names are UTF-8 (§4.4.4, bit 11). */
const utf8 = 0x800;
const version = 20;

export function zipOf(files: readonly ZippedFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const { name, text } of files) {
    const [bytes, named] = [encoder.encode(text), encoder.encode(name)];
    // What stands before each file, and again in the list at the end.
    const facts = [
      version,
      utf8,
      0,
      0,
      firstDay,
      ...halves(crc32(bytes)),
      ...halves(bytes.length),
      ...halves(bytes.length),
      named.length,
      0,
    ];
    const head = words([0x4b50, 0x0403, ...facts]);
    entries.push(words([0x4b50, 0x0201, version, ...facts, 0, 0, 0, ...halves(0), ...halves(at)]), named);
    parts.push(head, named, bytes);
    at += head.length + named.length + bytes.length;
  }
  const listed = entries.reduce((sum, { length }) => sum + length, 0);
  const end = words([0x4b50, 0x0605, 0, 0, files.length, files.length, ...halves(listed), ...halves(at), 0]);
  return joined([...parts, ...entries, end]);
}

/** Little-endian, as the format has all numbers. */
function words(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 2));
  numbers.forEach((number, i) => view.setUint16(i * 2, number, true));
  return new Uint8Array(view.buffer);
}

const halves = (number: number): readonly [low: number, high: number] => [number & 0xffff, number >>> 16];

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
