/** What a person should know of a contract before relying on it: what is left out, not followed, not enforced. One line each, and so many of them. */
import type { Quirk } from '../contract/contract.ts';
import { quirksOf } from '../control/contracts/all-quirks.ts';
import type { ApiPlan } from '../plan/api-plan.ts';
import { publishedNumberQuirks } from '../plan/published-numbers.ts';

/** Where a quirk is: its place in the whole, and the file that it was written in where the contract has several. */
export function placeOfQuirk({ pointer, file }: Quirk): string {
  return `${pointer || '/'}${file === undefined ? '' : ` (${file})`}`;
}

interface Kind {
  readonly heading: string;
  readonly has: (quirk: Quirk) => boolean;
}

const PUBLISHED = 'Numbers that could be real patients’';

const KINDS: readonly Kind[] = [
  { heading: 'Not served', has: ({ effect }) => effect === 'unserved' },
  {
    heading: 'Left out or not checked, because a reference cannot be followed',
    has: ({ effect, reference }) => effect !== 'unserved' && reference !== undefined,
  },
  { heading: "Not enforced for requests, because the contract's own examples break it", has: ({ effect }) => effect === 'relaxed' },
];

/** Lines of one kind that are shown for one API. */
const SHOWN = 5;

/** Characters of a line that is shown at start; `check` has all of it. */
const LONGEST = 240;

const cut = (line: string): string => (line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);

export interface Warning {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What `start` says at once, by kind. */
export function warningsOf(served: readonly ApiPlan[]): readonly Warning[] {
  // Our own contracts were looked through when they were built: nothing of them is left to read, or to warn of.
  const plans = served.filter(({ contract }) => contract.readingSteps > 0);
  const all = plans.map((plan) => ({ slug: plan.contract.slug, quirks: quirksOf(plan) }));
  const kinds = KINDS.flatMap(({ heading, has }) => {
    const lines = all.flatMap(({ slug, quirks }) => {
      const own = quirks.filter(has).map((quirk) => lineOf(slug, quirk));
      return own.length > SHOWN ? [...own.slice(0, SHOWN), `${slug}: ${own.length - SHOWN} more`] : own;
    });
    return lines.length === 0 ? [] : [{ heading, lines }];
  });
  const published = plans.flatMap(({ contract, publishedNumbers }) =>
    publishedNumberQuirks(publishedNumbers()).map((quirk) => lineOf(contract.slug, quirk)),
  );
  return published.length === 0 ? kinds : [...kinds, { heading: PUBLISHED, lines: published }];
}

const lineOf = (slug: string, quirk: Quirk): string => cut(`${slug} ${placeOfQuirk(quirk)}: ${quirk.message}`);
