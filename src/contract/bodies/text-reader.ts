/** How the text of a body is read by its media type where that is no form: XML, tables, plain text. */
import type { Contract, LenientCheck, MediaType } from '../contract.ts';
import { bodyShape, shapeProblem } from '../json.ts';
import { LARGEST_BODY_BYTES } from '../limits.ts';
import { essenceOf, formOf } from '../media-type.ts';
import { shapeOf } from '../value-shape.ts';
import { parseRoot, rootFault, xmlValue } from '../xml/read-xml.ts';
import type { Malformed } from './form-entry.ts';
import { tableValue } from './read-table.ts';
import { checkOf, settleReadings, type SettledBody } from './settle-readings.ts';
import { readTable } from './table.ts';

/** Undefined where the bytes are kept as they came. */
export type Read = SettledBody | Malformed | undefined;
export type TextReader = (text: string) => Read;

export function textReader(contract: Contract, media: MediaType, lenient: LenientCheck | undefined): TextReader | undefined {
  switch (formOf(media.type)) {
    case 'xml':
      return /\bfhir\+xml$/.test(essenceOf(media.type)) ? keptUnread : xmlReader(contract, media, lenient);
    case 'csv':
      return tableReader(contract, media, lenient);
    case 'text':
      return plainReader(contract, media, lenient);
    default:
      return undefined;
  }
}

/** FHIR writes XML by rules of its own, which say less than JSON does of what is a list: it is kept, and nobody is told that it is right. */
const keptUnread: TextReader = () => ({
  value: null,
  faults: [],
  asBytes: true,
  notes: ['The body is FHIR written as XML: it was kept as it came, and not held to the contract.'],
});

/** XML that a contract says nothing of, or calls a text, is kept as it came. */
function xmlReader(contract: Contract, { schema }: MediaType, lenient: LenientCheck | undefined): TextReader | undefined {
  const shape = schema && shapeOf(contract, schema.schema);
  if (!shape?.members && !shape?.items) return undefined;
  return (text) => {
    const root = parseRoot(text);
    if ('malformed' in root) return root;
    const misnamed = rootFault(root, shape);
    const settled = settleReadings((read) => xmlValue(root, shape, read), checkOf(lenient));
    const problem = shapeProblem(settled.value, bodyShape(LARGEST_BODY_BYTES));
    if (problem) return { malformed: problem.message };
    return misnamed ? { value: settled.value, faults: [misnamed] } : settled;
  };
}

function tableReader(contract: Contract, media: MediaType, lenient: LenientCheck | undefined): TextReader | undefined {
  const items = media.schema && shapeOf(contract, media.schema.schema).items;
  if (!items) return plainReader(contract, media, lenient);
  const separator = essenceOf(media.type).endsWith('csv') ? ',' : '\t';
  return (text) => {
    const rows = readTable(text, separator);
    return 'malformed' in rows ? rows : tableValue(rows, { items, check: checkOf(lenient) });
  };
}

/** A text is held to its schema, and kept as it came. */
function plainReader(contract: Contract, { schema }: MediaType, lenient: LenientCheck | undefined): TextReader | undefined {
  if (!schema) return undefined;
  const shape = shapeOf(contract, schema.schema);
  const isStructured = shape.scalars.length === 0 && (shape.members ?? shape.items) !== undefined;
  if (isStructured || shape.parts.some(({ format }) => format === 'binary')) return undefined;
  return (text) => ({ ...settleReadings((read) => read(shape, text, ''), checkOf(lenient)), asBytes: true });
}
