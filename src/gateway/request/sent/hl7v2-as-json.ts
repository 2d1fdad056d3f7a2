/** A message of HL7 version 2 as a value to look through: fields by segment and number (`PID-3`), their repetitions and components taken apart. */
import type { Json } from '../../../contract/contract.ts';
import { grouped } from './grouped.ts';

const segmentStart = /^[A-Z][A-Z0-9]{2}[^\w\s]/;
const tellTale = /(?:^|[\r\n\v])(?:MSH|PID|MRG)[^\w\s]/;

/** Of the lower layer protocol, behind a message. */
const END_OF_BLOCK = '\u001c';

/** Undefined where the text is no such message. */
export function hl7v2AsJson(text: string): Json | undefined {
  if (!tellTale.test(text)) return undefined;
  const segments = text
    .replaceAll(END_OF_BLOCK, '\r')
    .split(/[\r\n\v]+/)
    .filter((line) => segmentStart.test(line));
  const header = segments.find((line) => /^(?:MSH|FHS|BHS)/.test(line));
  const separators: Separators = {
    field: header?.[3] ?? '|',
    inner: [header?.[4] ?? '^', header?.[5] ?? '~', header?.[7] ?? '&'],
    escape: header?.[6] ?? '\\',
  };
  return grouped(segments.flatMap((line) => fieldsOf(line, separators)));
}

interface Separators {
  readonly field: string;
  readonly inner: readonly string[];
  readonly escape: string;
}

function fieldsOf(line: string, { field, inner, escape }: Separators): readonly [string, Json][] {
  const own = line[3] === undefined ? field : line[3];
  const [segment = '', ...fields] = line.split(own);
  return fields.flatMap((text, index): [string, Json][] => {
    let pieces = [text];
    for (const separator of inner) pieces = pieces.flatMap((piece) => piece.split(separator));
    return pieces.filter((piece) => piece.length >= 10).map((piece) => [`${segment}-${index + 1}`, plain(piece, escape)]);
  });
}

/** `\X34\` is a byte in hexadecimal; what else is escaped are the separators. */
function plain(piece: string, escape: string): string {
  if (!piece.includes(escape)) return piece;
  return piece
    .split(escape)
    .map((part, index) => {
      if (index % 2 === 0) return part;
      return /^X(?:[0-9A-F]{2})+$/i.test(part)
        ? (part.slice(1).match(/../g) ?? []).map((hex) => String.fromCharCode(parseInt(hex, 16))).join('')
        : ' ';
    })
    .join('');
}
