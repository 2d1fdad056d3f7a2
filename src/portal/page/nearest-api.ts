/** Which API was probably meant by a path that none has. */

interface Based {
  readonly base: string;
}

/** Alike enough to be worth saying, of 1. */
const enough = 0.5;

/** The one whose base path is most like the beginning of the path, or whose name is. */
export function nearestApi<Api extends Based>(path: string, apis: readonly Api[]): Api | undefined {
  const [best] = apis
    .filter(({ base }) => base !== '')
    .map((api) => ({
      api,
      likeness: Math.max(likeness(firstParts(path, api.base), api.base), likeness(firstPart(path), firstPart(api.base))),
    }))
    .toSorted((a, b) => b.likeness - a.likeness);
  return best && best.likeness >= enough ? best.api : undefined;
}

/** As many parts of a path as the base has. */
const firstParts = (path: string, base: string): string => path.split('/').slice(0, base.split('/').length).join('/');

const firstPart = (path: string): string => path.split('/')[1] ?? '';

/** The share of neighbouring letters that two texts have in common (Sørensen and Dice). */
function likeness(one: string, other: string): number {
  const [those, others] = [pairsOf(one), pairsOf(other)];
  if (those.size === 0 || others.size === 0) return 0;
  return (2 * [...those].filter((pair) => others.has(pair)).length) / (those.size + others.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.slice(0, 200).toLowerCase();
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}
