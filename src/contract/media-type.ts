/** Media types: reading them, what is written under them, and choosing among documented ones what a client accepts (RFC 9110 §12.5.1). */

/** `application/fhir+json; version=1` is `application/fhir+json`. */
export function essenceOf(type: string): string {
  const end = type.indexOf(';');
  return (end < 0 ? type : type.slice(0, end)).trim().toLowerCase();
}

/** What a Content-Type can say (RFC 9110 §8.3.1), ranges included; parameters may be as sloppy as authors write them, so long as they can be sent. */
export const isMediaType = (text: string): boolean =>
  text.length <= 256 && /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+[\t ]*(?:;[\t\x20-\x7e]*)?$/.test(text);

/** JSON, or a type so wide that JSON is sent for it. */
export const mayBeJson = (type: string): boolean => isJsonType(type) || /^(application|\*)\/\*$/.test(essenceOf(type));

export interface ParsedType {
  /** `application/fhir+json`, lower case. */
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const none: ReadonlyMap<string, string> = new Map();

export function parseType(text: string): ParsedType {
  if (!text.includes(';')) return { essence: essenceOf(text), parameters: none };
  const [, ...rest] = apart(text, ';');
  const parameters = new Map<string, string>();
  for (const part of rest) {
    const [name = '', ...value] = part.split('=');
    if (value.length)
      parameters.set(
        name.trim().toLowerCase(),
        value
          .join('=')
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .toLowerCase(),
      );
  }
  return { essence: essenceOf(text), parameters };
}

/** Splits at a mark that does not stand in quotation marks. */
function apart(text: string, mark: ';' | ','): readonly string[] {
  if (!text.includes('"')) return text.split(mark);
  const parts: string[] = [''];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === mark && !quoted) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** `application/json+fhir` is how FHIR was called before R4. */
export const isJsonType = (type: string): boolean => /[/+](x-)?json(\+fhir)?$/.test(essenceOf(type));

/** How a value is written down under a media type. */
export type Form = 'json' | 'xml' | 'lines' | 'sequence' | 'events' | 'csv' | 'html' | 'form' | 'text' | 'bytes';

const forms: readonly (readonly [RegExp, Form])[] = [
  [/[/+](x-)?json(\+fhir)?$|^(application|\*)\/\*$/, 'json'],
  [/^application\/(x-)?(ndjson|jsonl(ines)?|json-lines|ldjson)$|^text\/(x-)?(ndjson|jsonl)$/, 'lines'],
  [/^application\/([\w.-]+\+)?json-seq$/, 'sequence'],
  [/^text\/event-stream$/, 'events'],
  [/^(text|application)\/(csv|tab-separated-values)$/, 'csv'],
  [/^text\/html$|^application\/xhtml\+xml$/, 'html'],
  // A picture is a picture, though it is written in XML.
  [/^(text|application)\/(xml|xml\+fhir|xml-external-parsed-entity)$|^(application|text)\/.*\+xml$/, 'xml'],
  [/^application\/x-www-form-urlencoded$/, 'form'],
  // Rich text is a format of its own, whatever its type begins with.
  [/^text\/(?!rtf$|richtext$)|^application\/(javascript|yaml|x-yaml|jwt|jose|graphql|sql|hl7-v2)$|\+yaml$/, 'text'],
];

export function formOf(type: string): Form {
  const essence = essenceOf(type);
  return forms.find(([pattern]) => pattern.test(essence))?.[1] ?? 'bytes';
}

/** True where both name the same thing: a charset and a quality tell no types apart. */
function agree(a: ParsedType, b: ParsedType): boolean {
  for (const [name, value] of a.parameters) {
    if (name === 'q' || name === 'charset' || name === 'boundary') continue;
    const other = b.parameters.get(name);
    if (other !== undefined && other !== value) return false;
  }
  return true;
}

interface Range {
  readonly type: ParsedType;
  readonly quality: number;
  readonly place: number;
}

function rangesOf(accept: string): readonly Range[] {
  return apart(accept, ',').flatMap((text, place) => {
    const type = parseType(text);
    const quality = Number(type.parameters.get('q') ?? 1);
    return type.essence === '' ? [] : [{ type, quality: Number.isNaN(quality) ? 1 : quality, place }];
  });
}

/** How closely a range names a type; 0 where it does not. */
function closeness({ type: range, quality }: Range, offered: ParsedType): number {
  if (range.essence === offered.essence) {
    if (!agree(range, offered)) return 4;
    const shared = [...range.parameters].filter(([name, value]) => name !== 'q' && offered.parameters.get(name) === value);
    return 5 + shared.length;
  }
  if (offered.essence === '*/*' || (offered.essence.endsWith('/*') && within(range.essence, offered.essence))) return 5;
  // A client that takes JSON takes JSON of any profile; NHS APIs answer `application/fhir+json` to it.
  if (quality > 0 && range.essence === 'application/json' && isJsonType(offered.essence)) return 3;
  if (range.essence.endsWith('/*') && range.essence !== '*/*') return within(offered.essence, range.essence) ? 2 : 0;
  return range.essence === '*/*' || range.essence === '*' ? 1 : 0;
}

const within = (essence: string, range: string): boolean => essence.startsWith(range.slice(0, -1));

/** Closer than this and the client has named the type; a 4 is the type in another version, which is better than no answer. */
const OTHER_VERSION = 4;

/**
 * The documented type to send, or undefined where the client accepts none of them. What is closest to a type decides whether it is wanted
 * (RFC 9110 §12.5.1); between equals the client's order counts, and where it has none, JSON comes first and then the contract's order.
 */
export function negotiate(accept: string | null | undefined, documented: readonly string[]): string | undefined {
  const [first] = documented;
  if (accept === first || documented.length === 0) return first;
  if (!accept || accept === '*/*') return documented.find(isJsonType) ?? first;
  const ranges = rangesOf(accept);
  let best: { readonly type: string; readonly worth: readonly number[] } | undefined;
  for (const [index, type] of documented.entries()) {
    const offered = parseType(type);
    let closest: { readonly range: Range; readonly close: number } | undefined;
    for (const range of ranges) {
      const close = closeness(range, offered);
      if (close > (closest?.close ?? 0)) closest = { range, close };
    }
    if (!closest || closest.range.quality <= 0) continue;
    const { close, range } = closest;
    const isNamed = close > 2;
    const worth = [
      close === OTHER_VERSION ? 0 : 1,
      range.quality,
      isNamed ? 1 : 0,
      isNamed ? -range.place : 0,
      close,
      isJsonType(type) ? 1 : 0,
      -index,
    ];
    if (!best || isGreater(worth, best.worth)) best = { type, worth };
  }
  return best?.type;
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, value] of a.entries()) if (value !== (b[i] ?? 0)) return value > (b[i] ?? 0);
  return false;
}

