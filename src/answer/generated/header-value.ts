/** Values for the headers that a contract says a response carries. */
import type { Contract, Json, ResponseHeader, SchemaObject } from '../../contract/contract.ts';
import type { Population } from '../../population.ts';
import { type Bound, UNBOUND } from '../../meaning/bound.ts';
import { generate } from './generate.ts';
import { chanceOf, uuidOf } from './seed.ts';

export interface HeaderInput {
  readonly contract: Contract;
  readonly header: ResponseHeader;
  readonly key: string;
  readonly now: number;
  readonly population: Population;
  readonly bound?: Bound;
  /** Headers of this request by lower-case name: what the response echoes. */
  readonly sent?: Readonly<Record<string, string>>;
  /** The version of what is answered, where it has one. */
  readonly version?: string;
  /** Where what is answered can be read, as an absolute link. */
  readonly location?: string;
}

/** Headers that the wire, not the contract, decides: a length or coding copied from an example breaks the answer off (RFC 9110 §6.4). */
const NEVER: ReadonlySet<string> = new Set([
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'trailer',
  'upgrade',
  'date',
  'content-type',
  'set-cookie',
]);

/** Undefined for a header that is not ours to make up. */
export function headerValue(input: HeaderInput): string | undefined {
  const { contract, header, sent = {}, version = '1', location } = input;
  const name = header.name.toLowerCase();
  if (NEVER.has(name)) return undefined;
  const fits = (text: string): boolean =>
    !header.schema ||
    valuesOf(contract, header, text).some((value) => header.schema !== undefined && contract.check(header.schema, value).length === 0);
  const candidates = [
    sent[name],
    ...ownValues(name, version, location, input.key),
    ...header.examples.map(({ value }) => textOf(value)),
    generated(input),
  ];
  const usable = candidates.filter((text) => text !== undefined && isHeaderText(text));
  return usable.find((text) => text !== undefined && fits(text)) ?? usable[0];
}

function ownValues(name: string, version: string, location: string | undefined, key: string): readonly (string | undefined)[] {
  if (name === 'etag' || name === 'e-tag') return [`W/"${version}"`, `"${version}"`, version];
  if (name === 'location' || name === 'content-location') return [location];
  return /^x-(request|correlation)-id$/.test(name) ? [uuidOf(chanceOf(key), name)] : [];
}

function generated({ contract, header, key, now, population, bound = UNBOUND }: HeaderInput): string | undefined {
  return (
    header.schema &&
    textOf(generate({ contract, at: header.schema, name: header.name, key: `${key} header ${header.name}`, now, population, bound }))
  );
}

/** A header is text; its schema may speak of a number or a flag. */
function valuesOf(contract: Contract, header: ResponseHeader, text: string): readonly Json[] {
  const schema: SchemaObject | boolean = header.schema ? contract.resolve(header.schema.schema) : true;
  const values: Json[] = [text];
  if (typeof schema === 'object' && /^-?\d+(\.\d+)?$/.test(text)) values.push(Number(text));
  if (text === 'true' || text === 'false') values.push(text === 'true');
  return values;
}

function textOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Visible ASCII, spaces and tabs: what every runtime lets through. */
function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e]+$/.test(text);
}
