/** The numbers of real patients' kind that a contract publishes in its examples: they may pass where others are refused, and whoever brings it is told. */
import type { Contract, Json, Quirk } from '../contract/contract.ts';
import { pointerOf } from '../contract/json-pointer.ts';
import { findLiveNumbers, mayHoldLiveNumber, redactLiveNumbers } from '../fhir/live-numbers.ts';
import { nhsNumberHash } from '../fhir/nhs-number.ts';

export interface PublishedNumbers {
  /** Of all that somebody could send for an identifier. */
  readonly fingerprints: ReadonlySet<string>;
  /** How many are written as numbers are, and not only in the digits of a pattern, say. */
  readonly count: number;
  /** Where the first of them stand, as pointers without any number in them. */
  readonly places: readonly string[];
  readonly morePlaces: number;
}

/** Places that are told. */
const SHOWN = 3;

export function publishedNumbers({ document }: Contract): PublishedNumbers {
  const fingerprints = new Set<string>();
  const numbers = new Set<string>();
  const places: string[] = [];
  const way: string[] = [];
  let morePlaces = 0;
  const look = (text: string): void => {
    if (!mayHoldLiveNumber(text)) return;
    const found = findLiveNumbers(text, { identifier: true });
    for (const { digits } of found) fingerprints.add(nhsNumberHash(digits));
    const written = found.length > 0 ? findLiveNumbers(text) : found;
    for (const { digits } of written) numbers.add(digits);
    if (written.length === 0) return;
    if (places.length < SHOWN) places.push(pointerOf(way.map((token) => redactLiveNumbers(token))));
    else morePlaces++;
  };
  const visit = (node: Json): void => {
    if (typeof node === 'string') look(node);
    else if (typeof node === 'number') look(String(node));
    else if (typeof node === 'object' && node !== null)
      for (const [name, member] of Object.entries(node)) {
        way.push(name);
        if (name.length >= 10) look(name);
        visit(member);
        way.pop();
      }
  };
  visit(document);
  return { fingerprints, count: numbers.size, places, morePlaces };
}

/** What is said of them, never which they are. None where there are none. */
export function publishedNumberQuirks({ count: size, places: [first, ...others], morePlaces }: PublishedNumbers): readonly Quirk[] {
  if (first === undefined) return [];
  const numbers = size === 1 ? 'A number' : `${size} numbers`;
  const [verb, pass] = size === 1 ? ['is', 'It passes as an identifier'] : ['are', 'They pass as identifiers'];
  const more = others.length + morePlaces;
  const at = more === 0 ? 'here' : `here and at ${more} more ${more === 1 ? 'place' : 'places'}`;
  const message = others.reduce(
    (said, place, index) => (said.length + place.length < LONGEST ? `${said}${index === 0 ? ' Also at' : ','} ${place}` : said),
    `${numbers} of the ranges issued to real patients ${verb} ${at}. ${pass} in this API, nowhere else.`,
  );
  return [{ pointer: first, effect: 'hint', message }];
}

/** As long as a quirk may be, roughly. */
const LONGEST = 280;
