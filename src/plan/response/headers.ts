/** Where the value of each header comes from that a contract documents on a response: the request, the answer, the contract or a header's own meaning. */
import { generate, type Generator } from '../../making/generate.ts';
import type { Contract, DocumentedResponse, Json, ResponseHeader } from '../../contract/contract.ts';
import { isFieldValue } from '../../contract/header-field.ts';
import { uuidOfHex } from '../../contract/uuid.ts';
import { nobody } from '../../population.ts';
import { documentedLinks, documentedLocation } from './locations.ts';

export interface HeaderPlan {
  readonly name: string;
  /** In lower case. */
  readonly key: string;
  /** Undefined where this answer has nothing true to say under the name. */
  value(about: AboutAnswer): string | undefined;
}

/** What the value of a header may depend on. */
export interface AboutAnswer {
  readonly status: number;
  readonly now: number;
  /** The exchange's own id. */
  readonly id: string;
  readonly seed: number;
  /** A header of the request. */
  sent(name: string): string | undefined;
  /** Where this sandbox answers what the contract publishes under an address; undefined where that is somebody else's. */
  ours(address: string): string | undefined;
  /** The id of what was made, where the answer tells it. */
  made(): string | undefined;
  /** The request's own address, its query included. */
  readonly request: string;
  /** The same without its query, where GET may follow it, and else one that says where it would have led. */
  readonly address: string;
}

/** Headers that every answer echoes, whichever API gives it. */
const echoed = /^(x-)?(request|correlation)-?id$/;

/** What may be said under a name whatever the contract shows, in the order in which its schema is asked. */
const meanings: Readonly<Record<string, (about: AboutAnswer) => readonly string[]>> = {
  'retry-after': ({ status, now }) => [{ 425: '300', 429: '60' }[status] ?? '5', new Date(now + 5_000).toUTCString()],
  'last-modified': ({ now }) => [new Date(now).toUTCString()],
  expires: ({ now }) => [new Date(now).toUTCString()],
  'www-authenticate': ({ status }) => (status === 401 ? ['Bearer'] : []),
  'content-disposition': () => ['attachment; filename="synthetic"'],
  'ratelimit-limit': () => ['300'],
  'ratelimit-remaining': ({ status }) => [status === 429 ? '0' : '299'],
  'ratelimit-reset': () => ['60'],
};

export function planHeaders(generator: Generator, response: DocumentedResponse): readonly HeaderPlan[] {
  return response.headers.flatMap((header) => {
    const key = header.name.toLowerCase();
    const value = sourceOf({ generator, contract: generator.meaning.contract, header, key, response });
    return value ? [{ name: header.name, key, value }] : [];
  });
}

interface Documented {
  readonly generator: Generator;
  readonly contract: Contract;
  readonly header: ResponseHeader;
  readonly key: string;
  readonly response: DocumentedResponse;
}

function sourceOf(documented: Documented): HeaderPlan['value'] | undefined {
  const { key, header } = documented;
  if (echoed.test(key)) return echo(documented);
  if (key === 'location' || key === 'content-location') return documentedLocation(header, shownIn(documented), documented.response.key);
  if (key === 'link') return documentedLinks(header, shownIn(documented));
  const fits = fitting(documented);
  if (/^e-?tag$/.test(key)) {
    const shown = shownIn(documented).find(isTag) ?? ['W/"1"', '"1"', '1'].find(fits);
    return header.required || header.examples.length > 0 ? ({ status }) => (status < 400 ? shown : undefined) : undefined;
  }
  const [shown] = shownIn(documented);
  if (shown !== undefined) return () => shown;
  const name = key.replace(/^x-(rate-?limit)/, '$1').replace('rate-limit', 'ratelimit');
  const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  const made = header.required ? generated(documented) : undefined;
  return meaning ? (about) => meaning(about).find(fits) ?? made?.(about) : made;
}

const isTag = (text: string): boolean => /^(W\/)?"[^"]*"$|^\d+$/.test(text);

/** Characters of an id that comes back: all headers of an answer share what clients take. */
const longestId = 1_024;

/** An id of the request comes back; where none was sent one is made for what every answer carries, unless the contract only speaks of mirroring. */
function echo(documented: Documented): HeaderPlan['value'] {
  const { header, key } = documented;
  const fits = fitting(documented);
  const sentAs = [header.name, key.includes('correlation') ? 'X-Correlation-ID' : 'X-Request-ID'];
  const isMirror = /mirror|echo|same as|sent in the request|if (supplied|provided|sent|present)|from the request|supplied in/i.test(
    header.description ?? '',
  );
  const isMade = header.required || (key.includes('correlation') && !isMirror);
  const shown = shownIn(documented);
  return (about) => {
    const sent = sentAs
      .map((name) => about.sent(name))
      .find((text) => text !== undefined && isFieldValue(text) && text.length <= longestId && fits(text));
    if (sent !== undefined || !isMade) return sent;
    const made = asUuid(about.id, key);
    return [made, ...shown].find(fits) ?? made;
  };
}

/** The exchange's id in the shape of a UUID of version 4, turned round for a request's id, so that it is another than the correlation id. */
function asUuid(id: string, key: string): string {
  const hex = key.includes('correlation') ? id : id.slice(16) + id.slice(0, 16);
  return uuidOfHex(hex, 'a');
}

function generated({ generator, header, response }: Documented): HeaderPlan['value'] | undefined {
  const at = header.schema;
  if (!at) return undefined;
  return ({ now, seed }) => {
    const value = generate({
      generator,
      at,
      name: header.name,
      key: `${seed} ${response.key} header ${header.name}`,
      now,
      population: nobody,
    });
    const text = textOf(value);
    return isFieldValue(text) ? text : undefined;
  };
}

/** What the contract itself shows: examples that fit, one value that is the only one, a default; then examples that do not fit. */
function shownIn({ contract, header }: Documented): readonly string[] {
  const schema = header.schema ? contract.resolve(header.schema.schema) : true;
  const { enum: listed = [], const: only, default: usual } = typeof schema === 'object' ? schema : {};
  const examples = header.examples.map(({ value }) => value);
  const values = [...examples, ...(only === undefined ? [] : [only]), ...(usual === undefined ? [] : [usual]), ...listed.slice(0, 1)];
  const texts = values
    .filter((value) => value !== null)
    .map(textOf)
    .filter(isFieldValue);
  const fits = fitting({ contract, header });
  return [...texts.filter(fits), ...texts.filter((text) => !fits(text))];
}

/** A header is text; its schema may speak of a number, a flag or a list. */
function fitting({ contract, header }: Pick<Documented, 'contract' | 'header'>): (text: string) => boolean {
  const at = header.schema;
  if (!at) return () => true;
  return (text) => valuesOf(text).some((value) => contract.check(at, value).length === 0);
}

function valuesOf(text: string): readonly Json[] {
  const values: Json[] = [text];
  if (/^-?\d+(\.\d+)?$/.test(text)) values.push(Number(text));
  if (text === 'true' || text === 'false') values.push(text === 'true');
  if (text.includes(',')) values.push(text.split(',').map((item) => item.trim()));
  return values;
}

function textOf(value: Json): string {
  return Array.isArray(value)
    ? value.map((item: Json) => textOf(item)).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}
