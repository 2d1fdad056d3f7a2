/** What the record says, one thing at a time, so that it can be looked for in what APIs tell. */
import { dayInWords } from '../days.ts';
import type { KnownRecord } from '../record-sections.tsx';
import { firstOf, jsonMembers, textIn, type ToldKind, type ToldResource } from './told-resources.ts';

export interface KnownThing {
  readonly kind: ToldKind;
  readonly text: string;
  readonly isTold: (resource: ToldResource) => boolean;
}

/** In the order in which a record is read. */
export const thingKinds = ['condition', 'medication', 'allergy', 'vaccination', 'appointment', 'document'] as const;

/** Of each kind, the latest. */
const most = 10;

export function knownThings({ entries, asOf }: KnownRecord): ReadonlyMap<ToldKind, readonly KnownThing[]> {
  return new Map(
    thingKinds.map((kind) => {
      const things = entries.filter((one) => one.kind === kind && isCurrent(one, asOf)).flatMap((one) => knownThing(kind, one) ?? []);
      return [kind, [...new Map(things.map((one) => [one.text, one])).values()].toReversed().slice(0, most)] as const;
    }),
  );
}

type Entry = KnownRecord['entries'][number];

/** What ended is told by fewer, and rightly. */
const isCurrent = ({ end }: Entry, asOf: string): boolean => typeof end !== 'string' || end >= asOf;

function knownThing(kind: ToldKind, entry: Entry): KnownThing | undefined {
  const day = textIn(entry['given']) ?? textIn(entry['on']);
  const named = [entry['what'], entry['medicine'], entry['product'], entry['substance'], entry['procedure'], entry['reason']].map(
    jsonMembers,
  );
  const text = textIn(entry['title']) ?? named.map((one) => textIn(one['text'])).find((one) => one !== undefined);
  if (text === undefined) return undefined;
  const codes = named.flatMap((one) => textIn(jsonMembers(firstOf(one['coding']))['code']) ?? []);
  const words = [textIn(entry['title']), ...named.map((one) => textIn(one['text']))].flatMap((one) => one?.toLowerCase() ?? []);
  const isNamed = (one: ToldResource): boolean => codes.some((code) => one.codes.has(code)) || words.some((word) => one.words.has(word));
  return {
    kind,
    text: day === undefined ? text : `${text}, ${dayInWords(day)}`,
    isTold: (one) =>
      one.kind === kind && (kind === 'appointment' ? one.days.has(day ?? '') : isNamed(one) && (day === undefined || one.days.has(day))),
  };
}
