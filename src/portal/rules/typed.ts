/** What is typed into a form for a rule, read as the JSON that the sandbox's own API takes; and the other way round. */

/** The text of a field by its name. */
export type TextOf = (name: string) => string;

/** Without what is empty. */
export function filledIn(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== '' && value !== undefined));
}

/** `Name: value`, one a line; a name alone has none. Undefined where there is no line. */
export function linesTyped(text: string): Readonly<Record<string, string | null>> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return colon < 0 ? [line.trim(), null] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

export const typedLines = (texts: Readonly<Record<string, unknown>> = {}): string =>
  Object.entries(texts)
    .map(([name, value]) => (value === null ? name : `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`))
    .join('\n');

/** JSON where it is that, and else the text. */
export function jsonOrText(text: string | null): unknown {
  if (text === null) return null;
  const read = readTyped(text);
  return 'why' in read ? text : read.json;
}

/** A text as JSON, or why it is none. */
export function readTyped(text: string): { readonly json: unknown } | { readonly why: string } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return { why: `This is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.` };
  }
}
