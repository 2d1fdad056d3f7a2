/** An id for one occurrence of a fault, in the shape of an id that the API publishes: the exchange's own id, spelled alike. */

const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;
/** The number of a fault among those of one request, as `rrt-1234567-3.0` ends. */
const INDEX = /\.\d{1,3}$/;

/** undefined where the published text is no id that could be another for another fault. */
export function occurrenceLike(published: string, id: string, index = 0): string | undefined {
  const uuid = uuidFrom(id, index);
  if (UUID.test(published)) return uuid && published.replace(UUID, uuid);
  const stem = published.replace(INDEX, '');
  const counted = stem !== published;
  const spelled = stem.replaceAll(/[A-Za-z\d]+/g, (segment, offset: number) =>
    varies(segment) ? respelled(segment, id, offset + (counted ? 0 : index)) : segment,
  );
  if (spelled === stem) return undefined;
  return counted ? `${spelled}.${index}` : spelled;
}

/** Short words and numbers are the name of a machine or of a version, and stay; long ones were made for the occasion. */
const varies = (segment: string): boolean =>
  /^\d{4,}$/.test(segment) || (segment.length >= 6 && /\d/.test(segment) && /[A-Za-z]/.test(segment));

/** The same id and number give the same letters and digits. */
function respelled(segment: string, id: string, nth: number): string {
  const hexadecimal = /^[\da-f]+$/.test(segment) || /^[\dA-F]+$/.test(segment);
  const allDigits = /^\d+$/.test(segment);
  const number = (at: number): number => {
    const [one, two] = [3, 11].map((step) => id.charCodeAt(((at + nth) * step + step) % id.length) || 0);
    return (one ?? 0) * 7 + (two ?? 0) * 13 + at + nth;
  };
  return [...segment]
    .map((character, at) => {
      if (/\d/.test(character)) return allDigits && at === 0 ? String(1 + (number(at) % 9)) : String(number(at) % 10);
      const first = character < 'a' ? 65 : 97;
      return String.fromCharCode(first + (number(at) % (hexadecimal ? 6 : 26)));
    })
    .join('');
}

/** 32 hexadecimal digits as a UUID of version 4, which is what an id is wanted to look like more often than not. */
export function uuidFrom(id: string, index = 0): string | undefined {
  const hex = id.replaceAll('-', '').toLowerCase();
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})[0-9a-f]([0-9a-f]{3})([0-9a-f])([0-9a-f]{3})([0-9a-f]{10})([0-9a-f]{2})$/.exec(hex);
  if (!parts) return undefined;
  const [, a = '', b = '', c = '', variant = '0', d = '', e = '', last = '0'] = parts;
  const counted = ((Number.parseInt(last, 16) + index) % 256).toString(16).padStart(2, '0');
  return `${a}-${b}-4${c}-${'89ab'[Number.parseInt(variant, 16) % 4] ?? '8'}${d}-${e}${counted}`;
}
