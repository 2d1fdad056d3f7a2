/** NHS numbers of made-up people that a contract shows in its examples: ten figures that begin with 9, the last of which proves the others. */
import { entriesAt } from './json-parts.ts';

const mostLookedAt = 50_000;
const mostFound = 12;

export function nhsNumbersIn(document: unknown): readonly string[] {
  const found = new Set<string>();
  const waiting: unknown[] = [document];
  for (let looked = 0; waiting.length > 0 && looked < mostLookedAt && found.size < mostFound; looked++) {
    const value = waiting.pop();
    if (typeof value === 'string') {
      if (/^9\d{9}$/.test(value) && isProved(value)) found.add(value);
    } else if (Array.isArray(value)) waiting.push(...value.slice(0, mostLookedAt).reverse());
    else
      waiting.push(
        ...entriesAt(value)
          .map(([, member]) => member)
          .reverse(),
      );
  }
  return [...found];
}

/** Modulus 11. */
function isProved(number: string): boolean {
  const sum = [...number].slice(0, 9).reduce((total, figure, index) => total + Number(figure) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check < 10 && check === Number(number[9]);
}
