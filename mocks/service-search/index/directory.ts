/** The index: every organisation that people go to, and which words stand in which field of whom. Made once for the register of a day. */
import type { OrganisationRegister } from '../../../src/organisation-register.ts';
import { oncePerRegister } from '../../../src/nhs/once-per-register.ts';
import { Listing } from './listing.ts';

/** Of one word: who has it, and how many times. */
type Found = ReadonlyMap<Listing, number>;

export interface Directory {
  /** By code. */
  readonly listings: readonly Listing[];
  words(field: string): ReadonlyMap<string, Found>;
  withWord(field: string, word: string): Found | undefined;
}

export const directoryOf: (register: OrganisationRegister) => Directory = oncePerRegister((register) => {
  const listings = [...register.allPremises()]
    .toSorted((a, b) => (a.organisation.ods < b.organisation.ods ? -1 : 1))
    .map((premises) => new Listing({ register, premises }));
  const read = new Map<string, ReadonlyMap<string, Found>>();

  function words(field: string): ReadonlyMap<string, Found> {
    const known = read.get(field) ?? wordsIn(listings, field);
    read.set(field, known);
    return known;
  }

  return { listings, words, withWord: (field, word) => words(field).get(word) };
});

function wordsIn(listings: readonly Listing[], field: string): ReadonlyMap<string, Found> {
  const all = new Map<string, Map<Listing, number>>();
  for (const listing of listings) {
    for (const word of listing.words(field).flat()) {
      const found = all.get(word) ?? new Map<Listing, number>();
      found.set(listing, (found.get(listing) ?? 0) + 1);
      all.set(word, found);
    }
  }
  return all;
}
