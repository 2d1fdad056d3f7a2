/** About whom a client has asked: which of the awkward records that a service has it has met, and which of the published test people. */
import { isNhsNumber } from '../../fhir/nhs-number.ts';
import type { Turn } from '../../mock/conformance.ts';
import type { Population, Trait } from '../../population.ts';
import { hasTrait, traits } from '../../world/traits.ts';

export interface PeopleMet {
  /** Of different people. */
  readonly count: number;
  readonly traits: { readonly met: readonly TraitMet[]; readonly never: readonly Trait[] };
  /** By what each is there for. */
  readonly testPeople: { readonly met: readonly TestPerson[]; readonly never: readonly TestPerson[] };
}

export interface TraitMet {
  readonly trait: Trait;
  readonly people: number;
}

export interface TestPerson {
  readonly name: string;
  readonly nhsNumber: string;
  readonly meaning: string;
}

/** Whoever stands in an address or in what was sent or answered, as far as that is kept. */
export function peopleOf(turns: readonly Turn[], population: Population): PeopleMet | undefined {
  const numbers = new Set(turns.flatMap(numbersIn));
  const people = [...numbers].flatMap((number) => population.find(number) ?? []);
  if (people.length === 0) return undefined;
  const met = traits.map((trait) => ({ trait, people: people.filter((person) => hasTrait(person, trait, population.asOf)).length }));
  const told = population.published.map(({ key, meaning, person: { nhsNumber } }) => ({ name: key, nhsNumber, meaning }));
  return {
    count: people.length,
    traits: {
      met: met.filter(({ people: count }) => count > 0),
      never: met.flatMap(({ trait, people: count }) => (count > 0 ? [] : [trait])),
    },
    testPeople: {
      met: told.filter(({ nhsNumber }) => numbers.has(nhsNumber)),
      never: told.filter(({ nhsNumber }) => !numbers.has(nhsNumber)),
    },
  };
}

function numbersIn({ exchange: { url, sent, answered } }: Turn): readonly string[] {
  const text = `${url} ${sent?.body?.text ?? ''} ${answered?.body?.text ?? ''}`;
  return (text.match(/(?<!\d)9\d{9}(?!\d)/g) ?? []).filter(isNhsNumber);
}
