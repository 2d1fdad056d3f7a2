/** A contract's path template, read once and matched without regular expressions: `/Patient/{id}`, `/List{id}`, `/jobs/{id}:cancel`, `/*`. */

type Part = { readonly literal: string } | { readonly parameter: string };
export type Segment = readonly Part[];
export interface Template {
  readonly path: string;
  readonly segments: readonly Segment[];
  /** The last segment stands for any rest. */
  readonly wildcard: boolean;
}

export function readTemplate(path: string): Template {
  const raw = path.split('/').filter((segment) => segment !== '');
  const wildcard = raw.at(-1) === '*';
  return { path, segments: (wildcard ? raw.slice(0, -1) : raw).map(readSegment), wildcard };
}

function readSegment(text: string): Segment {
  const parts: Part[] = [];
  let rest = text;
  while (rest !== '') {
    const open = rest.indexOf('{');
    const close = rest.indexOf('}', open);
    if (open < 0 || close < 0) {
      parts.push({ literal: rest });
      break;
    }
    if (open > 0) parts.push({ literal: rest.slice(0, open) });
    parts.push({ parameter: rest.slice(open + 1, close) });
    rest = rest.slice(close + 1);
  }
  return parts;
}

/** The parameters' decoded values, or undefined where the path does not fit. `segments` are decoded already. */
export function matchTemplate(template: Template, segments: readonly string[]): Record<string, string> | undefined {
  if (template.wildcard ? segments.length < template.segments.length : segments.length !== template.segments.length) return undefined;
  const found: Record<string, string> = Object.create(null);
  for (let i = 0; i < template.segments.length; i++) {
    if (!matchSegment(template.segments[i] ?? [], segments[i] ?? '', found)) return undefined;
  }
  return found;
}

/** Literals are looked for from left to right; a parameter takes what stands between two of them, and at least one character. */
function matchSegment(segment: Segment, text: string, found: Record<string, string>): boolean {
  let at = 0;
  for (let i = 0; i < segment.length; i++) {
    const part = segment[i];
    if (!part) return false;
    if ('literal' in part) {
      if (!text.startsWith(part.literal, at)) return false;
      at += part.literal.length;
      continue;
    }
    const next = segment[i + 1];
    const isLast = i + 2 >= segment.length;
    const end =
      next && 'literal' in next ? (isLast ? lastIndex(text, next.literal, at + 1) : text.indexOf(next.literal, at + 1)) : text.length;
    if (end <= at) return false;
    found[part.parameter] = text.slice(at, end);
    at = end;
  }
  return at === text.length;
}

function lastIndex(text: string, literal: string, from: number): number {
  return text.endsWith(literal) && text.length - literal.length >= from ? text.length - literal.length : -1;
}

/**
 * The paths as Hono writes them. A segment that is not wholly literal becomes a parameter, and `matchTemplate` looks closer; so does a word that
 * stands beside one (`/Patient/$match`, `/Patient/{id}`), since Hono's fastest router takes either there, and never both.
 */
export function honoPaths(templates: readonly Template[]): (template: Template) => string {
  const paths = new Map<Template, string>();
  const write = (alike: readonly Template[], depth: number, begin: string): void => {
    const going: Template[] = [];
    for (const template of alike) {
      if (depth < template.segments.length) going.push(template);
      else paths.set(template, template.wildcard ? `${begin}/*` : begin || '/');
    }
    const words = going.map(({ segments }) => plainWord(segments[depth]));
    if (words.includes(undefined)) return write(going, depth + 1, `${begin}/:s${depth}`);
    for (const [word, those] of Map.groupBy(going, (_, i) => words[i])) write(those, depth + 1, `${begin}/${word}`);
  };
  write(templates, 0, '');
  return (template) => paths.get(template) ?? '/*';
}

/** The text of a segment that Hono takes for nothing else. */
function plainWord(segment: Segment | undefined): string | undefined {
  const only = segment?.length === 1 ? segment[0] : undefined;
  return only && 'literal' in only && !/[:*{}?]/.test(only.literal) ? only.literal : undefined;
}

/** Sorts what says more before what says less: a literal, then a mixed segment, then a parameter, then a wildcard. */
export function bySpecificity(a: Template, b: Template): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let i = 0; i < length; i++) {
    const difference = vagueness(a.segments[i]) - vagueness(b.segments[i]);
    if (difference !== 0) return difference;
  }
  return Number(a.wildcard) - Number(b.wildcard);
}

function vagueness(segment: Segment | undefined): number {
  if (!segment) return 3;
  if (segment.every((part) => 'literal' in part)) return 0;
  return segment.length > 1 ? 1 : 2;
}
