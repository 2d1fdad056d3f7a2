/** The person whom an exchange is about, where an NHS number stands in its address. Only made-up ones, of the range that begins with 999 or 900, are ever kept. */
import type { Exchanged } from './words.ts';

export function personIn({ request: { url } }: Exchanged): string | undefined {
  return /(?<!\d)9\d{2}(?:[ +-]|%20)?\d{3}(?:[ +-]|%20)?\d{4}(?!\d)/.exec(url)?.[0].replaceAll('%20', '').replaceAll(/\D/g, '');
}
