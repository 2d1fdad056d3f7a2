/** A text that is asked for, compiled into a test of what items hold, and into a condition on the index that every match meets. */
import { about, compares, indexText, stretchOf, type Prefix } from './instants.ts';
import { withoutAccents, referenceIn, type Held, type HeldKind } from './held.ts';
import type { Side } from './members.ts';

export interface Asked {
  readonly kind: HeldKind;
  readonly modifier: string | undefined;
  readonly bound: Side | undefined;
  /** Letter case counts, in tests and in the index. */
  readonly exactly: boolean;
  /** Values hold no system: their index entries are codes alone. */
  readonly bare: boolean;
  /** Values are references, which may hold an id and no system. */
  readonly refers: boolean;
  readonly fhir: boolean;
  readonly now: number;
}

export interface Comparison {
  test(held: Held): boolean;
  /** What stands in the JSON of everything that passes, whatever its letter case. */
  readonly inText?: string | undefined;
  /** Index values of what passes; undefined where the index cannot tell. */
  readonly index?: IndexRange | undefined;
}

export type IndexRange =
  /** `exact`: everything with these values passes, too. */
  | { readonly at: 'value'; readonly anyOf: readonly string[]; readonly exact: boolean }
  | { readonly at: 'value'; readonly from: string; readonly to: string; readonly exact: boolean }
  /** Where a stretch of time begins and ends. */
  | { readonly at: 'time'; readonly begins?: Edge; readonly ends?: Edge };

export interface Edge {
  readonly from?: string;
  readonly to?: string;
}

/** Longer values are cut in the index. */
export const indexedLength = 120;

const prefixed = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)(?=[\d-])/;

export function comparison(asked: Asked, text: string): Comparison {
  const { kind, modifier } = asked;
  if (kind === 'date') return dateComparison(asked, text);
  if (kind === 'number') return numberComparison(asked, text);
  if (kind === 'reference' && modifier !== 'identifier') return referenceComparison(asked, text);
  if (kind === 'token' || kind === 'code' || kind === 'reference') return tokenComparison(asked, text);
  return textComparison(asked, text);
}

const nothing: Comparison = { test: () => false, index: { at: 'value', anyOf: [], exact: true } };

function tokenComparison({ modifier, bare, refers }: Asked, text: string): Comparison {
  const bar = text.indexOf('|');
  if (modifier === 'text') {
    const wanted = withoutAccents(text);
    return { test: (held) => held.of === 'token' && withoutAccents(held.text ?? held.code).includes(wanted) };
  }
  // `:of-type` is system|code|value of an identifier; its value is what tells.
  const system = bar < 0 ? undefined : text.slice(0, bar);
  const said = modifier === 'of-type' ? text.slice(text.lastIndexOf('|') + 1) : text.slice(bar + 1);
  const code = withoutAccents(said);
  if (system !== undefined && system !== '' && code === '') return { test: (held) => held.of === 'token' && held.system === system };
  const test = (held: Held): boolean =>
    held.of === 'token' &&
    held.code === code &&
    ((held.bare && (bare || refers)) ||
      system === undefined ||
      modifier === 'of-type' ||
      (system === '' ? held.system === undefined : held.system === system));
  const exact = code.length < indexedLength && modifier !== 'of-type';
  if (bare || system === undefined || modifier === 'of-type')
    return { test, inText: inText(code), index: { at: 'value', anyOf: [cut(code)], exact } };
  const withSystem = `${cut(code)}\u0000${system}`;
  return { test, index: { at: 'value', anyOf: refers ? [withSystem, `${cut(code)}\u0000*`] : [withSystem], exact } };
}

function referenceComparison(asked: Asked, text: string): Comparison {
  const { modifier } = asked;
  if (text.includes('|')) return tokenComparison({ ...asked, bare: false, refers: true, modifier: undefined }, text);
  const [wanted] = referenceIn(text);
  if (!wanted) return nothing;
  const type = wanted.type ?? (modifier !== undefined && /^[A-Z]/.test(modifier) ? modifier : undefined);
  const { id } = wanted;
  const test = (held: Held): boolean =>
    (held.of === 'reference' && held.id === id && (type === undefined || held.type === undefined || held.type === type)) ||
    (held.of === 'token' && type === undefined && held.code === id);
  return { test, index: { at: 'value', anyOf: [cut(id)], exact: type === undefined && id.length < indexedLength } };
}

/** What is written in JSON as it is, and has no accent. */
const inText = (folded: string): string | undefined => (/^[a-z0-9 .,:;@_-]+$/.test(folded) ? folded : undefined);

function textComparison({ kind, modifier, exactly, fhir }: Asked, text: string): Comparison {
  const wanted = withoutAccents(text);
  const isText =
    (passes: (folded: string, text: string) => boolean) =>
    (held: Held): boolean =>
      held.of === 'text' && passes(held.folded, held.text);
  if (modifier === 'contains' || kind === 'words') return { test: isText((folded) => folded.includes(wanted)), inText: inText(wanted) };
  if (modifier === 'below') return { test: isText((_, held) => held === text || held.startsWith(text.endsWith('/') ? text : `${text}/`)) };
  const same: IndexRange = { at: 'value', anyOf: [cut(exactly ? text : wanted)], exact: false };
  if (modifier === 'exact' || exactly)
    return {
      test: isText((_, held) => held === text),
      inText: inText(wanted),
      index: { ...same, exact: exactly && text.length < indexedLength },
    };
  if (/[^*]\*|\*[^*]/.test(text)) {
    const glob = globTest(wanted);
    return { test: isText((folded, held) => held === text || glob(folded)) };
  }
  if (kind === 'string' && fhir)
    return {
      test: isText((folded) => folded.startsWith(wanted)),
      index: { at: 'value', from: cut(wanted), to: `${cut(wanted)}\u{10ffff}`, exact: wanted.length < indexedLength },
    };
  return { test: isText((folded) => folded === wanted), index: { ...same, exact: wanted.length < indexedLength } };
}

