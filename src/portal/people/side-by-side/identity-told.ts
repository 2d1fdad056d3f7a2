/** Who an API says that somebody is, beside who the record says. */
import type { KnownPerson } from '../person-page.tsx';
import { firstOf, jsonMembers, textIn, type ToldResource } from './told-resources.ts';

export interface ToldFact {
  /** Undefined where the API does not tell. */
  readonly text: string | undefined;
  readonly differs: boolean;
}

export const factNames = ['Name', 'Born', 'Gender', 'Postcode', 'GP practice'] as const;

type Facts = readonly (string | undefined)[];

export function identityTold(resources: readonly ToldResource[], person: KnownPerson): readonly ToldFact[] {
  const patient = resources.find((one) => one.type === 'Patient' && isAbout(one, person.nhsNumber));
  const told = patient ? factsOf(patient, resources) : factNames.map(() => undefined);
  const known = knownFacts(person);
  return told.map((text, n) => ({ text, differs: text !== undefined && !agrees(factNames[n], text, known[n]) }));
}

/** In the order of their names. */
export function knownFacts({ name, born, gender, addresses, registrations }: KnownPerson): Facts {
  const home = addresses.find(({ use }) => use === 'home') ?? addresses[0];
  return [name, born, gender, home?.postcode, registrations.find(({ period }) => period.end === undefined)?.practice.ods];
}

const isAbout = ({ members, words, days }: ToldResource, nhsNumber: string): boolean =>
  members['id'] === nhsNumber || words.has(nhsNumber) || days.has(nhsNumber);

function factsOf({ members }: ToldResource, resources: readonly ToldResource[]): Facts {
  const name = jsonMembers(firstOf(members['name']));
  const parts = [name['given'], name['family']].flat().filter((part) => typeof part === 'string');
  const addresses = [members['address']].flat().map(jsonMembers);
  const address = addresses.find(({ use }) => use === 'home') ?? addresses[0];
  return [
    parts.length > 0 ? parts.join(' ') : textIn(name['text']),
    textIn(members['birthDate']),
    textIn(members['gender']),
    textIn(address?.['postalCode']),
    practiceIn(firstOf(members['generalPractitioner']) ?? members['managingOrganization'], resources),
  ];
}

/** By its code: beside the reference, or of the organisation that it refers to. */
function practiceIn(value: unknown, resources: readonly ToldResource[]): string | undefined {
  const { identifier, reference } = jsonMembers(value);
  const own = textIn(jsonMembers(firstOf(identifier))['value']);
  if (own !== undefined || typeof reference !== 'string') return own;
  const [type, id] = reference.split('/').slice(-2);
  const named = resources.find((one) => one.type === 'Organization' && one.type === type && one.members['id'] === id);
  return textIn(jsonMembers(firstOf(named?.members['identifier']))['value']);
}

/** A name may be told without its title, or a middle name; letters and spaces are nobody's disagreement. */
function agrees(fact: string | undefined, told: string, known: string | undefined): boolean {
  if (known === undefined) return false;
  if (fact !== 'Name') return compact(told) === compact(known);
  const words = new Set(known.toLowerCase().split(/\s+/));
  return told
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.has(word));
}

const compact = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();
