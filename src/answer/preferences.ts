/** The `Prefer` header as users of Prism know it (RFC 7240 syntax): `code=404, example=name, dynamic=true, seed=7, wait=2`. */

export interface Preferences {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic: boolean;
  readonly seed?: string;
  /** Seconds. */
  readonly wait?: number;
}

export const noPreferences: Preferences = { dynamic: false };

export function readPreferences(header: string | null): Preferences {
  if (!header) return noPreferences;
  const said = new Map<string, string>();
  for (const part of header.split(/[,;]/)) {
    const [name = '', ...value] = part.split('=');
    said.set(
      name.trim().toLowerCase(),
      value
        .join('=')
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    );
  }
  const code = Number(said.get('code'));
  const wait = Number(said.get('wait'));
  const example = said.get('example');
  const seed = said.get('seed');
  return {
    dynamic: said.get('dynamic') === 'true',
    ...(Number.isInteger(code) && code >= 200 && code <= 599 ? { code } : {}),
    ...(example ? { example } : {}),
    ...(seed ? { seed } : {}),
    ...(wait > 0 ? { wait } : {}),
  };
}
