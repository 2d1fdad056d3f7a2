/** How many given names there are, and which are the commonest. */
import { isWellKnown } from '../../../src/world/peoples/famous.ts';
import { inside, law, type Section, target } from '../figures.ts';
import { nameFitter } from '../fitting-names.ts';
import type { Topic } from '../topic.ts';

const decades = [1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020];
const sexes = [
  ['female', 'women'],
  ['male', 'men'],
] as const;

const distinct: readonly Section[] = sexes.map(([gender, people]) => ({
  title: `Given names of ${people}`,
  unit: 'names',
  about: 'different first names of those born in the decade',
  figures: decades.map((decade) => target(inside(`${decade}s`, { number: `names, ${gender} ${decade}` }, [300, 100_000], 'names'))),
}));

const famous: Section = {
  title: 'Names of well-known people',
  unit: '%',
  about: 'of all people on record',
  figures: [law('have the first and family name of somebody famous', { share: 'famous' })],
};

const fitting: Section = {
  title: 'Names that fit each other',
  unit: '%',
  about: 'of those who have a given name',
  figures: [
    target(
      inside('given name is British, or of a people whose family name they bear or bore', { share: 'names fit' }, [97, 100], 'target'),
    ),
  ],
};

export const names: Topic = {
  title: 'Names',
  sections: [...distinct, fitting, famous],
  begin: () => {
    const seen = new Map<string, Set<string>>();
    const fits = nameFitter();
    return {
      see({ person }, counts) {
        const [name] = person.names;
        const first = name?.given[0];
        if (name === undefined || first === undefined) return;
        counts.share('famous', isWellKnown(first, [name.family]));
        const isFitting = fits(person);
        if (isFitting !== undefined) counts.share('names fit', isFitting);
        const decade = `${person.gender} ${person.birthDate.slice(0, 3)}0`;
        const known = seen.get(decade) ?? new Set<string>();
        seen.set(decade, known.add(first.toUpperCase()));
        counts.among(`first names, ${decade}`, first);
        counts.among('family names', name.family);
      },
      finish(counts, isWhole) {
        // Few people have few names.
        if (isWhole) for (const [decade, those] of seen) counts.number(`names, ${decade}`, those.size);
      },
    };
  },
};

/** Groups whose commonest are listed, with nothing to compare them with. */
export const listedNames: readonly (readonly [string, string])[] = [
  ...decades
    .filter((decade) => decade % 20 === 10 || decade === 2020)
    .flatMap((decade) =>
      sexes.map(([gender, people]) => [`${people} born in the ${decade}s`, `first names, ${gender} ${decade}`] as const),
    ),
  ['family names', 'family names'],
];
