/** Cursors of the shape that a contract gives them: each stands for the number of items before it, and is read back. */
import { writePattern } from '../../../making/pattern/write-pattern.ts';
import { chanceOf } from '../../../making/seed.ts';

export interface CursorCodec {
  write(start: number): string;
  /** Undefined for what was not written here. */
  read(text: string): number | undefined;
}

type Form = CursorCodec;

const whole = (text: string, base = 10): number | undefined => {
  const value = Number.parseInt(text, base);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};

const padded = (width: number, base: number, upper = false): Form => ({
  write: (start) => {
    const text = start.toString(base).padStart(width, '0');
    return upper ? text.toUpperCase() : text;
  },
  read: (text) =>
    text.length === Math.max(width, text.replace(/^0+/, '').length) && (base === 16 ? /^[0-9a-f]+$/i : /^\d+$/).test(text)
      ? whole(text, base)
      : undefined,
});

const uuidForm = (upper: boolean): Form => {
  const pattern = /^00000000-0000-4000-8000-([0-9a-f]{12})$/i;
  return {
    write: (start) => {
      const text = `00000000-0000-4000-8000-${start.toString(16).padStart(12, '0')}`;
      return upper ? text.toUpperCase() : text;
    },
    read: (text) => whole(pattern.exec(text)?.[1] ?? '', 16),
  };
};

/** Opaque, as cursors usually are. */
const opaque: Form = {
  write: (start) => btoa(`from:${start}`).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_'),
  read: (text) => {
    if (!/^[\w-]+$/.test(text)) return undefined;
    try {
      return whole(/^from:(\d+)$/.exec(atob(text.replaceAll('-', '+').replaceAll('_', '/')))?.[1] ?? '');
    } catch {
      return undefined; // not base64
    }
  },
};

const base64: Form = { write: (start) => btoa(`from:${start}`), read: opaque.read };

/** Tried in this order; those that the contract's own example looks like come first. */
const forms: readonly (readonly [looksLike: RegExp, form: Form])[] = [
  [/^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/, uuidForm(true)],
  [/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, uuidForm(false)],
  [/^\d{1,9}$/, padded(1, 10)],
  [/=$/, base64],
  [/(?!)/, opaque],
  ...[8, 16, 24, 32, 40, 64].flatMap((width): (readonly [RegExp, Form])[] => [
    [/(?!)/, padded(width, 16)],
    [/(?!)/, padded(width, 16, true)],
  ]),
  ...[1, 2, 4, 6, 8, 10, 12, 16, 20].map((width) => [/(?!)/, padded(width, 10)] as const),
];

/** Rows that a cursor which had to be made to a pattern may stand after: each is tried when one is read. */
const mostTried = 5_000;

export interface CursorShape {
  readonly fits: (text: string) => boolean;
  readonly pattern?: string | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** Cursors that the contract shows. */
  readonly shown: readonly string[];
}

export function cursorCodec({ fits, pattern, least, most, shown }: CursorShape): CursorCodec {
  const fitsAll = (form: Form): boolean => [1, 20, 1_000, 99_999].every((start) => fits(form.write(start)));
  const likely = forms.filter(([looks]) => shown.some((text) => looks.test(text)));
  const form = [...likely, ...forms.filter(([, one]) => one === opaque), ...forms].map(([, one]) => one).find(fitsAll);
  if (form) return form;
  const made = (start: number): string | undefined =>
    pattern === undefined
      ? undefined
      : [...writePattern(pattern, chanceOf(`cursor ${start}`), 'cursor', { least: least ?? 0, most: most ?? Infinity })].find((text) =>
          fits(text),
        );
  if (pattern === undefined || made(1) === undefined) return opaque;
  return {
    write: (start) => made(start) ?? opaque.write(start),
    read: (text) => {
      for (let start = 0; start < mostTried; start++) if (made(start) === text) return start;
      return opaque.read(text);
    },
  };
}
