/** Searches by what an entry knows of itself and no resource says: by the abbreviations of vaccines. */
import type { Entry } from '../../clinical-record.ts';
import type { Json } from '../../contract/contract.ts';
import { isArray } from '../../contract/json.ts';

const byVaccine = /^-?immuni[sz]ation[.-]target$|^procedure-code:below$/i;

export const isEntrySearch = (name: string): boolean => byVaccine.test(name);

/** Whether an entry is among what the named parameters ask for. */
export function entrySearch(values: Readonly<Record<string, Json | undefined>>): (entry: Entry) => boolean {
  const asked = Object.entries(values).flatMap(([name, value]) => (isEntrySearch(name) && value !== undefined ? [vaccinesIn(value)] : []));
  return asked.length === 0
    ? () => true
    : (entry) => entry.kind === 'vaccination' && asked.every((any) => any.has(abbreviation(entry.sort)));
}

function vaccinesIn(value: Json): ReadonlySet<string> {
  const texts: readonly Json[] = isArray(value) ? value : [value];
  return new Set(texts.flatMap((text) => String(text).split(',')).map(abbreviation));
}

/** The code above all vaccinations against COVID-19, by which they were asked for before there were abbreviations. */
const covid = '90640007';

/** `3-in-1` and `3IN1`, `COVID19` and `COVID` are one. */
const abbreviation = (text: string): string =>
  text
    .slice(text.lastIndexOf('|') + 1)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^COVID19$/, 'COVID')
    .replace(covid, 'COVID');
