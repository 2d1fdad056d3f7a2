/** Media types: reading them, and choosing among documented ones what a client accepts (RFC 9110 §12.5.1). */

/** `application/fhir+json; version=1` is `application/fhir+json`. */
export function essenceOf(type: string): string {
  const end = type.indexOf(';');
  return (end < 0 ? type : type.slice(0, end)).trim().toLowerCase();
}

/** JSON, or a type so wide that JSON is sent for it. */
export const mayBeJson = (type: string): boolean => isJsonType(type) || essenceOf(type) === '*/*';

export interface ParsedType {
  /** `application/fhir+json`, lower case. */
  readonly essence: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const none: ReadonlyMap<string, string> = new Map();

export function parseType(text: string): ParsedType {
  if (!text.includes(';')) return { essence: essenceOf(text), parameters: none };
  const [, ...rest] = text.split(';');
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

export const isJsonType = (type: string): boolean => /[/+]json$/.test(essenceOf(type));

/** `version=1.4.0` distinguishes documented types; a charset never does. */
function sameVersion(a: ParsedType, b: ParsedType): boolean {
  const wanted = a.parameters.get('version');
  const offered = b.parameters.get('version');
  return wanted === undefined || offered === undefined || wanted === offered;
}

function accepts(range: string, essence: string): boolean {
  if (range === '*/*' || range === '*' || range === essence || essence === '*/*') return true;
  if (range.endsWith('/*')) return essence.startsWith(range.slice(0, -1));
  // A client that takes JSON takes JSON of any profile; NHS APIs answer `application/fhir+json` to it.
  return range === 'application/json' && essence.endsWith('+json');
}

/** The documented type to send, or undefined where the client accepts none of them. A wrong version is better than no answer. */
export function negotiate(accept: string | null, documented: readonly string[]): string | undefined {
  if (!accept || documented.length === 0 || accept === documented[0]) return documented[0];
  const ranges = accept
    .split(',')
    .map((text) => ({ type: parseType(text), quality: Number(parseType(text).parameters.get('q') ?? 1) }))
    .filter((range) => range.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const strict of [true, false]) {
    for (const { type } of ranges) {
      const found = documented.find((text) => {
        const offered = parseType(text);
        return accepts(type.essence, offered.essence) && (!strict || sameVersion(type, offered));
      });
      if (found) return found;
    }
  }
  return undefined;
}

/** The documented request type that a body's Content-Type names, or undefined. */
export function documentedType<T extends { readonly type: string }>(contentType: string, documented: readonly T[]): T | undefined {
  const sent = parseType(contentType);
  const fits = documented.filter((media) => {
    const { essence } = parseType(media.type);
    return essence === sent.essence || essence === '*/*' || (essence.endsWith('/*') && sent.essence.startsWith(essence.slice(0, -1)));
  });
  return fits.find((media) => sameVersion(sent, parseType(media.type))) ?? fits[0];
}