/** `Ber*` and `*er*`, in time linear in the text. */
function globTest(glob: string): (text: string) => boolean {
  const parts = glob.split('*');
  return (text) => {
    const [first = '', ...rest] = parts;
    const last = rest.pop() ?? '';
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}

function numberComparison({ bound, fhir }: Asked, text: string): Comparison {
  const prefix = bound ?? (fhir ? prefixed.exec(text)?.[1] : undefined) ?? 'eq';
  const digits = bound ? text : (text.replace(prefixed, '').split('|')[0] ?? '');
  const wanted = digits === '' ? Number.NaN : Number(digits);
  if (Number.isNaN(wanted)) return nothing;
  const passes = (number: number): boolean => {
    switch (prefix) {
      case 'ne':
        return number !== wanted;
      case 'gt':
      case 'sa':
        return number > wanted;
      case 'lt':
      case 'eb':
        return number < wanted;
      case 'ge':
        return number >= wanted;
      case 'le':
        return number <= wanted;
      case 'ap':
        return Math.abs(number - wanted) <= Math.abs(wanted) / 10;
      default:
        return number === wanted;
    }
  };
  const test = (held: Held): boolean => held.of === 'number' && passes(held.number);
  return prefix === 'eq' ? { test, index: { at: 'value', anyOf: [String(wanted)], exact: true } } : { test };
}

function dateComparison({ bound, now }: Asked, text: string): Comparison {
  const prefix = (prefixed.exec(text)?.[1] ?? 'eq') as Prefix; // the pattern lists them
  const wanted = stretchOf(text.replace(prefixed, ''));
  if (!wanted) return nothing;
  if (bound && prefix === 'eq') return boundComparison(bound, wanted);
  const test = (held: Held): boolean => held.of === 'stretch' && compares(prefix, held.stretch, wanted, now);
  const [from, to] = [indexText(wanted.from), indexText(wanted.to)];
  switch (prefix) {
    case 'eq':
      return { test, index: { at: 'time', begins: { from }, ends: { to: after(to) } } };
    case 'gt':
      return { test, index: { at: 'time', ends: { from: after(to) } } };
    case 'ge':
      return { test, index: { at: 'time', ends: { from: after(from) } } };
    case 'lt':
      return { test, index: { at: 'time', begins: { to: from } } };
    case 'le':
      return { test, index: { at: 'time', begins: { to } } };
    case 'sa':
      return { test, index: { at: 'time', begins: { from: to } } };
    case 'eb':
      return { test, index: { at: 'time', ends: { to: after(from) } } };
    case 'ap': {
      const around = about(wanted, now);
      return { test, index: { at: 'time', begins: { to: indexText(around.to) }, ends: { from: after(indexText(around.from)) } } };
    }
    case 'ne':
      return { test };
  }
}

/** The least text above another. */
const after = (text: string): string => `${text}\u0000`;

/** A day that is a bound stands for its beginning, or for all of it where it is the last. */
function boundComparison(bound: Side, { from, to }: { readonly from: number; readonly to: number }): Comparison {
  const begins =
    (passes: (at: number) => boolean) =>
    (held: Held): boolean =>
      held.of === 'stretch' && passes(held.stretch.from);
  switch (bound) {
    case 'ge':
      return { test: begins((at) => at >= from), index: { at: 'time', begins: { from: indexText(from) } } };
    case 'gt':
      return { test: begins((at) => at > from), index: { at: 'time', begins: { from: after(indexText(from)) } } };
    case 'le':
      return { test: begins((at) => at < to), index: { at: 'time', begins: { to: indexText(to) } } };
    case 'lt':
      return { test: begins((at) => at < from), index: { at: 'time', begins: { to: indexText(from) } } };
  }
}

const cut = (text: string): string => (text.length > indexedLength ? text.slice(0, indexedLength) : text);

/** What the index keeps of a value: which entry of a field (`<` and `>` for where a time begins and ends), and its text. */
export function indexValues(
  held: Held,
  { bare, exactly }: Pick<Asked, 'bare' | 'exactly'>,
): readonly (readonly ['' | '<' | '>', string])[] {
  switch (held.of) {
    case 'token': {
      const code = cut(held.code);
      if (bare) return [['', code]];
      return [
        ['', code],
        ['', `${code}\u0000${held.bare ? '*' : (held.system ?? '')}`],
      ];
    }
    case 'reference':
      return [['', cut(held.id)]];
    case 'stretch':
      return [
        ['<', indexText(held.stretch.from)],
        ['>', indexText(held.stretch.to)],
      ];
    case 'text':
      return [['', cut(exactly ? held.text : held.folded)]];
    case 'number':
      return [['', String(held.number)]];
  }
}