/** The type that is written on an answer: a documented range gives way to what the client names, else to what stands for such types. */
export function concreteType(documented: string, accept: string | null | undefined): string {
  if (!documented.includes('*')) return documented;
  const range = essenceOf(documented);
  const named = rangesOf(accept ?? '')
    .toSorted((a, b) => b.quality - a.quality)
    .find(
      ({ type: { essence }, quality }) =>
        quality > 0 && !essence.includes('*') && isMediaType(essence) && (range === '*/*' || within(essence, range)),
    );
  // What a client names and what is made for a range of everything need not be the same: only JSON is made for it.
  if (named && (!mayBeJson(documented) || isJsonType(named.type.essence))) return named.type.essence;
  return { 'text/*': 'text/plain', 'image/*': 'image/png', 'audio/*': 'audio/wav', 'video/*': 'video/mpeg' }[range] ?? 'application/json';
}

/** The documented request type that a body's Content-Type names: itself, a range it is in, or JSON of another kind. */
export function documentedType<T extends { readonly type: string }>(contentType: string, documented: readonly T[]): T | undefined {
  const sent = parseType(contentType);
  const fits = documented.filter((media) => {
    const essence = essenceOf(media.type);
    return essence === sent.essence || essence === '*/*' || (essence.endsWith('/*') && within(sent.essence, essence));
  });
  const exact = fits.find((media) => agree(sent, parseType(media.type))) ?? fits[0];
  if (exact || !isPlainJson(contentType)) return exact;
  const kinds = documented.filter((media) => isPlainJson(media.type));
  return kinds.find((media) => essenceOf(media.type) === 'application/json') ?? kinds[0];
}

/** JSON that is a document, not a change to one: what a patch says depends on its type. */
const isPlainJson = (type: string): boolean => isJsonType(type) && !/patch/.test(essenceOf(type));

/** True where a Content-Type is the documented one itself, in its version. */
export function isNamedType(contentType: string, documented: string): boolean {
  const [sent, wanted] = [parseType(contentType), parseType(documented)];
  const { essence } = wanted;
  return (
    (essence === sent.essence || essence === '*/*' || (essence.endsWith('/*') && within(sent.essence, essence))) && agree(sent, wanted)
  );
}
