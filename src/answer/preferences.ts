/** The `Prefer` header as users of Prism know it (RFC 7240 syntax): `code=404, example=name, dynamic=true, seed=7, wait=2`. */

export interface Preferences {
  readonly code?: number;
  /** As it was written: `403.1`, where sandboxes of the platform tell kinds of one status apart. */
  readonly wish?: string;
  readonly example?: string;
  readonly dynamic: boolean;
  readonly seed?: string;
  /** Seconds. */
  readonly wait?: number;
  /** What was asked for and not understood, for the trace. */
  readonly notes?: readonly string[];
}

export const noPreferences: Preferences = { dynamic: false };

/** What each word may be, and how that is said where it is not. */
const words: Readonly<Record<string, { readonly fits: (value: string) => boolean; readonly wanted: string }>> = {
  code: { fits: (value) => statusIn(value) !== undefined, wanted: 'a status from 200 to 599' },
  example: { fits: (value) => value !== '', wanted: 'the name of an example' },
  dynamic: { fits: (value) => /^(true|false)$/.test(value), wanted: 'true or false' },
  seed: { fits: (value) => value !== '', wanted: 'a seed' },
  wait: { fits: (value) => value !== '' && Number(value) >= 0 && Number(value) < Infinity, wanted: 'a number of seconds' },
};

/** More wishes than these in one header are not read: each may cost a line of the trace. */
const MOST_WISHES = 20;

export function readPreferences(header: string | null): Preferences {
  if (!header) return noPreferences;
  const said = new Map<string, string>();
  const notes: string[] = [];
  const wishes = wishesIn(header);
  for (const { name, value } of wishes.slice(0, MOST_WISHES)) {
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    if (!word)
      notes.push(`The Prefer header’s ${/^[\w-]{1,40}$/.test(name) ? `“${name}”` : 'other wishes'} is nothing that this sandbox acts on.`);
    else if (!word.fits(value)) notes.push(`The Prefer header’s ${name} must be ${word.wanted}; it was left out.`);
    else if (said.has(name)) notes.push(`The Prefer header asks for ${name} more than once; the first counts.`);
    else said.set(name, value);
  }
  if (wishes.length > MOST_WISHES) notes.push(`The Prefer header has ${wishes.length} wishes; the first ${MOST_WISHES} were read.`);
  const code = statusIn(said.get('code') ?? '');
  const wait = Number(said.get('wait') ?? 0);
  const example = said.get('example');
  const seed = said.get('seed');
  return {
    dynamic: said.get('dynamic') === 'true',
    ...(code !== undefined && { code, wish: said.get('code') ?? '' }),
    ...(example !== undefined && { example }),
    ...(seed !== undefined && { seed }),
    ...(wait > 0 && { wait }),
    ...(notes.length > 0 && { notes: [...new Set(notes)] }),
  };
}

interface Wish {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** A wish: a name, and after `=` a word or a quoted text, in which marks mean nothing and `\` stands before what is meant as it is. */
const wish = /([^,;="]+)(?:=\s*(?:"((?:[^"\\]|\\.)*)"?|([^,;]*)))?[^,;]*/g;

/** Several headers of one name arrive joined by commas; a semicolon parts what Prism's users write into one wish. */
function wishesIn(header: string): readonly Wish[] {
  return [...header.matchAll(wish)].flatMap(([, spelt = '', quoted, bare = '']): readonly Wish[] => {
    const name = spelt.trim().toLowerCase();
    return name === '' ? [] : [{ name, value: quoted?.replace(/\\(.)/g, '$1') ?? bare.trim() }];
  });
}

/** Sandboxes of the platform tell kinds of one status apart behind it: `403.1`, `422_batch`. */
function statusIn(text: string): number | undefined {
  const status = Number(/^(\d{3})(?![\dA-Za-z])/.exec(text)?.[1]);
  return status >= 200 && status <= 599 ? status : undefined;
}
