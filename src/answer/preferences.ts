/** The `Prefer` header as users of Prism know it (RFC 7240 syntax): `code=404, example=name, dynamic=true, seed=7, wait=2`. */

export interface Preferences {
  readonly code?: number;
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
  wait: { fits: (value) => value !== '' && Number(value) >= 0, wanted: 'a number of seconds' },
};

export function readPreferences(header: string | null): Preferences {
  if (!header) return noPreferences;
  const said = new Map<string, string>();
  const notes: string[] = [];
  for (const part of header.split(/[,;]/)) {
    const [spelt = '', ...rest] = part.split('=');
    const name = spelt.trim().toLowerCase();
    const value = rest
      .join('=')
      .trim()
      .replace(/^"(.*)"$/, '$1');
    const word = words[name];
    if (name === '') continue;
    if (word?.fits(value)) said.set(name, value);
    else if (word) notes.push(`The Prefer header’s ${name} must be ${word.wanted}; it was left out.`);
    else
      notes.push(`The Prefer header’s ${/^[\w-]{1,40}$/.test(name) ? `“${name}”` : 'other wishes'} is nothing that this sandbox acts on.`);
  }
  const code = statusIn(said.get('code') ?? '');
  const wait = Number(said.get('wait') ?? 0);
  const example = said.get('example');
  const seed = said.get('seed');
  return {
    dynamic: said.get('dynamic') === 'true',
    ...(code !== undefined && { code }),
    ...(example !== undefined && { example }),
    ...(seed !== undefined && { seed }),
    ...(wait > 0 && { wait }),
    ...(notes.length > 0 && { notes }),
  };
}

/** Sandboxes of the platform tell kinds of one status apart behind it: `403.1`, `422_batch`. */
function statusIn(text: string): number | undefined {
  const status = Number(/^(\d{3})(?![\dA-Za-z])/.exec(text)?.[1]);
  return status >= 200 && status <= 599 ? status : undefined;
}
