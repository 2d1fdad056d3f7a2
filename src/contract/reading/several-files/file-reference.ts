/** What a `$ref` or `externalValue` names when a contract lies in several files: a file below the contract's folder, and a place in it. */

export interface FileReference {
  /** Path below the folder of the contract, with `/` between its parts. */
  readonly file: string;
  /** What follows the `#`, as it stands; '' for the whole file. */
  readonly fragment: string;
}

/** `elsewhere` is another host or scheme, which is never followed; `outside` is a file that does not lie below the contract's folder. */
export type Unfollowed = 'elsewhere' | 'outside';

/** Reads a reference that stands in the file `from`. */
export function readFileReference(ref: string, from: string): FileReference | Unfollowed {
  const cut = ref.indexOf('#');
  const target = cut < 0 ? ref : ref.slice(0, cut);
  const fragment = cut < 0 ? '' : ref.slice(cut + 1);
  if (target === '') return { file: from, fragment };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return 'elsewhere';
  const file = resolvePath(decoded(target).replaceAll('\\', '/'), from);
  return file === undefined ? 'outside' : { file, fragment };
}

/** The path seen from the folder of `from`; undefined where it is absolute or climbs above the contract's folder. */
function resolvePath(path: string, from: string): string | undefined {
  if (path.startsWith('/')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
