/** Which founders live near one another, so that they and their children can meet. */
import { among, type Draws, percent } from '../draws.ts';
import type { Founder } from './founders.ts';

/** Founders of a neighbourhood, about; with their descendants, and partners from abroad, there are some 370 on record. */
const foundersEach = 100;

/** So many have nobody: awkward records are taken from among them, which nobody is a relative of. */
const solitaries = 64;

/** Each circle of stocks in neighbourhoods of their own, among them some of those who are at home anywhere. */
export function neighbourhoodsOf(founders: readonly Founder[], draws: Draws): readonly (readonly Founder[])[] {
  const every = Math.floor(founders.length / solitaries);
  const circles = new Map<string, Founder[]>();
  const anywhere: Founder[] = [];
  const stay = (key: string, founder: Founder): void => {
    const others = circles.get(key);
    if (others === undefined) circles.set(key, [founder]);
    else others.push(founder);
  };
  for (const [n, founder] of founders.entries()) {
    if (n % every === 0) continue;
    const { circle, spread } = founder.stock;
    if (percent(draws, spread)) stay('british', founder);
    else if (circle === 'any') anywhere.push(founder);
    else stay(circle, founder);
  }
  const others = [...circles].filter(([key]) => key !== 'british');
  const weights = others.map(([, circle]) => circle.length);
  for (const founder of anywhere) stay(others[among(weights, draws())]?.[0] ?? 'british', founder);
  const alone = founders.filter((_, n) => n % every === 0).map((founder) => [{ ...founder, solitary: true }]);
  const together = [...circles.values()].flatMap((circle) => {
    const count = Math.max(1, Math.round(circle.length / foundersEach));
    const dealt = Array.from({ length: count }, (): Founder[] => []);
    // Founders come by stock and age, so that dealing them round gives each neighbourhood its share of both.
    circle.forEach((founder, n) => dealt[n % count]?.push(founder));
    return dealt;
  });
  return [...together, ...alone];
}
